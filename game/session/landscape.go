package session

import "perceptronlab/perceptron"

// maxSamples bounds the samples that a landscape looks at: if there are more, they are thinned evenly.
const maxSamples = 400

// Trajectory is the weights of a single neuron so far, at evenly spaced steps, the present ones last; ok is false for any other
// network, without samples, and if the run diverged.
func (s *Session) Trajectory() (path [][2]float64, ok bool) {
	t := s.run.Trainer()
	w, _, single := t.Network().Line()
	if _, diverged := t.Diverged(); !single || diverged || t.Samples().Len() == 0 {
		return nil, false
	}
	for _, trace := range s.path.traces {
		path = append(path, trace.W)
	}
	return append(path, w), true
}

// Landscape is the mean loss over two weights, with the bias as it is now: side × side of them, by rows from the top, w₂
// upwards, over the square around center that reaches half to each side. It is for a run that has a Trajectory.
func (s *Session) Landscape(center [2]float64, half float64, side int) (losses []float64) {
	t := s.run.Trainer()
	_, b, _ := t.Network().Line()
	samples := thinned(t.Samples(), maxSamples)
	z := make([]float64, samples.Len())
	for row := range side {
		for column := range side {
			w1 := center[0] + half*(2*(float64(column)+0.5)/float64(side)-1)
			w2 := center[1] - half*(2*(float64(row)+0.5)/float64(side)-1)
			for i, x := range samples.X {
				z[i] = float64(w1*x[0]) + float64(w2*x[1]) + b
			}
			losses = append(losses, t.Config().Loss.Mean(z, samples.Y, 1))
		}
	}
	return losses
}

// thinned is at most that many of the samples, evenly spaced.
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
