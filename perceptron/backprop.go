package perceptron

// blockLen is how many samples go through the network at once: few enough that what the pass remembers stays in the
// processor's cache, whatever n is.
const blockLen = 64

// tape is what a pass over a block of samples remembers for the way back.
type tape struct {
	outputs [][]vec   // of each hidden layer, [blockLen, outVecs]
	deltas  [][]vec   // dL/dz of each hidden layer's weighted sums z, as outputs
	logits  []float64 // [blockLen, K]
	delta   []float64 // dL/d logits, as logits
}

func newTape(n *Network) *tape {
	t := &tape{logits: make([]float64, blockLen*n.Outputs()), delta: make([]float64, blockLen*n.Outputs())}
	for _, l := range n.layers[:len(n.layers)-1] {
		t.outputs = append(t.outputs, make([]vec, blockLen*l.outVecs))
		t.deltas = append(t.deltas, make([]vec, blockLen*l.outVecs))
	}
	return t
}

// forward writes the logits of a block of points to dst, and what each hidden layer gave to the tape.
func (n *Network) forward(t *tape, dst []float64, x [][2]float64) {
	last := len(n.layers) - 1
	if last == 0 {
		n.layers[0].forwardNeurons(dst, x)
		return
	}
	var y []vec
	for i := range n.layers[:last] {
		l := &n.layers[i]
		z := t.outputs[i][:len(x)*l.outVecs]
		if i == 0 {
			forwardInput(l, z, x)
		} else {
			forwardHidden(l, z, y)
		}
		n.activation.apply(z)
		if n.activation.At(0) != 0 {
			l.clearPadding(z)
		}
		y = z
	}
	forwardOutput(&n.layers[last], dst, y)
}

// backward adds to grad what the block that went forward last contributes to the gradient of the summed loss. t.delta
// holds the gradient by the logits.
func (n *Network) backward(t *tape, grad []layer, x [][2]float64) {
	last := len(n.layers) - 1
	top := t.delta[:len(x)*n.layers[last].out]
	if last == 0 {
		n.layers[0].addGradientNeurons(&grad[0], top, x)
		return
	}
	var delta []vec
	for i := last; i > 0; i-- {
		l := &n.layers[i]
		y, below := t.outputs[i-1][:len(x)*l.inVecs], t.deltas[i-1][:len(x)*l.inVecs]
		if i == last {
			gradientOutput(&grad[i], top, y)
			backwardOutput(l, below, top)
		} else {
			gradientHidden(&grad[i], delta, y)
			backwardHidden(l, below, delta)
		}
		n.activation.backward(below, y)
		delta = below
	}
	gradientInput(&grad[0], delta, x)
}

var zeros vec // never written

// clearPadding sets the lanes that stand for no unit to zero.
func (l *layer) clearPadding(y []vec) {
	if used := l.out % 8; used > 0 {
		for i := l.outVecs - 1; i < len(y); i += l.outVecs {
			clear(y[i][used:])
		}
	}
}
