package perceptron

import "perceptronlab/perceptron/internal/kernel"

// pass is the memory that a pass over samples needs.
type pass struct {
	net *Network
	*tape
	some Samples      // a block of samples picked one by one
	x    [][2]float64 // a block of samples as the kernels take it
	y    []int
	grad []kernel.Layer // Σ dL/dθ of what was learnt since the last step, in the places of the network's layers
	sum  []kernel.Vec   // grad's memory
}

func newPass(n *Network) *pass {
	p := &pass{net: n, tape: newTape(n), x: make([][2]float64, blockLen), y: make([]int, blockLen)}
	p.some = Samples{make([][2]float32, blockLen), make([]uint8, blockLen)}
	p.grad, p.sum = kernel.NewLayers(n.Layers())
	return p
}

// A way is what a walk does with each block of samples.
type way int

const (
	forward way = iota // finds the loss
	count              // finds it, and how many samples are predicted right
	back               // finds it, and adds its gradient to grad
)

// walk goes on with a walk over samples, or over those that which names, and adds what it finds to the walk. It returns false where
// it was left.
func (p *pass) walk(l Loss, s Samples, which []int, do way, w *walk, until *patience) (whole bool) {
	n := len(s.Y)
	if which != nil {
		n = len(which)
	} else if w.at == 0 && p.net.logistic(l) && do != count {
		w.sum, w.at = p.logistic(s, do), n
	}
	for w.at < n {
		from, end := w.at, min(w.at+blockLen, n)
		block := s.Part(from, end)
		if which != nil {
			block = p.some.Part(0, end-from)
			kernel.Pick(block.X, block.Y, s.X, s.Y, which[from:end])
		}
		sum, right := p.block(l, block, do)
		w.at, w.sum, w.right = end, w.sum+sum, w.right+right
		if end < n && until.ends(blockLen*p.net.NumParameters()) {
			return false
		}
	}
	return true
}

// logistic reports whether this is a single neuron with the binary cross-entropy, which has kernels of its own.
func (n *Network) logistic(l Loss) bool { return losses[l].logistic && len(n.layers) == 1 }

// logistic is a walk's whole sum for such a neuron.
func (p *pass) logistic(s Samples, do way) float64 {
	if do == back {
		return kernel.LearnLogistic(&p.net.layers[0], &p.grad[0], s.X, s.Y)
	}
	return kernel.LogisticLoss(&p.net.layers[0], s.X, s.Y)
}

// block is what a walk does with at most blockLen samples: their summed loss, and how many are predicted right.
func (p *pass) block(l Loss, s Samples, do way) (sum float64, right int) {
	if do == back && p.net.logistic(l) {
		return p.logistic(s, do), 0
	}
	k, x, y := p.net.Outputs(), p.x[:s.Len()], p.y[:s.Len()]
	kernel.Widen(x, y, s.X, s.Y)
	z, delta := p.logits[:len(x)*k], p.delta[:len(x)*k]
	p.net.forward(p.tape, z, x)
	sum = l.sum(delta, z, y, k)
	switch do {
	case count:
		right = countRight(z, y, k)
	case back:
		p.net.backward(p.tape, p.grad, x)
	}
	return sum, right
}
