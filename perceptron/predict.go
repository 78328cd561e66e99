package perceptron

import "perceptronlab/perceptron/internal/kernel"

// What logits say.

// Probabilities writes the model's probability for each class: σ(z) for one logit a point (k = 1), the softmax of each
// row for k ≥ 2. dst and z have shape [n, k] and may be the same slice. It panics if the lengths don't fit.
func Probabilities(dst, z []float64, k int) {
	if k < 1 || len(dst) != len(z) || len(z)%k != 0 {
		panic("perceptron: Probabilities needs dst and z of one length, rows of k ≥ 1")
	}
	if k == 1 {
		for i, zi := range z {
			dst[i] = Sigmoid(zi)
		}
		return
	}
	for i := 0; i < len(z); i += k {
		softmax(dst[i:i+k], z[i:i+k])
	}
}

// Predict returns the class that a point's logits name: for a single logit 1 if z ≥ 0, which is p ≥ 0.5; otherwise the
// index of the largest, the first among equals.
func Predict(z []float64) int {
	if len(z) == 1 {
		if z[0] >= 0 {
			return 1
		}
		return 0
	}
	top := 0
	for j, zj := range z {
		if zj > z[top] {
			top = j
		}
	}
	return top
}

// countRight is the number of points whose logits z [n, k] name their label y [n].
func countRight(z []float64, y []int, k int) int {
	right := 0
	if k == 1 {
		for i, zi := range z {
			if (zi >= 0) == (y[i] == 1) {
				right++
			}
		}
		return right
	}
	for i, yi := range y {
		if Predict(z[i*k:][:k]) == yi {
			right++
		}
	}
	return right
}

// softmax writes e^zⱼ/Σ e^z to dst and returns the index of the largest logit and Σ e^(zⱼ − largest) over the others.
func softmax(dst, z []float64) (top int, rest float64) {
	for j, zj := range z {
		if zj > z[top] {
			top = j
		}
	}
	largest := z[top] // dst may be z
	for j, zj := range z {
		dst[j] = kernel.ExpNeg(largest - zj)
		if j != top {
			rest += dst[j]
		}
	}
	for j := range dst {
		dst[j] /= 1 + rest
	}
	return top, rest
}
