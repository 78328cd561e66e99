package baseline

import "perceptronlab/perceptron"

// rule is what distinguishes the baselines.
type rule interface {
	// learn is shown a sample x, its sign s, −1 or 1, and the neuron's output for it, z. It may change the neuron.
	learn(n *neuron, x [2]float64, s, z float64)
	// answer returns the neuron that the rule answers with.
	answer(n neuron) neuron
	// changed passes the current samples, at the beginning and after each change. The rule may keep them.
	changed(s perceptron.Samples)
}

var rules = []struct {
	name string
	make func(Config) rule
}{
	{"rosenblatt", func(c Config) rule { return &rosenblatt{lr: c.LR} }},
	{"pocket", func(c Config) rule { return &pocket{rosenblatt: rosenblatt{lr: c.LR}, right: -1} }},
	{"averaged", func(c Config) rule { return &averaged{rosenblatt: rosenblatt{lr: c.LR}} }},
	{"adaline", func(c Config) rule { return &adaline{lr: c.LR} }},
	{"logistic", func(c Config) rule { return &logistic{lr: c.LR, decay: c.WeightDecay} }},
	{"hinge", func(c Config) rule { return &hinge{lr: c.LR, decay: c.WeightDecay} }},
}

// plain answers with the neuron itself and need not know all samples.
type plain struct{}

func (plain) answer(n neuron) neuron       { return n }
func (plain) changed(s perceptron.Samples) {}

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

// averaged runs Rosenblatt's rule and answers with the mean of all its weights so far, each counted once for every sample
// after which they were in force.
//
// Freund and Schapire, Large margin classification using the perceptron algorithm, Machine Learning 37, 1999: the
// prediction they call average (unnormalized), whose weights are Σ cᵢvᵢ; divided by Σ cᵢ here, which moves no line.
type averaged struct {
	rosenblatt
	sum   neuron
	shown float64
}

func (a *averaged) learn(n *neuron, x [2]float64, s, z float64) {
	a.rosenblatt.learn(n, x, s, z)
	a.sum.w[0] += n.w[0]
	a.sum.w[1] += n.w[1]
	a.sum.b += n.b
	a.shown++
}

func (a *averaged) answer(n neuron) neuron {
	if a.shown == 0 {
		return n
	}
	return neuron{[2]float64{a.sum.w[0] / a.shown, a.sum.w[1] / a.shown}, a.sum.b / a.shown}
}

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
