package session

import (
	"math"

	"perceptronlab/perceptron"
)

// A Landscape is the mean loss of a single neuron over its two weights, with the bias as it is now, and the way that the
// run took through it.
type Landscape struct {
	Center [2]float64 // weights in the middle
	Half   float64    // from the middle to each side
	Side   int        // the losses are a square of Side × Side, by rows from the top, w₂ upwards
	Losses []float64
	Path   [][2]float64 // the weights so far, at even distances of steps; the present ones last
}

// mostWeighed bounds the samples that a landscape looks at: of more, evenly many are taken.
const mostWeighed = 400

// Landscape returns the losses around the run's way; ok is false where there is no single neuron, no sample, or the run
// diverged.
func (s *Session) Landscape(side int) (l Landscape, ok bool) {
	t := s.run.Trainer()
	w, b, single := t.Network().Line()
	if _, diverged := t.Diverged(); !single || diverged || t.Samples().Len() == 0 {
		return l, false
	}
	for _, trace := range s.path.traces {
		l.Path = append(l.Path, trace.W)
	}
	l.Path = append(l.Path, w)
	l.Center, l.Half = frame(l.Path)
	l.Side = side
	samples := thinned(t.Samples(), mostWeighed)
	z := make([]float64, samples.Len())
	for row := range side {
		for column := range side {
			w1 := l.Center[0] + l.Half*(2*(float64(column)+0.5)/float64(side)-1)
			w2 := l.Center[1] - l.Half*(2*(float64(row)+0.5)/float64(side)-1)
			for i, x := range samples.X {
				z[i] = float64(w1*x[0]) + float64(w2*x[1]) + b
			}
			l.Losses = append(l.Losses, t.Config().Loss.Mean(z, samples.Y, 1))
		}
	}
	return l, true
}

// frame is a square around the way, in round numbers: it stays where it is until the way leads out of it.
func frame(path [][2]float64) (center [2]float64, half float64) {
	lo, hi := path[0], path[0]
	for _, w := range path {
		for i := range w {
			lo[i], hi[i] = math.Min(lo[i], w[i]), math.Max(hi[i], w[i])
		}
	}
	const room = 0.75 // of the longer side, on both sides of the middle
	need := math.Max(1, room*math.Max(hi[0]-lo[0], hi[1]-lo[1]))
	half = math.Pow(10, math.Floor(math.Log10(need)))
	for _, m := range []float64{1, 2, 5, 10} {
		if m*half >= need {
			half *= m
			break
		}
	}
	for i := range center {
		step := half / 4
		center[i] = math.Round((lo[i]+hi[i])/2/step)*step + 0 // no −0
	}
	return center, half
}

// thinned is at most so many of the samples, at even distances.
func thinned(s perceptron.Samples, most int) perceptron.Samples {
	n := s.Len()
	if n <= most {
		return s
	}
	var some perceptron.Samples
	for i := range most {
		some.X = append(some.X, s.X[i*n/most])
		some.Y = append(some.Y, s.Y[i*n/most])
	}
	return some
}
