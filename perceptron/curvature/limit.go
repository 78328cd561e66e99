// Package curvature says how sharply the loss bends at the present parameters, and from which learning rate gradient
// descent overshoots there.
package curvature

import (
	"math"

	"perceptronlab/perceptron"
)

// LearningRateLimit returns the learning rate from which the trainer's steps, if each took these samples, would move away
// from a minimum with the curvature at the present parameters, λ = Largest: each step then overshoots by more
// than it had to go. Along the steepest direction the loss is a parabola of second derivative λ; where steps lead on that one is
// the optimizer's Limit. ok is false if there is no limit: λ ≤ 0 (the piecewise linear losses of a single neuron have λ = 0,
// without weight decay), momentum of 1 or more (no learning rate will do), an adaptive optimizer (whose steps don't follow from
// λ), a run that diverged. It takes as long as Largest.
func LearningRateLimit(t *perceptron.Trainer, s perceptron.Samples) (limit float64, ok bool) {
	c := t.Config()
	if _, diverged := t.Diverged(); diverged || c.Optimizer.Adaptive() {
		return 0, false
	}
	lambda := Largest(t.Network(), s, c.Loss, c.WeightDecay)
	if !(lambda > 0) || lambda > math.MaxFloat64 {
		return 0, false
	}
	limit = c.Optimizer.Limit(c, lambda)
	return limit, limit > 0 && limit <= math.MaxFloat64
}

// Largest returns the largest eigenvalue of the Hessian, by all parameters, of the mean loss of the network over the
// samples, to which weightDecay/2 ‖θ‖² is added as torch.optim does: the largest second derivative that the loss has in
// any direction. It may be negative, but not for a convex loss without hidden layers. Without samples it is
// weightDecay; NaN where the gradient is not finite. The loss must fit the network, as for NewTrainer.
//
// Without hidden layers the Hessian is known in closed form, and the eigenvalue is right to about 1e-12; it takes one
// pass over the samples for each parameter. With hidden layers, and for a multiclass loss other than cross_entropy, the
// Hessian's products with a vector are differences of gradients, right to about 1e-6, and it takes some tens of training epochs. A
// kink of the loss or of relu counts as flat.
func Largest(net *perceptron.Network, s perceptron.Samples, loss perceptron.Loss, weightDecay float64) float64 {
	if s.Len() == 0 {
		return weightDecay
	}
	if len(net.Layers()) == 2 && closed(loss) {
		h := newLinearHessian(net, s, loss)
		return weightDecay + largestEigenvalue(h.size(), h.multiply)
	}
	h := newNetworkHessian(net, s, loss)
	return weightDecay + largestEigenvalue(h.size(), h.multiply)
}
