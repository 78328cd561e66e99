package perceptron

// Slopes is the mean loss of the logits z [n] against the labels y [n], as Mean has it for one logit a sample, and writes dL/dz
// of each sample's own loss to delta [n]. It panics if the lengths differ, or if the loss is of many logits.
func (l Loss) Slopes(delta, z []float64, y []int) float64 {
	if len(delta) != len(z) || len(z) != len(y) || l.Multiclass() {
		panic("perceptron: Slopes needs delta, z and y of one length, and a loss of one logit")
	}
	n, sum := float64(len(y)), 0.0
	for len(y) > 0 {
		m := min(len(y), blockLen)
		sum += l.sum(delta[:m], z[:m], y[:m], 1)
		delta, z, y = delta[m:], z[m:], y[m:]
	}
	return sum / n
}

// Derivatives is the sums of the samples' L′ and L″, after Slopes with the same delta, z and y.
func (l Loss) Derivatives(delta, z []float64, y []int) (first, second float64) {
	if fast := losses[l].derivatives; fast != nil {
		return fast(delta, z)
	}
	for i, d := range delta {
		first += d
		second += l.SecondDerivative(z[i], y[i])
	}
	return first, second
}
