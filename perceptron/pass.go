package perceptron

import "perceptronlab/perceptron/internal/kernel"

// pass is the memory that a pass over samples needs.
type pass struct {
	net *Network
	*tape
	x    [][2]float64 // a block of samples picked one by one
	y    []int
	grad []kernel.Layer // Σ dL/dθ of what was learnt since the last step, in the places of the network's layers
	sum  []kernel.Vec   // grad's memory
}

func newPass(n *Network) *pass {
	p := &pass{net: n, tape: newTape(n), x: make([][2]float64, blockLen), y: make([]int, blockLen)}
	p.grad, p.sum = kernel.NewLayers(n.Layers())
	return p
}

// learn goes through all samples, forward and back: it returns the summed loss and adds its gradient to grad.
func (p *pass) learn(l Loss, s Samples) float64 {
	if p.net.logistic(l) {
		return kernel.LearnLogistic(&p.net.layers[0], &p.grad[0], s.X, s.Y)
	}
	var sum float64
	for i := 0; i < len(s.Y); i += blockLen {
		end := min(i+blockLen, len(s.Y))
		sum += p.learnBlock(l, s.X[i:end], s.Y[i:end])
	}
	return sum
}

// learnPicked is learn for the samples that which names, without the loss.
func (p *pass) learnPicked(l Loss, s Samples, which []int) {
	for len(which) > 0 {
		m := min(blockLen, len(which))
		x, y := p.x[:m], p.y[:m]
		kernel.Pick(x, y, s.X, s.Y, which[:m])
		p.learnBlock(l, x, y)
		which = which[m:]
	}
}

// logistic reports whether this is a single neuron with the binary cross-entropy, which has kernels of its own.
func (n *Network) logistic(l Loss) bool { return losses[l].logistic && len(n.layers) == 1 }

// learnBlock is learn for at most blockLen samples.
func (p *pass) learnBlock(l Loss, x [][2]float64, y []int) float64 {
	if p.net.logistic(l) {
		return kernel.LearnLogistic(&p.net.layers[0], &p.grad[0], x, y)
	}
	k := p.net.Outputs()
	z, delta := p.logits[:len(x)*k], p.delta[:len(x)*k]
	p.net.forward(p.tape, z, x)
	sum := l.sum(delta, z, y, k)
	p.net.backward(p.tape, p.grad, x)
	return sum
}

// loss goes forward only: it returns the summed loss.
func (p *pass) loss(l Loss, s Samples) float64 {
	if p.net.logistic(l) {
		return kernel.LogisticLoss(&p.net.layers[0], s.X, s.Y)
	}
	var sum float64
	for i := 0; i < len(s.Y); i += blockLen {
		end := min(i+blockLen, len(s.Y))
		sum += p.lossBlock(l, s.X[i:end], s.Y[i:end])
	}
	return sum
}

// lossBlock is loss for at most blockLen samples.
func (p *pass) lossBlock(l Loss, x [][2]float64, y []int) float64 {
	k := p.net.Outputs()
	z := p.logits[:len(x)*k]
	p.net.forward(p.tape, z, x)
	return l.sum(p.delta[:len(z)], z, y, k)
}

// evaluate is loss, and also returns how many samples are predicted right.
func (p *pass) evaluate(l Loss, s Samples) (sum float64, right int) {
	k := p.net.Outputs()
	for i := 0; i < len(s.Y); i += blockLen {
		end := min(i+blockLen, len(s.Y))
		x, y := s.X[i:end], s.Y[i:end]
		z := p.logits[:len(x)*k]
		p.net.forward(p.tape, z, x)
		sum += l.sum(p.delta[:len(z)], z, y, k)
		right += countRight(z, y, k)
	}
	return sum, right
}
