package session

import "perceptronlab/perceptron"

const (
	// maxSlice is the most samples that the loss over two parameters of a network is of, as each costs a way through all layers.
	maxSlice = 150
	// playingSlice is the work, in places times parameters times samples, that a run which plays has time for; at least leastSlice samples.
	playingSlice = 1_000_000
	leastSlice   = 16
)

// Parameters is those of a network as one list, in the order of Network.Parameters; ok is false where there is no loss: without samples, and if
// the run diverged.
func (s *Session) Parameters() (list []float64, ok bool) {
	t := s.run.Trainer()
	if _, diverged := t.Diverged(); diverged || t.Samples().Len() == 0 {
		return nil, false
	}
	for _, p := range t.Network().Parameters() {
		list = append(list, p...)
	}
	return list, true
}

// Slice is the loss over two parameters of any network, the others as they are: side × side as a Landscape has them. Which are places in
// Parameters.
func (s *Session) Slice(which [2]int, center [2]float64, half float64, side int) (losses []float64, of int) {
	t := s.run.Trainer()
	most := maxSlice
	if s.playing {
		most = affordable(playingSlice/(side*side), t.Network(), leastSlice, maxSlice)
	}
	samples := thinned(t.Samples(), most)
	net, config := t.Network().Clone(), t.Config()
	lists := net.Parameters()
	z := make([]float64, samples.Len()*net.Outputs())
	for row := range side {
		for column := range side {
			*place(lists, which[0]) = center[0] + half*(2*(float64(column)+0.5)/float64(side)-1)
			*place(lists, which[1]) = center[1] - half*(2*(float64(row)+0.5)/float64(side)-1)
			if net.SetParameters(lists) != nil {
				panic("session: a network refuses its own parameters")
			}
			net.Logits(z, samples.X)
			losses = append(losses, config.Loss.Mean(z, samples.Y, net.Outputs())+decayed(lists, config))
		}
	}
	return losses, samples.Len()
}

// place is a parameter by its place among all of them.
func place(lists [][]float64, i int) *float64 {
	for _, list := range lists {
		if i < len(list) {
			return &list[i]
		}
		i -= len(list)
	}
	panic("session: a network has no such parameter")
}

// decayed is what weight decay adds to the loss.
func decayed(lists [][]float64, c perceptron.TrainConfig) (sum float64) {
	for _, list := range lists {
		for _, v := range list {
			sum += float64(v * v)
		}
	}
	return float64(c.WeightDecay / 2 * sum)
}
