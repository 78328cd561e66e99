package baseline

var averagedRule = ruleEntry{
	name: "averaged", bounded: true,
	make: func(c Config) rule { return &averaged{rosenblatt: rosenblatt{lr: c.LR}} },
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
