package gesture

import (
	"math"
	"reflect"
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// scene is 200 × 200 pixels for ±1 and its margin; the sample and the asked point lie 0.01 apart.
func scene() Scene {
	samples, queries := [][2]float64{{-1, -1}, {1, 1}, {0, 0}}, [][2]float64{{0, 0.01}, {-1, 1}}
	return Scene{Plane: view.NewPlane(view.NewExtent(samples, queries), 200, 200), Samples: perceptron.NewSamples(samples, []int{0, 1, 1}), Queries: queries}
}

func TestPress(t *testing.T) {
	s := scene()
	px := func(x [2]float64) (float64, float64) { return s.Plane.ToPx(x) }
	free := [2]float64{0.6, -0.24} // as round as a pixel of this plane allows
	beside := [2]float64{1.1, 1}   // some eight pixels from a sample
	class := 0
	for _, c := range []struct {
		name string
		tool Tool
		at   [2]float64
		want session.Command
		held bool
	}{
		{"ask in the open", Ask, free, &session.AddQuery{X: free}, true},
		{"ask on an asked point", Ask, [2]float64{-1, 1}, nil, true},
		{"ask on a sample", Ask, [2]float64{1, 1}, &session.AddQuery{X: [2]float64{1, 1}}, true},
		{"add class 0", Add(0), free, &session.AddPoint{X: free, Y: 0}, false},
		{"add class 7", Add(7), free, &session.AddPoint{X: free, Y: 7}, false},
		{"add class 0 on one of class 1", Add(0), [2]float64{1.05, 1}, &session.MovePoint{Index: 1, X: [2]float64{1, 1}, Y: &class}, false},
		{"add class 1 on one of class 1", Add(1), [2]float64{1, 1}, &session.AddPoint{X: [2]float64{1, 1}, Y: 1}, false},
		{"add class 0 beside one of class 1", Add(0), beside, &session.AddPoint{X: beside, Y: 0}, false},
		{"move nothing", Move, free, nil, false},
		{"move a sample", Move, [2]float64{1, 1}, nil, true},
		{"erase nothing", Erase, free, nil, false},
		{"erase a sample", Erase, [2]float64{1, 1}, &session.RemovePoint{Index: 1}, false},
		{"erase: the asked point lies above the sample", Erase, [2]float64{0, 0}, &session.RemoveQuery{Index: 0}, false},
	} {
		h := Hand{Tool: c.tool}
		x, y := px(c.at)
		if got := h.Press(s, x, y); !reflect.DeepEqual(got, some(c.want)) {
			t.Errorf("%s: %#v, want %#v", c.name, got, c.want)
		}
		if _, held := h.Held(); held != c.held {
			t.Errorf("%s: held = %v, want %v", c.name, held, c.held)
		}
	}
}

// one is the only command of a list.
func one(commands []session.Command) session.Command {
	if len(commands) != 1 {
		return nil
	}
	return commands[0]
}

func TestDragKeepsWhatIsHeldInSight(t *testing.T) {
	s, h := scene(), Hand{Tool: Move}
	h.Press(s, 0, 0)
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("dragging nothing is %#v", c)
	}
	x, y := s.Plane.ToPx([2]float64{1, 1})
	h.Press(s, x, y)
	c, ok := one(h.Drag(s, 1e6, -1e6)).(*session.MovePoint)
	if !ok || c.Index != 1 {
		t.Fatalf("dragging sample 1 is %#v", c)
	}
	if b := s.Plane.Bounds(); math.Hypot(c.X[0]-b.Max[0], c.X[1]-b.Max[1]) > 1/s.Plane.Scale {
		t.Errorf("dragged out of sight to %v, want %v", c.X, b.Max)
	}
	s.Samples = s.Samples.Part(0, 1)
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("dragging a sample that is gone is %#v", c)
	}
	h.Release()
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("dragging after the release is %#v", c)
	}
}

