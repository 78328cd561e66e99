package scene

import (
	"math"
	"testing"

	"perceptronlab/perceptron"
)

// The gallery says of three classes that their regions meet in one point: there all logits are equal, around it each class is
// predicted in a sector of less than half a turn, which no half-plane is.
func TestThreeClassesMeetInOnePoint(t *testing.T) {
	s, ok := Preset("three-classes")
	if !ok {
		t.Fatal("no such preset")
	}
	r, err := NewRun(s)
	if err != nil {
		t.Fatal(err)
	}
	for !r.Ended() {
		r.Step()
	}
	net := r.Trainer().Network()
	p := net.Parameters()
	w, b := p[0], p[1]
	// (w0 − wk)·x = bk − b0 for k = 1, 2
	a0, a1, a := w[0]-w[2], w[1]-w[3], b[1]-b[0]
	c0, c1, c := w[0]-w[4], w[1]-w[5], b[2]-b[0]
	d := a0*c1 - a1*c0
	meet := [2]float64{(a*c1 - a1*c) / d, (a0*c - a*c0) / d}
	z := net.LogitsAt(meet)
	if math.Abs(z[0]-z[1]) > 1e-9 || math.Abs(z[0]-z[2]) > 1e-9 {
		t.Fatalf("at %v the logits are %v", meet, z)
	}
	const around = 720
	var seen [3]int
	for i := range around {
		angle := 2 * math.Pi * float64(i) / around
		seen[perceptron.Predict(net.LogitsAt([2]float64{meet[0] + math.Cos(angle), meet[1] + math.Sin(angle)}))]++
	}
	for k, n := range seen {
		if n == 0 || n >= around/2 {
			t.Errorf("class %d has %d of %d directions around %v: want a sector of less than half a turn", k, n, around, meet)
		}
	}
}
