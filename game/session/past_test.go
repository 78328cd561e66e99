package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

// What Past returns for each epoch is what the run was at the time, whatever has been done since.
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
				seen = append(seen, Past{s.run.Steps(), s.run.Trainer().Network().Clone()})
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
			if !ok || !samePast(got, want) {
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

func samePast(a, b Past) bool {
	return a.Step == b.Step && a.Network.Equal(b.Network)
}

// With this many points there is no copy to train on from: what is near the start is found, and what would take long is not.
func TestAPastThatWouldTakeLongIsNotFound(t *testing.T) {
	sc, err := scene.ParseFragment("n_samples=150000")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(sc)
	if err != nil {
		t.Fatal(err)
	}
	var second Past
	for s.run.Epoch() < 80 {
		s.step()
		if s.run.Epoch() == 2 {
			second = Past{s.run.Steps(), s.run.Trainer().Network().Clone()}
		}
	}
	if got, ok := s.Past(2); !ok || !samePast(got, second) {
		t.Errorf("epoch 2: %+v %v, was %+v", got, ok, second)
	}
	if got, ok := s.Past(79); ok {
		t.Errorf("epoch 79 was trained again: %+v", got)
	}
	if got, ok := s.Past(80); !ok || got.Step != 80 {
		t.Errorf("the present: %+v %v", got, ok)
	}
}
