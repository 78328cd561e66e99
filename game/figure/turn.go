package figure

import (
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/refusal"
)

// turnMessage sets two parameters of a network by hand, as the loss landscape shows them: their places in the list of all, weights
// and biases of the layers in turn, weights by rows. The others stay.
type turnMessage struct {
	Parameters [2]int     `json:"parameters"`
	Values     [2]float64 `json:"values"`
}

func (m *turnMessage) apply(f *Figure) error {
	net := f.Snapshot().Network
	all, n := net.Parameters(), net.NumParameters()
	for i, p := range m.Parameters {
		if p < 0 || p >= n {
			return refusal.New("turn.parameters", strconv.Itoa(p), refusal.WholeFrom.With(0, n-1))
		}
		for _, list := range all {
			if p < len(list) {
				list[p] = m.Values[i]
				break
			}
			p -= len(list)
		}
	}
	return f.apply(&session.Weights{Parameters: all})
}
