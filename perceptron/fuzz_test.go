package perceptron

import (
	"math"
	"testing"

	"perceptronlab/perceptron/random"
)

// Whatever the run: no panic, every recorded loss finite and ≥ 0, and parameters finite until it reports that it diverged.
func FuzzTrainer(f *testing.F) {
	f.Add(uint64(1), uint8(0), uint8(0), uint8(0), 0.1, 0.0, 0.0, uint8(0), 0.5, -0.5)
	f.Add(uint64(2), uint8(1), uint8(1), uint8(3), 1e300, 0.9, 0.1, uint8(3), 1e30, 1e-30)
	f.Add(uint64(3), uint8(4), uint8(2), uint8(9), 5.0, 0.5, 1e9, uint8(1), -1e5, 0.0)
	f.Add(uint64(4), uint8(2), uint8(0), uint8(20), 1e-5, 0.0, 0.0, uint8(7), 3.0, 4.0)
	f.Fuzz(func(t *testing.T, seed uint64, loss, activation, hidden uint8, lr, momentum, decay float64, batch uint8, x0, x1 float64) {
		for _, v := range []float64{lr, momentum, decay, x0, x1} {
			if !finite(v) {
				t.Skip()
			}
		}
		c := TrainConfig{
			Loss: Loss(loss % 5), Optimizer: Optimizers()[seed%uint64(len(Optimizers()))], LR: math.Abs(lr) + 1e-300,
			OptimizerParams: OptimizerParams{Momentum: math.Abs(momentum), Nesterov: seed%3 == 0, WeightDecay: math.Abs(decay)}, BatchSize: int(batch % 30),
		}
		layers := []int{2}
		for h := hidden; h > 0; h /= 5 {
			layers = append(layers, int(h%20)+1)
		}
		k := outputsFor(c.Loss)
		gen := random.NewTorch(seed)
		net := NewNetwork(append(layers, k), Activation(activation%3))
		net.InitUniform(gen)
		r := NewTrainer(net, cloud(20, max(2, k), seed), c, gen)
		for i := range 60 {
			switch i {
			case 15:
				r.Add([2]float64{x0, x1}, 1)
			case 30:
				r.Move(int(seed%20), [2]float64{x1, x0}, 0)
			case 45:
				r.Remove(int(seed % 20))
			}
			r.Step()
			_, diverged := r.Diverged()
			for _, list := range r.Network().Parameters() {
				for _, p := range list {
					if !finite(p) && !diverged {
						t.Fatalf("step %d: a parameter is %g and the run goes on", r.Steps(), p)
					}
				}
			}
		}
		for i, l := range r.Losses() {
			if !(l >= 0) || !finite(l) {
				t.Fatalf("loss %d is %g", i, l)
			}
		}
		if loss, accuracy := r.Loss(), r.Accuracy(); loss < 0 || accuracy < 0 || accuracy > 1 {
			t.Fatalf("loss %g, accuracy %g", loss, accuracy)
		}
	})
}

// Finite logits give finite losses ≥ 0 and probabilities in [0, 1] that sum to 1.
func FuzzLosses(f *testing.F) {
	f.Add(0.0, 0.0, 0.0)
	f.Add(709.0, -709.0, 1.0)
	f.Add(1e300, -1e300, 36.0)
	f.Add(-1e-300, 745.0, -746.0)
	f.Fuzz(func(t *testing.T, a, b, c float64) {
		z := []float64{a, b, c}
		for _, v := range z {
			if math.Abs(v) > 1e300 || v != v {
				t.Skip()
			}
		}
		delta := make([]float64, 3)
		for _, loss := range allLosses {
			k := outputsFor(loss)
			for label := range max(2, k) {
				y := []int{label, label, label}[:3/k]
				sum := loss.sum(delta, z, y, k)
				if !(sum >= 0) || !finite(sum) {
					t.Errorf("%v of %v against %d is %g", loss, z, label, sum)
				}
				for _, d := range delta {
					if !(math.Abs(d) <= 2) {
						t.Errorf("%v of %v against %d has gradient %g", loss, z, label, delta)
					}
				}
			}
			p := make([]float64, 3)
			Probabilities(p, z, k)
			total := 0.
			for _, v := range p {
				if !(v >= 0 && v <= 1) {
					t.Errorf("probabilities of %v are %v", z, p)
				}
				total += v
			}
			if k == 3 && math.Abs(total-1) > 1e-15*4 {
				t.Errorf("probabilities of %v sum to %g", z, total)
			}
		}
	})
}
