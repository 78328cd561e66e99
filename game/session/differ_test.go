package session

import (
	"testing"

	"perceptronlab/perceptron"
)

func TestDifferFindsWhatAnEditChanges(t *testing.T) {
	old := perceptron.NewSamples([][2]float64{{0, 0}, {1, 1}, {2, 2}, {2, 2}}, []int{0, 1, 0, 0})
	list := func(y []int, x ...float64) (s perceptron.Samples) {
		for i, v := range x {
			s.Add([2]float64{v, v}, y[i])
		}
		return s
	}
	for _, c := range []struct {
		name       string
		now        perceptron.Samples
		from, back int
	}{
		{"the same memory", old, 4, 0},
		{"the same", old.Clone(), 4, 0},
		{"one more", list([]int{0, 1, 0, 0, 1}, 0, 1, 2, 2, 3), 4, 0},
		{"one less", list([]int{0, 1, 0}, 0, 1, 2), 3, 0},
		{"a place", list([]int{0, 1, 0, 0}, 0, 5, 2, 2), 1, 2},
		{"a class", list([]int{0, 1, 0, 1}, 0, 1, 2, 2), 3, 0},
		{"one removed", list([]int{0, 0, 0}, 0, 2, 2), 1, 2},
		{"none left", perceptron.Samples{}, 0, 0},
	} {
		if from, back := Differ(old, c.now); from != c.from || back != c.back {
			t.Errorf("%s: the same up to %d and in the last %d, want %d and %d", c.name, from, back, c.from, c.back)
		}
		if from, back := Differ(c.now, old); from != c.from || back != c.back {
			t.Errorf("%s, backwards: the same up to %d and in the last %d, want %d and %d", c.name, from, back, c.from, c.back)
		}
	}
}
