package perceptron

import (
	"fmt"
	"math"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/random"
)

// Network is a multi-layer perceptron: two inputs, hidden layers of units that all have one activation, and a linear
// output of one logit, or of K ≥ 2, one per class. Without a hidden layer and with one output it is the perceptron,
// z = w·x + b. It keeps scratch memory, so two goroutines can't use one Network at the same time.
type Network struct {
	activation Activation
	layers     []kernel.Layer
	theta      []kernel.Vec // all parameters, the memory of the layers
	tape       *tape        // what Logits needs, made when first asked for
}

// NewNetwork returns a network with all parameters zero. layers is the number of units of each layer: 2 first, at least
// one more, all ≥ 1. NewNetwork panics if they are not.
func NewNetwork(layers []int, a Activation) *Network {
	if len(layers) < 2 || layers[0] != 2 {
		panic("perceptron: NewNetwork needs layers that begin with 2 inputs and go on to an output")
	}
	for _, units := range layers {
		if units < 1 {
			panic("perceptron: NewNetwork needs at least 1 unit in each layer")
		}
	}
	n := &Network{activation: a}
	n.layers, n.theta = kernel.NewLayers(layers)
	return n
}

// InitUniform draws the parameters as torch.nn.Linear does for each layer in order, weight before bias: float32 values,
// uniform in ±1/√in.
func (n *Network) InitUniform(g *random.Torch) {
	gain := math.Sqrt(2 / (1 + float64(math.Sqrt(5)*math.Sqrt(5)))) // kaiming_uniform_(a=√5), to its last bit
	for _, l := range n.layers {
		root := math.Sqrt(float64(l.In))
		bound := math.Sqrt(3) * (gain / root)
		for j := range l.Out {
			for i := range l.In {
				*l.Weight(j, i) = float64(g.Uniform(-bound, bound))
			}
		}
		for j := range l.Out {
			*l.Bias(j) = float64(g.Uniform(-1/root, 1/root))
		}
	}
}

// Layers returns the number of units of each layer, the two inputs first.
func (n *Network) Layers() []int {
	layers := []int{2}
	for _, l := range n.layers {
		layers = append(layers, l.Out)
	}
	return layers
}

// Activation is the function that the hidden units apply.
func (n *Network) Activation() Activation { return n.activation }

// Outputs is the number of logits a point has: 1, or K ≥ 2.
func (n *Network) Outputs() int { return n.layers[len(n.layers)-1].Out }

// Parameters returns a copy: weight, bias, weight, bias … in the order of the layers, as Module.parameters() gives them.
// A weight has shape [out, in] and is flattened by rows.
func (n *Network) Parameters() [][]float64 {
	var p [][]float64
	for _, l := range n.layers {
		w, b := make([]float64, 0, l.Out*l.In), make([]float64, 0, l.Out)
		for j := range l.Out {
			for i := range l.In {
				w = append(w, *l.Weight(j, i))
			}
			b = append(b, *l.Bias(j))
		}
		p = append(p, w, b)
	}
	return p
}

// NumParameters is how many numbers Parameters has in all.
func (n *Network) NumParameters() (count int) {
	for _, l := range n.layers {
		count += l.Out * (l.In + 1)
	}
	return count
}

// Line is the decision line w·x + b = 0 of a single neuron; ok is false for any other network.
func (n *Network) Line() (w [2]float64, b float64, ok bool) {
	if len(n.layers) != 1 || n.Outputs() != 1 {
		return w, 0, false
	}
	p := n.Parameters()
	return [2]float64{p[0][0], p[0][1]}, p[1][0], true
}

// SetParameters sets all parameters from p, which is laid out as Parameters gives it. Where a length is wrong or a number
// is not finite, it returns an error and changes nothing.
func (n *Network) SetParameters(p [][]float64) error {
	if len(p) != 2*len(n.layers) {
		return fmt.Errorf("parameters: %d lists, want %d: a weight and a bias for each layer", len(p), 2*len(n.layers))
	}
	for i, l := range n.layers {
		if len(p[2*i]) != l.Out*l.In {
			return fmt.Errorf("weight of layer %d: %d numbers, want %d", i+1, len(p[2*i]), l.Out*l.In)
		}
		if len(p[2*i+1]) != l.Out {
			return fmt.Errorf("bias of layer %d: %d numbers, want %d", i+1, len(p[2*i+1]), l.Out)
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
		for j := range l.Out {
			for c := range l.In {
				*l.Weight(j, c) = p[2*i][j*l.In+c]
			}
			*l.Bias(j) = p[2*i+1][j]
		}
	}
	return nil
}

// Clone returns a network of the same parameters that shares no memory with n.
func (n *Network) Clone() *Network {
	c := NewNetwork(n.Layers(), n.activation)
	copy(c.theta, n.theta)
	return c
}

// Equal reports whether both have the same layers, activation and parameters. None is equal to one with a parameter that is NaN.
func (n *Network) Equal(other *Network) bool {
	same := n.activation == other.activation && len(n.layers) == len(other.layers)
	for i := 0; same && i < len(n.layers); i++ {
		same = n.layers[i].Out == other.layers[i].Out
	}
	for i := 0; same && i < len(n.theta); i++ {
		same = n.theta[i] == other.theta[i]
	}
	return same
}

// Logits writes the network's outputs for the points x [n, 2] to dst [n, K], a row per point. It panics if len(dst) is not
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
