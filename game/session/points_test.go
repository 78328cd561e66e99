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
		rows, total, err := s.Points(from, 25, false)
		if err != nil || total != 101 || len(rows) != min(25, max(0, 101-from)) {
			t.Fatalf("from %d: %d of %d points, %v; want 25 or what is left of 101", from, len(rows), total, err)
		}
		for i, r := range rows {
			want := shot.Ask(shot.Samples.X[from+i])
			if r.Index != from+i || r.Label != shot.Samples.Y[r.Index] || r.X != want.X || r.P[0] != want.P[0] || r.Class != want.Class {
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
	shot.Network.Logits(z, shot.Samples.X)
	for i, y := range shot.Samples.Y {
		if perceptron.Predict(z[i*k:(i+1)*k]) != y {
			want = append(want, i)
		}
	}
	if len(want) < 4 {
		t.Fatalf("%d wrong points at first, want a few", len(want))
	}
	rows, total, err := s.Points(1, 2, true)
	if err != nil || total != len(want) || len(rows) != 2 || rows[0].Index != want[1] || rows[1].Index != want[2] {
		t.Errorf("wrong points 1 and 2 of %d are %+v, %v; want samples %v of %d", total, rows, err, want[1:3], len(want))
	}
}

func TestTheThresholdDecidesWhichPointsAreWrong(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 101, 10)
	do(t, s, &Threshold{0.999})
	rows, total, err := s.Points(0, 25, true)
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
	sc := scene.Default()
	sc.Data.NSamples = MaxSearched + 1
	s := begin(t, sc)
	for _, c := range []struct {
		from, count int
		wrong       bool
		names       string
	}{
		{-1, 25, false, "from -1: want"},
		{0, 0, false, "count 0: want"},
		{0, 101, false, "count 101: want a whole number from 1 to 100"},
		{0, 25, true, "wrong ones of 20001: want at most 20000"},
	} {
		if rows, _, err := s.Points(c.from, c.count, c.wrong); err == nil || !strings.Contains(err.Error(), c.names) || rows != nil {
			t.Errorf("points %d, %d, %v: %v, %v; want an error that names %q", c.from, c.count, c.wrong, rows, err, c.names)
		}
	}
	if rows, total, err := s.Points(1<<40, 25, false); err != nil || rows != nil || total != MaxSearched+1 {
		t.Errorf("beyond the end: %d rows of %d, %v; want none", len(rows), total, err)
	}
}
