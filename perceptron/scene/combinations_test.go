package scene

import (
	"encoding/json"
	"slices"
	"testing"
)

// testdata/combinations.json is PyTorch's result (float64) with every loss, every optimizer, whole and small batches and
// networks of every activation (testdata/oracle/combinations.py).
func TestCombinationsMatchPyTorch(t *testing.T) {
	const tol = 1e-9
	var golden struct {
		Cases []struct {
			Scene         json.RawMessage
			Loss          float64 // of the last epoch
			Probabilities [][]float64
		}
	}
	readJSON(t, "../testdata/combinations.json", &golden)
	if n := len(golden.Cases); n != 300 {
		t.Fatalf("%d cases, want 300", n)
	}
	for _, c := range golden.Cases {
		s, err := Parse(c.Scene)
		if err != nil {
			t.Fatal(err)
		}
		r, err := NewRun(s)
		if err != nil {
			t.Fatal(err)
		}
		for !r.Ended() {
			r.Step()
		}
		name, losses := string(c.Scene), r.Trainer().Losses()
		closeTo(t, name+": loss", losses[len(losses)-1:], []float64{c.Loss}, tol)
		var p []float64
		for _, x := range r.Queries() {
			p = append(p, probability(r.Trainer().Network(), x)...)
		}
		closeTo(t, name+": probabilities", p, slices.Concat(c.Probabilities...), tol)
	}
}
