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

type viewReport struct {
	Center [2]float64 `json:"center"`
	Span   float64    `json:"span"`
}

type epochLoss struct {
	Epoch int     `json:"epoch"`
	Loss  float64 `json:"loss"`
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
		Train: s.Train, Scene: sceneOf(s), Farthest: s.Farthest, CanUndo: s.CanUndo, CanRedo: s.CanRedo, Stop: s.Stop,
		Others: othersOf(s), Queries: queriesOf(s, p), Hover: g.hover(s, p), Tool: string(g.hand.Tool),
		Plane: planeAxes(p), Curve: g.curveReport(s), Unit: g.unit,
	}
	if s.Network.Outputs() == 1 {
		r.Threshold = &s.Threshold
	}
	if g.lens != (view.Lens{}) {
		r.View = &viewReport{g.lens.Center, g.lens.Span}
	}
	if s.Diverged {
		r.Diverged = &s.Step
	} else if shown := s.Network.Parameters(); count(shown) <= maxShown {
		r.Parameters = shown
	}
	if n := len(s.Losses); n > 0 && finite(s.Losses[n-1]) != nil {
		r.LastLoss = &epochLoss{Epoch: n - 1, Loss: s.Losses[n-1]}
	}
	r.addInsight(g.session.Insight())
	return r
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
