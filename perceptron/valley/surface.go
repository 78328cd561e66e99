// Package valley is the loss of a single neuron as a landscape over its two weights: how high it is with a bias given or with the
// best one for each pair, and where it is lowest.
package valley

import (
	"math"

	"perceptronlab/perceptron"
)

// A Surface is what training a single neuron with weights w and bias b minimizes:
//
//	f(w, b) = mean loss of the samples + decay/2 (w₁² + w₂² + b²)
//
// Its methods share memory, so they may not be called at the same time.
type Surface struct {
	samples  perceptron.Samples
	x        [][2]float64 // the samples', and y
	y        []int
	loss     perceptron.Loss
	decay    float64
	z, delta []float64 // [n]
	along    []float64 // [n], w·x
}

// New is the surface of a loss of one logit. It panics without samples, and for a loss of many logits.
func New(samples perceptron.Samples, loss perceptron.Loss, decay float64) *Surface {
	n := samples.Len()
	if n == 0 || loss.Multiclass() {
		panic("valley: New needs samples, and a loss of one logit")
	}
	x, y := samples.Wide()
	return &Surface{samples, x, y, loss, decay, make([]float64, n), make([]float64, n), make([]float64, n)}
}

// Height is f(w, b).
func (s *Surface) Height(w [2]float64, b float64) float64 {
	s.logits(w, b)
	return s.loss.Slopes(s.delta, s.z, s.y) + s.decayed(w, b)
}

// Gradient is f's by w₁, w₂ and b, at a kink from the side on which the loss isn't 0. Height is f.
func (s *Surface) Gradient(w [2]float64, b float64) (gradient [3]float64, height float64) {
	height = s.Height(w, b)
	for i, d := range s.delta {
		x := s.x[i]
		gradient[0] += float64(d * x[0])
		gradient[1] += float64(d * x[1])
		gradient[2] += d
	}
	for i, v := range [3]float64{w[0], w[1], b} {
		gradient[i] = gradient[i]/float64(s.samples.Len()) + float64(s.decay*v)
	}
	return gradient, height
}

// hessian is f's, after Gradient at the same place.
func (s *Surface) hessian() (h [3][3]float64) {
	n := float64(s.samples.Len())
	for i, x := range s.x {
		v := [3]float64{x[0], x[1], 1}
		c := s.loss.SecondDerivative(s.z[i], s.y[i]) / n
		for j := range h {
			for k := range j + 1 {
				h[j][k] += float64(c * float64(v[j]*v[k]))
			}
		}
	}
	for j := range h {
		h[j][j] += s.decay
		for k := range j {
			h[k][j] = h[j][k]
		}
	}
	return h
}

// convex reports whether f is, in w and b.
func (s *Surface) convex() bool { return s.loss.Form().Convex }

// logits writes w·x + b of all samples to z.
func (s *Surface) logits(w [2]float64, b float64) {
	for i, x := range s.x {
		s.z[i] = float64(w[0]*x[0]) + float64(w[1]*x[1]) + b
	}
}

func (s *Surface) decayed(w [2]float64, b float64) float64 {
	return float64(s.decay / 2 * (float64(w[0]*w[0]) + float64(w[1]*w[1]) + float64(b*b)))
}

func finite(v ...float64) bool {
	for _, v := range v {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
