// Package reference is the mathematics of this project in plain loops: a network, what it says about a point, its losses, their
// gradient and a step of gradient descent. Read it first. It is slow and short; package perceptron does the same with kernels,
// and its tests compare it with this.
package reference

import "math"

// A Layer maps in numbers to out numbers: z = Wx + b.
type Layer struct {
	W [][]float64 // [out][in]
	B []float64   // [out]
}

// A Network is layers with an activation between them; the last layer's sums are the logits.
type Network struct {
	Layers     []Layer
	Activation Activation
}

// An Activation is a hidden unit's output for its sum z, and the derivative of that by z, computed from the output y.
type Activation struct {
	Of    func(z float64) float64
	Slope func(y float64) float64
}

// The activations, by the names that docs/scene.md gives them.
var Activations = map[string]Activation{
	"tanh":    {math.Tanh, func(y float64) float64 { return 1 - y*y }},
	"relu":    {func(z float64) float64 { return max(z, 0) }, step},
	"sigmoid": {Sigmoid, func(y float64) float64 { return y * (1 - y) }},
}

// Sigmoid is σ(z) = 1/(1 + e^−z).
func Sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// step is 1 above 0, else 0.
func step(v float64) float64 {
	if v > 0 {
		return 1
	}
	return 0
}

// Forward returns each layer's outputs for a point, the point itself first and the logits last.
func (n *Network) Forward(x []float64) [][]float64 {
	outputs := [][]float64{x}
	for i, l := range n.Layers {
		in, out := outputs[i], make([]float64, len(l.B))
		for j := range out {
			out[j] = l.B[j]
			for k := range in {
				out[j] += l.W[j][k] * in[k]
			}
			if i < len(n.Layers)-1 {
				out[j] = n.Activation.Of(out[j])
			}
		}
		outputs = append(outputs, out)
	}
	return outputs
}

// Gradient is the mean loss over points x with labels y, and its derivative by each parameter: backpropagation, which is the
// chain rule from the last layer to the first (Rumelhart, Hinton and Williams, 1986).
func (n *Network) Gradient(x [][]float64, y []int, loss Loss) (mean float64, gradient []Layer) {
	for _, l := range n.Layers {
		g := Layer{B: make([]float64, len(l.B))}
		for range l.B {
			g.W = append(g.W, make([]float64, len(l.W[0])))
		}
		gradient = append(gradient, g)
	}
	share := 1 / float64(len(x))
	for s := range x {
		outputs := n.Forward(x[s])
		value, delta := loss(outputs[len(n.Layers)], y[s])
		mean += share * value
		for i := len(n.Layers) - 1; i >= 0; i-- {
			l, in := n.Layers[i], outputs[i]
			before := make([]float64, len(in)) // the derivative by this layer's inputs
			for j, d := range delta {
				gradient[i].B[j] += share * d
				for k := range in {
					gradient[i].W[j][k] += share * d * in[k]
					before[k] += d * l.W[j][k]
				}
			}
			for k := range in {
				if i > 0 {
					before[k] *= n.Activation.Slope(in[k])
				}
			}
			delta = before
		}
	}
	return mean, gradient
}

// Step goes against the gradient: θ ← θ − lr·∇L.
func (n *Network) Step(gradient []Layer, lr float64) {
	for i, g := range gradient {
		for j := range g.B {
			n.Layers[i].B[j] -= lr * g.B[j]
			for k := range g.W[j] {
				n.Layers[i].W[j][k] -= lr * g.W[j][k]
			}
		}
	}
}
