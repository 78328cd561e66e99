package session

import (
	"math"
	"testing"

	"perceptronlab/perceptron/scene"
)

// laborious is a scene whose steps take longer than a tick, and whose loss isn't found at once.
func laborious(t *testing.T, more string) *Session {
	t.Helper()
	sc, err := scene.ParseFragment("kind=moons&noise=0.1&n_samples=8000&layers=2,64,64,64,1&epochs=0" + more)
	if err != nil {
		t.Fatal(err)
	}
	return begin(t, sc)
}

var soon = func() bool { return true }

func TestALongStepIsTakenInTicks(t *testing.T) {
	for _, more := range []string{"", "&test_size=0.2", "&train.batch_size=7000"} {
		s := laborious(t, more)
		want, err := scene.Replay(s.Scene(), 1)
		if err != nil {
			t.Fatal(err)
		}
		do(t, s, &Step{})
		ticks, last := 0, 0.
		for ; s.Playing() && s.Steps() == 0; ticks++ {
			s.Advance(soon)
			part := s.Snapshot().Part
			if s.Steps() == 0 && (part == 0 || part < last || part >= 1) {
				t.Fatalf("%s: after tick %d there is %g of the step done, was %g", more, ticks, part, last)
			}
			last = part
		}
		if ticks < 10 || s.Playing() || s.Steps() != 1 {
			t.Errorf("%s: after %d ticks: step %d, playing %v", more, ticks, s.Steps(), s.Playing())
		}
		if !s.run.Trainer().Network().Equal(want.Trainer().Network()) {
			t.Errorf("%s: another step than that of a replay", more)
		}
	}
}

func TestALongStepCanBeLeftAlone(t *testing.T) {
	s := laborious(t, "")
	do(t, s, &Play{})
	for range 5 {
		s.Advance(soon)
	}
	do(t, s, &Pause{})
	if shot := s.Snapshot(); shot.Playing || shot.Step != 0 || shot.Part != 0 {
		t.Errorf("paused: %+v", shot)
	}
	do(t, s, &AddPoint{X: [2]float64{1, 1}, Y: 1}, &Play{})
	for s.Steps() == 0 {
		s.Advance(soon)
	}
	want, err := scene.Replay(s.Scene(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if !s.run.Trainer().Network().Equal(want.Trainer().Network()) {
		t.Error("a point added within a step: another run than its record's")
	}
}

func TestTheLossOfVeryManyComesLater(t *testing.T) {
	s := laborious(t, "&test_size=0.5")
	if shot := s.Snapshot(); !math.IsNaN(shot.Loss) || !math.IsNaN(s.Insight().Test.Loss) || s.Evaluated() || s.Evaluating() {
		t.Errorf("at once: loss %g, evaluated %v", shot.Loss, s.Evaluated())
	}
	for ticks := 0; !s.Evaluate(soon); ticks++ {
		if !s.Evaluating() || !math.IsNaN(s.Snapshot().Loss) {
			t.Fatalf("after %d ticks: evaluating %v, loss %g", ticks, s.Evaluating(), s.Snapshot().Loss)
		}
	}
	trainer := s.run.Clone().Trainer()
	if shot := s.Snapshot(); shot.Loss != trainer.Loss() || shot.Accuracy != trainer.Accuracy() || s.Insight().Test.Loss != trainer.TestLoss() {
		t.Errorf("loss %g, accuracy %g", shot.Loss, shot.Accuracy)
	}
	do(t, s, &Threshold{P: 0.3})
	if shot := s.Snapshot(); math.IsNaN(shot.Loss) || !math.IsNaN(shot.Accuracy) {
		t.Errorf("with another threshold: loss %g, accuracy %g", shot.Loss, shot.Accuracy)
	}
}

func TestAStopConditionOfALongRunIsLookedAtInTicks(t *testing.T) {
	s := laborious(t, "")
	often := 10.
	do(t, s, &Stop{Loss: &often}, &Play{})
	ticks := 0
	for ; s.Playing(); ticks++ {
		s.Advance(soon)
	}
	if s.Steps() != 1 || !s.run.Trainer().Evaluated() || ticks < 20 {
		t.Errorf("it stopped after %d ticks at step %d", ticks, s.Steps())
	}
}
