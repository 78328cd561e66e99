package python

import "testing"

func TestNumberLiterals(t *testing.T) {
	for v, want := range map[float64]string{float64(float32(0.3)): "0.3", 1: "1", -2.5: "-2.5", 1e30: "1e+30", 0.3: "0.3"} {
		if got := Float32(v); got != want {
			t.Errorf("Float32(%g) = %s, want %s", v, got, want)
		}
	}
}
