package figure

import (
	"slices"
	"testing"
)

func TestTwoParametersOfALargeNetworkAreTurned(t *testing.T) {
	f := begin(t, `preset=spirals`)
	parameters := func() []float64 {
		all, _ := f.session.Parameters()
		return slices.Clone(all)
	}
	before := parameters()
	if _, err := f.Handle([]byte(`{"type": "turn", "parameters": [33, 336], "values": [0.5, -2]}`)); err != nil {
		t.Fatal(err)
	}
	after := parameters()
	for i, v := range before {
		switch {
		case i == 33:
			v = 0.5
		case i == 336:
			v = -2
		}
		if after[i] != v {
			t.Errorf("parameter %d is %v, want %v", i, after[i], v)
		}
	}
	for _, bad := range []string{
		`"parameters": [-1, 0], "values": [9, 9]`, `"parameters": [0, 337], "values": [9, 9]`, `"parameters": [3], "values": [9, 9]`,
		`"parameters": [0, 1], "values": [9]`, `"values": [9, 9]`, `"parameters": [0, 1]`,
	} {
		if _, err := f.Handle([]byte(`{"type": "turn", ` + bad + `}`)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
	if !slices.Equal(parameters(), after) {
		t.Error("a refused message changed a parameter")
	}
}
