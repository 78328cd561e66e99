package gesture

import (
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
)

func TestABrushAddsAsItGoes(t *testing.T) {
	for _, stride := range []float64{2, 10, 80} { // a fast pointer is reported less often
		s, h := scene(), Hand{Tool: Add(1), Brush: true}
		h.Press(s, 20, 20)
		added := 0
		for px := 20.0; px <= 100; px += stride {
			for _, c := range h.Drag(s, px, 20) {
				if c, ok := c.(*session.AddPoint); !ok || c.Y != 1 {
					t.Errorf("the brush of class 1 did %#v", c)
				}
				added++
			}
		}
		if want := 80 / brushPx; added < want-1 || added > want {
			t.Errorf("80 pixels of brush by %g added %d points, want %d", stride, added, want)
		}
	}
	s, h := scene(), Hand{Tool: Add(1)}
	h.Press(s, 20, 20)
	if c := h.Drag(s, 100, 20); c != nil {
		t.Errorf("without the brush a drag is %#v", c)
	}
}

func TestABrushChangesTheClassOfWhatItPassesOver(t *testing.T) {
	s, h := scene(), Hand{Tool: Add(0), Brush: true}
	x0, y0 := s.Plane.ToPx([2]float64{0.5, 0.5})
	x1, y1 := s.Plane.ToPx([2]float64{-0.5, -0.5})
	h.Press(s, x0, y0)
	var changed []int
	for _, c := range h.Drag(s, x1, y1) {
		switch c := c.(type) {
		case *session.MovePoint:
			if *c.Y != 0 || c.X != perceptron.Double(s.Samples.X[c.Index]) {
				t.Errorf("sample %d went to %v, class %d", c.Index, c.X, *c.Y)
			}
			changed = append(changed, c.Index)
		case *session.AddPoint:
			if px, py := s.Plane.ToPx(c.X); px > 90 && px < 110 && py > 90 && py < 110 {
				t.Errorf("a sample was added at (%g, %g), on top of the one that was changed", px, py)
			}
		}
	}
	if len(changed) != 1 || changed[0] != 2 {
		t.Errorf("the brush changed the classes of samples %v, want sample 2 once", changed)
	}
}
