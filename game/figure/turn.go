package figure

import (
	"fmt"
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/refusal"
)

// turnMessage sets two parameters of a network by hand, as the loss landscape shows them: their places in the list of all, weights
// and biases of the layers in turn, weights by rows; and two values. The others stay.
type turnMessage struct {
	Parameters []int     `json:"parameters"`
	Values     []float64 `json:"values"`
}

func (m *turnMessage) apply(f *Figure) error {
	net := f.Snapshot().Network
	all, n := net.Parameters(), net.NumParameters()
	place := refusal.WholeFrom.With(0, n-1)
	if len(m.Parameters) != 2 {
		return refusal.New("turn.parameters", fmt.Sprint(m.Parameters), refusal.Pair.With(place))
	}
	if len(m.Values) != 2 {
		return refusal.New("turn.values", fmt.Sprint(m.Values), refusal.Pair.With(refusal.Finite))
	}
	for i, p := range m.Parameters {
		if p < 0 || p >= n {
			return refusal.New("turn.parameters", strconv.Itoa(p), place)
		}
		*session.Parameter(all, p) = m.Values[i]
	}
	return f.apply(&session.Weights{Parameters: all})
}
