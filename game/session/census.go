package session

import (
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
)

// A census is what a report says of the samples alone. It is never written to: after an edit there is another, made of the one
// before and what the edit changed, since there may be a million samples.
type census struct {
	samples perceptron.Samples
	counts  [dataset.MaxClasses]int // by class
	corners [][2]float64            // view.Corners
}

// of is the census of other samples.
func (c *census) of(now perceptron.Samples) *census {
	if same(c.samples, now) {
		return c
	}
	gone, come := difference(c.samples, now)
	next := &census{now, c.counts, view.Corners(c.corners, come.X)}
	for i, y := range gone.Y {
		next.counts[y]--
		if view.AtEdge(c.corners, gone.X[i]) {
			next.corners = nil
		}
	}
	for _, y := range come.Y {
		next.counts[y]++
	}
	if next.corners == nil {
		next.corners = view.Corners(now.X)
	}
	return next
}

// classes is how many there are, if those that no sample is of are left out at the end.
func (c *census) classes() int {
	k := len(c.counts)
	for k > 0 && c.counts[k-1] == 0 {
		k--
	}
	return k
}

// difference is what is in the old list of samples alone, and in the present one.
func difference(old, now perceptron.Samples) (gone, come perceptron.Samples) {
	from, back := Differ(old, now)
	to, end := old.Len()-back, now.Len()-back
	return perceptron.Samples{X: old.X[from:to], Y: old.Y[from:to]}, perceptron.Samples{X: now.X[from:end], Y: now.Y[from:end]}
}
