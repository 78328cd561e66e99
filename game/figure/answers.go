package figure

import (
	"cmp"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// queryReport is an asked point, and what the model says about it.
type queryReport struct {
	Number int         `json:"number"` // it stays the same: 0, 1, … for the scene's, then the next that the run never used; colour and name depend on it
	Name   string      `json:"name"`   // given by hand; '': none
	X      [2]float64  `json:"x"`
	Z      []float64   `json:"z"`     // logits: one, or one per class with cross_entropy; nil if the run diverged
	P      []float64   `json:"p"`     // probabilities; nil if the run diverged
	Class  *int        `json:"class"` // the class predicted; nil if the run diverged, or if p is too close to the threshold to tell
	Unit   *float64    `json:"unit"`  // the sum, before its activation, of the unit that the plane shows; nil if the network is shown
	Index  *int        `json:"index"` // the sample in the same place, if there is one and samples are few
	Label  *int        `json:"label"` // the class of that sample
	Colour string      `json:"colour"`
	At     *[2]float64 `json:"at"` // its position in the plane view, in CSS pixels; nil if out of view
}

// hoverReport is the point in hand: what a click would act on or, if the pointer is elsewhere, a sample that was taken; and what the
// model says there.
type hoverReport struct {
	X     [2]float64  `json:"x"`
	Z     []float64   `json:"z"` // as a queryReport's, or nil
	P     []float64   `json:"p"` // as a queryReport's, or nil
	Class *int        `json:"class"`
	Unit  *float64    `json:"unit"`  // as a queryReport's
	At    *[2]float64 `json:"at"`    // as a queryReport's; of an empty place, where the pointer is
	Index *int        `json:"index"` // the sample under the pointer, or taken in hand
	Label *int        `json:"label"` // the class of that sample
	Held  bool        `json:"held"`  // that sample stays in hand when the pointer goes
}

func (f *Figure) queries(s session.Snapshot, p view.Plane) []queryReport {
	list := []queryReport{}
	for _, q := range s.Queries {
		r := queryReport{Number: q.Number, Name: q.Name, X: q.X, Colour: view.Hex(view.QueryColor(q.Number)), At: seenAt(p, q.X)}
		r.Z, r.P, r.Class = answer(q.Answer, s)
		r.Unit = f.unitAt(q.X)
		if i, ok := s.SampleAt(q.X); ok {
			_, label := s.Samples.At(i)
			r.Index, r.Label = &i, &label
		}
		list = append(list, r)
	}
	return list
}

// hover is the point in hand, unless it is an asked one.
func (f *Figure) hover(s session.Snapshot, p view.Plane) *hoverReport {
	h := &hoverReport{At: f.pointer}
	if h.At == nil || !p.Contains(h.At[0], h.At[1]) {
		i := f.chosen() - 1
		if i < 0 {
			return nil
		}
		h.Index, h.At = &i, seenAt(p, perceptron.Double(s.Samples.X[i]))
	} else if mark, ok := f.gestureScene().Nearest(h.At[0], h.At[1]); ok && mark.Query {
		h.X = s.Queries[mark.Index].X
		h.At = cmp.Or(seenAt(p, h.X), h.At)
	} else if ok {
		h.Index, h.At = &mark.Index, cmp.Or(seenAt(p, perceptron.Double(s.Samples.X[mark.Index])), h.At)
	} else {
		h.X = p.ToData(h.At[0], h.At[1])
	}
	if h.Index != nil {
		x, label := s.Samples.At(*h.Index)
		h.X, h.Label = x, &label
		h.Held = *h.Index+1 == f.hand.Kept
	}
	h.Z, h.P, h.Class = answer(s.Ask(h.X), s)
	h.Unit = f.unitAt(h.X)
	return h
}

// handOf returns where the point in hand is marked.
func handOf(h *hoverReport, queries []queryReport) *[2]float64 {
	if h != nil && h.Label != nil {
		return h.At
	}
	for i := len(queries) - 1; i >= 0; i-- {
		if h == nil || h.X == queries[i].X {
			return queries[i].At
		}
	}
	return nil
}

// unitAt returns the sum, at x, of the unit that the plane shows; nil if the network is shown, or if the sum is not finite.
func (f *Figure) unitAt(x [2]float64) *float64 {
	if f.unit == nil {
		return nil
	}
	var z [1]float64
	f.Network().Logits(z[:], [][2]float64{x})
	return finite(z[0])
}

// answer returns an answer's numbers, or nothing if the run diverged; and its class, if one is named.
func answer(a session.Answer, s session.Snapshot) (z, p []float64, class *int) {
	for i := range a.Z {
		if s.Diverged || finite(a.Z[i]) == nil || finite(a.P[i]) == nil {
			return nil, nil, nil
		}
	}
	return a.Z, a.P, classOf(a)
}

// classOf returns the class predicted; nil: too close to call.
func classOf(a session.Answer) *int {
	if a.Undecided {
		return nil
	}
	return &a.Class
}

// seenAt returns where a point lies in the plane view, or nil if it is out of view.
func seenAt(p view.Plane, x [2]float64) *[2]float64 {
	px, py := p.ToPx(x)
	if !p.Contains(px, py) {
		return nil
	}
	return &[2]float64{px, py}
}
