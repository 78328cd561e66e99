package session

import (
	"reflect"
	"testing"

	"perceptronlab/perceptron/baseline"
	"perceptronlab/perceptron/scene"
)

func TestPinKeepsTheRunToCompareWith(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 10, 10)
	pinned := s.Snapshot()
	do(t, s, &Pin{}, &Change{With: "lr=0.5"})
	play(t, s, 5, 10)
	others := s.Snapshot().Others
	if len(others) != 1 || others[0].Name != Pinned || !reflect.DeepEqual(others[0].Losses, pinned.Losses) || others[0].W[0] != pinned.Network.Parameters()[0][0] {
		t.Errorf("pinned %+v, want the run before the change", others)
	}
	do(t, s, &Unpin{})
	if got := s.Snapshot().Others; len(got) != 0 {
		t.Errorf("unpinned, and still %+v", got)
	}
}

func TestTheRaceIsTheBaselinesOwnRun(t *testing.T) {
	sc, _ := scene.Preset("rosenblatt")
	s := begin(t, sc)
	do(t, s, &Race{On: true})
	play(t, s, 130, 1) // the batch is one sample: 130 samples
	do(t, s, &AddPoint{X: [2]float64{0.25, 0.5}, Y: 1}, &MovePoint{Index: 2, X: [2]float64{-2, 2}}, &RemovePoint{Index: 9})
	play(t, s, 70, 1)
	got := s.Snapshot().Others
	if len(got) != len(baseline.Names()) {
		t.Fatalf("%d baselines, want %d", len(got), len(baseline.Names()))
	}
	// Rosenblatt's rule is what the scene itself trains.
	if p := s.Snapshot().Network.Parameters(); got[0].Name != "rosenblatt" || got[0].W != [2]float64{p[0][0], p[0][1]} || got[0].B != p[1][0] {
		t.Errorf("the baseline %s is at %v, %g; the run itself at %v", got[0].Name, got[0].W, got[0].B, p)
	}
	do(t, s, &Reset{})
	if got := s.Snapshot().Others; len(got) != len(baseline.Names()) || got[0].Mistakes != 0 || got[0].W != [2]float64{} {
		t.Errorf("after a reset the race is at %+v", got[0])
	}
	do(t, s, &Load{Link: "preset=three-classes"})
	if got := s.Snapshot().Others; len(got) != 0 {
		t.Errorf("%d baselines race for three classes", len(got))
	}
	if err := s.Apply(&Race{On: true}); err == nil {
		t.Error("a race for three classes began")
	}
}

// A point that was moved just before a race began, and is moved again, is where it is for the race, too.
func TestARaceSeesAnEditThatTookAnothersPlace(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &MovePoint{Index: 3, X: [2]float64{1, 1}}, &Race{On: true}, &MovePoint{Index: 3, X: [2]float64{9, 9}}, &Step{})
	for _, one := range s.race.baselines {
		if got := one.Samples().X[3]; got != [2]float32{9, 9} {
			t.Errorf("%s has the point at %v", one.Name(), got)
		}
	}
	if l, ok := s.Ledger(); !ok || l.Holds {
		t.Errorf("the ledger: %+v, %v; want one whose bound doesn't hold", l, ok)
	}
}
