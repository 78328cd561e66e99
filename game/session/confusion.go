package session

import (
	"math"

	"perceptronlab/perceptron"
)

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

// counted is the last confusion. It is counted anew where the model or the threshold is another; where a few samples are, those
// are counted.
type counted struct {
	net       *perceptron.Network // nil: none yet
	threshold float64
	census    *Census
	maxCount  int
	found     Confusion
}

// confusion is for a run that has not diverged.
func (s *Session) confusion() Confusion {
	t, c := s.run.Trainer(), &s.counted
	net, threshold, census, maxCount := t.Network(), s.thresholdLogit(t.Network()), s.counting(), s.countable()
	asked := c.net != nil && c.net.Equal(net) && c.threshold == threshold
	if asked && c.maxCount == maxCount && c.census == census {
		return c.found
	}
	found := newConfusion(net)
	var gone, come perceptron.Samples
	if asked && c.found.Of == c.census.Samples.Len() && census.Samples.Len() <= maxCount {
		found.add(c.found)
		gone, come = c.census.Difference(census)
	} else {
		c.net, c.threshold = net.Clone(), threshold
		come = thinned(census.Samples, maxCount)
	}
	found.count(net, gone, threshold, -1)
	found.count(net, come, threshold, 1)
	c.census, c.maxCount, c.found = census, maxCount, found
	return found
}

// countable is how many samples there is time to ask the model about for one report.
func (s *Session) countable() int {
	t := s.run.Trainer()
	return Affordable(s.either(countStill, countPlaying), t.Network(), minCounted, s.either(t.NumSamples(), maxPlayed))
}

func newConfusion(net *perceptron.Network) Confusion {
	classes := max(2, net.Outputs())
	c := Confusion{Counts: make([][]int, classes), Open: make([]int, classes)}
	for i := range c.Counts {
		c.Counts[i] = make([]int, classes)
	}
	return c
}

func (c *Confusion) add(other Confusion) {
	c.Of += other.Of
	for y, open := range other.Open {
		c.Open[y] += open
		for class, n := range other.Counts[y] {
			c.Counts[y][class] += n
		}
	}
}

// count counts samples, each so many times.
func (c *Confusion) count(net *perceptron.Network, samples perceptron.Samples, threshold float64, times int) {
	c.Of += times * samples.Len()
	if net.Outputs() == 1 {
		c.countOne(net, samples, threshold, times)
		return
	}
	eachSaid(net, samples, threshold, func(i, class int, open bool) {
		if y := samples.Y[i]; open {
			c.Open[y] += times
		} else {
			c.Counts[y][class] += times
		}
	})
}

// countOne counts for a network of one output, without a call for each of maybe a million samples.
func (c *Confusion) countOne(net *perceptron.Network, samples perceptron.Samples, threshold float64, times int) {
	eachBlock(net, samples, func(from int, logits []float64) {
		for i, z := range logits {
			y := samples.Y[from+i]
			switch {
			case math.Abs(z-threshold) < nearLogits:
				c.Open[y] += times
			case z > threshold:
				c.Counts[y][1] += times
			default:
				c.Counts[y][0] += times
			}
		}
	})
}

// eachSaid gives each sample's place, the class that is predicted, and whether it is too close to call.
func eachSaid(net *perceptron.Network, samples perceptron.Samples, threshold float64, said func(i, class int, open bool)) {
	k := net.Outputs()
	eachBlock(net, samples, func(from int, logits []float64) {
		for i := range len(logits) / k {
			z := logits[i*k : (i+1)*k]
			said(from+i, predict(z, threshold), undecided(z, threshold))
		}
	})
}

// eachBlock gives the logits of all samples, so many at a time, and which is the first of them.
func eachBlock(net *perceptron.Network, samples perceptron.Samples, give func(from int, logits []float64)) {
	const block = 1024
	k := net.Outputs()
	wide := make([][2]float64, min(block, samples.Len()))
	logits := make([]float64, len(wide)*k)
	for from := 0; from < samples.Len(); from += block {
		n := min(block, samples.Len()-from)
		for i, x := range samples.X[from : from+n] {
			wide[i] = perceptron.Double(x)
		}
		net.Logits(logits[:n*k], wide[:n])
		give(from, logits[:n*k])
	}
}
