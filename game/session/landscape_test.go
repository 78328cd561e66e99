package session

import (
	"math"
	"testing"

	"perceptronlab/perceptron/scene"
)

func TestLandscape(t *testing.T) {
	s := trained(t, scene.Default(), 700)
	const side = 40
	l, ok := s.Landscape(side)
	if !ok || len(l.Losses) != side*side {
		t.Fatalf("a neuron's landscape has %d losses, want %d", len(l.Losses), side*side)
	}
	shot := s.Snapshot()
	w, _, _ := shot.Network.Line()
	if last := l.Path[len(l.Path)-1]; last != w || len(l.Path) < pathLength/2 || len(l.Path) > pathLength+1 {
		t.Errorf("%d places on the way, the last %v, want up to %d and %v", len(l.Path), last, pathLength+1, w)
	}
	for _, at := range l.Path {
		if math.Abs(at[0]-l.Center[0]) > l.Half || math.Abs(at[1]-l.Center[1]) > l.Half {
			t.Errorf("%v lies beyond %v ± %v", at, l.Center, l.Half)
		}
	}
	// The cell that holds the weights has about their loss, and its neighbour down the gradient has less.
	cell := func(w [2]float64) (row, column int) {
		return int((l.Center[1] + l.Half - w[1]) / (2 * l.Half) * side), int((w[0] - l.Center[0] + l.Half) / (2 * l.Half) * side)
	}
	row, column := cell(w)
	if got := l.Losses[row*side+column]; math.Abs(got-shot.Loss) > 0.02 {
		t.Errorf("the landscape is %v high at the weights, want about %v", got, shot.Loss)
	}
	if here, ahead := l.Losses[row*side+column], l.Losses[(row+1)*side+column+1]; ahead >= here {
		t.Errorf("further on, at larger w₁ and smaller w₂, it is %v high, want less than %v", ahead, here)
	}
	if _, again := s.Landscape(side); !again || s.Snapshot().Step != 700 {
		t.Error("looking at the landscape changed the run")
	}

	deep, _ := scene.Preset("xor-mlp")
	empty, _ := scene.Preset("empty")
	for name, sc := range map[string]scene.Scene{"hidden layers": deep, "no samples": empty} {
		if _, ok := trained(t, sc, 0).Landscape(side); ok {
			t.Errorf("%s: there is a landscape", name)
		}
	}
}

func TestFrameHoldsTheWayAndStays(t *testing.T) {
	center, half := frame([][2]float64{{0.1, -0.1}})
	if half != 1 {
		t.Errorf("the frame of a point is ± %v, want ± 1", half)
	}
	if again, h := frame([][2]float64{{0.1, -0.1}, {0.14, -0.12}}); again != center || h != half {
		t.Errorf("a short way moved the frame from %v ± %v to %v ± %v", center, half, again, h)
	}
	if _, h := frame([][2]float64{{0, 0}, {30, -3}}); h != 50 {
		t.Errorf("the frame of a way 30 long is ± %v, want ± 50", h)
	}
}
