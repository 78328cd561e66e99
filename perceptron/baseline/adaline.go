package baseline

var adalineRule = ruleEntry{name: "adaline", make: func(c Config) rule { return &adaline{lr: c.LR} }}

// adaline is the adaptive linear neuron, which reduces the squared error of z itself, not of the predicted class, sample by
// sample: least mean squares.
//
//	w ← w + lr·(s − z)·x, b ← b + lr·(s − z)
//
// Widrow and Hoff, Adaptive switching circuits, IRE WESCON, 1960; lr is 2μ of Widrow and Stearns, Adaptive Signal
// Processing, 1985. A sample with lr‖(x, 1)‖² > 2 is overshot by more than its error: many of them, and it diverges.
type adaline struct {
	plain
	lr float64
}

func (a *adaline) learn(n *neuron, x [2]float64, s, z float64) {
	n.add(float64(a.lr*(s-z)), x)
}
