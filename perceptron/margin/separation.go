// Package margin says what holds for two classes of points, whatever is trained on them: whether a line separates them,
// exactly; the line of the largest margin, or else points that show there is none; and how many mistakes Rosenblatt's
// rule can make.
package margin

import (
	"fmt"
	"math"

	"perceptronlab/perceptron"
)

// State says how two classes lie.
type State int

const (
	OneClass    State = iota // a class has no samples, so there is nothing to separate
	Separable                // a line has each class strictly on its side
	Touching                 // a line has each class on its side, but none has both strictly there: the hulls touch
	Overlapping              // no line has each class on its side, unless it goes through all samples
)

var stateNames = [...]string{"one class", "separable", "touching", "overlapping"}

func (s State) String() string { return stateNames[s] }

// Separation is what Separate found. Samples are named by their index.
//
// State, Hulls, Support and which samples Witness names are exact, whatever the coordinates; W, B, Gamma, Closest and the
// witness's weights are rounded, in their last digits.
type Separation struct {
	State State

	// Hulls are the corners of the two classes' convex hulls, counter-clockwise, class 0's first.
	Hulls [2][]int

	// W and B are the max-margin line W·x + B = 0, with ‖W‖ = 1 and class 1 on its positive side: for a separable set
	// the label's sign times W·x + B is at least Gamma > 0 for every sample, and no other line gives as much. It is what
	// a linear support vector machine with C → ∞ finds. For touching classes it is a line that goes between them, with
	// Gamma 0; for others all three are 0.
	W     [2]float64
	B     float64
	Gamma float64 // half the distance between the hulls

	// Support is the proof of a separable set: the one or two samples of class 0, and of class 1, at the distance Gamma
	// from the line. Where there are two the line is parallel to that edge of their hull, else it bisects the way between
	// the two samples. Closest are the two points of the hulls, class 0's first, that are nearest to each other.
	Support [2][]int
	Closest [2][2]float64

	Witness *Witness // of a set that is touching or overlapping, else nil

	hulls [2]hull
}

// Separate decides whether a line separates class 0 from class 1. It takes O(n log n) time at worst, and about O(n) where
// most samples lie well inside: for a million 30 ms, or 50 ms as wasm; 0.5 s and 1.1 s if all lie on two circles. An error
// names the first sample whose label is not 0 or 1, or whose coordinates are not finite.
//
// The classes are separable where their convex hulls have no point in common. They touch where they do have one, but not
// inside both (the inside of a segment is all but its ends, that of a point is the point): Rockafellar, Convex Analysis, 1970,
// Theorem 11.3.
func Separate(s perceptron.Samples) (Separation, error) {
	if err := check(s); err != nil {
		return Separation{}, err
	}
	var sep Separation
	for class := range sep.hulls {
		sep.hulls[class] = classHull(s.X, s.Y, uint8(class))
		sep.Hulls[class] = sep.hulls[class].index
	}
	if sep.hulls[0].len() == 0 || sep.hulls[1].len() == 0 {
		return sep, nil
	}
	d := newDifference(sep.hulls[1], sep.hulls[0])
	c, onEdge, found := d.nearest()
	switch {
	case !found:
		sep.State = Overlapping
	case onEdge && d.originLeft(c) < 0:
		sep.State = Separable
		sep.betweenEdge(d, c)
	case onEdge:
		sep.State = Overlapping
		if len(d.corners) > 2 {
			sep.State = Touching
			sep.between(d, c)
		}
	case !d.atOrigin(c):
		sep.State = Separable
		sep.betweenCorners(d, c)
	case len(d.corners) == 1:
		sep.State = Overlapping
	default:
		sep.State = Touching
		sep.between(d, c)
	}
	if sep.State != Separable {
		sep.Witness = d.witness(s.X)
	}
	return sep, nil
}

func check(s perceptron.Samples) error {
	if len(s.X) != len(s.Y) {
		return fmt.Errorf("samples: %d points and %d labels, want as many", len(s.X), len(s.Y))
	}
	for i, x := range s.X {
		if y := s.Y[i]; y > 1 {
			return fmt.Errorf("label %d of sample %d: want 0 or 1", y, i)
		}
		for _, v := range x {
			if v-v != 0 {
				return fmt.Errorf("coordinate %g of sample %d: want a finite number", v, i)
			}
		}
	}
	return nil
}

// atOrigin reports whether the corner's two samples are at the same place.
func (d *difference) atOrigin(c corner) bool {
	zero, one := d.ends(c)
	return zero == one
}

// betweenCorners sets the line that bisects the way from one sample to another.
func (s *Separation) betweenCorners(d *difference, c corner) {
	zero, one := d.ends(c)
	var length float64
	s.W, length = unit(one[0]-zero[0], one[1]-zero[1])
	s.Gamma = length / 2
	s.Support = [2][]int{{d.zero.index[c.b]}, {d.one.index[c.a]}}
	s.Closest = [2]point{zero, one}
	s.B = -halfway(s.W, zero, one)
}

// betweenEdge sets the line that is parallel to an edge of one hull, halfway to a corner of the other.
func (s *Separation) betweenEdge(d *difference, c corner) {
	if c.edge == edgeBoth { // the nearest point belongs to one of the two edges that make this one up
		turn := corner{a: d.one.next(c.a), b: c.b}
		if d.alongEdge(turn, c) >= 0 {
			c.edge = edgeOne
		} else {
			c = corner{a: turn.a, b: c.b, edge: edgeZero, from: d.zero.at[d.zero.next(c.b)], to: d.zero.at[c.b]}
		}
	}
	zero, one := d.ends(c)
	along, length := unit(c.to[0]-c.from[0], c.to[1]-c.from[1])
	s.W = turned(along)
	distance := -crossExact(zero, one, c.from, c.to) / length
	s.Gamma = distance / 2
	s.Support = [2][]int{{d.zero.index[c.b]}, {d.one.index[c.a]}}
	if c.edge == edgeOne {
		s.Support[1] = []int{d.one.index[c.a], d.one.index[d.one.next(c.a)]}
		s.Closest = [2]point{zero, {zero[0] + float64(distance*s.W[0]), zero[1] + float64(distance*s.W[1])}}
	} else {
		s.Support[0] = []int{d.zero.index[c.b], d.zero.index[d.zero.next(c.b)]}
		s.Closest = [2]point{{one[0] - float64(distance*s.W[0]), one[1] - float64(distance*s.W[1])}, one}
	}
	s.B = -halfway(s.W, zero, one)
}

// between sets a line between hulls that touch: the corner, or its edge, is at the origin of the difference, which lies to
// the left of the edge, or is one itself.
func (s *Separation) between(d *difference, c corner) {
	s.W, _ = unit(c.to[0]-c.from[0], c.to[1]-c.from[1])
	if len(d.corners) > 2 {
		s.W = turned(s.W)
	}
	zero, one := d.ends(c)
	s.B = -halfway(s.W, zero, one)
}

// halfway is w·(p + q)/2.
func halfway(w, p, q point) float64 {
	return float64(w[0]*((p[0]+q[0])/2)) + float64(w[1]*((p[1]+q[1])/2))
}

// unit returns (x, y) at the length 1, and its length.
func unit(x, y float64) (point, float64) {
	length := norm(x, y)
	return point{x / length, y / length}, length
}

// norm is √(x² + y²), of numbers whose squares are far from overflow: those of float32 are.
func norm(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }
