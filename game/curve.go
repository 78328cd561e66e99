package game

import (
	"image/color"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

const (
	curveWidth    = 1.8
	curveMarkPx   = 3.2
	testLossColor = 0x0f766e
	curveGapPx    = 36 // between ticks of the loss
	epochGapPx    = 84
)

// curveOf is the loss curve of a snapshot in a view of width × height. The loss of the parameters as they are now
// stands at the end, one epoch after the last.
func curveOf(s session.Snapshot, width, height float64) (view.Curve, []float64) {
	losses := s.Losses
	if s.Diverged == 0 && s.Loss == s.Loss && len(losses) == s.Epoch {
		losses = append(losses[:len(losses):len(losses)], s.Loss)
	}
	shown := append(losses[:len(losses):len(losses)], s.TestLosses...)
	for _, o := range s.Others {
		shown = append(shown, o.Losses...)
	}
	curve := view.NewCurve(shown, s.GoalEpochs, max(1, width), max(1, height))
	curve.Epochs = max(1, float64(max(s.GoalEpochs, len(losses)-1)))
	return curve, losses
}

// curveTicks are the round losses to write beside a curve.
func curveTicks(v view.Curve) []view.Tick {
	return view.Ticks(v.Low, v.High, (v.High-v.Low)/(v.Height/curveGapPx))
}

// drawCurve draws the loss of every epoch so far over a line at each tick, and a dot at its end; fainter, the losses of
// points held back and of a pinned run.
func (c canvas) drawCurve(v view.Curve, losses []float64, s session.Snapshot, grid, ink color.NRGBA) {
	for _, t := range curveTicks(v) {
		_, py := v.ToPx(0, t.Value)
		c.segment(0, py, v.Width, py, gridWidth, grid)
	}
	for i, o := range s.Others {
		c.curve(v, o.Losses, rgb(otherColor(s, i)))
	}
	c.curve(v, s.TestLosses, rgb(testLossColor))
	if end, ok := c.curve(v, losses, ink); ok {
		c.ink.shape(view.Circle, end[0], end[1], curveMarkPx*c.dpr, rgb(view.LineColor))
	}
}

// curve draws losses, as far as the view goes, and returns where they end.
func (c canvas) curve(v view.Curve, losses []float64, color color.NRGBA) (end [2]float64, ok bool) {
	points := v.Columns(nil, losses[:min(len(losses), int(v.Epochs)+1)])
	if len(points) == 0 {
		return end, false
	}
	for i := range points {
		points[i] = [2]float64{c.x + points[i][0]*c.dpr, c.y + points[i][1]*c.dpr}
	}
	c.ink.polyline(points, curveWidth*c.dpr, color)
	return points[len(points)-1], true
}