func TestTheMoveToolMovesThePlaneWhereNothingElseIs(t *testing.T) {
	s := scene()
	h := Hand{Tool: Move}
	h.Press(s, 20, 150)
	for _, at := range [][2]float64{{25, 140}, {30, 130}} {
		if dx, dy, ok := h.Pan(at[0], at[1]); !ok || dx != 5 || dy != -10 {
			t.Errorf("Pan(%v) = %g, %g, %v, want 5, -10", at, dx, dy, ok)
		}
	}
	h.Release()
	if _, _, ok := h.Pan(0, 0); ok {
		t.Error("the plane moves after the release")
	}
	for _, tool := range []Tool{Ask, Add(0), Erase} {
		h = Hand{Tool: tool}
		h.Press(s, 20, 150)
		if _, _, ok := h.Pan(0, 0); ok {
			t.Errorf("the tool %s moves the plane", tool)
		}
	}
	px, py := s.Plane.ToPx([2]float64{1, 1})
	h = Hand{Tool: Move}
	h.Press(s, px, py)
	if _, _, ok := h.Pan(0, 0); ok {
		t.Error("with a sample in hand the plane moves")
	}
}

func TestGrabs(t *testing.T) {
	s := scene()
	s.Line = &Line{W: [2]float64{0, 1}, B: 0.5}
	onLine, free := [2]float64{-0.5, -0.5}, [2]float64{0.5, 0.5}
	query, sample := [2]float64{-1, 1}, [2]float64{1, 1}
	for _, c := range []struct {
		tool Tool
		at   [2]float64
		dx   float64 // pixels
		want bool
	}{
		{Ask, query, 0, true}, {Ask, query, Reach, true}, {Ask, query, Reach + 0.01, false}, {Ask, sample, 0, false}, {Ask, free, 0, false},
		{Move, query, 0, true}, {Move, sample, 0, true}, {Move, onLine, 0, true}, {Move, free, 0, false},
		{Erase, query, 0, false}, {Add(1), query, 0, false},
	} {
		h := Hand{Tool: c.tool}
		px, py := s.Plane.ToPx(c.at)
		if got := h.Grabs(s, px+c.dx, py); got != c.want {
			t.Errorf("%s %g pixels beside %v: Grabs = %v, want %v", c.tool, c.dx, c.at, got, c.want)
		}
		if _, held := h.Held(); held {
			t.Errorf("%s at %v: a question took hold", c.tool, c.at)
		}
	}
}

func TestParseTool(t *testing.T) {
	for _, name := range []string{"hammer", "add", "add64", "add-1", "add01", ""} {
		if _, err := ParseTool(name); err == nil {
			t.Errorf("%q is a tool", name)
		}
	}
	if tool, err := ParseTool("add1"); err != nil || tool != Add(1) {
		t.Errorf("ParseTool(add1) = %q, %v", tool, err)
	}
}

func TestTheLineMovesByItsMiddleAndTurnsByItsEnds(t *testing.T) {
	s := scene()
	s.Samples, s.Queries = perceptron.Samples{}, nil
	s.Line = &Line{W: [2]float64{3, -4}, B: 0}
	x0, y0, x1, y1, _ := s.Plane.Line(s.Line.W, s.Line.B)
	for _, c := range []struct {
		name  string
		along float64 // of the line seen
		to    [2]float64
		turns bool
	}{
		{"the middle", 0.5, [2]float64{0.5, -0.25}, false},
		{"an end", 0.95, [2]float64{0.2, 0.9}, true},
		{"the other end", 0.05, [2]float64{0.1, -1}, true},
	} {
		h := Hand{Tool: Move}
		if got := h.Press(s, x0+c.along*(x1-x0), y0+c.along*(y1-y0)); got != nil {
			t.Errorf("%s: the press is %#v", c.name, got)
		}
		px, py := s.Plane.ToPx(c.to)
		got, ok := one(h.Drag(s, px, py)).(*session.Weights)
		if !ok {
			t.Fatalf("%s: the drag changed no weights", c.name)
		}
		w, b := got.Parameters[0], got.Parameters[1][0]
		if off := math.Abs(w[0]*c.to[0]+w[1]*c.to[1]+b) / 5; off > 1e-12 {
			t.Errorf("%s: the line is %g off the pointer", c.name, off)
		}
		if norm := math.Hypot(w[0], w[1]); math.Abs(norm-5) > 1e-12 {
			t.Errorf("%s: ‖w‖ = %g, want 5", c.name, norm)
		}
		if parallel := math.Abs(w[0]*4+w[1]*3) < 1e-9; parallel == c.turns {
			t.Errorf("%s: turned = %v, want %v", c.name, !parallel, c.turns)
		}
	}
	h := Hand{Tool: Move}
	h.Press(s, 5, 5)
	if c := h.Drag(s, 10, 10); c != nil {
		t.Errorf("a drag beside the line is %#v", c)
	}
}
