package perceptron

import (
	"fmt"
	"slices"
	"testing"

	"perceptronlab/perceptron/random"
)

// The loops of narrow.go give the general way's bits, in blocks of all lengths and beyond the tables too.
func TestNarrowIsTheGeneralWay(t *testing.T) {
	for _, layers := range [][]int{{2, 1, 1}, {2, 8, 1}, {2, 5, 1}, {2, 8, 8, 1}, {2, 3, 7, 1}, {2, 8, 2, 8, 1}} {
		for _, scale := range []float64{1, 10, 300} {
			n := NewNetwork(layers, ActivationTanh)
			n.InitUniform(random.NewTorch(1))
			for i := range n.theta {
				for j := range n.theta[i] {
					n.theta[i][j] *= scale
				}
			}
			for length := 1; length <= blockLen; length++ {
				s := cloud(length, 2, uint64(length))
				fast, general := newPass(n), newPass(n)
				if !fast.narrow {
					t.Fatalf("%v should be narrow", layers)
				}
				general.narrow = false
				name := fmt.Sprintf("%v, weights times %g, %d samples", layers, scale, length)
				if got, want := fast.loss(LossBCE, s), general.loss(LossBCE, s); got != want {
					t.Fatalf("%s: loss %.17g, want %.17g", name, got, want)
				}
				if got, want := fast.learn(LossBCE, s), general.learn(LossBCE, s); got != want {
					t.Fatalf("%s: loss with the gradient %.17g, want %.17g", name, got, want)
				}
				if !slices.Equal(fast.sum, general.sum) {
					t.Fatalf("%s: another gradient", name)
				}
			}
		}
	}
}

// Only what they were written for takes them.
func TestNarrow(t *testing.T) {
	for _, c := range []struct {
		layers     []int
		activation Activation
		want       bool
	}{
		{[]int{2, 8, 8, 1}, ActivationTanh, true},
		{[]int{2, 1, 1}, ActivationTanh, true},
		{[]int{2, 1}, ActivationTanh, false},
		{[]int{2, 9, 1}, ActivationTanh, false},
		{[]int{2, 8, 9, 1}, ActivationTanh, false},
		{[]int{2, 8, 2}, ActivationTanh, false},
		{[]int{2, 8, 8, 1}, ActivationReLU, false},
		{[]int{2, 8, 8, 1}, ActivationSigmoid, false},
	} {
		if got := NewNetwork(c.layers, c.activation).narrow(); got != c.want {
			t.Errorf("%v, %v: narrow %v, want %v", c.layers, c.activation, got, c.want)
		}
	}
}
