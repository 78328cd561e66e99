package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

// What Past tells of each epoch is what the run was when it was there, whatever was done since.
func TestPastIsWhereTheRunWas(t *testing.T) {
	for _, fragment := range []string{"", "preset=rosenblatt&epochs=30", "batch_size=7&epochs=60&momentum=0.9", "preset=xor-mlp"} {
		sc, err := scene.ParseFragment(fragment)
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(sc)
		if err != nil {
			t.Fatal(err)
		}
		var seen []Past
		note := func() {
			if s.run.Trainer().EpochStart() {
				p := Past{Step: s.run.Steps()}
				p.W, p.B, p.Line = s.run.Trainer().Network().Line()
				seen = append(seen, p)
			}
		}
		for note(); len(seen) < 25; note() {
			if len(seen) == 12 && s.run.Trainer().EpochStart() {
				// An edit in between: it holds from there on.
				if err := s.Apply(&AddPoint{X: [2]float64{0.5, 0.25}, Y: 1}); err != nil {
					t.Fatal(err)
				}
				seen = seen[:11]
				note()
			}
			s.step()
		}
		for epoch, want := range seen {
			got, ok := s.Past(epoch)
			if !ok || got != want {
				t.Errorf("%s: epoch %d: %+v %v, was %+v", fragment, epoch, got, ok, want)
			}
		}
		if _, ok := s.Past(len(seen) + 1); ok {
			t.Errorf("%s: an epoch that has not begun", fragment)
		}
		if _, ok := s.Past(-1); ok {
			t.Errorf("%s: epoch −1", fragment)
		}
	}
}
