package baseline

var hingeRule = ruleEntry{name: "hinge", make: func(c Config) rule { return &hinge{lr: c.LR, decay: c.WeightDecay} }}

// hinge is the linear support vector machine by stochastic subgradient descent: on the loss max(0, 1 − sz).
//
//	w ← w + lr·s·x, b ← b + lr·s  where sz ≤ 1, and weight decay
//
// Bottou, Large-scale machine learning with stochastic gradient descent, 2010, Table 1, whose λ is the weight decay; as
// in torch.optim it decays the bias too. It is the run with loss hinge and batch_size 1.
type hinge struct {
	plain
	lr, decay float64
}

func (h *hinge) learn(n *neuron, x [2]float64, s, z float64) {
	delta := 0.
	if s*z <= 1 {
		delta = -s
	}
	n.update(delta, x, h.lr, h.decay)
}
