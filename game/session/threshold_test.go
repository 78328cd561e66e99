package session

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

func TestThresholdMovesTheLineAndWhatIsPredicted(t *testing.T) {
	s := trained(t, scene.Default(), 200)
	before := s.Snapshot()
	for _, p := range []float64{0.2, 0.5, 0.9} {
		if err := s.Apply(&Threshold{p}); err != nil {
			t.Fatal(err)
		}
		shot := s.Snapshot()
		w, b, ok := shot.Line()
		if !ok {
			t.Fatal("a single neuron has no line")
		}
		// A point on the line, and what the model itself says about it.
		x := [2]float64{-b / w[0], 0}
		if got := shot.Ask(x).P[0]; math.Abs(got-p) > 1e-12 {
			t.Errorf("on the line of threshold %v p is %v", p, got)
		}
		right, confusion := 0, [2][2]int{}
		for i := range shot.Samples.Len() {
			x, y := shot.Samples.At(i)
			class := 0
			if perceptron.Sigmoid(w[0]*x[0]+w[1]*x[1]+b+shot.ThresholdLogit) >= p {
				class = 1
			}
			if shot.Ask(x).Class != class {
				t.Errorf("threshold %v: class %d of %v, want %d", p, shot.Ask(x).Class, x, class)
			}
			confusion[y][class]++
			if class == y {
				right++
			}
		}
		if want := float64(right) / float64(shot.Samples.Len()); shot.Accuracy != want {
			t.Errorf("threshold %v: accuracy %v, want %v", p, shot.Accuracy, want)
		}
		for given, row := range s.Insight().Confusion.Counts {
			for predicted, n := range row {
				if n != confusion[given][predicted] {
					t.Errorf("threshold %v: %d of class %d predicted as %d, want %d", p, n, given, predicted, confusion[given][predicted])
				}
			}
		}
		if shot.Loss != before.Loss || shot.Edits != before.Edits {
			t.Errorf("threshold %v changed the run", p)
		}
	}
}

func TestThresholdSetBackLeavesNothingToUndo(t *testing.T) {
	s := trained(t, scene.Default(), 10)
	for _, p := range []float64{0.6, 0.7, 0.5} {
		do(t, s, &Threshold{p})
		if got, want := s.Snapshot().CanUndo, p != 0.5; got != want {
			t.Errorf("at %v: can undo %v, want %v", p, got, want)
		}
	}
	do(t, s, &Threshold{0.3}, &Undo{})
	if shot := s.Snapshot(); shot.Threshold != 0.5 || shot.CanUndo || !shot.CanRedo {
		t.Errorf("after undo: threshold %v, can undo %v, redo %v", shot.Threshold, shot.CanUndo, shot.CanRedo)
	}
}

func TestThresholdSetBackWithinAGestureLeavesTheGestureToUndo(t *testing.T) {
	s := trained(t, scene.Default(), 10)
	before := s.Snapshot().Samples.Len()
	s.Hold()
	do(t, s, &AddPoint{X: [2]float64{1, 2}, Y: 1}, &Threshold{0.6}, &Threshold{0.5})
	s.Release()
	do(t, s, &Undo{})
	if n := s.Snapshot().Samples.Len(); n != before {
		t.Errorf("after undo %d points, want %d", n, before)
	}
}

func TestThresholdGoesWithALinkAndARestart(t *testing.T) {
	s := trained(t, scene.Default(), 10)
	if link := s.Link(); strings.Contains(link, "threshold") {
		t.Errorf("%q names the usual threshold", link)
	}
	do(t, s, &Threshold{0.25})
	restore := s.Restore()
	for _, l := range []Load{{Link: s.Link()}, {Scene: s.Scene().JSON(), Restore: &restore}} {
		back := trained(t, scene.Default(), 0)
		do(t, back, &l)
		if got := back.Snapshot(); got.Threshold != 0.25 || got.Step != 10 {
			t.Errorf("threshold %v at step %d came back, want 0.25 at 10", got.Threshold, got.Step)
		}
	}
	do(t, s, &Change{With: "kind=blobs&centers=0,0;1,1;2,2&layers=2,3&train.loss=cross_entropy"})
	if link, r := s.Link(), s.Restore(); strings.Contains(link, "threshold") || r.Threshold != nil {
		t.Errorf("three classes have the threshold of %q", link)
	}
}

