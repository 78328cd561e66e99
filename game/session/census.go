package session

import (
	"slices"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/table"
)

// A Census is what a report says of the samples alone. It is never written to: after an edit there is another, made of the one
// before and what the edit changed, since there may be a million samples. Only a sample that is dragged among very many moves within
// the memory of several of them; where it was before that, its dragged knows.
type Census struct {
	Samples perceptron.Samples
	counts  [table.MaxClasses]int // by class
	corners [][2]float64          // view.Corners

	id, before *byte // the latter is that of the census it was made of, which it doesn't hold
	from, back int   // Differ from that

	dragged *dragged // of all that share the memory
	drags   int      // how many of its moves it knows
}

// dragged is one sample before each of its moves within the same memory.
type dragged struct {
	index int
	was   perceptron.Samples
}

// of is the census of other samples.
func (c *Census) of(now perceptron.Samples) *Census {
	if same(c.Samples, now) {
		return c
	}
	from, back := Differ(c.Samples, now)
	return c.next(&Census{Samples: now, from: from, back: back, dragged: &dragged{}})
}

// ofDrag is the census after a sample, which was x of class y, moved within the same memory.
func (c *Census) ofDrag(index int, x [2]float64, y int) *Census {
	d := c.dragged
	d.index = index
	d.was.Add(x, y)
	return c.next(&Census{Samples: c.Samples, from: index, back: c.Samples.Len() - 1 - index, dragged: d, drags: c.drags + 1})
}

// mayDrag reports whether a sample may move within the census's memory.
func (c *Census) mayDrag(index int) bool { return c.dragged.was.Len() == 0 || c.dragged.index == index }

// next counts what is another in the next census.
func (c *Census) next(next *Census) *Census {
	next.counts, next.id, next.before = c.counts, new(byte), c.id
	gone, come := c.Difference(next)
	next.corners = view.Corners(c.corners, view.SampleCorners(come.X))
	for i, y := range gone.Y {
		next.counts[y]--
		if view.AtEdge(c.corners, perceptron.Double(gone.X[i])) {
			next.corners = nil
		}
	}
	for labels := range slices.Chunk(come.Y, 1024) {
		next.count(labels)
	}
	if next.corners == nil {
		next.corners = view.SampleCorners(next.Samples.X)
	}
	return next
}

// count is of few samples at a time: a browser makes a function fast between two calls of it, not while it runs.
//
//go:noinline
func (c *Census) count(labels []uint8) {
	for _, y := range labels {
		c.counts[y]++
	}
}

// Differ says where the samples differ from those of another census; if that is the next one, without looking.
func (c *Census) Differ(now *Census) (from, back int) {
	switch {
	case now.before == c.id && c.id != nil:
		return now.from, now.back
	case c == now || !c.behind():
		return Differ(c.Samples, now.Samples)
	case c.dragged == now.dragged:
		return c.dragged.index, c.Samples.Len() - 1 - c.dragged.index
	}
	return 0, 0 // its memory says no more
}

// Difference is which samples are in c alone, and which in the other alone.
func (c *Census) Difference(now *Census) (gone, come perceptron.Samples) {
	from, back := c.Differ(now)
	return c.part(from, c.Samples.Len()-back), now.part(from, now.Samples.Len()-back)
}

// behind reports whether a sample has moved in the census's memory.
func (c *Census) behind() bool { return c.dragged != nil && c.drags < c.dragged.was.Len() }

// part is the samples from one up to another.
func (c *Census) part(from, to int) perceptron.Samples {
	s := c.Samples.Part(from, to)
	if !c.behind() || c.dragged.index < from || c.dragged.index >= to {
		return s
	}
	s = s.Clone()
	at, was := c.dragged.index-from, c.dragged.was
	s.X[at], s.Y[at] = was.X[c.drags], was.Y[c.drags]
	return s
}

// classes is how many there are, if those that no sample is of are left out at the end.
func (c *Census) classes() int {
	k := len(c.counts)
	for k > 0 && c.counts[k-1] == 0 {
		k--
	}
	return k
}
