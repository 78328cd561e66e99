package session

import (
	"math"
	"slices"

	"perceptronlab/perceptron"
)

const (
	// maxSlice is the most samples that the loss over two parameters of a network is taken over, as each costs a pass through all
	// layers.
	maxSlice = 150
	// playingSlice is the work, in places times parameters times samples, that there is time for while the run plays; at least
	// minSlice samples.
	playingSlice = 1_000_000
	minSlice     = 8
)

// Parameters are the network's as one list, in the order of Network.Parameters; ok is false where there is no loss: without
// samples, and if the run diverged.
func (s *Session) Parameters() (list []float64, ok bool) {
	t := s.run.Trainer()
	if s.diverged() || t.NumSamples() == 0 {
		return nil, false
	}
	return slices.Concat(t.Network().Parameters()...), true
}

// ParameterTrajectory is the two parameters so far, at evenly spaced steps, the present ones last; for a network with too many
// parameters the present ones alone. It is for a run that has Parameters.
func (s *Session) ParameterTrajectory(which [2]int) (way [][2]float64) {
	for _, trace := range s.path.traces {
		if all := trace.Parameters; all != nil {
			way = append(way, [2]float64{all[which[0]], all[which[1]]})
		}
	}
	all, _ := s.Parameters()
	return append(way, [2]float64{all[which[0]], all[which[1]]})
}

// A Slice is the loss over two parameters of any network, the others as they are.
type Slice struct {
	Losses []float64  // side × side, as a Landscape has them
	Of     int        // how many samples they are over
	Lowest [2]float64 // where in the square it is lowest, as far as searches from the lowest of these find
	Height float64    // there
	Decay  float64    // what weight decay adds to it, which is in all these heights
	Edge   bool       // whether that is at the square's edge: the loss falls on beyond
	Level  bool       // whether it is one of many places that are as low
}

// Slice is the loss over two parameters, which are places in Parameters: over the square around center that reaches half to each
// side. It is for a run that has Parameters.
func (s *Session) Slice(which [2]int, center [2]float64, half float64, side int) (l Slice) {
	maxCount := maxSlice
	if s.playing {
		maxCount = Affordable(playingSlice/(side*side), s.run.Trainer().Network(), minSlice, maxSlice)
	}
	height := s.slicer(which, maxCount)
	l.Of = min(maxCount, s.run.Trainer().NumSamples())
	var places [][2]float64
	for row := range side {
		for column := range side {
			at := [2]float64{
				center[0] + half*(2*(float64(column)+0.5)/float64(side)-1),
				center[1] - half*(2*(float64(row)+0.5)/float64(side)-1),
			}
			places, l.Losses = append(places, at), append(l.Losses, height(at))
		}
	}
	cell := 2 * half / float64(side)
	l.Height = math.Inf(1)
	minima := localMinima(l.Losses, side)
	for _, i := range minima[:min(s.either(maxMinima, 1), len(minima))] {
		if at, h := patternSearch(height, places[i], cell, cell/float64(s.either(1024, 32)), center, half); h < l.Height {
			l.Lowest, l.Height = at, h
		}
	}
	lists := s.run.Trainer().Network().Parameters()
	for i, v := range l.Lowest {
		*Parameter(lists, which[i]) = v
	}
	l.Decay = Decayed(lists, s.run.Trainer().Config())
	for i := range 2 {
		l.Edge = l.Edge || math.Abs(l.Lowest[i]-center[i]) >= half
	}
	for k := range 8 {
		angle := float64(k) * math.Pi / 4
		l.Level = l.Level || height([2]float64{l.Lowest[0] + cell/2*math.Cos(angle), l.Lowest[1] + cell/2*math.Sin(angle)}) <= l.Height
	}
	return l
}

// maxMinima is how many valleys of a slice are searched.
const maxMinima = 3

// localMinima are the places of a slice that have no lower neighbour: the lowest of them, lowest first.
func localMinima(losses []float64, side int) (which []int) {
	for i, h := range losses {
		lower := false
		for k := range 9 {
			row, column := i/side+k/3-1, i%side+k%3-1
			lower = lower || row >= 0 && row < side && column >= 0 && column < side && losses[row*side+column] < h
		}
		if lower {
			continue
		}
		which = append(which, i)
		for at := len(which) - 1; at > 0 && losses[which[at-1]] > h; at-- {
			which[at], which[at-1] = which[at-1], i
		}
		which = which[:min(maxMinima, len(which))]
	}
	return which
}

// slicer is the loss by two parameters, over at most that many samples. Each call of it takes a pass through the network.
func (s *Session) slicer(which [2]int, maxCount int) func(at [2]float64) float64 {
	t := s.run.Trainer()
	x, y := thinned(s.samples(), maxCount).Wide()
	net, config := t.Network().Clone(), t.Config()
	lists := net.Parameters()
	z := make([]float64, len(x)*net.Outputs())
	return func(at [2]float64) float64 {
		for i, v := range at {
			*Parameter(lists, which[i]) = v
		}
		if net.SetParameters(lists) != nil {
			panic("session: a network refuses its own parameters")
		}
		net.Logits(z, x)
		return config.Loss.Mean(z, y, net.Outputs()) + Decayed(lists, config)
	}
}

// patternSearch goes down from a place, in eight directions by steps that are halved where none leads lower, and stays within a
// square (Hooke and Jeeves, 1961): the network's loss need not be smooth.
func patternSearch(height func([2]float64) float64, at [2]float64, step, finest float64, center [2]float64, half float64) (low [2]float64, lowest float64) {
	lowest = height(at)
	for step > finest {
		best, h := at, lowest
		for k := range 9 {
			to := at
			for i, along := range [2]int{k%3 - 1, k/3 - 1} {
				to[i] = min(max(to[i]+float64(along)*step, center[i]-half), center[i]+half)
			}
			if there := height(to); there < h {
				best, h = to, there
			}
		}
		if h < lowest {
			at, lowest = best, h
		} else {
			step /= 2
		}
	}
	return at, lowest
}

// Parameter is a parameter by its place among all of them: weights and biases of the layers in turn, weights by rows. It panics if
// there is none.
func Parameter(lists [][]float64, i int) *float64 {
	for _, list := range lists {
		if i < len(list) {
			return &list[i]
		}
		i -= len(list)
	}
	panic("session: a network has no such parameter")
}

// Decayed is what weight decay adds to the loss.
func Decayed(lists [][]float64, c perceptron.TrainConfig) (sum float64) {
	for _, list := range lists {
		for _, v := range list {
			sum += float64(v * v)
		}
	}
	return float64(c.WeightDecay / 2 * sum)
}