func TestThresholdOutOfRange(t *testing.T) {
	s := trained(t, scene.Default(), 0)
	for _, p := range []float64{0, 1, -1, 2, math.NaN(), math.Inf(1)} {
		if err := s.Apply(&Threshold{p}); err == nil {
			t.Errorf("threshold %v is accepted", p)
		}
	}
	three, _ := scene.Preset("three-classes")
	s = trained(t, three, 0)
	if err := s.Apply(&Threshold{0.7}); err == nil {
		t.Error("three classes have a threshold")
	}
	if shot := s.Snapshot(); shot.ThresholdLogit != 0 {
		t.Errorf("a refused threshold left logit %v", shot.ThresholdLogit)
	}
}

// XOR ends with p within a millionth of 0.5 at each corner, on one side or the other depending on rounding.
func TestWhereItCantTellNoClassIsNamed(t *testing.T) {
	xor, _ := scene.Preset("xor")
	rosenblatt, _ := scene.Preset("rosenblatt")
	three, _ := scene.Preset("three-classes")
	three.Model.Init = "zeros"
	for name, c := range map[string]struct {
		scene scene.Scene
		steps int
		all   bool
	}{
		"XOR before training":           {xor, 0, false},
		"XOR at its end":                {xor, 500, true},
		"Rosenblatt's rule at w = 0":    {rosenblatt, 0, true},
		"Rosenblatt's rule when it has": {rosenblatt, 500, false},
		"three classes at w = 0":        {three, 0, true},
	} {
		s := trained(t, c.scene, c.steps)
		shot, in := s.Snapshot(), s.Insight()
		undecided, counted := 0, 0
		for i := range shot.Samples.Len() {
			x, _ := shot.Samples.At(i)
			if got := shot.Ask(x).Undecided; got != c.all {
				t.Errorf("%s: sample %d undecided: %v, want %v", name, i, got, c.all)
			}
		}
		for k, row := range in.Confusion.Counts {
			undecided += in.Confusion.Open[k]
			for _, n := range row {
				counted += n
			}
		}
		if n := shot.Samples.Len(); counted+undecided != n || (undecided == n) != c.all {
			t.Errorf("%s: %d counted and %d undecided of %d", name, counted, undecided, n)
		}
		if list, err := s.Points(0, 1, true); err != nil || c.all && list.Total != shot.Samples.Len() {
			t.Errorf("%s: %d not right, %v", name, list.Total, err)
		}
	}
}

// Neither rounding nor a line that separates decides, but what a reader sees: after three small steps from w = 0 just where p reads
// 0.5000 no class is named.
func TestNoClassIsNamedBesideAHalf(t *testing.T) {
	sc, err := scene.ParseFragment("init=zeros&lr=0.0002")
	if err != nil {
		t.Fatal(err)
	}
	undecided := 0
	shot := trained(t, sc, 3).Snapshot()
	for i := range shot.Samples.Len() {
		x, _ := shot.Samples.At(i)
		said := shot.Ask(x)
		if half := fmt.Sprintf("%.4f", said.P[0]) == "0.5000"; half != said.Undecided {
			t.Errorf("at %v p = %v, undecided %v", x, said.P[0], said.Undecided)
		}
		if said.Undecided {
			undecided++
		}
	}
	if undecided != 67 {
		t.Errorf("%d undecided, want 67", undecided)
	}
}

func TestAClassIsNamedAsSoonAsFourDigitsShowIt(t *testing.T) {
	for _, threshold := range []float64{0, 2} {
		for z, want := range map[float64]bool{0: true, 1.99e-4: true, -1.99e-4: true, 2.01e-4: false, -2.01e-4: false} {
			if got := undecided([]float64{threshold + z}, threshold); got != want {
				t.Errorf("z = %v beyond the threshold's %v: undecided %v, want %v", z, threshold, got, want)
			}
		}
	}
	for _, z := range [][]float64{{1, 1}, {3, -2, 3.0001}, {5, 5, 5}} {
		if !undecided(z, 0) {
			t.Errorf("logits %v name a class", z)
		}
	}
	if undecided([]float64{3, -2, 3.001}, 0) {
		t.Error("logits that differ name no class")
	}
}

func trained(t *testing.T, sc scene.Scene, steps int) *Session {
	t.Helper()
	s, err := New(sc)
	if err != nil {
		t.Fatal(err)
	}
	for range steps {
		s.step()
	}
	return s
}
