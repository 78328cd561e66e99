package perceptron

import "testing"

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
