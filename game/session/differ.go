package session

import "perceptronlab/perceptron"

// Differ says where two lists of samples differ: not in the first from, nor in the last back of both. Samples are never written
// once they are in a snapshot, so the same memory is not compared sample by sample.
func Differ(old, now perceptron.Samples) (from, back int) {
	n := min(old.Len(), now.Len())
	if n > 0 && &old.X[0] == &now.X[0] && &old.Y[0] == &now.Y[0] {
		return n, 0
	}
	for oldX, nowX, oldY, nowY := old.X[:n], now.X[:n], old.Y[:n], now.Y[:n]; from < n; from++ {
		if oldX[from] != nowX[from] || oldY[from] != nowY[from] {
			break
		}
	}
	for i, j := old.Len()-1, now.Len()-1; back < n-from; back++ {
		if old.X[i-back] != now.X[j-back] || old.Y[i-back] != now.Y[j-back] {
			break
		}
	}
	return from, back
}
