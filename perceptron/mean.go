package perceptron

// Mean is the mean loss of the logits z [n, K] against the labels y [n]; NaN without samples. It panics if z doesn't hold
// n·K numbers.
func (l Loss) Mean(z []float64, y []int, k int) float64 {
	if len(z) != len(y)*k {
		panic("perceptron: Mean needs K logits for each label")
	}
	n, sum := float64(len(y)), 0.0
	delta := make([]float64, min(len(y), blockLen)*k)
	for len(y) > 0 {
		m := min(len(y), blockLen)
		sum += l.sum(delta[:m*k], z[:m*k], y[:m], k)
		z, y = z[m*k:], y[m:]
	}
	return sum / n
}
