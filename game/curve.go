package game

import (
	"image/color"

	"perceptronlab/game/figure"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

const (
	curveWidth  = 1.8
	pinnedWidth = 1 // of a pinned run, which is beside the run
	curveMarkPx = 3.2
)

// probed returns the losses at the epoch pointed at, with their colours: the run's, the test loss, and a pinned run's.
func probed(c figure.LossCurve, ink color.NRGBA) (losses []float64, colors []color.NRGBA) {
	add := func(of perceptron.LossCurve, color color.NRGBA) {
		if loss, ok := of.At(c.Probe); ok {
			losses, colors = append(losses, loss), append(colors, color)
		}
	}
	for i, o := range c.Others {
		add(o.Losses, rgb(figure.OtherColor(c.Snapshot, i)))
	}
	add(c.TestLosses, rgb(view.TestLossColor))
	add(c.Run, ink)
	return losses, colors
}

// drawCurve draws the loss of every epoch so far over a line at each tick, and a dot at its end; in colours of their own the
// losses of the test data and, thinner, of a pinned run; and what is pointed at.
func (c canvas) drawCurve(v figure.LossCurve, grid, axis, ink color.NRGBA) {
	for _, t := range v.LossTicks() {
		_, py := v.ToPx(0, t.Value)
		c.segment(0, py, v.Width, py, gridWidth, grid)
	}
	if v.Probe >= 0 {
		px, _ := v.ToPx(float64(v.Probe), v.Low)
		c.segment(px, 0, px, v.Height, gridWidth, axis)
	}
	for i, o := range v.Others {
		c.curve(v.Curve, o.Losses, pinnedWidth, rgb(figure.OtherColor(v.Snapshot, i)))
	}
	c.curve(v.Curve, v.TestLosses, curveWidth, rgb(view.TestLossColor))
	if end, ok := c.curve(v.Curve, v.Run, curveWidth, ink); ok {
		c.ink.shape(view.Circle, end[0], end[1], curveMarkPx*c.dpr, rgb(view.LineColor))
	}
	if v.Probe >= 0 {
		losses, colors := probed(v, ink)
		for i, loss := range losses {
			px, py := v.ToPx(float64(v.Probe), loss)
			c.ink.shape(view.Circle, c.x+px*c.dpr, c.y+py*c.dpr, curveMarkPx*c.dpr, colors[i])
		}
	}
}

// curve draws losses as far as the view reaches, and returns where they end.
func (c canvas) curve(v view.Curve, of perceptron.LossCurve, width float64, color color.NRGBA) (end [2]float64, ok bool) {
	points := v.Columns(nil, of.Until(int(v.Epochs)+1))
	if len(points) == 0 {
		return end, false
	}
	for i := range points {
		points[i] = [2]float64{c.x + points[i][0]*c.dpr, c.y + points[i][1]*c.dpr}
	}
	c.ink.polyline(points, width*c.dpr, color)
	return points[len(points)-1], true
}
