package session

import (
	"math/rand/v2"
	"testing"

	"perceptronlab/perceptron/scene"
)

// BenchmarkBack is what going back takes in a run of 100,000 edits over some 200,000 steps: each time an edit, a few steps, and
// then that.
func BenchmarkBack(b *testing.B) {
	s, err := New(scene.Default())
	if err != nil {
		b.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 0))
	does := func(list ...Command) {
		for _, c := range list {
			if err := s.Apply(c); err != nil {
				b.Fatal(err)
			}
			for s.Playing() { // the way there may be far
				s.Advance(never)
			}
		}
	}
	edit := func() Command {
		return &MovePoint{Index: rng.IntN(100), X: [2]float64{rng.NormFloat64(), rng.NormFloat64()}}
	}
	for range 100_000 {
		does(edit(), &Step{N: 2})
	}
	for _, way := range []struct {
		name string
		do   func()
	}{
		{"edit", func() {}},
		{"undo", func() { does(&Undo{}) }},
		{"undo and redo", func() { does(&Undo{}, &Redo{}) }},
		{"seek 10 steps", func() { does(&Seek{s.Steps() - 10}) }},
		{"seek 1000 steps and back", func() { does(&Seek{s.Steps() - 1000}, &Seek{s.farthest}) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				does(edit(), &Step{N: 5})
				way.do()
			}
		})
	}
}
