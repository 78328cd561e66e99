package perceptron

import (
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/internal/python"
)

// What no other test of a loss checks: its text for scripts, and the second derivative, which training doesn't use.
func TestEveryLossIsWhole(t *testing.T) {
	for _, l := range Losses() {
		text := l.Python()
		if (text.TorchClass == "") == (text.TorchFormula == "") || !strings.HasPrefix(text.NumPy, "def "+l.String()+"(z, y):\n") {
			t.Errorf("%v: want a class or a formula for PyTorch, and a function of its name for NumPy: %+v", l, text)
		}
		if l.Multiclass() {
			continue
		}
		for _, y := range []int{0, 1} {
			for _, z := range []float64{-2.3, -0.4, 0.2, 1.7} {
				delta := []float64{0}
				l.Slopes(delta, []float64{z}, []int{y})
				first, second := l.Derivatives(delta, []float64{z}, []int{y})
				if want := l.SecondDerivative(z, y); first != delta[0] || math.Abs(second-want) > 1e-14 {
					t.Errorf("%v: L′(%v) and L″ against %d are %v and %v, want %v and %v", l, z, y, first, second, delta[0], want)
				}
				const h = 1e-5
				up, down := []float64{0}, []float64{0}
				l.sum(up, []float64{z + h}, []int{y}, 1)
				l.sum(down, []float64{z - h}, []int{y}, 1)
				if want, got := (up[0]-down[0])/(2*h), l.SecondDerivative(z, y); math.Abs(got-want) > 1e-9 {
					t.Errorf("%v: L″(%v) against %d is %v, want %v", l, z, y, got, want)
				}
			}
		}
	}
}

// What an entry says about its loss's form is true of the loss.
func TestEveryLossIsAsItsEntrySays(t *testing.T) {
	at := func(l Loss, m float64) (loss, slope float64) { // of class 1
		z, own := []float64{m}, 0
		if l.Multiclass() {
			z, own = []float64{0, m, 0}, 1
		}
		delta := make([]float64, len(z))
		loss = l.Sample(delta, z, 1)
		return loss, delta[own]
	}
	for _, l := range Losses() {
		convex, falls, last := true, true, math.Inf(1)
		for m := -8.0; m <= 24; m += 0.25 {
			before, _ := at(l, m-0.25)
			here, _ := at(l, m)
			after, _ := at(l, m+0.25)
			convex = convex && before+after >= 2*here-1e-12
			falls = falls && here < last
			last = here
		}
		form := l.Form()
		if convex != form.Convex || falls != form.Falls {
			t.Errorf("%v: %+v, want Convex %v, Falls %v", l, form, convex, falls)
		}
		if !form.Zero {
			if far, _ := at(l, 24); far == 0 || l.Kinked() {
				t.Errorf("%v: want Zero, since it is 0 somewhere", l)
			}
			continue
		}
		room := form.Room
		for _, m := range []float64{-3, room - 0.7, room - 1e-3, room + 1e-9, room + 0.7, room + 20} {
			loss, slope := at(l, m)
			if (loss == 0) != (m > room) || (slope == 0) != (m > room) {
				t.Errorf("%v: it is %v with slope %v at %v, want 0 from %v on and not before", l, loss, slope, m, room)
			}
			if l.Kinked() && m < room && (math.Abs(loss-(room-m)) > 1e-15 || slope != -1) {
				t.Errorf("%v: it is %v with slope %v at %v, want max(0, %v − m), as no second derivative is given", l, loss, slope, m, room)
			}
		}
	}
}

// One sample's loss is the mean over it alone, and its slope what a central difference gives.
func TestTheLossOfASample(t *testing.T) {
	for _, l := range Losses() {
		z := []float64{0.7, -1.2, 0.3}[:outputsFor(l)]
		for y := range max(2, len(z)) {
			delta, rest := make([]float64, len(z)), make([]float64, len(z))
			if got, want := l.Sample(delta, z, y), l.Mean(z, []int{y}, len(z)); got != want {
				t.Errorf("%v of class %d: %v, the mean is %v", l, y, got, want)
			}
			for j, old := range z {
				const h = 1e-6
				z[j] = old + h
				up := l.Sample(rest, z, y)
				z[j] = old - h
				down := l.Sample(rest, z, y)
				z[j] = old
				if want := (up - down) / (2 * h); math.Abs(delta[j]-want) > 1e-9 {
					t.Errorf("%v of class %d: slope %v, want %v", l, y, delta[j], want)
				}
			}
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("bce takes two logits")
		}
	}()
	LossBCE.Sample(make([]float64, 2), make([]float64, 2), 0)
}

// What no other test of an optimizer checks: its text for scripts, and that steps reach the bottom of a parabola below its limit, and
// lead away from it above, be the parabola the loss's or weight decay's.
func TestEveryOptimizerIsWhole(t *testing.T) {
	for _, o := range Optimizers() {
		var c python.Code
		text, used := o.Python(), []TrainConfig{{Optimizer: o}}
		text.Start(&c, used, used[0])
		text.Change(&c, used, used[0], used[0])
		text.Forget(&c, used)
		if text.Step(&c, used, true); text.Torch == "" || !strings.Contains(c.String(), "def "+o.String()+"(gradients):\n") || !o.Takes("lr") {
			t.Errorf("%v: want a class for PyTorch, a function of its name for NumPy, and a learning rate: %v\n%s", o, o.Keys(), c.String())
		}
		if o.Adaptive() {
			continue
		}
		const curvature = 3
		for _, p := range []OptimizerParams{{}, {Nesterov: true}, {Momentum: 0.5}, {Momentum: 0.5, Nesterov: true}, {Momentum: 0.9}, {Momentum: 0.9, Nesterov: true}} {
			c := TrainConfig{Optimizer: o, OptimizerParams: p}
			for _, share := range []float64{0.98, 1.02} {
				c.LR = share * o.Limit(c, curvature)
				decayed := c
				decayed.WeightDecay = curvature
				if away := walked(c, curvature); away > 1 != (share > 1) || c.Explodes() {
					t.Errorf("%+v: from 1 away to %v at %v of the limit; explodes: %v", c, away, share, c.Explodes())
				}
				if away := walked(decayed, 0); away > 1 != (share > 1) || decayed.Explodes() != (share > 1) {
					t.Errorf("%+v: from 1 away to %v at %v of the limit; explodes: %v", decayed, away, share, decayed.Explodes())
				}
			}
		}
	}
}

// walked is how far from the bottom of a parabola steps come to that begin at 1.
func walked(c TrainConfig, curvature float64) float64 {
	d, theta, sum := newDescent(), make([]kernel.Vec, 1), make([]kernel.Vec, 1)
	theta[0][0] = 1
	for range 2000 {
		sum[0][0] = curvature * theta[0][0]
		d.step(theta, sum, 1, &c)
	}
	return math.Abs(theta[0][0])
}

func TestEveryActivationIsWhole(t *testing.T) {
	for _, a := range Activations() {
		if text := a.Python(); text.Torch == "" || !strings.Contains(text.NumPy, "%") || !strings.Contains(text.NumPySlope, "%") {
			t.Errorf("%v: want its text for scripts: %+v", a, text)
		}
		low, high := a.Bounds()
		for _, end := range []struct{ z, bound float64 }{{-1e3, low}, {1e3, high}} {
			if y := a.At(end.z); !math.IsInf(end.bound, 0) && math.Abs(y-end.bound) > 1e-12 || y < low || y > high {
				t.Errorf("%v(%v) = %v, bounds %v and %v", a, end.z, y, low, high)
			}
		}
	}
}
