package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

// A step of a network that has too many parameters for a path through its landscape.
func BenchmarkStepOfALargeNetwork(b *testing.B) {
	s, err := scene.ParseFragment("layers=2,64,64,64,1&batch_size=1&epochs=0")
	if err != nil {
		b.Fatal(err)
	}
	run, err := New(s)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		run.step()
	}
}
