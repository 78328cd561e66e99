package perceptron

import (
	"math"
	"testing"

	"perceptronlab/perceptron/random"
)

func TestUnitIsWhatTheNetworkComputes(t *testing.T) {
	x := [][2]float64{{0.3, -1.2}, {-2, 0.7}, {0, 0}}
	for _, a := range []Activation{ActivationTanh, ActivationReLU, ActivationSigmoid} {
		n := NewNetwork([]int{2, 9, 3, 2}, a)
		n.InitUniform(random.NewTorch(7))
		p := n.Parameters()
		last := make([][]float64, len(x)) // the previous layer's outputs for each point
		for i := range x {
			last[i] = x[i][:]
		}
		for layer := 1; layer < len(n.Layers()); layer++ {
			units := n.Layers()[layer]
			next := make([][]float64, len(x))
			for u := range units {
				z := make([]float64, len(x))
				n.Unit(layer, u).Logits(z, x)
				for i := range x {
					want := p[2*layer-1][u]
					for j, v := range last[i] {
						want += p[2*layer-2][u*len(last[i])+j] * v
					}
					if math.Abs(z[i]-want) > 1e-12 {
						t.Errorf("%v, layer %d, unit %d: %v at %v, want %v", a, layer, u, z[i], x[i], want)
					}
				}
				for i := range x {
					next[i] = append(next[i], a.At(z[i]))
				}
			}
			last = next
		}
	}
}
