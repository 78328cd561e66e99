package baseline

var rosenblattRule = ruleEntry{name: "rosenblatt", bounded: true, make: func(c Config) rule { return &rosenblatt{lr: c.LR} }}

// rosenblatt is the perceptron: a sample on the wrong side, or on the line, pulls the line over by its own length.
//
//	w ← w + lr·s·x, b ← b + lr·s  where sz ≤ 0
//
// Rosenblatt, The perceptron: a probabilistic model, Psychological Review 65, 1958; as in Novikoff, 1962. That the line
// itself counts as wrong is what lets the rule start from zeros.
type rosenblatt struct {
	plain
	lr float64
}

func (r *rosenblatt) learn(n *neuron, x [2]float64, s, z float64) {
	if s*z <= 0 {
		n.add(float64(r.lr*s), x)
	}
}
