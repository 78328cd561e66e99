package baseline

import "perceptronlab/perceptron"

var logisticRule = ruleEntry{name: "logistic", make: func(c Config) rule { return &logistic{lr: c.LR, decay: c.WeightDecay} }}

// logistic is logistic regression by stochastic gradient descent: on the loss −ln σ(sz), which is bce.
//
//	w ← w + lr·s·σ(−sz)·x, b ← b + lr·s·σ(−sz)  and weight decay
//
// Cox, The regression analysis of binary sequences, 1958; as a neuron, Bishop, Pattern Recognition and Machine Learning,
// 2006, §4.3. It is the run with loss bce and batch_size 1.
type logistic struct {
	plain
	lr, decay float64
}

func (l *logistic) learn(n *neuron, x [2]float64, s, z float64) {
	n.update(-s*perceptron.Sigmoid(-s*z), x, l.lr, l.decay)
}
