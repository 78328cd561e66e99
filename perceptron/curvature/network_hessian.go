package curvature

import (
	"math"

	"perceptronlab/perceptron"
)

// networkHessian is the Hessian of the mean loss of any network, by differences of its gradient:
//
//	Hv ≈ (∇L(θ + εv) − ∇L(θ − εv))/2ε
type networkHessian struct {
	trainer *perceptron.Trainer
	theta   []float64
	shape   []int // lengths of the lists that Parameters gives
	up      []float64
	down    []float64
}

// gradientRate is the learning rate of the step from which a gradient is read: a power of two, so large that θ − lr·g has
// all the digits of g.
const gradientRate = 1 << 30

func newNetworkHessian(net *perceptron.Network, s perceptron.Samples, loss perceptron.Loss) *networkHessian {
	h := &networkHessian{}
	for _, list := range net.Parameters() {
		h.shape = append(h.shape, len(list))
		h.theta = append(h.theta, list...)
	}
	h.up, h.down = make([]float64, len(h.theta)), make([]float64, len(h.theta))
	h.trainer = perceptron.NewTrainer(net.Clone(), s, perceptron.TrainConfig{Loss: loss, LR: gradientRate}, nil)
	return h
}

func (h *networkHessian) size() int { return len(h.theta) }

// multiply sets dst to the Hessian times v, whose length is 1.
func (h *networkHessian) multiply(dst, v []float64) {
	const step = 0x1p-17 // near the cube root of a rounding error
	h.gradient(h.up, v, step)
	h.gradient(h.down, v, -step)
	for i := range dst {
		dst[i] = (h.up[i] - h.down[i]) / (2 * step)
	}
}

// gradient sets dst to ∇L(θ + εv), or to NaN where that is not finite.
func (h *networkHessian) gradient(dst, v []float64, epsilon float64) {
	at := make([]float64, len(h.theta))
	for i := range at {
		at[i] = h.theta[i] + float64(epsilon*v[i])
	}
	var lists [][]float64
	for rest := at; len(lists) < len(h.shape); rest = rest[len(lists[len(lists)-1]):] {
		lists = append(lists, rest[:h.shape[len(lists)]])
	}
	failed := h.trainer.SetParameters(lists) != nil
	h.trainer.Step()
	if _, diverged := h.trainer.Diverged(); failed || diverged {
		for i := range dst {
			dst[i] = math.NaN()
		}
		return
	}
	i := 0
	for _, list := range h.trainer.Network().Parameters() {
		for _, p := range list {
			dst[i] = (at[i] - p) / gradientRate
			i++
		}
	}
}
