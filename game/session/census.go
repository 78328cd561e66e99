package session

import (
	"slices"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/table"
)

// A Census is what a report says of the samples alone. It is never written to: after an edit there is another, made of the one
// before and what the edit changed, since there may be a million samples.
type Census struct {
	Samples perceptron.Samples
	counts  [table.MaxClasses]int // by class
	corners [][2]float64          // view.Corners

	id, before *byte // the latter is that of the census it was made of, which it doesn't hold
	from, back int   // Differ from that
}

// of is the census of other samples.
func (c *Census) of(now perceptron.Samples) *Census {
	if same(c.Samples, now) {
		return c
	}
	next := &Census{Samples: now, counts: c.counts, id: new(byte), before: c.id}
	next.from, next.back = Differ(c.Samples, now)
	gone, come := c.Difference(next)
	next.corners = view.Corners(c.corners, come.X)
	for i, y := range gone.Y {
		next.counts[y]--
		if view.AtEdge(c.corners, gone.X[i]) {
			next.corners = nil
		}
	}
	for labels := range slices.Chunk(come.Y, 1024) {
		next.count(labels)
	}
	if next.corners == nil {
		next.corners = view.Corners(now.X)
	}
	return next
}

// count is of few samples at a time: a browser makes a function fast between two calls of it, not while it runs.
//
//go:noinline
func (c *Census) count(labels []int) {
	for _, y := range labels {
		c.counts[y]++
	}
}

// Differ says where the samples differ from those of another census; if that is the next one, without looking.
func (c *Census) Differ(now *Census) (from, back int) {
	if now.before == c.id && c.id != nil {
		return now.from, now.back
	}
	return Differ(c.Samples, now.Samples)
}

// Difference is which samples are in c alone, and which in the other alone.
func (c *Census) Difference(now *Census) (gone, come perceptron.Samples) {
	from, back := c.Differ(now)
	to, end := c.Samples.Len()-back, now.Samples.Len()-back
	return perceptron.Samples{X: c.Samples.X[from:to], Y: c.Samples.Y[from:to]},
		perceptron.Samples{X: now.Samples.X[from:end], Y: now.Samples.Y[from:end]}
}

// classes is how many there are, if those that no sample is of are left out at the end.
func (c *Census) classes() int {
	k := len(c.counts)
	for k > 0 && c.counts[k-1] == 0 {
		k--
	}
	return k
}
