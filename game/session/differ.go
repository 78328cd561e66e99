package session

import "perceptronlab/perceptron"

// Differ says where two lists of samples differ: not in the first from, nor in the last back of both. Samples are never written
// once they are in a snapshot, so the same memory is not compared sample by sample.
func Differ(old, now perceptron.Samples) (from, back int) {
	n := min(old.Len(), now.Len())
	if n > 0 && &old.X[0] == &now.X[0] && &old.Y[0] == &now.Y[0] {
		return n, 0
	}
	for from < n && old.X[from] == now.X[from] && old.Y[from] == now.Y[from] {
		from++
	}
	i, j := old.Len()-1, now.Len()-1
	for back < n-from && old.X[i-back] == now.X[j-back] && old.Y[i-back] == now.Y[j-back] {
		back++
	}
	return from, back
}
