package figure

import (
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
)

// streetRequest asks whether a line separates the classes, for drawing on the plane; null if there is no marginReport.
type streetRequest struct{}

// streetReport is the classes' hulls, and between them the widest street, the only line, or what they have in common. Positions
// are in CSS pixels of the plane view, and may lie outside it.
type streetReport struct {
	State   separability    `json:"state"`
	Hulls   []outlineReport `json:"hulls"`   // class 0's, class 1's: one corner is a point, two are a segment; no corners if a class has no points
	Gamma   *float64        `json:"gamma"`   // as a marginReport's
	Middle  *[2][2]float64  `json:"middle"`  // the street's middle, or the only line between classes that touch: its two ends; nil if none is visible
	Edges   [][2][2]float64 `json:"edges"`   // the street's two edges, as far as they are visible
	Support []supportReport `json:"support"` // the points that the street's edges rest on
	Overlap *outlineReport  `json:"overlap"` // what overlapping hulls have in common; nil for others
}

// outlineReport is the corners of a convex polygon, counter-clockwise, thinned evenly if there are too many.
type outlineReport struct {
	X  [][2]float64 `json:"x"`
	At [][2]float64 `json:"at"` // in the plane view, in CSS pixels, even if out of view
}

// supportReport is a point that an edge of the street goes through.
type supportReport struct {
	Index int        `json:"index"`
	X     [2]float64 `json:"x"`
	Label int        `json:"label"`
	At    [2]float64 `json:"at"` // as an outlineReport's
}

// maxCorners is how many corners of an outline are reported. That many are off a circle by a ten thousandth of its radius.
const maxCorners = 256

func (*streetRequest) answer(f *Figure) (any, error) {
	sep, _ := f.session.Separation()
	if sep == nil {
		return (*streetReport)(nil), nil
	}
	s, p := f.Snapshot(), f.PlaneView()
	r := &streetReport{State: separabilities[sep.State], Hulls: []outlineReport{}, Edges: [][2][2]float64{}, Support: []supportReport{}}
	for _, corners := range sep.Hulls {
		var x [][2]float64
		for _, i := range corners {
			x = append(x, perceptron.Double(s.Samples.X[i]))
		}
		r.Hulls = append(r.Hulls, outlineOf(p, x))
	}
	switch sep.State {
	case margin.Separable:
		r.Gamma = &sep.Gamma
		for _, side := range []float64{-1, 1} {
			if edge := lineIn(p, sep.W, sep.B-float64(side*sep.Gamma)); edge != nil {
				r.Edges = append(r.Edges, *edge)
			}
		}
		for label, support := range sep.Support {
			for _, i := range support {
				x := perceptron.Double(s.Samples.X[i])
				px, py := p.ToPx(x)
				r.Support = append(r.Support, supportReport{i, x, label, [2]float64{px, py}})
			}
		}
		r.Middle = lineIn(p, sep.W, sep.B)
	case margin.Touching:
		r.Middle = lineIn(p, sep.W, sep.B)
	case margin.Overlapping:
		overlap := outlineOf(p, sep.Overlap())
		r.Overlap = &overlap
	}
	return r, nil
}

func outlineOf(p view.Plane, corners [][2]float64) outlineReport {
	o := outlineReport{X: [][2]float64{}, At: [][2]float64{}}
	n := len(corners)
	for k := range min(n, maxCorners) {
		x := corners[k*n/min(n, maxCorners)]
		px, py := p.ToPx(x)
		o.X, o.At = append(o.X, x), append(o.At, [2]float64{px, py})
	}
	return o
}
