package perceptron

import (
	"slices"
	"sort"
)

// A LossCurve is a mean loss at the start of epochs, in their order.
type LossCurve struct {
	Epochs []int // of the losses; nil: 0, 1, 2, …, each
	Losses []float64
}

// Epoch is that of a loss, by its index.
func (c LossCurve) Epoch(i int) int {
	if c.Epochs == nil {
		return i
	}
	return c.Epochs[i]
}

// From is the index of the first loss at or after an epoch, len(Losses) if there is none.
func (c LossCurve) From(epoch int) int {
	if c.Epochs == nil {
		return max(0, min(epoch, len(c.Losses)))
	}
	return sort.SearchInts(c.Epochs, epoch)
}

// Until is the curve before an epoch.
func (c LossCurve) Until(epoch int) LossCurve {
	n := c.From(epoch)
	if c.Epochs != nil {
		c.Epochs = c.Epochs[:n]
	}
	c.Losses = c.Losses[:n]
	return c
}

// At is the loss of an epoch, if it has one.
func (c LossCurve) At(epoch int) (loss float64, ok bool) {
	if i := c.From(epoch); i < len(c.Losses) && c.Epoch(i) == epoch {
		return c.Losses[i], true
	}
	return 0, false
}

// Next is the epoch after the last.
func (c LossCurve) Next() int {
	if len(c.Losses) == 0 {
		return 0
	}
	return c.Epoch(len(c.Losses)-1) + 1
}

// Nearest is the epoch with a loss that is nearest to one; −1 if there is none.
func (c LossCurve) Nearest(epoch int) int {
	if len(c.Losses) == 0 {
		return -1
	}
	i := c.From(epoch)
	if i == len(c.Losses) || i > 0 && epoch-c.Epoch(i-1) < c.Epoch(i)-epoch {
		i--
	}
	return c.Epoch(i)
}

// Extremes are the indices of the least and the greatest of the losses from one index up to another, the first of equal ones.
func (c LossCurve) Extremes(from, end int) (least, greatest int) {
	least, greatest = from, from
	for i := from; i < end; i++ {
		if c.Losses[i] < c.Losses[least] {
			least = i
		}
		if c.Losses[i] > c.Losses[greatest] {
			greatest = i
		}
	}
	return least, greatest
}

const (
	// maxLosses is how many a trainer keeps, unless it keeps all: some for each pixel of a curve.
	maxLosses = 1 << 15
	// With more epochs, so many parts of all, and so many of those up to any epoch, keep their least and greatest.
	partsOfAll, partsUpTo = 2048, 256
	// recentLosses are of the last epochs, which all stay.
	recentLosses = 64
)

// lossRecord is what a trainer keeps of its losses. What was kept is never written to, so that clones share it.
type lossRecord struct {
	all         bool
	epochs      []int // nil: each
	train, test []float64
}

func newLossRecord() lossRecord {
	return lossRecord{train: make([]float64, 0, 64)}
}

// shared is the record with no spare capacity, so that what is appended goes elsewhere.
func (r lossRecord) shared() lossRecord {
	r.epochs, r.train, r.test = slices.Clip(r.epochs), slices.Clip(r.train), slices.Clip(r.test)
	return r
}

// add notes the losses of the next epoch; test counts if there is test data.
func (r *lossRecord) add(train, test float64, tested bool) {
	if !r.all && len(r.train) >= maxLosses {
		r.thin()
	}
	if r.epochs != nil {
		r.epochs = append(r.epochs, r.epochs[len(r.epochs)-1]+1)
	}
	r.train = append(r.train, train)
	if tested {
		r.test = append(r.test, test)
	}
}

// thin keeps of each part of the epochs but the last the least and the greatest losses. A part is as wide as a curve's pixel, on
// a linear scale of the epochs or on a logarithmic one, whichever is finer. What it keeps follows from the losses alone.
func (r *lossRecord) thin() {
	was := LossCurve{r.epochs, r.train}
	n := len(r.train)
	last, recent := was.Epoch(n-1), n-recentLosses
	kept := lossRecord{epochs: make([]int, 0, maxLosses), train: make([]float64, 0, maxLosses)}
	if len(r.test) > 0 {
		kept.test = make([]float64, 0, maxLosses)
	}
	for i := 0; i < n; {
		first, end := was.Epoch(i), i+1
		for end < recent && was.Epoch(end)-first < min(last/partsOfAll, first/partsUpTo) {
			end++
		}
		for _, k := range r.extremes(i, end) {
			kept.epochs, kept.train = append(kept.epochs, was.Epoch(k)), append(kept.train, r.train[k])
			if len(r.test) > 0 {
				kept.test = append(kept.test, r.test[k])
			}
		}
		i = end
	}
	*r = kept
}

// extremes are the indices from i to end of the least and the greatest losses, in their order.
func (r *lossRecord) extremes(i, end int) []int {
	at := []int{}
	for _, losses := range [][]float64{r.train, r.test} {
		if len(losses) == 0 {
			continue
		}
		least, greatest := LossCurve{r.epochs, losses}.Extremes(i, end)
		at = append(at, least, greatest)
	}
	slices.Sort(at)
	return slices.Compact(at)
}
