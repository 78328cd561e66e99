package valley

import "math"

const (
	descents   = 300
	flat       = 1e-10 // the gradient of a place that counts as lowest, where samples are of size 1
	maxDamping = 1e12
)

// descend goes down from a place (w₁, w₂, b) to one where the gradient by its first `free` numbers is 0, by Levenberg's and
// Marquardt's damped Newton steps. ok is false if it doesn't get there.
func (s *Surface) descend(at [3]float64, free int) (low [3]float64, ok bool) {
	size := 1.0
	for _, x := range s.x {
		size = max(size, math.Abs(x[0]), math.Abs(x[1]))
	}
	g, height := s.Gradient([2]float64{at[0], at[1]}, at[2])
	h := s.hessian()
	damp := 0.0
	for range descents {
		if !finite(height, g[0], g[1], g[2]) {
			return at, false
		}
		if steepest(g, free) <= 1e-3*flat*size {
			break
		}
		step, positive := solve(h, g, free, damp)
		if !positive {
			damp = max(10*damp, 1e-9)
			continue
		}
		next := at
		for i := range free {
			next[i] -= step[i]
		}
		gradient, lower := s.Gradient([2]float64{next[0], next[1]}, next[2])
		level := lower <= height+float64(1e-15*math.Abs(height)) // so close that only the gradient shows progress
		if lower < height || level && steepest(gradient, free) < steepest(g, free) {
			at, g, height, h = next, gradient, lower, s.hessian()
			if damp /= 10; damp < 1e-12 {
				damp = 0
			}
			continue
		}
		if damp = max(10*damp, 1e-9); damp > maxDamping {
			break
		}
	}
	return at, steepest(g, free) <= flat*size
}

func steepest(g [3]float64, free int) (most float64) {
	for _, v := range g[:free] {
		most = max(most, math.Abs(v))
	}
	return most
}

// solve is the solution of (h + damp·1) x = g in the first n numbers, by Cholesky's factors; positive is false if that matrix
// isn't positive definite.
func solve(h [3][3]float64, g [3]float64, n int, damp float64) (x [3]float64, positive bool) {
	var l [3][3]float64
	for j := range n {
		for k := range j + 1 {
			v := h[j][k]
			if j == k {
				v += damp
			}
			for i := range k {
				v -= float64(l[j][i] * l[k][i])
			}
			if j == k {
				if !(v > 1e-15*(h[j][j]+damp)) {
					return x, false
				}
				l[j][j] = math.Sqrt(v)
			} else {
				l[j][k] = v / l[k][k]
			}
		}
	}
	for j := range n {
		v := g[j]
		for k := range j {
			v -= float64(l[j][k] * x[k])
		}
		x[j] = v / l[j][j]
	}
	for j := n - 1; j >= 0; j-- {
		v := x[j]
		for k := j + 1; k < n; k++ {
			v -= float64(l[k][j] * x[k])
		}
		x[j] = v / l[j][j]
	}
	return x, true
}
