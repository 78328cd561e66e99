package perceptron

// pass is the memory that going through samples needs.
type pass struct {
	*tape
	x [][2]float64 // a block of samples picked one by one
	y []int
}

func newPass(n *Network) *pass {
	return &pass{tape: newTape(n), x: make([][2]float64, blockLen), y: make([]int, blockLen)}
}

// learn goes through all samples, forward and back: it returns the summed loss and adds its gradient to grad.
func (p *pass) learn(n *Network, l Loss, grad []layer, s Samples) float64 {
	var sum float64
	for i := 0; i < len(s.Y); i += blockLen {
		end := min(i+blockLen, len(s.Y))
		sum += p.learnBlock(n, l, grad, s.X[i:end], s.Y[i:end])
	}
	return sum
}

// learnPicked is learn for the samples that which names.
func (p *pass) learnPicked(n *Network, l Loss, grad []layer, s Samples, which []int) {
	for len(which) > 0 {
		m := min(blockLen, len(which))
		x, y := p.x[:m], p.y[:m]
		for i, j := range which[:m] {
			x[i], y[i] = s.X[j], s.Y[j]
		}
		p.learnBlock(n, l, grad, x, y)
		which = which[m:]
	}
}

func (p *pass) learnBlock(n *Network, l Loss, grad []layer, x [][2]float64, y []int) float64 {
	k := n.Outputs()
	if l == LossBCE && k == 1 && len(n.layers) == 1 {
		return n.layers[0].learnLogistic(grad[0], x, y)
	}
	z, delta := p.logits[:len(x)*k], p.delta[:len(x)*k]
	n.forward(p.tape, z, x)
	sum := l.sum(delta, z, y, k)
	n.backward(p.tape, grad, x)
	return sum
}

// judge goes forward only: it returns the summed loss and how many samples are predicted right.
func (p *pass) judge(n *Network, l Loss, s Samples) (sum float64, right int) {
	k := n.Outputs()
	for i := 0; i < len(s.Y); i += blockLen {
		end := min(i+blockLen, len(s.Y))
		x, y := s.X[i:end], s.Y[i:end]
		z := p.logits[:len(x)*k]
		n.forward(p.tape, z, x)
		sum += l.sum(p.delta[:len(z)], z, y, k)
		right += countRight(z, y, k)
	}
	return sum, right
}
