package perceptron

import (
	"testing"

	"perceptronlab/perceptron/random"
)

func TestNumParametersCountsThemAll(t *testing.T) {
	for _, layers := range [][]int{{2, 1}, {2, 3}, {2, 8, 8, 1}, {2, 64, 64, 3}} {
		n := NewNetwork(layers, ActivationTanh)
		want := 0
		for _, list := range n.Parameters() {
			want += len(list)
		}
		if got := n.NumParameters(); got != want {
			t.Errorf("%v: %d, want %d", layers, got, want)
		}
	}
}

func TestEqualNetworksHaveTheSameLayersActivationAndParameters(t *testing.T) {
	made := func(activation Activation, layers ...int) *Network {
		n := NewNetwork(layers, activation)
		n.InitUniform(random.NewTorch(1))
		return n
	}
	n := made(ActivationTanh, 2, 3, 1)
	other := n.Clone()
	if !n.Equal(other) {
		t.Error("a clone is not equal")
	}
	p := other.Parameters()
	p[3][0]++
	if err := other.SetParameters(p); err != nil {
		t.Fatal(err)
	}
	zero := NewNetwork([]int{2, 3, 1}, ActivationTanh)
	for what, one := range map[string]*Network{
		"another bias": other, "no parameters drawn": zero, "another activation": made(ActivationReLU, 2, 3, 1),
		"one more unit": made(ActivationTanh, 2, 4, 1), "one more layer": made(ActivationTanh, 2, 3, 3, 1),
	} {
		if n.Equal(one) || one.Equal(n) {
			t.Errorf("%s: equal", what)
		}
	}
}
