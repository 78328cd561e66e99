package margin

import "math"

// A point's coordinates are float32 values, so a product of two of them is exact in float64 and can't overflow or vanish.
// A cross product of two differences is a sum of eight such products, and a sum of float64 can be made exactly. That is
// all the exact arithmetic this package needs.
type point = [2]float64

// place is a sample, as perceptron.Samples holds it.
type place = [2]float32

// cross returns (q − p) × (s − r), which is positive where s − r points to the left of q − p. Its sign is exact, and it
// is 0 only where the product is, but only some of its digits may be right: see crossExact.
func cross(p, q, r, s point) float64 {
	left := float64((q[0] - p[0]) * (s[1] - r[1]))
	right := float64((q[1] - p[1]) * (s[0] - r[0]))
	if d := left - right; math.Abs(d) > crossError*(math.Abs(left)+math.Abs(right)) {
		return d
	}
	return crossExact(p, q, r, s)
}

// crossError bounds the relative rounding error of cross's first try: Shewchuk, Adaptive Precision Floating-Point
// Arithmetic and Fast Robust Geometric Predicates, 1997, ccwerrboundA, and a little more.
const crossError = 4 * 0x1p-53

// dot returns (q − p)·(s − r), as exact as cross is: a dot product is a cross product with one side turned.
func dot(p, q, r, s point) float64 {
	return cross(p, q, turned(r), turned(s))
}

// turned is p turned by a quarter to the left.
func turned(p point) point { return point{-p[1], p[0]} }

// crossExact is cross with all digits right but the last.
func crossExact(p, q, r, s point) float64 {
	return sum([8]float64{
		q[0] * s[1], -q[0] * r[1], -p[0] * s[1], p[0] * r[1],
		-q[1] * s[0], q[1] * r[0], p[1] * s[0], -p[1] * r[0],
	})
}

// dotExact is dot with all digits right but the last.
func dotExact(p, q, r, s point) float64 {
	return crossExact(p, q, turned(r), turned(s))
}

// sum returns the sum of the terms, rounded no more than once or twice, with the sign of the exact sum: Shewchuk's
// GROW-EXPANSION keeps it as numbers that don't overlap, the smallest first.
func sum(terms [8]float64) float64 {
	var parts [8]float64
	n := 0
	for _, t := range terms {
		kept := 0
		for _, p := range parts[:n] {
			s := t + p // and what the rounding lost, by Knuth's two-sum
			v := s - t
			lost := (t - (s - v)) + (p - v)
			if lost != 0 {
				parts[kept] = lost
				kept++
			}
			t = s
		}
		if t != 0 {
			parts[kept] = t
			kept++
		}
		n = kept
	}
	total := 0.
	for _, p := range parts[:n] {
		total += p
	}
	return total
}
