package game

import (
	"image/color"
	"math"

	"perceptronlab/game/figure"
	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// Widths and radii in CSS pixels.
const (
	lineWidth   = 3
	trailWidth  = 1
	otherWidth  = 2
	dash        = 9
	dashGap     = 6
	gridWidth   = 1
	axisWidth   = 1
	queryRadius = 7.5
	queryRing   = 2.2
)

// coveredGrowth is the factor by which a mark grows while a finger holds it.
const coveredGrowth = 2

// canvas is where marks are drawn: a plane whose top left corner is at (x, y) of the image, in device pixels.
type canvas struct {
	ink  *ink
	x, y float64
	dpr  float64
}

// drawGrid draws a line at each tick; the axes are stronger.
func (c canvas) drawGrid(p view.Plane, grid, axis color.NRGBA) {
	b, gap := p.Bounds(), p.TickGap()
	for _, t := range view.Ticks(b.Min[0], b.Max[0], gap) {
		px, _ := p.ToPx([2]float64{t.Value, 0})
		width, color := gridStyle(t.Value, grid, axis)
		c.segment(px, 0, px, p.Height, width, color)
	}
	for _, t := range view.Ticks(b.Min[1], b.Max[1], gap) {
		_, py := p.ToPx([2]float64{0, t.Value})
		width, color := gridStyle(t.Value, grid, axis)
		c.segment(0, py, p.Width, py, width, color)
	}
}

func gridStyle(value float64, grid, axis color.NRGBA) (float64, color.NRGBA) {
	if value == 0 {
		return axisWidth, axis
	}
	return gridWidth, grid
}

// drawPast draws the decision boundary as it was at the epoch pointed at on the loss curve.
func (c canvas) drawPast(boundary [][][2]float64, ink color.NRGBA) {
	for _, line := range boundary {
		c.dashes(line, otherWidth, ink)
	}
}

// drawLine draws the decision line of a single neuron over the fading trail of where it was.
func (c canvas) drawLine(p view.Plane, s session.Snapshot) {
	w, b, ok := s.Line()
	if !ok {
		return
	}
	red := rgb(view.LineColor)
	for i, o := range s.Others {
		if x0, y0, x1, y1, ok := p.Line(o.W, o.B); ok && o.Line {
			c.segment(x0, y0, x1, y1, otherWidth, rgb(figure.OtherColor(s, i)))
		}
	}
	for i, t := range s.Trail {
		if x0, y0, x1, y1, ok := p.Line(t.W, t.B-s.ThresholdLogit); ok && t.Step != s.Step {
			c.segment(x0, y0, x1, y1, trailWidth, faded(red, view.TrailOpacity(i, len(s.Trail))))
		}
	}
	if x0, y0, x1, y1, ok := p.Line(w, b); ok {
		c.segment(x0, y0, x1, y1, lineWidth, red)
	}
}

// drawCovered draws the sample that a finger holds so that it is seen around it.
func (c canvas) drawCovered(p view.Plane, s session.Snapshot, held *gesture.Mark) {
	if held == nil || held.Query || held.Index >= s.Samples.Len() {
		return
	}
	x, class := s.Samples.At(held.Index)
	px, py := p.ToPx(x)
	c.ink.shape(view.ClassShape(class), c.x+px*c.dpr, c.y+py*c.dpr, coveredGrowth*pointRadius*c.dpr, rgb(view.ClassColor(class)))
}

// drawQueries draws the asked points, the last on top. A sample in the same place (a corner of XOR) keeps its mark in the middle.
func (c canvas) drawQueries(p view.Plane, s session.Snapshot, held *gesture.Mark) {
	for i, q := range s.Queries {
		px, py := p.ToPx(q.X)
		if !p.Contains(px, py) {
			continue
		}
		x, y := c.x+px*c.dpr, c.y+py*c.dpr
		radius := queryRadius
		if held != nil && held.Query && held.Index == i {
			radius *= coveredGrowth
		}
		c.ink.shape(view.Circle, x, y, (radius+queryRing)*c.dpr, rgb(view.RingColor))
		c.ink.shape(view.Circle, x, y, radius*c.dpr, rgb(view.QueryColor(q.Number)))
		if i, ok := s.SampleAt(q.X); ok {
			_, class := s.Samples.At(i)
			c.ink.shape(view.ClassShape(class), x, y, pointRadius*c.dpr, rgb(view.ClassColor(class)))
		}
	}
}

// dashes draws a line through some places, given in CSS pixels of the view, in dashes.
func (c canvas) dashes(line [][2]float64, width float64, color color.NRGBA) {
	const least = 1e-3 // of a pixel: less would be lost in the sum
	on, left := true, float64(dash)
	for i := 1; i < len(line); i++ {
		from, to := line[i-1], line[i]
		length := math.Hypot(to[0]-from[0], to[1]-from[1])
		for at := 0.0; length-at > least; {
			end := min(at+left, length)
			place := func(along float64) (x, y float64) {
				return from[0] + along/length*(to[0]-from[0]), from[1] + along/length*(to[1]-from[1])
			}
			if on {
				x0, y0 := place(at)
				x1, y1 := place(end)
				c.segment(x0, y0, x1, y1, width, color)
			}
			if left -= end - at; left <= least {
				if on = !on; on {
					left = dash
				} else {
					left = dashGap
				}
			}
			at = end
		}
	}
}

// segment draws a line given in CSS pixels of the view.
func (c canvas) segment(x0, y0, x1, y1, width float64, color color.NRGBA) {
	c.ink.line(c.x+x0*c.dpr, c.y+y0*c.dpr, c.x+x1*c.dpr, c.y+y1*c.dpr, width*c.dpr, color)
}
