package perceptron

import "perceptronlab/perceptron/internal/kernel"

// blockLen is how many samples go through the network at once: few enough that what the pass remembers stays in the
// processor's cache, whatever n is.
const blockLen = 64

// tape is what the forward pass over a block of samples remembers for the backward pass.
type tape struct {
	outputs [][]kernel.Vec // of each hidden layer, [blockLen, OutVecs]
	deltas  [][]kernel.Vec // dL/dz of each hidden layer's weighted sums z, as outputs
	logits  []float64      // [blockLen, K]
	delta   []float64      // dL/d logits, as logits
}

func newTape(n *Network) *tape {
	t := &tape{logits: make([]float64, blockLen*n.Outputs()), delta: make([]float64, blockLen*n.Outputs())}
	for _, l := range n.layers[:len(n.layers)-1] {
		t.outputs = append(t.outputs, make([]kernel.Vec, blockLen*l.OutVecs))
		t.deltas = append(t.deltas, make([]kernel.Vec, blockLen*l.OutVecs))
	}
	return t
}

// forward writes the logits of a block of points to dst, and each hidden layer's outputs to the tape.
func (n *Network) forward(t *tape, dst []float64, x [][2]float64) {
	last := len(n.layers) - 1
	if last == 0 {
		kernel.ForwardNeurons(&n.layers[0], dst, x)
		return
	}
	var y []kernel.Vec
	for i := range n.layers[:last] {
		l := &n.layers[i]
		z := t.outputs[i][:len(x)*l.OutVecs]
		if i == 0 {
			kernel.ForwardInput(l, z, x)
		} else {
			kernel.ForwardHidden(l, z, y)
		}
		n.activation.apply(z)
		if n.activation.At(0) != 0 {
			l.ClearPadding(z)
		}
		y = z
	}
	kernel.ForwardOutput(&n.layers[last], dst, y)
}

// backward adds to grad the contribution of the block that last went forward to the gradient of the summed loss. t.delta
// holds the gradient by the logits.
func (n *Network) backward(t *tape, grad []kernel.Layer, x [][2]float64) {
	last := len(n.layers) - 1
	top := t.delta[:len(x)*n.layers[last].Out]
	if last == 0 {
		kernel.GradientNeurons(&grad[0], top, x)
		return
	}
	var delta []kernel.Vec
	for i := last; i > 0; i-- {
		l := &n.layers[i]
		y, below := t.outputs[i-1][:len(x)*l.InVecs], t.deltas[i-1][:len(x)*l.InVecs]
		if i == last {
			kernel.GradientOutput(&grad[i], top, y)
			kernel.BackwardOutput(l, below, top)
		} else {
			kernel.GradientHidden(&grad[i], delta, y)
			kernel.BackwardHidden(l, below, delta)
		}
		n.activation.backward(below, y)
		delta = below
	}
	kernel.GradientInput(&grad[0], delta, x)
}
