package view

import "math"

// A Lens is a reader's own view of the plane in place of the fitted one, which shows all points: closer or farther, and
// moved. The zero Lens is the fitted view. What is seen through it stays within limits: the plane is shown at least
// minZoom and at most maxZoom times as large as fitted, and its middle lies within the fitted view.
type Lens struct {
	Center [2]float64 // data units, at the middle of the rectangle
	Span   float64    // data units along the rectangle's shorter side; 0: the fitted view
}

const (
	minZoom = 1.0 / 20
	maxZoom = 1000
)

// Plane returns what is visible of a fitted plane.
func (l Lens) Plane(fitted Plane) Plane {
	side := math.Min(fitted.Width, fitted.Height)
	if !(l.Span > 0 && side > 0) {
		return fitted
	}
	p, b := fitted, fitted.Bounds()
	p.Scale = hold(side/l.Span, minZoom*fitted.Scale, maxZoom*fitted.Scale)
	for i := range p.Center {
		p.Center[i] = hold(l.Center[i], b.Min[i], b.Max[i])
	}
	return p
}

// Zoom shows the plane factor times as large, with the pixel (px, py) on the same point; factor is positive.
func (l Lens) Zoom(fitted Plane, factor, px, py float64) Lens {
	p := l.Plane(fitted)
	fixed := p.ToData(px, py)
	p.Scale = hold(p.Scale*factor, minZoom*fitted.Scale, maxZoom*fitted.Scale)
	moved := p.ToData(px, py)
	for i := range p.Center {
		p.Center[i] += fixed[i] - moved[i]
	}
	return l.on(p, fitted)
}

// Pan moves what is seen by pixels, to the right and down.
func (l Lens) Pan(fitted Plane, dx, dy float64) Lens {
	p := l.Plane(fitted)
	p.Center[0] -= dx / p.Scale
	p.Center[1] += dy / p.Scale
	return l.on(p, fitted)
}

// on returns the lens that shows p: the zero Lens if that is the fitted view, and l if p is empty.
func (l Lens) on(p, fitted Plane) Lens {
	side := math.Min(p.Width, p.Height)
	if !(side > 0) || !finite(p.Center) {
		return l
	}
	p = Lens{p.Center, side / p.Scale}.Plane(fitted)
	px, py := fitted.ToPx(p.Center)
	const same = 1e-9
	if math.Abs(p.Scale/fitted.Scale-1) < same && math.Hypot(px-p.Width/2, py-p.Height/2) < 0.5 {
		return Lens{}
	}
	return Lens{p.Center, side / p.Scale}
}

// hold returns v, or the nearer limit.
func hold(v, least, most float64) float64 { return math.Max(least, math.Min(v, most)) }
