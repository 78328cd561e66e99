package baseline

import "math"

// neuron is z = w·x + b.
type neuron struct {
	w [2]float64
	b float64
}

// logit adds in the same order as perceptron.Network.
func (n *neuron) logit(x [2]float64) float64 {
	return n.b + float64(n.w[0]*x[0]) + float64(n.w[1]*x[1])
}

// add moves the weights by t(x, 1).
func (n *neuron) add(t float64, x [2]float64) {
	n.w[0] += float64(t * x[0])
	n.w[1] += float64(t * x[1])
	n.b += t
}

// update takes the step of torch.optim.SGD for the loss gradient delta = dL/dz of one sample.
func (n *neuron) update(delta float64, x [2]float64, lr, decay float64) {
	n.w[0] -= float64(lr * (float64(delta*x[0]) + float64(decay*n.w[0])))
	n.w[1] -= float64(lr * (float64(delta*x[1]) + float64(decay*n.w[1])))
	n.b -= float64(lr * (float64(delta) + float64(decay*n.b)))
}

func (n neuron) finite() bool {
	largest := max(math.Abs(n.w[0]), math.Abs(n.w[1]), math.Abs(n.b)) // NaN if one is
	return largest <= math.MaxFloat64
}
