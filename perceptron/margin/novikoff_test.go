package margin

import (
	"math"
	"math/rand/v2"
	"testing"

	"perceptronlab/perceptron"
)

// Rosenblatt's rule in shuffled epochs never makes more mistakes than the bound says, however the sets lie: about the
// origin or off it, with much room or little.
func TestBoundHolds(t *testing.T) {
	g := rand.New(rand.NewPCG(5, 6))
	nearest := 0.
	for trial := range 600 {
		s := separableSet(g, 2+g.IntN(40))
		if trial%3 == 0 {
			s = separableSet(g, 2)
		}
		sep := separate(t, s)
		bound, ok := sep.Novikoff()
		if sep.State != Separable && sep.State != OneClass || !ok {
			t.Fatalf("%v: %v", s, sep.State)
		}
		if bound.Mistakes > 1e6 {
			continue
		}
		for range 5 {
			m := 0
			for before := -1; before != m; {
				before = m
				p := g.Perm(s.Len())
				r := s.Clone()
				for i, j := range p {
					r.X[i], r.Y[i] = s.X[j], s.Y[j]
				}
				s = r
				m = rosenblatt(s, int(bound.Mistakes)+1)
			}
			if float64(m) > bound.Mistakes {
				t.Fatalf("%v: %d mistakes, bound %v", s, m, bound)
			}
			nearest = max(nearest, float64(m)/bound.Mistakes)
		}
	}
	t.Logf("at most %.2f of the bound", nearest)
	if nearest < 0.9 {
		t.Errorf("no run comes nearer than %v to the bound: is it as small as it could be?", nearest)
	}
}

func separableSet(g *rand.Rand, n int) perceptron.Samples {
	var s perceptron.Samples
	w, b := [2]float64{g.NormFloat64(), g.NormFloat64()}, g.NormFloat64()
	room := g.Float64() * norm(w[0], w[1])
	scale := math.Exp(4*g.Float64() - 2)
	for s.Len() < n {
		x := perceptron.Double([2]float32{float32(scale * g.NormFloat64()), float32(scale * g.NormFloat64())})
		z := (w[0]*x[0]+w[1]*x[1])/scale + b
		if math.Abs(z) < room {
			continue
		}
		y := 0
		if z > 0 {
			y = 1
		}
		s.Add(x, y)
	}
	return s
}

// The weights of the bound have the margin that it names, and no weights have more: by duality, the nearest point of the
// samples' hull is as near as that margin.
func TestBoundHasTheLargestMargin(t *testing.T) {
	g := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		s := separableSet(g, 2+g.IntN(60))
		sep := separate(t, s)
		bound, ok := sep.Novikoff()
		if !ok {
			t.Fatalf("%v: no bound", s)
		}
		var points [][3]float64
		margin, r := math.Inf(1), 0.
		for i := range s.Len() {
			x, y := s.At(i)
			sign := float64(2*y - 1)
			points = append(points, [3]float64{sign * x[0], sign * x[1], sign})
			margin = min(margin, sign*(bound.W[0]*x[0]+bound.W[1]*x[1]+bound.B))
			r = max(r, math.Sqrt(x[0]*x[0]+x[1]*x[1]+1))
		}
		dual := math.Sqrt(dot3(nearestToOrigin(points), nearestToOrigin(points)))
		tol := 1e-14 * r
		if math.Abs(bound.R-r) > tol || math.Abs(bound.Gamma-margin) > tol || dual-margin > 1e-9*margin+tol || dual < margin-tol {
			t.Errorf("%v: R %v, margin %v; want %v, %v, dual %v", s, bound.R, bound.Gamma, r, margin, dual)
		}
	}
}

// Two points at ±(1, 0) and one sample a class: both by hand.
func TestBoundByHand(t *testing.T) {
	for _, c := range []struct {
		s        perceptron.Samples
		r, gamma float64
		mistakes float64
	}{
		{perceptron.NewSamples([][2]float64{{-1, 0}, {1, 0}}, []int{0, 1}), math.Sqrt2, 1, 2},
		{perceptron.NewSamples([][2]float64{{3, 4}}, []int{1}), math.Sqrt(26), math.Sqrt(26), 1},
		{perceptron.NewSamples([][2]float64{{0, 0}, {0, 0}, {2, 0}}, []int{0, 0, 1}), math.Sqrt(5), 1 / math.Sqrt2, 10},
	} {
		sep := separate(t, c.s)
		bound, ok := sep.Novikoff()
		if !ok || math.Abs(bound.R-c.r) > 1e-14 || math.Abs(bound.Gamma-c.gamma) > 1e-14 || bound.Mistakes != c.mistakes {
			t.Errorf("%v: %+v", c.s, bound)
		}
	}
	sep := separate(t, perceptron.NewSamples([][2]float64{{0, 0}, {0, 0}}, []int{0, 1}))
	if bound, ok := sep.Novikoff(); ok {
		t.Errorf("a bound where nothing separates: %v", bound)
	}
}
