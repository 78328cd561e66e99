package baseline

import "perceptronlab/perceptron"

var pocketRule = ruleEntry{
	name: "pocket", bounded: true,
	make: func(c Config) rule { return &pocket{rosenblatt: rosenblatt{lr: c.LR}, right: -1} },
}

// pocket runs Rosenblatt's rule and keeps in its pocket the best weights it has seen, so that on overlapping classes it reaches
// a good line and stays there: the weights with the longest run of samples shown and found right. With the ratchet, only
// weights that get more of all samples right replace the pocket's.
//
// Gallant, Perceptron-based learning algorithms, IEEE Transactions on Neural Networks 1, 1990: the pocket algorithm with
// ratchet. Gallant draws the samples at random; here they come in the order that all baselines share. After a change of the
// samples the pocket's weights are recounted, and their run starts over.
type pocket struct {
	rosenblatt
	samples perceptron.Samples
	run     int    // of samples found right in a row by the neuron
	counted bool   // whether the neuron's weights were counted on all samples since they last changed
	best    neuron // in the pocket
	bestRun int
	right   int // how many of all samples best gets right; −1 before there is one
}

func (p *pocket) changed(s perceptron.Samples) {
	p.samples, p.counted, p.bestRun = s, false, 0
	if p.right >= 0 {
		p.right = p.count(p.best)
	}
}

func (p *pocket) learn(n *neuron, x [2]float64, s, z float64) {
	if s*z <= 0 {
		p.rosenblatt.learn(n, x, s, z)
		p.run, p.counted = 0, false
		return
	}
	p.run++
	if p.run <= p.bestRun {
		return
	}
	if !p.counted {
		p.counted = true
		if right := p.count(*n); right > p.right {
			p.best, p.right = *n, right
		}
	}
	if p.best == *n {
		p.bestRun = p.run
	}
}

// answer is the pocket's weights; before there are any, the neuron's.
func (p *pocket) answer(n neuron) neuron {
	if p.right < 0 {
		return n
	}
	return p.best
}

// count is the number of all samples that n gets right.
func (p *pocket) count(n neuron) (right int) {
	for i := range p.samples.Len() {
		if x, y := p.samples.At(i); sign(y)*n.logit(x) > 0 {
			right++
		}
	}
	return right
}
