package perceptron

// A network of one logit whose hidden layers have at most eight tanh units each, and which learns the binary cross-entropy:
// a sample's outputs of a layer are one vec. In batches of ten it is not the arithmetic that takes most of the time but
// where loops begin and end, and so each loop here does several things at once. It calls nothing: where a number lies
// beyond a table it goes on with any other and says so in the end, and the block is done again by the general way, whose bits
// are the same.

// narrow says whether the network is one of these.
func (n *Network) narrow() bool {
	last := len(n.layers) - 1
	for i := range n.layers {
		if n.layers[i].out > 8 {
			return false
		}
	}
	return last > 0 && n.layers[last].out == 1 && n.activation == ActivationTanh
}

// learnNarrow is learnBlock. It learns nothing if it is not ok.
func (p *pass) learnNarrow(x [][2]float64, y []int) (sum float64, ok bool) {
	last := len(p.net.layers) - 1
	if !p.forwardNarrow(x) {
		return 0, false
	}
	delta := p.deltas[last-1][:len(x)]
	sum, ok = p.net.layers[last].learnOutput(&p.grad[last], delta, p.outputs[last-1], y)
	if !ok {
		return 0, false
	}
	for i := last - 1; i > 0; i-- {
		l, h, below := &p.net.layers[i], p.outputs[i-1][:len(x)], p.deltas[i-1][:len(x)]
		l.addGradient(p.grad[i], delta, h)
		l.backwardTanh(below, delta, h)
		delta = below
	}
	p.net.layers[0].addGradientInput(p.grad[0], delta, x)
	return sum, true
}

// lossNarrow is the summed loss of a block.
func (p *pass) lossNarrow(x [][2]float64, y []int) (sum float64, ok bool) {
	if !p.forwardNarrow(x) {
		return 0, false
	}
	last := len(p.net.layers) - 1
	return p.net.layers[last].lossOutput(p.outputs[last-1][:len(x)], y)
}

// forwardNarrow writes what each hidden layer gives to the tape.
func (p *pass) forwardNarrow(x [][2]float64) (ok bool) {
	h := p.outputs[0][:len(x)]
	if !p.net.layers[0].forwardInputTanh(h, x) {
		return false
	}
	for i := 1; i < len(p.net.layers)-1; i++ {
		next := p.outputs[i][:len(x)]
		if !p.net.layers[i].forwardTanh(next, h) {
			return false
		}
		h = next
	}
	return true
}
