package session

import (
	"math"
	"testing"

	"perceptronlab/perceptron/scene"
)

// checkSettling compares each place with the scene's replay.
func checkSettling(t *testing.T, s *Session, what string) []Place {
	t.Helper()
	places := s.Settling()
	per := s.Snapshot().StepsPerEpoch
	for i, p := range places {
		run, err := scene.Replay(s.Scene(), int(math.Round(p.Epoch*float64(per))))
		if err != nil {
			t.Fatal(err)
		}
		if w, _, _ := run.Trainer().Network().Line(); w != p.W || i > 0 && p.Epoch <= places[i-1].Epoch {
			t.Fatalf("%s: place %d of %d is %+v, the replay's weights are %v", what, i, len(places), p, w)
		}
	}
	if last := places[len(places)-1]; int(math.Round(last.Epoch*float64(per))) != s.Steps() {
		t.Fatalf("%s: the last place is %+v at step %d", what, last, s.Steps())
	}
	return places
}

func TestSettlingIsTheRunOverTheLogarithmOfTime(t *testing.T) {
	for _, preset := range []string{"blog", "rosenblatt"} {
		sc, _ := scene.Preset(preset)
		sc.Train.Epochs = 0
		s := begin(t, sc)
		if places := checkSettling(t, s, "begun"); len(places) != 1 {
			t.Errorf("%d places at step 0", len(places))
		}
		play(t, s, 700, 1)
		if places := checkSettling(t, s, "played"); len(places) < 50 || len(places) > 70 {
			t.Errorf("%d places after 700 steps", len(places))
		}
		do(t, s, &Seek{Step: 130})
		checkSettling(t, s, "sought")
		do(t, s, &Set{Key: "train.lr", Value: 0.5})
		checkSettling(t, s, "edited")
		play(t, s, 300, 1)
		checkSettling(t, s, "edited and played")
		do(t, s, &Weights{Parameters: [][]float64{{1, 2}, {3}}})
		play(t, s, 100, 1)
		checkSettling(t, s, "weights set")
		do(t, s, &Undo{})
		checkSettling(t, s, "undone")
		do(t, s, &Undo{})
		checkSettling(t, s, "undone twice")
		do(t, s, &Redo{})
		checkSettling(t, s, "redone")
	}
}

// Up to 16 each step is a place, then eight in each doubling: the distances follow the steps that become places.
func TestPlacesLieFartherAndFartherApart(t *testing.T) {
	places := 0
	for step := 0; step < 1<<20; places++ {
		if places > 16 && (apart(step) > step/8 || apart(step) < step/16) {
			t.Fatalf("places are %d apart at step %d", apart(step), step)
		}
		step += apart(step)
		if step%apart(step) != 0 {
			t.Fatalf("step %d is none", step)
		}
	}
	if places != 16+8*16 {
		t.Errorf("%d places of a million steps", places)
	}
}

func TestNoSettling(t *testing.T) {
	for _, preset := range []string{"xor-mlp", "three-classes", "empty"} {
		sc, _ := scene.Preset(preset)
		s := begin(t, sc)
		play(t, s, 20, 1)
		if p := s.Settling(); p != nil {
			t.Errorf("%s: %v", preset, p)
		}
	}
}
