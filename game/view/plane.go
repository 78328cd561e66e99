// Package view is the geometry of the picture: which part of the plane is visible, where a point of it lies in pixels,
// where the ticks and the decision line go. It knows nothing of how marks are drawn.
package view

import (
	"math"
	"slices"

	"perceptronlab/perceptron"
)

// A Plane maps data units to the pixels of a rectangle of Width × Height, with x₂ upwards and one scale for both axes.
type Plane struct {
	Center        [2]float64 // data units, at the middle of the rectangle
	Scale         float64    // pixels per data unit, > 0
	Width, Height float64    // pixels
}

// margin is the free space around the extent, as a share of its longer side.
const margin = 0.15

// NewPlane shows the whole extent, with a margin, as large as Width × Height allows.
// An empty rectangle gives a plane of scale 1 in which nothing is visible.
func NewPlane(e Extent, width, height float64) Plane {
	p := Plane{Center: e.Center(), Scale: 1, Width: width, Height: height}
	w, h := e.padded()
	if s := math.Min(width/w, height/h); s > 0 {
		p.Scale = s
	}
	return p
}

// ToPx is where a point lies, in pixels from the rectangle's top left corner.
func (p Plane) ToPx(x [2]float64) (px, py float64) {
	return p.Width/2 + (x[0]-p.Center[0])*p.Scale, p.Height/2 - (x[1]-p.Center[1])*p.Scale
}

// ToData is the point at a pixel.
func (p Plane) ToData(px, py float64) [2]float64 {
	return [2]float64{p.Center[0] + (px-p.Width/2)/p.Scale, p.Center[1] - (py-p.Height/2)/p.Scale}
}

// Bounds is the part of the plane that is seen, in data units.
func (p Plane) Bounds() Extent {
	lo, hi := p.ToData(0, p.Height), p.ToData(p.Width, 0)
	return Extent{Min: lo, Max: hi}
}

// TickGap is the least distance between ticks in data units: about six along the shorter side, but none so close that
// their labels would touch.
func (p Plane) TickGap() float64 {
	return math.Max(44, math.Min(p.Width, p.Height)/7) / p.Scale
}

// Contains reports whether a pixel lies in the rectangle.
func (p Plane) Contains(px, py float64) bool {
	return px >= 0 && py >= 0 && px <= p.Width && py <= p.Height
}

// An Extent is an axis-aligned rectangle of the plane, in data units.
type Extent struct{ Min, Max [2]float64 }

// NewExtent is the least extent that holds all points, or the square of ±1 if there are none.
// Points that no view shows are skipped.
func NewExtent(points ...[][2]float64) Extent {
	if c := Corners(points...); c != nil {
		return Extent{c[0], c[1]}
	}
	return Extent{[2]float64{-1, -1}, [2]float64{1, 1}}
}

// Corners are Min and Max of the least extent that holds all points, and nil if there are none: for extents they stand for the
// points. Points that no view shows are skipped.
func Corners(points ...[][2]float64) [][2]float64 {
	e := noExtent
	for _, list := range points {
		for _, x := range list {
			e.take(x)
		}
	}
	return e.corners()
}

// SampleCorners are the Corners of samples, of which there may be very many.
func SampleCorners(samples [][2]float32) [][2]float64 {
	e := noExtent
	for some := range slices.Chunk(samples, 1024) {
		e.takeAll(some)
	}
	return e.corners()
}

// noExtent holds nothing.
var noExtent = Extent{[2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}}

func (e Extent) corners() [][2]float64 {
	if e.Min[0] > e.Max[0] {
		return nil
	}
	return [][2]float64{e.Min, e.Max}
}

// takeAll makes e hold a few points, too: a browser makes a function fast between two calls of it, not while it runs.
func (e *Extent) takeAll(samples [][2]float32) {
	for _, x := range samples {
		e.take(perceptron.Double(x))
	}
}

func (e *Extent) take(x [2]float64) {
	if !e.Contains(x) && shown(x) { // few of very many
		*e = e.With(x)
	}
}

// AtEdge reports whether corners, which may be none, could be others without x.
func AtEdge(corners [][2]float64, x [2]float64) bool {
	for _, c := range corners {
		if x[0] == c[0] || x[1] == c[1] {
			return true
		}
	}
	return false
}

// OwnExtent is the extent of a reader's own samples, and of those asked points that lie no farther off than the samples
// reach: asked points of the previous scene would shrink distant data to a dot. With fewer than two places, it holds all.
func OwnExtent(samples, queries [][2]float64) Extent {
	e := NewExtent(samples)
	reach := math.Max(e.Max[0]-e.Min[0], e.Max[1]-e.Min[1])
	if len(samples) == 0 || !(reach > 0) {
		return NewExtent(samples, queries)
	}
	wide := e.With([2]float64{e.Min[0] - reach, e.Min[1] - reach}).With([2]float64{e.Max[0] + reach, e.Max[1] + reach})
	for _, x := range queries {
		if shown(x) && wide.Contains(x) {
			e = e.With(x)
		}
	}
	return e
}

// With is the least extent that holds e and x.
func (e Extent) With(x [2]float64) Extent {
	for i := range x {
		e.Min[i] = math.Min(e.Min[i], x[i])
		e.Max[i] = math.Max(e.Max[i], x[i])
	}
	return e
}

// Contains reports whether x lies in e.
func (e Extent) Contains(x [2]float64) bool {
	return x[0] >= e.Min[0] && x[0] <= e.Max[0] && x[1] >= e.Min[1] && x[1] <= e.Max[1]
}

// Center is the middle of e.
func (e Extent) Center() [2]float64 {
	return [2]float64{e.Min[0]/2 + e.Max[0]/2, e.Min[1]/2 + e.Max[1]/2}
}

// padded is the size of e with its margin; a side without length takes the other's, or is 2.
func (e Extent) padded() (width, height float64) {
	w, h := e.Max[0]-e.Min[0], e.Max[1]-e.Min[1]
	side := math.Max(w, h)
	if !(side > 0) {
		side = 2
	}
	w, h = math.Max(w, side/4), math.Max(h, side/4)
	return w + 2*margin*side, h + 2*margin*side
}

// Padded is e with the margin that NewPlane leaves around it.
func (e Extent) Padded() Extent {
	w, h := e.padded()
	c := e.Center()
	return Extent{[2]float64{c[0] - w/2, c[1] - h/2}, [2]float64{c[0] + w/2, c[1] + h/2}}
}

// farthest is how far from 0 a view shows points: around it, its bounds are finite numbers at each zoom.
const farthest = 1e300

func shown(x [2]float64) bool { return math.Abs(x[0]) <= farthest && math.Abs(x[1]) <= farthest }

func finite(x [2]float64) bool {
	return !math.IsNaN(x[0]-x[0]) && !math.IsNaN(x[1]-x[1])
}
