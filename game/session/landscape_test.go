package session

import (
	"math"
	"testing"

	"perceptronlab/game/view"
	"perceptronlab/perceptron/scene"
)

func TestLandscape(t *testing.T) {
	s := trained(t, scene.Default(), 700)
	const side = 40
	path, ok := s.Trajectory()
	if !ok {
		t.Fatal("a neuron has no path")
	}
	center, half := view.Square(path)
	losses := s.Landscape(center, half, side, false).Losses
	if len(losses) != side*side {
		t.Fatalf("a neuron's landscape has %d losses, want %d", len(losses), side*side)
	}
	shot := s.Snapshot()
	w, _, _ := shot.Network.Line()
	if last := path[len(path)-1]; last != w || len(path) < pathLength/2 || len(path) > pathLength+1 {
		t.Errorf("%d places on the path, the last %v, want up to %d and %v", len(path), last, pathLength+1, w)
	}
	for _, at := range path {
		if math.Abs(at[0]-center[0]) > half || math.Abs(at[1]-center[1]) > half {
			t.Errorf("%v lies beyond %v ± %v", at, center, half)
		}
	}
	// The cell that holds the weights has about their loss, and its neighbour down the gradient has less.
	cell := func(w [2]float64) (row, column int) {
		return int((center[1] + half - w[1]) / (2 * half) * side), int((w[0] - center[0] + half) / (2 * half) * side)
	}
	row, column := cell(w)
	if got := losses[row*side+column]; math.Abs(got-shot.Loss) > 0.02 {
		t.Errorf("the landscape is %v high at the weights, want about %v", got, shot.Loss)
	}
	if here, ahead := losses[row*side+column], losses[(row+1)*side+column+1]; ahead >= here {
		t.Errorf("further on, at larger w₁ and smaller w₂, it is %v high, want less than %v", ahead, here)
	}
	if _, again := s.Trajectory(); !again || s.Snapshot().Step != 700 {
		t.Error("looking at the landscape changed the run")
	}

	deep, _ := scene.Preset("xor-mlp")
	empty, _ := scene.Preset("empty")
	for name, sc := range map[string]scene.Scene{"hidden layers": deep, "no samples": empty} {
		if _, ok := trained(t, sc, 0).Trajectory(); ok {
			t.Errorf("%s: there is a path", name)
		}
	}
}
