package perceptron

import (
	"fmt"
	"math"

	"perceptronlab/perceptron/random"
)

// Network is a multi-layer perceptron: two inputs, hidden layers of units that all have one activation, and a linear
// output of one logit, or of K ≥ 2, one a class. Without a hidden layer and with one output it is the perceptron,
// z = w·x + b. It keeps scratch memory, so two goroutines can't use one Network at the same time.
type Network struct {
	activation Activation
	layers     []layer
	theta      []float64 // all parameters; the layers' w and b are parts of it
	tape       *tape     // what Logits needs, made when first asked for
}

// layer maps in numbers to out numbers. In memory, the length of a row of hidden units is padded to a multiple of 8,
// and so is their number, with zeros that stay zero: padded(8) = 8, padded(3) = 8.
type layer struct {
	in, out   int
	inStride  int       // 2 for the inputs of the network, else padded(in)
	outStride int       // out for the outputs of the network, else padded(out)
	w         []float64 // [outStride, inStride]
	b         []float64 // [outStride]
	at        int       // where w begins in theta; b follows
}

func padded(n int) int { return (n + 7) &^ 7 }

// NewNetwork returns a network with all parameters zero. layers is the number of units of each layer: 2 first, at least
// one more, all ≥ 1. NewNetwork panics if they are not.
func NewNetwork(layers []int, a Activation) *Network {
	if len(layers) < 2 || layers[0] != 2 {
		panic("perceptron: NewNetwork needs layers that begin with 2 inputs and go on to an output")
	}
	n := &Network{activation: a, layers: make([]layer, len(layers)-1)}
	size := 0
	for i := range n.layers {
		if layers[i+1] < 1 {
			panic("perceptron: NewNetwork needs at least 1 unit in each layer")
		}
		l := layer{in: layers[i], out: layers[i+1], inStride: 2, outStride: layers[i+1], at: size}
		if i > 0 {
			l.inStride = padded(l.in)
		}
		if i < len(n.layers)-1 {
			l.outStride = padded(l.out)
		}
		n.layers[i] = l
		size += l.outStride * (l.inStride + 1)
	}
	n.bind(make([]float64, size))
	return n
}

// bind makes theta the memory of the parameters.
func (n *Network) bind(theta []float64) {
	n.theta = theta
	for i := range n.layers {
		l := &n.layers[i]
		l.w, l.b = l.split(theta)
	}
}

// split returns the layer's part of a vector laid out as theta.
func (l *layer) split(theta []float64) (w, b []float64) {
	size := l.outStride * l.inStride
	part := theta[l.at:]
	return part[:size:size], part[size:][:l.outStride:l.outStride]
}

// InitUniform draws the parameters as torch.nn.Linear does for each layer in order, weight before bias: float32 values,
// uniform in ±1/√in.
func (n *Network) InitUniform(g *random.Torch) {
	gain := math.Sqrt(2 / (1 + float64(math.Sqrt(5)*math.Sqrt(5)))) // kaiming_uniform_(a=√5), to its last bit
	for _, l := range n.layers {
		root := math.Sqrt(float64(l.in))
		bound := math.Sqrt(3) * (gain / root)
		for j := range l.out {
			for i := range l.in {
				l.w[j*l.inStride+i] = float64(g.Uniform(-bound, bound))
			}
		}
		for j := range l.out {
			l.b[j] = float64(g.Uniform(-1/root, 1/root))
		}
	}
}

// Layers returns the number of units of each layer, the two inputs first.
func (n *Network) Layers() []int {
	layers := []int{2}
	for _, l := range n.layers {
		layers = append(layers, l.out)
	}
	return layers
}

// Activation is what the hidden units apply.
func (n *Network) Activation() Activation { return n.activation }

// Outputs is the number of logits a point has: 1, or K ≥ 2.
func (n *Network) Outputs() int { return n.layers[len(n.layers)-1].out }

// Parameters returns a copy: weight, bias, weight, bias … in the order of the layers, as Module.parameters() gives them.
// A weight has shape [out, in] and is flattened by rows.
func (n *Network) Parameters() [][]float64 {
	var p [][]float64
	for _, l := range n.layers {
		w := make([]float64, 0, l.out*l.in)
		for j := range l.out {
			w = append(w, l.w[j*l.inStride:][:l.in]...)
		}
		p = append(p, w, append([]float64(nil), l.b[:l.out]...))
	}
	return p
}

// SetParameters sets all parameters from p, which is laid out as Parameters gives it. Where a length is wrong or a number
// is not finite, it returns an error and changes nothing.
func (n *Network) SetParameters(p [][]float64) error {
	if len(p) != 2*len(n.layers) {
		return fmt.Errorf("parameters: %d lists, want %d: a weight and a bias for each layer", len(p), 2*len(n.layers))
	}
	for i, l := range n.layers {
		if len(p[2*i]) != l.out*l.in {
			return fmt.Errorf("weight of layer %d: %d numbers, want %d", i+1, len(p[2*i]), l.out*l.in)
		}
		if len(p[2*i+1]) != l.out {
			return fmt.Errorf("bias of layer %d: %d numbers, want %d", i+1, len(p[2*i+1]), l.out)
		}
		for _, list := range p[2*i : 2*i+2] {
			for _, v := range list {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					return fmt.Errorf("parameter %g of layer %d: want a finite number", v, i+1)
				}
			}
		}
	}
	clear(n.theta)
	for i, l := range n.layers {
		for j := range l.out {
			copy(l.w[j*l.inStride:], p[2*i][j*l.in:][:l.in])
		}
		copy(l.b, p[2*i+1])
	}
	return nil
}

// Clone returns a network of the same parameters that shares no memory with n.
func (n *Network) Clone() *Network {
	c := &Network{activation: n.activation, layers: append([]layer(nil), n.layers...)}
	c.bind(append([]float64(nil), n.theta...))
	return c
}

// Logits writes the network's outputs for the points x [n, 2] to dst [n, K], a row a point. It panics if len(dst) is not
// n·K. It allocates nothing but scratch memory on the first call.
func (n *Network) Logits(dst []float64, x [][2]float64) {
	k := n.Outputs()
	if len(dst) != len(x)*k {
		panic("perceptron: Logits needs dst of len(x) times Outputs numbers")
	}
	if n.tape == nil {
		n.tape = newTape(n)
	}
	for len(x) > 0 {
		m := min(len(x), blockLen)
		n.forward(n.tape, dst[:m*k], x[:m])
		dst, x = dst[m*k:], x[m:]
	}
}

// LogitsAt returns the outputs for one point.
func (n *Network) LogitsAt(x [2]float64) []float64 {
	z := make([]float64, n.Outputs())
	n.Logits(z, [][2]float64{x})
	return z
}
