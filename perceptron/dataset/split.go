package dataset

import (
	"math"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/random"
)

// Split is sklearn.model_selection.train_test_split(X, y, test_size=share, random_state=seed): ⌈share·n⌉ points are
// held back, at random, and both parts come in that random order. share is in [0, 1); 0 holds nothing back and
// leaves the order alone. If nothing is left to train on (scikit-learn refuses that), train is empty.
func Split(s perceptron.Samples, share float64, seed uint32) (train, test perceptron.Samples) {
	if share == 0 {
		return s, perceptron.Samples{}
	}
	var shuffled points
	order := random.NewNumPy(seed).Permutation(s.Len(), shuffled.went)
	held := min(int(math.Ceil(share*float64(s.Len()))), s.Len())
	return pick(s, order[held:]), pick(s, order[:held])
}

func pick(s perceptron.Samples, order []int) perceptron.Samples {
	var going points
	picked := perceptron.Samples{X: make([][2]float32, len(order)), Y: make([]uint8, len(order))}
	for to, i := range order {
		picked.X[to], picked.Y[to] = s.X[i], s.Y[i]
		going.went()
	}
	return picked
}
