package game

import (
	"encoding/json"
	"fmt"
	"math"
	"time"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/scene"
)

// report is protocol.ts's Snapshot: what the page writes in words and numbers.
type report struct {
	Playing       bool          `json:"playing"`
	Ended         bool          `json:"ended"`
	Diverged      *int          `json:"diverged"`
	Step          int           `json:"step"`
	Epoch         int           `json:"epoch"`
	Epochs        int           `json:"epochs"`
	StepsPerEpoch int           `json:"stepsPerEpoch"`
	StepsPerFrame float64       `json:"stepsPerFrame"`
	Edits         int           `json:"edits"`
	Changes       int           `json:"changes"`
	Generation    int           `json:"generation"`
	Loss          *float64      `json:"loss"`
	Accuracy      *float64      `json:"accuracy"`
	Counts        []int         `json:"counts"`
	Layers        []int         `json:"layers"`
	Parameters    [][]float64   `json:"parameters"`
	Train         scene.Train   `json:"train"`
	Scene         sceneReport   `json:"scene"`
	Farthest      int           `json:"farthest"`
	CanUndo       bool          `json:"canUndo"`
	CanRedo       bool          `json:"canRedo"`
	Test          *testReport   `json:"test"`
	Confusion     [][]int       `json:"confusion"`
	Margin        *marginReport `json:"margin"`
	Stop          session.Stop  `json:"stop"`
	Threshold     *float64      `json:"threshold"`
	Others        []otherReport `json:"others"`
	Queries       []queryReport `json:"queries"`
	Hover         *hoverReport  `json:"hover"`
	Tool          string        `json:"tool"`
	LastLoss      *epochLoss    `json:"lastLoss"`
	Unit          *unitRef      `json:"unit"`
	View          *viewReport   `json:"view"`
	Plane         axes          `json:"plane"`
	Curve         curveReport   `json:"curve"`
}

type queryReport struct {
	Number int         `json:"number"`
	X      [2]float64  `json:"x"`
	Z      []float64   `json:"z"`
	P      []float64   `json:"p"`
	Class  *int        `json:"class"`
	Colour string      `json:"colour"`
	At     *[2]float64 `json:"at"`
}

type hoverReport struct {
	X     [2]float64 `json:"x"`
	Z     []float64  `json:"z"`
	P     []float64  `json:"p"`
	Class *int       `json:"class"`
	At    [2]float64 `json:"at"`
	Index *int       `json:"index"`
	Label *int       `json:"label"`
}

type viewReport struct {
	Center [2]float64 `json:"center"`
	Span   float64    `json:"span"`
}

type epochLoss struct {
	Epoch int     `json:"epoch"`
	Loss  float64 `json:"loss"`
}

type axes struct {
	X []tick `json:"x"`
	Y []tick `json:"y"`
}

type tick struct {
	At   float64 `json:"at"`
	Text string  `json:"text"`
}

// maxShown is how many parameters a report lists; a larger network's are not read one by one.
const maxShown = 200

// report tells the page the state.
func (g *Game) report() {
	text, err := json.Marshal(g.reportOf(g.snapshot))
	if err != nil {
		// Every number in a report is finite by construction.
		panic(fmt.Sprintf("game: report: %v", err))
	}
	g.host.Report(text)
	g.reported, g.owed = time.Now(), false
}

func (g *Game) reportOf(s session.Snapshot) report {
	p := g.planeView()
	r := report{
		Playing: s.Playing, Ended: s.Ended, Step: s.Step, Epoch: s.Epoch, Epochs: s.GoalEpochs,
		StepsPerEpoch: s.StepsPerEpoch, StepsPerFrame: s.StepsPerFrame, Edits: s.Edits, Changes: s.Changes, Generation: s.Generation,
		Loss: finite(s.Loss), Accuracy: finite(s.Accuracy), Counts: s.Counts(), Layers: s.Network.Layers(),
		Train: s.Train, Scene: sceneOf(s), Farthest: s.Farthest, CanUndo: s.CanUndo, CanRedo: s.CanRedo, Stop: s.Stop, Others: othersOf(s), Queries: []queryReport{}, Tool: string(g.hand.Tool),
		Plane: planeAxes(p), Curve: g.curveReport(s), Unit: g.unit,
	}
	if s.Network.Outputs() == 1 {
		r.Threshold = &s.Threshold
	}
	if g.lens != (view.Lens{}) {
		r.View = &viewReport{g.lens.Center, g.lens.Span}
	}
	if s.Diverged > 0 {
		r.Diverged = &s.Diverged
	} else if shown := s.Network.Parameters(); count(shown) <= maxShown {
		r.Parameters = shown
	}
	if n := len(s.Losses); n > 0 && finite(s.Losses[n-1]) != nil {
		r.LastLoss = &epochLoss{Epoch: n - 1, Loss: s.Losses[n-1]}
	}
	for _, asked := range s.Queries {
		q := queryReport{Number: asked.Number, X: asked.X, Colour: view.Hex(view.QueryColor(asked.Number)), At: seenAt(p, asked.X)}
		q.Z, q.P, q.Class = answer(asked.Answer, s)
		r.Queries = append(r.Queries, q)
	}
	r.Hover = g.hover(s, p)
	r.addInsight(g.session.Insight())
	return r
}

// seenAt is where a point lies in the plane view, or nothing where it is out of view.
func seenAt(p view.Plane, x [2]float64) *[2]float64 {
	px, py := p.ToPx(x)
	if !p.Contains(px, py) {
		return nil
	}
	return &[2]float64{px, py}
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
		if s.Diverged > 0 || finite(a.Z[i]) == nil || finite(a.P[i]) == nil {
			return nil, nil, nil
		}
	}
	return a.Z, a.P, &a.Class
}

func planeAxes(p view.Plane) axes {
	b, gap := p.Bounds(), p.TickGap()
	a := axes{X: []tick{}, Y: []tick{}}
	for _, t := range view.Ticks(b.Min[0], b.Max[0], gap) {
		px, _ := p.ToPx([2]float64{t.Value, 0})
		a.X = append(a.X, tick{px, t.Text})
	}
	for _, t := range view.Ticks(b.Min[1], b.Max[1], gap) {
		_, py := p.ToPx([2]float64{0, t.Value})
		a.Y = append(a.Y, tick{py, t.Text})
	}
	return a
}

// finite is a number that JSON can hold, or nothing.
func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

func count(lists [][]float64) (n int) {
	for _, l := range lists {
		n += len(l)
	}
	return n
}
