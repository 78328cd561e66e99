package valley

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
)

// Polygon is the corners of a convex polygon, in order.
type Polygon = polygon

// Allowed is the set of weights, within the square that reaches that far to each side of center, for which no sample pays any
// loss: each is on its side of the line, w·x + b = 0 for Rosenblatt's, and for hinge beyond ±1; with the bias given, or with some
// bias if best is set. It has no corners where there are no such weights, or where they fill no area. sep is what margin.Separate
// says about the samples: with some bias there are such weights exactly if it says that the samples are separable. It panics for
// a loss that is nowhere 0.
//
// Each class's sample nearest to the line is a corner of its hull, so no others are looked at; and of these, only those that rule
// out some corner of what is left so far.
func Allowed(s perceptron.Samples, sep *margin.Separation, loss perceptron.Loss, b float64, best bool, center [2]float64, reach float64) Polygon {
	if best && sep.State != margin.Separable && sep.State != margin.OneClass {
		return nil
	}
	return allowed(s, sep.Hulls, loss, b, best, square(center, reach))
}

// Constraint is what a sample requires of the weights with the bias b: it pays nothing where normal·w ≥ least.
func Constraint(loss perceptron.Loss, x [2]float64, label int, b float64) (normal [2]float64, least float64) {
	side := float64(2*label - 1)
	return [2]float64{side * x[0], side * x[1]}, roomOf(loss) - float64(side*b)
}

// roundedArea is what rounding can leave of a point or a line, as a share of the square.
const roundedArea = 1e-13

// A halfPlane is where normal·w ≥ least.
type halfPlane struct {
	normal [2]float64
	least  float64
}

func allowed(s perceptron.Samples, hulls [2][]int, loss perceptron.Loss, b float64, best bool, p polygon) Polygon {
	_, whole, _ := p.centroid()
	used := map[halfPlane]bool{}
	for i := 0; i < len(p); {
		cut, found := halfPlane{}, false
		for _, h := range wanted(s, hulls, loss, b, best, p[i]) {
			if !used[h] && float64(h.normal[0]*p[i][0])+float64(h.normal[1]*p[i][1]) < h.least {
				cut, found = h, true
				break
			}
		}
		if !found {
			i++
			continue
		}
		used[cut] = true
		p, i = p.clipped(cut.normal, cut.least), 0
	}
	if _, area, _ := p.centroid(); !(area > roundedArea*whole) {
		return nil
	}
	return p
}

// wanted is what the samples that come nearest to the line, one of each class, ask of weights: each by itself, or with any bias
// both together.
func wanted(s perceptron.Samples, hulls [2][]int, loss perceptron.Loss, b float64, best bool, w [2]float64) (list []halfPlane) {
	var ends [2][2]float64
	for class, hull := range hulls {
		if len(hull) == 0 {
			if best {
				return nil // the bias alone suffices
			}
			continue
		}
		side := float64(2*class - 1)
		z := func(i int) float64 {
			x, _ := s.At(i)
			return side * (float64(w[0]*x[0]) + float64(w[1]*x[1]))
		}
		nearest := hull[0]
		for _, i := range hull {
			if z(i) < z(nearest) {
				nearest = i
			}
		}
		x, _ := s.At(nearest)
		ends[class] = x
		normal, least := Constraint(loss, x, class, b)
		list = append(list, halfPlane{normal, least})
	}
	if best {
		return []halfPlane{{[2]float64{ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]}, 2 * roomOf(loss)}}
	}
	return list
}
