package margin

import "math"

// Norm is ‖w‖, without overflow.
func Norm(w [2]float64) float64 {
	largest := max(math.Abs(w[0]), math.Abs(w[1]))
	if largest == 0 || math.IsInf(largest, 1) {
		return largest
	}
	return largest * norm(w[0]/largest, w[1]/largest)
}

// Angle is the angle between w and the weights of the max-margin line, in radians, 0 to π: 0 where the two lines are
// parallel and agree on the sides. If w is 0 or not finite, or the set is not separable, ok is false.
func (s *Separation) Angle(w [2]float64) (angle float64, ok bool) {
	length := Norm(w)
	if s.State != Separable || length == 0 || length-length != 0 {
		return 0, false
	}
	u := point{w[0] / length, w[1] / length}
	across := float64(s.W[0]*u[1]) - float64(s.W[1]*u[0])
	along := float64(s.W[0]*u[0]) + float64(s.W[1]*u[1])
	return math.Atan2(math.Abs(across), along), true
}

// Margin is the smallest distance of a sample to the line w·x + b = 0, negative where a sample is on the wrong side: for
// the max-margin line it is Gamma, for any other line less. ok is false where w is 0 or not finite, or there are no
// samples.
func (s *Separation) Margin(w [2]float64, b float64) (margin float64, ok bool) {
	length := Norm(w)
	if s.hulls[0].len()+s.hulls[1].len() == 0 || length == 0 || length-length != 0 {
		return 0, false
	}
	margin = math.Inf(1)
	for class, h := range s.hulls {
		sign := float64(2*class - 1)
		for _, x := range h.at { // the nearest sample of a class, or the farthest on the wrong side, is a corner
			z := b + float64(w[0]*x[0]) + float64(w[1]*x[1])
			margin = min(margin, sign*z/length)
		}
	}
	return margin, true
}
