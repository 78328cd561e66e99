package perceptron

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// leaveOften lets each step be left after any block, until the test ends.
func leaveOften(t testing.TB) {
	usual := lookEvery
	lookEvery = 0
	t.Cleanup(func() { lookEvery = usual })
}

// pieces takes n steps with pauses within them, in which it looks around.
func pieces(t *testing.T, r *Trainer, n int, draw *rand.Rand) (left int) {
	t.Helper()
	for end := r.Steps() + n; r.Steps() < end; {
		before, at := r.Steps(), ""
		if draw.IntN(3) == 0 {
			at = state(r)
		}
		if !r.RunUntil(end-before, func() bool { return draw.IntN(2) == 0 }) {
			break
		}
		left++
		if part := r.Part(); !(part > 0 && part < 1) {
			t.Fatalf("step %d was left with %g done", r.Steps(), part)
		}
		if at != "" && r.Steps() == before && state(r) != at {
			t.Fatalf("step %d was left, and shows", before)
		}
		switch draw.IntN(6) {
		case 0:
			r.EvaluateUntil(func() bool { return draw.IntN(2) == 0 })
		case 1:
			r.Ahead(5)
		case 2:
			r.Loss()
		case 3:
			r.Clone().Step()
		}
	}
	return left
}

func TestALeftStepEndsInTheSameBits(t *testing.T) {
	leaveOften(t)
	draw := rand.New(rand.NewPCG(1, 2))
	for _, c := range optimizerConfigs {
		for _, c.BatchSize = range []int{0, 7, 130, 299} {
			for _, layers := range [][]int{{2, 1}, {2, 4, 1}} {
				name := fmt.Sprintf("%+v %v", c, layers)
				whole, cut := newRun(layers, 300, c, 4), newRun(layers, 300, c, 4)
				whole.SetTest(cloud(150, 2, 5))
				cut.SetTest(cloud(150, 2, 5))
				left := 0
				edit := func(change func(r *Trainer)) {
					at := func() bool { return true }
					if cut.Clone().RunUntil(1, at) {
						cut.RunUntil(1, at) // which is dropped
					}
					change(whole)
					change(cut)
				}
				for _, n := range []int{1, 2, 5, 30} {
					steps(whole, n)
					left += pieces(t, cut, n, draw)
					if got, want := state(cut), state(whole); got != want {
						t.Fatalf("%s: in pieces %s, want %s", name, got, want)
					}
					if cut.Loss() != whole.Loss() || cut.Accuracy() != whole.Accuracy() || cut.TestLoss() != whole.TestLoss() {
						t.Fatalf("%s: another loss", name)
					}
					if c.BatchSize != 7 && len(layers) > 2 {
						edit(func(r *Trainer) { r.Add([2]float64{1, 2}, 1) })
						edit(func(r *Trainer) { r.Move(3, [2]float64{0, 1}, 0) })
						edit(func(r *Trainer) { r.Remove(50) })
						edit(func(r *Trainer) {
							next := r.Config()
							next.LR /= 2
							r.Configure(next)
						})
						edit(func(r *Trainer) { r.SetParameters(r.Network().Parameters()) })
					}
				}
				if left == 0 && (len(layers) > 2 || c.BatchSize > blockLen) {
					t.Errorf("%s: no step was left", name)
				}
			}
		}
	}
}

func TestAnEvaluationLeftAndGoneOnWith(t *testing.T) {
	leaveOften(t)
	r, whole := newRun([]int{2, 4, 1}, 300, TrainConfig{LR: 0.1}, 4), newRun([]int{2, 4, 1}, 300, TrainConfig{LR: 0.1}, 4)
	for _, one := range []*Trainer{r, whole} {
		one.SetTest(cloud(150, 2, 5))
	}
	calls := 0
	for !r.EvaluateUntil(func() bool { return true }) {
		if calls++; !r.Evaluating() || r.Evaluated() {
			t.Fatalf("left %d times: evaluating %v, evaluated %v", calls, r.Evaluating(), r.Evaluated())
		}
	}
	if calls != 6 || r.Evaluating() || !r.Evaluated() {
		t.Errorf("left %d times, want 6 blocks before the last of each", calls)
	}
	if r.Loss() != whole.Loss() || r.Accuracy() != whole.Accuracy() || r.TestLoss() != whole.TestLoss() || r.TestAccuracy() != whole.TestAccuracy() {
		t.Error("it isn't what is found at once")
	}
	r.Step()
	if r.Evaluated() || r.Evaluating() {
		t.Error("after a step it is known, or begun")
	}
}
