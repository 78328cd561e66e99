package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

// The confusion is of all points while the run stands still, but for a network of thousands of parameters, and of some, evenly
// spaced, while it plays. They are counted here again, one point after the other.
func TestManySamplesAreCounted(t *testing.T) {
	for _, c := range []struct {
		fragment       string
		still, playing int
	}{
		{"n_samples=100000&cluster_std=2&epochs=0", 100_000, 40_000},
		{"kind=moons&noise=0.2&layers=2,8,8,1&n_samples=100000&epochs=0", 100_000, 1_000_000 / 105},
		{"kind=moons&layers=2,64,64,1&n_samples=10000&epochs=0", 30_000_000 / 4417, 1_000_000 / 4417},
		{"n_samples=3&epochs=0", 3, 3},
	} {
		sc, err := scene.ParseFragment(c.fragment)
		if err != nil {
			t.Fatal(err)
		}
		s := begin(t, sc)
		do(t, s, &Step{}, &Threshold{P: 0.45})
		checkConfusion(t, s, c.still)
		do(t, s, &Play{})
		checkConfusion(t, s, c.playing)
		s.Advance(func() bool { return true })
		checkConfusion(t, s, c.playing)
	}
}

func checkConfusion(t *testing.T, s *Session, of int) {
	t.Helper()
	shot, got := s.Snapshot(), *s.Insight().Confusion
	classes := max(2, shot.Network.Outputs())
	want := make([][]int, classes)
	for k := range want {
		want[k] = make([]int, classes)
	}
	open, n := make([]int, classes), shot.Samples.Len()
	for i := range of {
		at := i * n / of
		x, y := shot.Samples.At(at)
		said := shot.Ask(x)
		if said.Undecided {
			open[y]++
		} else {
			want[y][said.Class]++
		}
	}
	if got.Of != of || !equal(got.Counts, want) || !equal([][]int{got.Open}, [][]int{open}) {
		t.Errorf("playing %v, step %d: %+v; want %v, open %v, of %d", shot.Playing, shot.Step, got, want, open, of)
	}
}

func equal(a, b [][]int) bool {
	for i := range a {
		for k := range a[i] {
			if a[i][k] != b[i][k] {
				return false
			}
		}
	}
	return len(a) == len(b)
}

// A confusion is counted again when what it counts has changed, and only then.
func TestAConfusionIsKeptAndRenewed(t *testing.T) {
	s := begin(t, scene.Default())
	first := s.Insight().Confusion
	if again := s.Insight().Confusion; &again.Counts[0] != &first.Counts[0] {
		t.Error("nothing changed, and all was counted again")
	}
	for _, c := range []Command{
		&Step{}, &Threshold{P: 0.2}, &AddPoint{X: [2]float64{0, 0}, Y: 1}, &MovePoint{Index: 3, X: [2]float64{-9, 9}},
		&RemovePoint{Index: 0}, &Undo{}, &Undo{}, &Weights{Parameters: [][]float64{{-1, 2}, {3}}}, &Undo{},
	} {
		do(t, s, c)
		checkConfusion(t, s, s.Snapshot().Samples.Len())
	}
}

// What separates very many samples is known as for few, and beyond what is looked through it isn't said.
func TestHowManySamplesAreSeparated(t *testing.T) {
	for _, c := range []struct {
		n    int
		says bool
	}{{100_000, true}, {100_001, false}} {
		sc := scene.Default()
		sc.Data.NSamples, sc.Data.ClusterStd = c.n, 0.1
		s := begin(t, sc)
		in := s.Insight()
		if got := in.Margin != nil; got != c.says || c.says && in.Margin.Gamma == nil {
			t.Errorf("%d samples: a margin %v, want %v", c.n, in.Margin, c.says)
		}
		do(t, s, &Play{})
		if _, of, ok := s.LearningRateLimit(); !ok || of != playingCurved {
			t.Errorf("%d samples, playing: a limit found with %d, %v; want with %d", c.n, of, ok, playingCurved)
		}
		do(t, s, &Pause{})
		if _, of, ok := s.LearningRateLimit(); !ok || of != c.n {
			t.Errorf("%d samples: a limit found with %d, %v; want with all", c.n, of, ok)
		}
	}
}

// What the data allow doesn't depend on the weights, so a run that diverged has it, too.
func TestADivergedRunHasAMargin(t *testing.T) {
	s := fromLink(t, "preset=diverging&lr=5e102")
	do(t, s, &Step{N: 20})
	in := s.Insight()
	if !s.Snapshot().Diverged || in.Confusion != nil || in.Margin == nil || in.Margin.Gamma == nil {
		t.Errorf("diverged %v: %+v; want a margin, and no confusion", s.Snapshot().Diverged, in)
	}
}
