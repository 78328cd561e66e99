package session

import (
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

func TestPointsAreListedInPages(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 101, 10)
	do(t, s, &AddPoint{X: [2]float64{0.3, 0.2}, Y: 1})
	shot := s.Snapshot()
	seen := 0
	for from := 0; from < 120; from += 25 {
		list, err := s.Points(from, 25, false)
		rows, total := list.Rows, list.Total
		if err != nil || total != 101 || len(rows) != min(25, max(0, 101-from)) {
			t.Fatalf("from %d: %d of %d points, %v; want 25 or what is left of 101", from, len(rows), total, err)
		}
		for i, r := range rows {
			x, label := shot.Samples.At(from + i)
			want := shot.Ask(x)
			if r.Index != from+i || r.Label != label || r.X != want.X || r.P[0] != want.P[0] || r.Class != want.Class {
				t.Errorf("place %d lists %+v, want sample %d and %+v", from+i, r, from+i, want)
			}
			seen++
		}
	}
	if seen != 101 {
		t.Errorf("%d points listed, want 101", seen)
	}
}

func TestWrongPointsAreListedAlone(t *testing.T) {
	sc, _ := scene.Preset("three-classes")
	s := begin(t, sc)
	do(t, s, &Step{})
	shot := s.Snapshot()
	var want []int
	k := shot.Network.Outputs()
	z := make([]float64, k*shot.Samples.Len())
	x, labels := shot.Samples.Wide()
	shot.Network.Logits(z, x)
	for i, y := range labels {
		if perceptron.Predict(z[i*k:(i+1)*k]) != y {
			want = append(want, i)
		}
	}
	if len(want) < 4 {
		t.Fatalf("%d wrong points at first, want a few", len(want))
	}
	list, err := s.Points(1, 2, true)
	rows, total := list.Rows, list.Total
	if err != nil || total != len(want) || len(rows) != 2 || rows[0].Index != want[1] || rows[1].Index != want[2] {
		t.Errorf("wrong points 1 and 2 of %d are %+v, %v; want samples %v of %d", total, rows, err, want[1:3], len(want))
	}
}

func TestTheThresholdDecidesWhichPointsAreWrong(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 101, 10)
	do(t, s, &Threshold{0.999})
	list, err := s.Points(0, 25, true)
	rows, total := list.Rows, list.Total
	if right := s.Snapshot().Accuracy; err != nil || total == 0 || total != 100-int(math.Round(100*right)) {
		t.Fatalf("%d wrong points, %v; want as many as accuracy %g leaves of 100", total, err, right)
	}
	for _, r := range rows {
		if r.Label != 1 || r.Class != 0 {
			t.Errorf("sample %d of class %d is called wrong with class %d", r.Index, r.Label, r.Class)
		}
	}
}

func TestPointsThatCannotBeListed(t *testing.T) {
	s := begin(t, scene.Default())
	for _, c := range []struct {
		from, count int
		wrong       bool
		names       string
	}{
		{-1, 25, false, "from -1: want"},
		{0, 0, false, "count 0: want"},
		{0, 101, false, "count 101: want a whole number from 1 to 100"},
	} {
		if list, err := s.Points(c.from, c.count, c.wrong); err == nil || !strings.Contains(err.Error(), c.names) || list.Rows != nil {
			t.Errorf("points %d, %d, %v: %v, %v; want an error that names %q", c.from, c.count, c.wrong, list, err, c.names)
		}
	}
	if list, err := s.Points(1<<40, 25, false); err != nil || list.Rows != nil || list.Total != 100 {
		t.Errorf("beyond the end: %v, %v; want none", list, err)
	}
}

// Of 100,000 points all are looked at, once the run stands still; of those of a large model as many as there is time for.
func TestWrongPointsOfVeryMany(t *testing.T) {
	for _, layers := range [][]int{{2, 1}, {2, 64, 64, 1}} {
		sc := scene.Default()
		sc.Data.NSamples, sc.Model.Layers = 100_000, layers
		s := begin(t, sc)
		shot := s.Snapshot()
		most := min(100_000, countStill/shot.Network.NumParameters())
		wrong := 0
		for i := range most {
			x, y := shot.Samples.At(i)
			if a := shot.Ask(x); a.Undecided || a.Class != y {
				wrong++
			}
		}
		if list, err := s.Points(0, 25, true); err != nil || list.Looked != most || list.Total != wrong {
			t.Errorf("%v: %d wrong of %d, %v; want %d of %d", layers, list.Total, list.Looked, err, wrong, most)
		}
		do(t, s, &Play{})
		most = min(maxPlayed, countPlaying/shot.Network.NumParameters())
		if list, err := s.Points(0, 25, true); err != nil || list.Looked != most {
			t.Errorf("%v: while it plays %d are looked at, %v; want %d", layers, list.Looked, err, most)
		}
	}
}
