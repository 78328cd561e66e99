package game

import (
	"fmt"
	"image/color"
	"math"

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

// curveLook is how a reader wants the loss curve.
type curveLook struct {
	log   bool     // the loss on a logarithmic scale
	probe *float64 // the epoch pointed at; nil: none
}

type (
	// curveMessage draws the loss curve on a logarithmic scale, or not.
	curveMessage struct{ Log bool }
	// probeMessage points at an epoch of the loss curve, or the nearest that it has; nil: at none.
	probeMessage struct{ Epoch *float64 }
)

func (m *curveMessage) apply(g *Game) error {
	g.look.log = m.Log
	return nil
}

func (m *probeMessage) apply(g *Game) error {
	if m.Epoch != nil && finite(*m.Epoch) == nil {
		return fmt.Errorf("probe: epoch %v: want a finite number", *m.Epoch)
	}
	g.look.probe = m.Epoch
	return nil
}

// A lossCurve is the loss curve of a snapshot in a view.
type lossCurve struct {
	view.Curve
	session.Snapshot
	losses []float64 // with that of the parameters as they are now at the end, one epoch after the last
	probe  int       // the epoch pointed at; −1: none
}

func (g *Game) lossCurve(s session.Snapshot) lossCurve {
	c := lossCurve{Snapshot: s, losses: s.Losses, probe: -1}
	if !s.Diverged && finite(s.Loss) != nil && len(c.losses) == s.Epoch {
		c.losses = append(c.losses[:len(c.losses):len(c.losses)], s.Loss)
	}
	shown := append(c.losses[:len(c.losses):len(c.losses)], s.TestLosses...)
	for _, o := range s.Others {
		shown = append(shown, o.Losses...)
	}
	c.Curve = view.NewCurve(shown, s.GoalEpochs, g.look.log, max(1, g.curve.Width), max(1, g.curve.Height))
	c.Epochs = max(1, float64(max(s.GoalEpochs, len(c.losses)-1)))
	if at := g.look.probe; at != nil && len(c.losses) > 0 {
		c.probe = int(math.Round(max(0, min(*at, float64(len(c.losses)-1)))))
	}
	return c
}

// probed are the losses at the epoch pointed at, and their colours: the run's, that of points held back, and a pinned run's.
func (c lossCurve) probed(ink color.NRGBA) (losses []float64, colors []color.NRGBA) {
	add := func(of []float64, color color.NRGBA) {
		if c.probe < len(of) {
			losses, colors = append(losses, of[c.probe]), append(colors, color)
		}
	}
	for i, o := range c.Others {
		add(o.Losses, rgb(otherColor(c.Snapshot, i)))
	}
	add(c.TestLosses, rgb(testLossColor))
	add(c.losses, ink)
	return losses, colors
}

// drawCurve draws the loss of every epoch so far over a line at each tick, and a dot at its end; fainter, the losses of
// points held back and of a pinned run; and what is pointed at.
func (c canvas) drawCurve(v lossCurve, grid, axis, ink color.NRGBA) {
	for _, t := range v.Ticks(curveGapPx) {
		_, py := v.ToPx(0, t.Value)
		c.segment(0, py, v.Width, py, gridWidth, grid)
	}
	if v.probe >= 0 {
		px, _ := v.ToPx(float64(v.probe), v.Low)
		c.segment(px, 0, px, v.Height, gridWidth, axis)
	}
	for i, o := range v.Others {
		c.curve(v.Curve, o.Losses, rgb(otherColor(v.Snapshot, i)))
	}
	c.curve(v.Curve, v.TestLosses, rgb(testLossColor))
	if end, ok := c.curve(v.Curve, v.losses, ink); ok {
		c.ink.shape(view.Circle, end[0], end[1], curveMarkPx*c.dpr, rgb(view.LineColor))
	}
	if v.probe >= 0 {
		losses, colors := v.probed(ink)
		for i, loss := range losses {
			px, py := v.ToPx(float64(v.probe), loss)
			c.ink.shape(view.Circle, c.x+px*c.dpr, c.y+py*c.dpr, curveMarkPx*c.dpr, colors[i])
		}
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

// curveReport is what the loss curve shows, with its ticks.
type curveReport struct {
	axes
	Epochs float64      `json:"epochs"` // at its right end
	Log    bool         `json:"log"`    // the loss on a logarithmic scale
	Probe  *probeReport `json:"probe"`  // nil: none is pointed at
}

// probeReport is what the loss curve has at the epoch pointed at.
type probeReport struct {
	Epoch    int        `json:"epoch"`
	Loss     float64    `json:"loss"`
	TestLoss *float64   `json:"testLoss"` // of the points held back; nil where it has none there
	Pinned   *float64   `json:"pinned"`   // of a pinned run; nil where it has none there
	At       [2]float64 `json:"at"`       // in the curve's view, CSS pixels
}

func (g *Game) curveReport(s session.Snapshot) curveReport {
	v := g.lossCurve(s)
	r := curveReport{axes: axes{X: []tick{}, Y: []tick{}}, Epochs: v.Epochs, Log: v.Log}
	for _, t := range view.Ticks(0, v.Epochs, v.Epochs/(v.Width/epochGapPx)) {
		px, _ := v.ToPx(t.Value, v.Low)
		r.X = append(r.X, tick{px, t.Text})
	}
	for _, t := range v.Ticks(curveGapPx) {
		_, py := v.ToPx(0, t.Value)
		r.Y = append(r.Y, tick{py, t.Text})
	}
	if v.probe < 0 {
		return r
	}
	loss := v.losses[v.probe]
	px, py := v.ToPx(float64(v.probe), loss)
	r.Probe = &probeReport{Epoch: v.probe, Loss: loss, At: [2]float64{px, py}}
	if v.probe < len(s.TestLosses) {
		r.Probe.TestLoss = &s.TestLosses[v.probe]
	}
	for i := range s.Others {
		if o := &s.Others[i]; v.probe < len(o.Losses) {
			r.Probe.Pinned = &o.Losses[v.probe]
		}
	}
	return r
}
