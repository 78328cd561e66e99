package session

import "perceptronlab/perceptron"

// A Confusion is how many samples of each class are predicted as which: Counts by the class given, then the class predicted.
type Confusion struct {
	Counts [][]int
	Open   []int // of each class, how many are too close to call, which Counts leaves out
	Of     int   // how many samples these are, evenly spaced: of a large model, and while the run plays, maybe not all
}

// As many samples are counted as make this when multiplied by the parameters, between two bounds: that takes about a millisecond
// while the run plays, and some tens of them once it stands still.
const (
	countPlaying = 1_000_000
	countStill   = 30_000_000
	minCounted   = 100
	maxPlayed    = 40_000
)

// counted is the last confusion, kept since a report is made again when no more than the pointer moved.
type counted struct {
	generation, changes, step, maxCount int
	threshold, loss                     float64
	samples                             perceptron.Samples
	found                               Confusion
}

// confusion is for a run that has not diverged.
func (s *Session) confusion() Confusion {
	t := s.run.Trainer()
	net, samples := t.Network(), t.Samples()
	maxCount := s.countable()
	now := counted{s.generation, s.changes, t.Steps(), maxCount, s.thresholdLogit(net), t.Loss(), samples, Confusion{}}
	if c := &s.counted; !c.stands(now) {
		now.found = count(net, thinned(samples, maxCount), now.threshold)
		*c = now
	}
	return s.counted.found
}

// countable is how many samples there is time to ask the model about for one report.
func (s *Session) countable() int {
	t := s.run.Trainer()
	return Affordable(s.either(countStill, countPlaying), t.Network(), minCounted, s.either(t.NumSamples(), maxPlayed))
}

// stands reports whether what was found is still right. The loss, which nothing that counts leaves as it is, is NaN without
// samples.
func (c *counted) stands(now counted) bool {
	return c.generation == now.generation && c.changes == now.changes && c.step == now.step && c.maxCount == now.maxCount &&
		c.threshold == now.threshold && c.loss == now.loss && same(c.samples, now.samples)
}

func count(net *perceptron.Network, samples perceptron.Samples, threshold float64) (c Confusion) {
	k := net.Outputs()
	classes := max(2, k)
	c.Counts, c.Open, c.Of = make([][]int, classes), make([]int, classes), samples.Len()
	for i := range c.Counts {
		c.Counts[i] = make([]int, classes)
	}
	eachSaid(net, samples, threshold, func(i, class int, open bool) {
		if y := samples.Y[i]; open {
			c.Open[y]++
		} else {
			c.Counts[y][class]++
		}
	})
	return c
}

// eachSaid gives each sample's place, the class that is predicted, and whether it is too close to call.
func eachSaid(net *perceptron.Network, samples perceptron.Samples, threshold float64, said func(i, class int, open bool)) {
	const block = 1024
	k := net.Outputs()
	logits := make([]float64, min(block, samples.Len())*k)
	for from := 0; from < samples.Len(); from += block {
		x := samples.X[from:min(from+block, samples.Len())]
		net.Logits(logits[:len(x)*k], x)
		for i := range x {
			z := logits[i*k : (i+1)*k]
			said(from+i, predict(z, threshold), undecided(z, threshold))
		}
	}
}
