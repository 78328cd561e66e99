package session

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/valley"
)

// The most samples looked at; if there are more, they are thinned evenly. A whole landscape takes fewer than a single place of
// it, and a run that plays has less time for them.
const (
	maxSamples      = 400
	maxBestBias     = 200 // where each place of a landscape has its best bias
	maxPlace        = 2000
	playingSamples  = 100
	playingBestBias = 24
	playingPlace    = 250
	playingValleys  = 50 // where a loss may have several lowest places, with the best bias
)

// Trajectory is the weights of a single neuron so far, at evenly spaced steps, the present ones last; ok is false for any other
// network, without samples, and if the run diverged.
func (s *Session) Trajectory() (path [][2]float64, ok bool) {
	t := s.run.Trainer()
	w, _, single := t.Network().Line()
	if !single || s.diverged() || t.NumSamples() == 0 {
		return nil, false
	}
	for _, trace := range s.path.traces {
		path = append(path, trace.W)
	}
	return append(path, w), true
}

// A Landscape is the loss over two weights.
type Landscape struct {
	Losses []float64 // side × side, by rows from the top, w₂ upwards; what weight decay adds is in them
	Of     int       // how many samples they are over
	Biases []float64 // the best of each place, if those were asked for
}

// Landscape is the loss over two weights, with the bias as it is now or, if best is set, the best one for each pair: side × side
// of them over the square around center that reaches half to each side. It is for a run that has a Trajectory.
func (s *Session) Landscape(center [2]float64, half float64, side int, best bool) (l Landscape) {
	maxCount := s.either(maxSamples, playingSamples)
	if best {
		maxCount = s.either(maxBestBias, playingBestBias)
	}
	surface, _, b := s.surface(maxCount)
	l.Of = min(maxCount, s.run.Trainer().NumSamples())
	for row := range side {
		for column := range side {
			at := [2]float64{
				center[0] + half*(2*(float64(column)+0.5)/float64(side)-1),
				center[1] - half*(2*(float64(row)+0.5)/float64(side)-1),
			}
			if !best {
				l.Losses = append(l.Losses, surface.Height(at, b))
				continue
			}
			var near []float64 // the best of the places above and to the left
			if row > 0 {
				near = append(near, l.Biases[len(l.Biases)-side], l.Biases[len(l.Biases)-1])
			}
			bias, height := surface.BestBias(at, near...)
			l.Biases, l.Losses = append(l.Biases, bias), append(l.Losses, height)
		}
	}
	return l
}

// SlopeOfBest is the gradient by the weights of the loss with the best bias for each pair.
func (s *Session) SlopeOfBest() [2]float64 {
	surface, w, b := s.surface(s.maxPlace(true))
	slope, _ := surface.Slope(w, b, true)
	return slope
}

// Lowest is where that loss is lowest, and over how many samples; the center, and how far from it the weights shown reach, say
// where to look.
func (s *Session) Lowest(center [2]float64, reach float64, best bool) (l valley.Lowest, of int) {
	maxCount := s.maxPlace(best)
	surface, w, b := s.surface(maxCount)
	return surface.Lowest(b, best, center, reach, w, [2]float64{}), min(maxCount, s.run.Trainer().NumSamples())
}

// BestBias is the bias for which the loss with the weights w is lowest; ok is false if there is no Trajectory.
func (s *Session) BestBias(w [2]float64) (b float64, ok bool) {
	if _, ok := s.Trajectory(); !ok {
		return 0, false
	}
	surface, _, _ := s.surface(maxPlace)
	b, _ = surface.BestBias(w)
	return b, true
}

// either is the first of two numbers while the run stands still, and the second while it plays.
func (s *Session) either(still, playing int) int {
	if s.playing {
		return playing
	}
	return still
}

// maxPlace is how many samples a single place of the landscape is looked at with.
func (s *Session) maxPlace(best bool) int {
	if s.playing && best && !s.run.Trainer().Config().Loss.Form().Convex {
		return playingValleys
	}
	return s.either(maxPlace, playingPlace)
}

// surface is the loss over at most that many samples, and the weights and the bias as they are.
func (s *Session) surface(maxCount int) (surface *valley.Surface, w [2]float64, b float64) {
	t := s.run.Trainer()
	w, b, _ = t.Network().Line()
	return valley.New(thinned(s.samples(), maxCount), t.Config().Loss, t.Config().WeightDecay), w, b
}

// thinned is at most that many of the samples, evenly spaced.
func thinned(s perceptron.Samples, maxCount int) perceptron.Samples {
	n := s.Len()
	if n <= maxCount {
		return s
	}
	some := perceptron.Samples{X: make([][2]float32, maxCount), Y: make([]uint8, maxCount)}
	for i := range maxCount {
		some.X[i], some.Y[i] = s.X[i*n/maxCount], s.Y[i*n/maxCount]
	}
	return some
}
