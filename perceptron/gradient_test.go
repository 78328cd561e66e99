package perceptron

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/random"
)

var (
	allLosses      = Losses()
	allActivations = Activations()
)

// outputsFor is a number of outputs that goes with a loss.
func outputsFor(l Loss) int {
	if l.Multiclass() {
		return 3
	}
	return 1
}

// cloud is n random points with random labels below k.
func cloud(n, k int, seed uint64) Samples {
	g := rand.New(rand.NewPCG(seed, 0))
	var s Samples
	for range n {
		s.Add([2]float64{g.NormFloat64(), g.NormFloat64()}, g.IntN(k))
	}
	return s
}

// Compares every gradient with a central difference, for full blocks, short ones and several.
func TestGradientsMatchFiniteDifferences(t *testing.T) {
	for _, loss := range allLosses {
		for _, activation := range allActivations {
			for _, hidden := range [][]int{nil, {1}, {5}, {8}, {3, 8}, {9, 17, 4}, {8, 8, 8, 8, 8, 8}} {
				k := outputsFor(loss)
				layers := append(append([]int{2}, hidden...), k)
				name := fmt.Sprint(loss, activation, layers)
				n := NewNetwork(layers, activation)
				n.InitUniform(random.NewTorch(7))
				s := cloud(blockLen+5, max(k, 2), 3)
				p := newPass(n)
				p.walk(loss, s, nil, back, &walk{}, &patience{})

				const h = 1e-6
				wrong, used := 0, 0
				summed := func() float64 {
					var w walk
					p.walk(loss, s, nil, forward, &w, &patience{})
					return w.sum
				}
				check := func(what string, theta, grad *float64) {
					t.Helper()
					old := *theta
					*theta = old + h
					up := summed()
					*theta = old - h
					down := summed()
					*theta = old
					if want := (up - down) / (2 * h); math.Abs(*grad-want) > 1e-6*max(1, math.Abs(want)) {
						wrong++ // a kink may lie within h of a point
						if wrong > 1 {
							t.Errorf("%s: %s: gradient %g, differences say %g", name, what, *grad, want)
						}
					}
					*grad = 0
					used++
				}
				for i := range n.layers {
					l, g := &n.layers[i], &p.grad[i]
					for j := range l.Out {
						for c := range l.In {
							check(fmt.Sprint("layer ", i, " weight ", j, c), l.Weight(j, c), g.Weight(j, c))
						}
						check(fmt.Sprint("layer ", i, " bias ", j), l.Bias(j), g.Bias(j))
					}
				}
				for _, v := range p.sum {
					if v != (kernel.Vec{}) {
						t.Errorf("%s: the padding has a gradient", name)
					}
				}
				if want := len(flat(n.Parameters())); used != want {
					t.Errorf("%s: %d parameters, want %d", name, used, want)
				}
			}
		}
	}
}

func flat(lists [][]float64) (all []float64) {
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

// The whole layer in plain loops, as a check of the padded one that differences can't give: to the last bits.
func TestLogitsMatchPlainLoops(t *testing.T) {
	for _, activation := range allActivations {
		for _, layers := range [][]int{{2, 1}, {2, 3}, {2, 1, 1}, {2, 8, 8, 1}, {2, 9, 3}, {2, 64, 17, 2}} {
			n := NewNetwork(layers, activation)
			n.InitUniform(random.NewTorch(1))
			points, _ := cloud(2*blockLen+3, 2, 9).Wide()
			k := n.Outputs()
			got := make([]float64, k*len(points))
			n.Logits(got, points)
			for i, x := range points {
				y := x[:]
				for j, l := range n.layers {
					z := make([]float64, l.Out)
					for o := range z {
						z[o] = *l.Bias(o)
						for c, v := range y {
							z[o] += *l.Weight(o, c) * v
						}
						if j < len(n.layers)-1 {
							z[o] = map[Activation]func(float64) float64{ActivationTanh: kernel.Tanh, ActivationSigmoid: Sigmoid,
								ActivationReLU: func(v float64) float64 { return max(v, 0) }}[activation](z[o])
						}
					}
					y = z
				}
				for j, want := range y {
					if d := math.Abs(got[i*k+j] - want); d > 1e-14*max(1, math.Abs(want)) {
						t.Fatalf("%v %v: logit %d of point %d is %g, want %g", activation, layers, j, i, got[i*k+j], want)
					}
				}
			}
		}
	}
}
