package margin

import (
	"slices"

	"perceptronlab/perceptron"
)

// A Witness shows that no line separates two classes: a point that is a weighted mean of at most three samples of class 0
// and also one of class 1. A line with class 0 strictly on one side would have the point there, and on the other as well.
//
// There are at most four samples, as Kirchberger's theorem promises for the plane, and they are of the first of these
// kinds that the data has near the place where the hulls meet: two samples at one place; a sample between two of the
// other class, on their line; a sample in a triangle of the other class; two segments that cross.
type Witness struct {
	Samples [2][]int     // of class 0 and of class 1; 1 to 3 of each
	Weights [2][]float64 // ≥ 0, each class's sum to 1
	Point   [2]float64   // Σ weight · sample, the same for either class
}

// witness finds a triangle of the difference's corners that holds the origin, and so at most three samples of either
// class whose hulls meet, and among these looks for the witness. The origin is in the difference.
func (d *difference) witness(x []place) *Witness {
	var some [2][]int
	for _, c := range d.aroundOrigin() {
		some[0] = append(some[0], d.zero.index[c.b])
		some[1] = append(some[1], d.one.index[c.a])
	}
	for class := range some {
		slices.Sort(some[class])
		some[class] = slices.Compact(some[class])
	}
	return smallestWitness(x, some)
}

// aroundOrigin returns at most three corners with the origin in their hull.
func (d *difference) aroundOrigin() []corner {
	c := d.corners
	for k := 1; k+1 < len(c); k++ {
		if d.turn(c[0], c[k]) >= 0 && d.turn(c[k], c[k+1]) >= 0 && d.turn(c[k+1], c[0]) >= 0 {
			return []corner{c[0], c[k], c[k+1]}
		}
	}
	return c[:min(len(c), 2)]
}

// turn is the sign of u × v for two corners.
func (d *difference) turn(u, v corner) float64 {
	uZero, uOne := d.ends(u)
	vZero, vOne := d.ends(v)
	return cross(uZero, uOne, vZero, vOne)
}

// smallestWitness tries the four kinds, the simplest first.
func smallestWitness(samples []place, some [2][]int) *Witness {
	x := func(i int) point { return perceptron.Double(samples[i]) }
	for _, i := range some[0] {
		for _, j := range some[1] {
			if x(i) == x(j) {
				return newWitness(x, 0, []int{i}, []float64{1}, []int{j}, []float64{1})
			}
		}
	}
	for class := range some {
		for _, i := range some[class] {
			for _, e := range pairs(some[1-class]) {
				a, b := x(e[0]), x(e[1])
				if cross(a, b, a, x(i)) == 0 && dot(a, b, a, x(i)) > 0 && dot(b, a, b, x(i)) > 0 {
					u, v := crossWeights(dotExact(x(i), b, a, b), dotExact(a, x(i), a, b))
					return newWitness(x, class, []int{i}, []float64{1}, e[:], []float64{u, v})
				}
			}
		}
	}
	for class := range some {
		if corners := some[1-class]; len(corners) == 3 {
			for _, i := range some[class] {
				if w, inside := barycentric(x(i), x(corners[0]), x(corners[1]), x(corners[2])); inside {
					return newWitness(x, class, []int{i}, []float64{1}, corners, w)
				}
			}
		}
	}
	for _, e := range pairs(some[0]) {
		for _, f := range pairs(some[1]) {
			a, b, c, d := x(e[0]), x(e[1]), x(f[0]), x(f[1])
			if differ(cross(c, d, c, a), cross(c, d, c, b)) && differ(cross(a, b, a, c), cross(a, b, a, d)) {
				u, v := crossWeights(crossExact(c, d, c, b), crossExact(c, d, c, a))
				w, z := crossWeights(crossExact(a, b, a, d), crossExact(a, b, a, c))
				return newWitness(x, 0, e[:], []float64{u, v}, f[:], []float64{w, z})
			}
		}
	}
	panic("margin: smallestWitness needs samples whose hulls meet")
}

// newWitness assigns the first samples to the class named, the second to the other.
func newWitness(x func(int) point, class int, first []int, w []float64, second []int, v []float64) *Witness {
	var t Witness
	t.Samples[class], t.Weights[class] = slices.Clone(first), w
	t.Samples[1-class], t.Weights[1-class] = slices.Clone(second), v
	for k, i := range first { // the fewer samples, so the fewer roundings
		t.Point[0] += float64(w[k] * x(i)[0])
		t.Point[1] += float64(w[k] * x(i)[1])
	}
	return &t
}

func pairs(of []int) (all [][2]int) {
	for k, i := range of {
		for _, j := range of[k+1:] {
			all = append(all, [2]int{i, j})
		}
	}
	return all
}

func differ(a, b float64) bool { return a > 0 && b < 0 || a < 0 && b > 0 }

// crossWeights returns two weights in the ratio |a| : |b| that sum to 1.
func crossWeights(a, b float64) (u, v float64) {
	a, b = max(a, -a), max(b, -b)
	return a / (a + b), b / (a + b)
}

// barycentric returns the weights of a triangle's corners that give p, and whether p is strictly inside.
func barycentric(p, a, b, c point) ([]float64, bool) {
	if u, v, w := cross(b, c, b, p), cross(c, a, c, p), cross(a, b, a, p); !(u > 0 && v > 0 && w > 0) && !(u < 0 && v < 0 && w < 0) {
		return nil, false
	}
	u, v, w := crossExact(b, c, b, p), crossExact(c, a, c, p), crossExact(a, b, a, p)
	total := u + v + w
	return []float64{u / total, v / total, w / total}, true
}
