package perceptron

// blockLen is how many samples go through the network at once: few enough that what the pass remembers stays in the
// processor's cache, whatever n is.
const blockLen = 64

// tape is what a pass over a block of samples remembers for the way back.
type tape struct {
	outputs [][]float64 // of each hidden layer, [blockLen, outStride]
	deltas  [][]float64 // dL/dz of each hidden layer's weighted sums z, as outputs
	logits  []float64   // [blockLen, K]
	delta   []float64   // dL/d logits, as logits
}

func newTape(n *Network) *tape {
	t := &tape{logits: make([]float64, blockLen*n.Outputs()), delta: make([]float64, blockLen*n.Outputs())}
	for _, l := range n.layers[:len(n.layers)-1] {
		t.outputs = append(t.outputs, make([]float64, blockLen*l.outStride))
		t.deltas = append(t.deltas, make([]float64, blockLen*l.outStride))
	}
	return t
}

// forward writes the logits of a block of points to dst, and what each hidden layer gave to the tape.
func (n *Network) forward(t *tape, dst []float64, x [][2]float64) {
	last := len(n.layers) - 1
	for i := range n.layers {
		l, out := &n.layers[i], dst
		if i < last {
			out = t.outputs[i][:len(x)*l.outStride]
		}
		if i == 0 {
			l.forwardInput(out, x)
		} else {
			l.forward(out, t.outputs[i-1][:len(x)*l.inStride])
		}
		if i < last {
			n.activation.apply(out)
			if n.activation == ActivationSigmoid && l.out < l.outStride {
				l.clearPadding(out) // σ(0) is not 0
			}
		}
	}
}

// backward adds to grad, laid out as theta, what the block that went forward last contributes to the gradient of the
// summed loss. t.delta holds the gradient by the logits.
func (n *Network) backward(t *tape, grad []float64, x [][2]float64) {
	last := len(n.layers) - 1
	delta := t.delta[:len(x)*n.layers[last].out]
	for i := last; i > 0; i-- {
		l := &n.layers[i]
		w, b := l.split(grad)
		y := t.outputs[i-1][:len(x)*l.inStride]
		l.addGradient(w, b, delta, y)
		below := t.deltas[i-1][:len(y)]
		if i == last {
			l.backwardOutput(below, delta)
		} else {
			l.backward(below, delta)
		}
		n.activation.backward(below, y)
		delta = below
	}
	l := &n.layers[0]
	w, b := l.split(grad)
	l.addGradientInput(w, b, delta, x)
}

func (l *layer) clearPadding(out []float64) {
	for i := l.out; i < len(out); i += l.outStride {
		clear(out[i : i+l.outStride-l.out])
	}
}
