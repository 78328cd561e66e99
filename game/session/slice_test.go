package session

import (
	"math"
	"slices"
	"testing"

	"perceptronlab/perceptron/scene"
)

// A place of a slice has the loss that the run has with these parameters.
func TestSlice(t *testing.T) {
	sc, _ := scene.Preset("xor-mlp")
	s := trained(t, sc, 30)
	all, ok := s.Parameters()
	if !ok || len(all) != 9 {
		t.Fatalf("%d parameters, want 9", len(all))
	}
	which, center := [2]int{7, 2}, [2]float64{0.5, -0.25} // an output weight, and a weight of the second hidden unit
	losses, of := s.Slice(which, center, 2, 4)
	if len(losses) != 16 || of != s.Snapshot().Samples.Len() {
		t.Fatalf("%d losses, of %d samples", len(losses), of)
	}
	if again, _ := s.Parameters(); !slices.Equal(all, again) {
		t.Error("looking at a slice changed the run")
	}
	// The third column of the first row.
	p := s.Snapshot().Network.Parameters()
	p[2][1], p[0][2] = center[0]+0.5, center[1]+1.5
	if err := s.Apply(&Weights{Parameters: p}); err != nil {
		t.Fatal(err)
	}
	if got := s.Snapshot().Loss; math.Abs(got-losses[2]) > 1e-12 {
		t.Errorf("loss %v, the slice has %v", got, losses[2])
	}
	if _, ok := trained(t, scene.Default(), 0).Parameters(); !ok {
		t.Error("a neuron has no parameters")
	}
}
