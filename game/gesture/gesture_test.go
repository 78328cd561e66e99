package gesture

import (
	"math"
	"reflect"
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// scene is 200 × 200 pixels for ±1 and its margin; the sample and the test point lie 0.01 apart.
func scene() Scene {
	samples, queries := [][2]float64{{-1, -1}, {1, 1}, {0, 0}}, [][2]float64{{0, 0.01}, {-1, 1}}
	return Scene{Plane: view.NewPlane(view.NewExtent(samples, queries), 200, 200), Samples: samples, Queries: queries}
}

func TestPress(t *testing.T) {
	s := scene()
	px := func(x [2]float64) (float64, float64) { return s.Plane.ToPx(x) }
	free := [2]float64{0.6, -0.24} // as round as a pixel of this plane allows
	for _, c := range []struct {
		name string
		tool Tool
		at   [2]float64
		want session.Command
		held bool
	}{
		{"ask in the open", Ask, free, &session.AddQuery{X: free}, true},
		{"ask on a test point", Ask, [2]float64{-1, 1}, nil, true},
		{"ask on a sample", Ask, [2]float64{1, 1}, &session.AddQuery{X: [2]float64{1, 1}}, true},
		{"add class 0", Add(0), free, &session.AddPoint{X: free, Y: 0}, false},
		{"add class 7", Add(7), free, &session.AddPoint{X: free, Y: 7}, false},
		{"move nothing", Move, free, nil, false},
		{"move a sample", Move, [2]float64{1, 1}, nil, true},
		{"erase nothing", Erase, free, nil, false},
		{"erase a sample", Erase, [2]float64{1, 1}, &session.RemovePoint{Index: 1}, false},
		{"erase: the test point lies above the sample", Erase, [2]float64{0, 0}, &session.RemoveQuery{Index: 0}, false},
	} {
		h := Hand{Tool: c.tool}
		x, y := px(c.at)
		if got := h.Press(s, x, y); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %#v, want %#v", c.name, got, c.want)
		}
		if _, held := h.Held(); held != c.held {
			t.Errorf("%s: held = %v, want %v", c.name, held, c.held)
		}
	}
}

func TestDragKeepsWhatIsHeldInSight(t *testing.T) {
	s, h := scene(), Hand{Tool: Move}
	h.Press(s, 0, 0)
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("dragging nothing is %#v", c)
	}
	x, y := s.Plane.ToPx([2]float64{1, 1})
	h.Press(s, x, y)
	c, ok := h.Drag(s, 1e6, -1e6).(*session.MovePoint)
	if !ok || c.Index != 1 {
		t.Fatalf("dragging sample 1 is %#v", c)
	}
	if b := s.Plane.Bounds(); math.Hypot(c.X[0]-b.Max[0], c.X[1]-b.Max[1]) > 1/s.Plane.Scale {
		t.Errorf("dragged out of sight to %v, want %v", c.X, b.Max)
	}
	s.Samples = s.Samples[:1]
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("dragging a sample that is gone is %#v", c)
	}
	h.Release()
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("dragging after the release is %#v", c)
	}
}

func TestParseTool(t *testing.T) {
	for _, name := range []string{"hammer", "add", "add8", "add-1", "add01", ""} {
		if _, err := ParseTool(name); err == nil {
			t.Errorf("%q is a tool", name)
		}
	}
	if tool, err := ParseTool("add1"); err != nil || tool != Add(1) {
		t.Errorf("ParseTool(add1) = %q, %v", tool, err)
	}
}
