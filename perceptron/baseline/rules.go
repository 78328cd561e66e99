package baseline

import "perceptronlab/perceptron"

// rules lists them all. A new one needs a line here, its file, its test and its words.
var rules = []ruleEntry{rosenblattRule, pocketRule, averagedRule, adalineRule, logisticRule, hingeRule}

// A ruleEntry is all that is known about a rule.
type ruleEntry struct {
	name string
	make func(Config) rule // takes of the config what the rule has: all have a learning rate, some weight decay
	// bounded is whether the neuron changes by Rosenblatt's corrections alone, so that Novikoff bounds their number.
	bounded bool
}

// rule is what distinguishes the baselines.
type rule interface {
	// learn is shown a sample x, its sign s, −1 or 1, and the neuron's output for it, z. It may change the neuron.
	learn(n *neuron, x [2]float64, s, z float64)
	// answer returns the neuron that the rule answers with.
	answer(n neuron) neuron
	// changed passes the current samples, at the beginning and after each change. The rule may keep them.
	changed(s perceptron.Samples)
}

// plain answers with the neuron itself and need not know all samples.
type plain struct{}

func (plain) answer(n neuron) neuron       { return n }
func (plain) changed(s perceptron.Samples) {}
