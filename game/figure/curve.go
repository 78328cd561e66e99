package figure

import (
	"fmt"
	"math"
	"slices"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

const (
	lossGapPx     = 36 // between ticks of the loss
	epochGapPx    = 84
	logEpochGapPx = 56 // few of these have many digits
)

// curveLook is how a reader looks at the loss curve.
type curveLook struct {
	log   view.Logs
	probe *float64 // the epoch pointed at; nil: none
}

type (
	// curveMessage draws the loss curve's loss on a logarithmic scale, or not, and likewise its epochs, from 1 on; what it leaves
	// out stays as it is.
	curveMessage struct {
		Log       *bool `json:"log,omitempty"`
		LogEpochs *bool `json:"logEpochs,omitempty"`
	}
	// probeMessage points at an epoch of the loss curve, or the nearest one that it has; nil: at none.
	probeMessage struct{ Epoch *float64 }
)

func (m *curveMessage) apply(f *Figure) error {
	if m.Log != nil {
		f.look.log.Loss = *m.Log
	}
	if m.LogEpochs != nil {
		f.look.log.Epochs = *m.LogEpochs
	}
	return nil
}

func (m *probeMessage) apply(f *Figure) error {
	if m.Epoch != nil && finite(*m.Epoch) == nil {
		return refusal.New("probe", fmt.Sprint("epoch ", *m.Epoch), refusal.Finite)
	}
	f.look.probe = m.Epoch
	return nil
}

// epochAtRequest asks which epoch, not a whole one, lies at Right pixels from the left edge of the loss curve or, with From, from
// that epoch, within what is shown. On the dot at the end of the run's curve it is the last epoch, which a pixel may share with others.
type epochAtRequest struct {
	Right float64  `json:"right"`
	From  *float64 `json:"from"`
}

func (r *epochAtRequest) answer(f *Figure) (any, error) {
	c := f.LossCurve()
	if r.From != nil {
		from, _ := c.ToPx(*r.From, c.High)
		return c.EpochAt(from + r.Right), nil
	}
	last := float64(c.Run.Next() - 1)
	if end, _ := c.ToPx(last, c.High); last >= float64(c.First()) && math.Abs(r.Right-end) <= curveDotPx {
		return last, nil
	}
	return c.EpochAt(r.Right), nil
}

// curveDotPx is how near to the dot at the end of the run's curve that dot is meant, in CSS pixels.
const curveDotPx = 4

// A LossCurve is the loss curve of a snapshot in a view.
type LossCurve struct {
	view.Curve
	session.Snapshot
	Run   perceptron.LossCurve // with that of the parameters as they are now at the end, one epoch after the last
	Probe int                  // the epoch pointed at; −1: none
}

// Past is where the run was at the epoch pointed at on the loss curve.
func (f *Figure) Past() (p session.Past, ok bool) {
	return f.session.Past(f.probed(run(f.Snapshot())))
}

// pastBoundary is the boundary that was found last, and what it depends on.
type pastBoundary struct {
	network   *perceptron.Network
	unit      unitRef
	threshold float64
	plane     view.Plane
	lines     [][][2]float64
}

const (
	// A network's boundary is looked for in cells of this side, in CSS pixels, and in larger ones if there would be more work than
	// there is time for, in parameters times places.
	boundaryCellPx = 7
	pastWork       = 4_000_000
)

// PastBoundary is the decision boundary at the epoch pointed at on the loss curve, in the plane view, as lines through some places
// each: of what the field shows, the network or one of its units.
func (f *Figure) PastBoundary() [][][2]float64 {
	past, ok := f.Past()
	if !ok {
		return nil
	}
	now := pastBoundary{network: past.Network, threshold: f.Snapshot().ThresholdLogit, plane: f.PlaneView()}
	net := past.Network
	if f.unit != nil {
		now.unit, now.threshold = *f.unit, 0
		net = net.Unit(f.unit.Layer, f.unit.Unit)
	}
	if b := &f.pastBoundary; b.network != now.network || b.unit != now.unit || b.threshold != now.threshold || b.plane != now.plane {
		now.lines = boundaryOf(net, now.threshold, now.plane, cellOf(net, now.plane, pastWork))
		*b = now
	}
	return f.pastBoundary.lines
}

func boundaryOf(net *perceptron.Network, threshold float64, p view.Plane, step float64) [][][2]float64 {
	if w, b, ok := net.Line(); ok {
		if line := lineIn(p, w, b-threshold); line != nil {
			return [][][2]float64{line[:]}
		}
		return nil
	}
	grid := view.Cells{Step: step, Columns: int(math.Ceil(p.Width / step)), Rows: int(math.Ceil(p.Height / step))}
	return view.Chains(p.Contour(net, threshold, grid))
}

// run is a snapshot's losses, with that of the parameters as they are now at the end, one epoch after the last.
func run(s session.Snapshot) perceptron.LossCurve {
	c := s.Losses
	if endsNow(s) {
		if c.Epochs != nil {
			c.Epochs = append(slices.Clip(c.Epochs), s.Epoch)
		}
		c.Losses = append(slices.Clip(c.Losses), s.Loss)
	}
	return c
}

// endsNow reports whether the curve ends with the loss of the parameters as they are, one epoch after the last.
func endsNow(s session.Snapshot) bool {
	return !s.Diverged && finite(s.Loss) != nil && s.Losses.Next() == s.Epoch
}

// probed returns the epoch pointed at, the nearest one that has a loss; −1: none.
func (f *Figure) probed(run perceptron.LossCurve) int {
	first, next := view.Curve{Log: f.look.log}.First(), run.Next()
	if f.look.probe == nil || next <= first {
		return -1
	}
	return run.Nearest(int(math.Round(max(float64(first), min(*f.look.probe, float64(next-1))))))
}

// LossTicks are the ticks of the loss.
func (c LossCurve) LossTicks() []view.Tick { return c.Curve.LossTicks(lossGapPx) }

// LossCurve is the loss curve as it is now.
func (f *Figure) LossCurve() LossCurve {
	s := f.Snapshot()
	c := LossCurve{Snapshot: s, Run: run(s)}
	shown := append(slices.Clip(c.Run.Losses), s.TestLosses.Losses...)
	for _, o := range s.Others {
		shown = append(shown, o.Losses.Losses...)
	}
	c.Curve = view.NewCurve(shown, max(s.GoalEpochs, c.Run.Next()-1), f.look.log, max(1, f.curve.Width), max(1, f.curve.Height))
	c.Probe = f.probed(c.Run)
	return c
}

// curveReport is what the loss curve shows, with its ticks.
type curveReport struct {
	axes
	First     int          `json:"first"`     // the epoch at its left end: 0, or 1 where its scale is logarithmic
	Epochs    float64      `json:"epochs"`    // at its right end
	Log       bool         `json:"log"`       // the loss on a logarithmic scale
	LogEpochs bool         `json:"logEpochs"` // the epochs
	Probe     *probeReport `json:"probe"`     // nil: none is pointed at
}

// probeReport is what the loss curve has at the epoch pointed at.
type probeReport struct {
	Epoch    int        `json:"epoch"`
	Step     *int       `json:"step"` // the run's step as the epoch began; nil if that is not known at once
	Loss     float64    `json:"loss"`
	TestLoss *float64   `json:"testLoss"` // of the test data; nil if there is none
	Pinned   *float64   `json:"pinned"`   // of a pinned run; nil if it has none there
	At       [2]float64 `json:"at"`       // in the curve's view, CSS pixels
}

func (f *Figure) curveReport() curveReport {
	v := f.LossCurve()
	s := v.Snapshot
	r := curveReport{
		axes: axes{X: []tick{}, Y: []tick{}}, First: v.First(), Epochs: v.Epochs, Log: v.Log.Loss, LogEpochs: v.Log.Epochs,
	}
	gap := epochGapPx
	if v.Log.Epochs {
		gap = logEpochGapPx
	}
	for _, t := range v.EpochTicks(float64(gap)) {
		px, _ := v.ToPx(t.Value, v.Low)
		r.X = append(r.X, tick{px, t.Text})
	}
	for _, t := range v.LossTicks() {
		_, py := v.ToPx(0, t.Value)
		r.Y = append(r.Y, tick{py, t.Text})
	}
	if v.Probe < 0 {
		return r
	}
	loss, _ := v.Run.At(v.Probe)
	px, py := v.ToPx(float64(v.Probe), loss)
	r.Probe = &probeReport{Epoch: v.Probe, Loss: loss, At: [2]float64{px, py}}
	if past, ok := f.Past(); ok {
		r.Probe.Step = &past.Step
	}
	if loss, ok := s.TestLosses.At(v.Probe); ok {
		r.Probe.TestLoss = &loss
	}
	for _, o := range s.Others {
		if loss, ok := o.Losses.At(v.Probe); ok {
			r.Probe.Pinned = &loss
		}
	}
	return r
}
