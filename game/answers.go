package game

import (
	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// queryReport is protocol.ts's QueryReport.
type queryReport struct {
	Number int         `json:"number"`
	Name   string      `json:"name"`
	X      [2]float64  `json:"x"`
	Z      []float64   `json:"z"`
	P      []float64   `json:"p"`
	Class  *int        `json:"class"`
	Colour string      `json:"colour"`
	At     *[2]float64 `json:"at"`
}

// hoverReport is protocol.ts's HoverReport.
type hoverReport struct {
	X     [2]float64 `json:"x"`
	Z     []float64  `json:"z"`
	P     []float64  `json:"p"`
	Class *int       `json:"class"`
	At    [2]float64 `json:"at"`
	Index *int       `json:"index"`
	Label *int       `json:"label"`
}

func queriesOf(s session.Snapshot, p view.Plane) []queryReport {
	list := []queryReport{}
	for _, q := range s.Queries {
		r := queryReport{Number: q.Number, Name: q.Name, X: q.X, Colour: view.Hex(view.QueryColor(q.Number)), At: seenAt(p, q.X)}
		r.Z, r.P, r.Class = answer(q.Answer, s)
		list = append(list, r)
	}
	return list
}

// hover is what a click would act on.
func (g *Game) hover(s session.Snapshot, p view.Plane) *hoverReport {
	if g.pointer == nil || !p.Contains(g.pointer[0], g.pointer[1]) {
		return nil
	}
	at := *g.pointer
	h := &hoverReport{X: p.ToData(at[0], at[1]), At: at}
	if mark, ok := g.gestureScene().Nearest(at[0], at[1]); ok && !mark.Query {
		h.Index, h.Label = &mark.Index, &s.Samples.Y[mark.Index]
		h.X = s.Samples.X[mark.Index]
	}
	h.Z, h.P, h.Class = answer(s.Ask(h.X), s)
	return h
}

// answer is an answer's numbers, or nothing where the run diverged.
func answer(a session.Answer, s session.Snapshot) (z, p []float64, class *int) {
	for i := range a.Z {
		if s.Diverged || finite(a.Z[i]) == nil || finite(a.P[i]) == nil {
			return nil, nil, nil
		}
	}
	return a.Z, a.P, &a.Class
}

// seenAt is where a point lies in the plane view, or nothing where it is out of view.
func seenAt(p view.Plane, x [2]float64) *[2]float64 {
	px, py := p.ToPx(x)
	if !p.Contains(px, py) {
		return nil
	}
	return &[2]float64{px, py}
}
