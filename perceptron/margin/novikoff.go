package margin

import "math"

// Bound is Novikoff's: started with all weights zero, Rosenblatt's rule makes at most Mistakes mistakes on these samples,
// in whatever order and however often they come, and whatever its learning rate.
//
// It counts the bias as a weight, as the rule does: with x̃ = (x, 1), R is the largest ‖x̃‖, and Gamma the largest margin
// min s(w·x + b)/‖(w, b)‖ that any weights have, s being −1 for class 0 and 1 for class 1. So this Gamma is not
// Separation's, which leaves b out of the norm and is larger or the same; with that one the bound would be false.
//
// Novikoff, On convergence proofs for perceptrons, 1962; in this form Freund and Schapire, Large margin classification
// using the perceptron algorithm, 1999, Theorem 1.
type Bound struct {
	R, Gamma float64
	Mistakes float64 // (R/Gamma)², rounded down; a float64, as it may be huge
	W        [2]float64
	B        float64 // ‖(W, B)‖ = 1: the weights that have that margin
}

// Novikoff returns the bound. ok is false unless the set is separable or has one class only: there is none then.
func (s *Separation) Novikoff() (bound Bound, ok bool) {
	var points [][3]float64
	for class, h := range s.hulls {
		sign := float64(2*class - 1)
		for _, x := range h.at { // the farthest sample and the one of the smallest margin are corners of the hulls
			points = append(points, [3]float64{sign * x[0], sign * x[1], sign})
		}
	}
	if len(points) == 0 || s.State != Separable && s.State != OneClass {
		return Bound{}, false
	}
	for _, p := range points {
		bound.R = max(bound.R, dot3(p, p))
	}
	bound.R = math.Sqrt(bound.R)
	// Two margins that are known to all their digits, whatever the coordinates: the max-margin line's, and that of
	// calling everything the one class.
	along := math.Sqrt(1 + float64(s.B*s.B))
	bound.Gamma, bound.W, bound.B = s.Gamma/along, point{s.W[0] / along, s.W[1] / along}, s.B/along
	if s.State == OneClass {
		bound.Gamma, bound.B = 1, points[0][2]
	}
	// And the largest: that of the point of the samples' hull nearest to the origin, less what rounding may have added.
	w := nearestToOrigin(points)
	length := math.Sqrt(dot3(w, w))
	if m := smallest(points, w)/length - float64(0x1p-50*bound.R); m > bound.Gamma {
		bound.Gamma, bound.W, bound.B = m, point{w[0] / length, w[1] / length}, w[2]/length
	}
	ratio := bound.R / bound.Gamma
	bound.Mistakes = math.Floor(ratio * ratio * (1 + 1e-15))
	return bound, true
}

// smallest is the least w·p.
func smallest(points [][3]float64, w [3]float64) float64 {
	least := math.Inf(1)
	for _, p := range points {
		least = min(least, dot3(p, w))
	}
	return least
}
