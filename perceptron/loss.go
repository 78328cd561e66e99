package perceptron

import (
	"fmt"
)

// Loss is what training makes small: the mean over the samples of a number ≥ 0 that compares logit and label.
// With s = 2y − 1, which is −1 for class 0 and 1 for class 1:
type Loss int

const (
	LossBCE          Loss = iota // −ln σ(sz), binary cross-entropy in nats; torch.nn.BCEWithLogitsLoss
	LossMSE                      // (σ(z) − y)²
	LossHinge                    // max(0, 1 − sz), a support vector machine's
	LossPerceptron               // max(0, −sz), Rosenblatt's
	LossCrossEntropy             // −ln softmax(z)[y] of K ≥ 2 logits, in nats; torch.nn.CrossEntropyLoss
)

var lossNames = [...]string{"bce", "mse", "hinge", "perceptron", "cross_entropy"}

// ParseLoss returns the loss that docs/scene.md calls name.
func ParseLoss(name string) (Loss, error) {
	for l, s := range lossNames {
		if s == name {
			return Loss(l), nil
		}
	}
	return 0, fmt.Errorf("loss %q: want bce, mse, hinge, perceptron or cross_entropy", name)
}

func (l Loss) String() string { return lossNames[l] }

// sum returns the sum of the loss over logits z [n, k] against labels y [n], and writes its gradient to
// delta [n, k]. k is 1, or ≥ 2 for cross-entropy. n is at most blockLen.
func (l Loss) sum(delta, z []float64, y []int, k int) float64 {
	switch l {
	case LossBCE:
		return bce(delta, z, y)
	case LossMSE:
		return mse(delta, z, y)
	case LossHinge:
		return hinge(delta, z, y, 1)
	case LossPerceptron:
		return hinge(delta, z, y, 0)
	default:
		return crossEntropy(delta, z, y, k)
	}
}

// bce: with t = −sz,
//
//	L = ln(1 + eᵗ),   dL/dz = −s σ(t)
func bce(delta, z []float64, y []int) (sum float64) {
	for i := 0; ; i++ {
		i, sum = bceNears(delta, z, y, i, sum)
		if i == len(z) {
			return sum
		}
		s := float64(1 - 2*y[i])
		t := float64(s * z[i])
		delta[i] = s * Sigmoid(t)
		sum += Softplus(t)
	}
}

// mse: L = (p − y)², dL/dz = 2(p − y) p(1 − p), p = σ(z)
func mse(delta, z []float64, y []int) float64 {
	var sum float64
	for i, zi := range z {
		p := Sigmoid(zi)
		d := p - float64(y[i])
		delta[i] = 2 * d * float64(p*(1-p))
		sum += float64(d * d)
	}
	return sum
}

// hinge: L = max(0, c − sz); dL/dz = −s where c − sz ≥ 0, also at the kink, as torch.clamp(min=0) passes it.
func hinge(delta, z []float64, y []int, c float64) float64 {
	var sum float64
	for i, zi := range z {
		s := float64(2*y[i] - 1)
		l := c - float64(s*zi)
		if l < 0 {
			delta[i] = 0
			continue
		}
		delta[i] = -s
		sum += l
	}
	return sum
}

// crossEntropy: L = ln Σ e^zⱼ − z_y, dL/dzⱼ = softmax(z)ⱼ − [j = y]. With the largest logit taken off first,
// nothing overflows; with its own term 1 left out of the sum, a small loss keeps its digits.
func crossEntropy(delta, z []float64, y []int, k int) float64 {
	var sum float64
	for i, yi := range y {
		zi, di := z[i*k:][:k], delta[i*k:][:k]
		top, rest := softmax(di, zi)
		sum += log1p(rest) + (zi[top] - zi[yi])
		di[yi]--
	}
	return sum
}

// softmax writes e^zⱼ/Σ e^z to dst and returns the place of the largest logit and Σ e^(zⱼ − largest) over the others.
func softmax(dst, z []float64) (top int, rest float64) {
	for j, zj := range z {
		if zj > z[top] {
			top = j
		}
	}
	largest := z[top] // dst may be z
	for j, zj := range z {
		dst[j] = expNeg(largest - zj)
		if j != top {
			rest += dst[j]
		}
	}
	for j := range dst {
		dst[j] /= 1 + rest
	}
	return top, rest
}

// Probabilities writes what the model believes of each class: σ(z) for one logit a point (k = 1), the softmax of each
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

// Predict returns the class that a point's logits name: for a single one 1 where z ≥ 0, which is p ≥ 0.5; otherwise the
// place of the largest, the first among equals.
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
