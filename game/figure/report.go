package figure

import (
	"encoding/json"
	"fmt"
	"math"

	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// report is what the page shows in words and numbers.
type report struct {
	Playing       bool          `json:"playing"`
	Ended         bool          `json:"ended"`    // the run reached train.epochs
	Diverged      *int          `json:"diverged"` // the step at which a loss or parameter stopped being finite, or nil
	Step          int           `json:"step"`
	Epoch         int           `json:"epoch"`
	Epochs        int           `json:"epochs"` // where the run ends by itself; 0: never. Playing on from the end moves it by another train.epochs
	StepsPerEpoch int           `json:"stepsPerEpoch"`
	Part          float64       `json:"part"` // how much of the next step is done while it is on its way, where that takes long; else 0
	StepsPerFrame float64       `json:"stepsPerFrame"`
	Edits         int           `json:"edits"`      // how many edits are recorded
	Changes       int           `json:"changes"`    // how many edits were made: one that replaces another, such as a second move of a point, counts too
	Generation    int           `json:"generation"` // how many times the run has started over
	Loss          *float64      `json:"loss"`       // the mean over all points, of the parameters shown; nil without points, when diverged, or not found yet of very many
	Accuracy      *float64      `json:"accuracy"`   // the share of correct predictions; nil as for the loss
	Counts        []int         `json:"counts"`     // how many points there are of each class
	Layers        []int         `json:"layers"`
	Parameters    [][]float64   `json:"parameters"` // weight, bias, weight, bias … each flattened by rows; nil when there are more than 200 numbers
	Train         scene.Train   `json:"train"`
	Output        output        `json:"output"` // what the loss makes of z, and so what is said of a point
	Scene         sceneReport   `json:"scene"`
	Farthest      int           `json:"farthest"` // the farthest step that a seek may go to: the farthest trained
	CanUndo       bool          `json:"canUndo"`
	CanRedo       bool          `json:"canRedo"`
	Test          *testReport   `json:"test"`      // nil if there is no test data
	Confusion     [][]int       `json:"confusion"` // counts of samples: row the class given, column the class predicted; nil when diverged
	Undecided     []int         `json:"undecided"` // of each class, how many are too close to call, which confusion leaves out; nil where confusion is
	Counted       int           `json:"counted"`   // of how many points these two are, evenly spaced: of a large model, and while the run plays, maybe not all
	Margin        *marginReport `json:"margin"`    // nil for more than two classes, or hidden layers, and of more than 100,000 points
	Stop          session.Stop  `json:"stop"`
	Threshold     *float64      `json:"threshold"` // the probability from which class 1 is predicted; nil for several outputs. Class, accuracy and confusion depend on it
	Others        []otherReport `json:"others"`
	Queries       []queryReport `json:"queries"`
	Hover         *hoverReport  `json:"hover"` // the point in hand; nil: the last asked point is
	Hand          *[2]float64   `json:"hand"`  // where the point in hand is marked in the plane view, in CSS pixels; nil if it is out of view, or an empty place
	Tool          gesture.Tool  `json:"tool"`
	LastLoss      *epochLoss    `json:"lastLoss"` // the last entry of the loss curve
	Unit          *unitRef      `json:"unit"`     // the unit that the plane shows, or nil
	View          *viewReport   `json:"view"`     // what a reader has zoomed to; nil: the view that fits all points
	Plane         axes          `json:"plane"`
	Curve         curveReport   `json:"curve"`
}

// viewReport is the visible part of the plane, in data units.
type viewReport struct {
	Center [2]float64 `json:"center"` // its middle
	Span   float64    `json:"span"`   // how much of it lies along the shorter side
}

// epochLoss is an entry of the loss curve.
type epochLoss struct {
	Epoch int     `json:"epoch"`
	Loss  float64 `json:"loss"`
}

// Refusal is a command that could not be carried out; nothing was changed by it.
type Refusal struct {
	Command string        `json:"command"`
	Message string        `json:"message"` // all of it in English
	Fault   refusal.Error `json:"fault"`
}

// NewRefusal is a command with its error.
func NewRefusal(command string, err error) Refusal {
	return Refusal{command, err.Error(), *refusal.Of(err)}
}

// maxShown is how many parameters a report lists; a larger network's are not read one by one.
const maxShown = 200

// Report is the state in JSON: protocol.ts's Snapshot.
func (f *Figure) Report() []byte {
	text, err := json.Marshal(f.report())
	if err != nil {
		// Every number in a report is finite by construction.
		panic(fmt.Sprintf("figure: report: %v", err))
	}
	return text
}

func (f *Figure) report() report {
	s, p := f.Snapshot(), f.PlaneView()
	r := report{
		Playing: s.Playing, Ended: s.Ended, Step: s.Step, Epoch: s.Epoch, Epochs: s.GoalEpochs,
		StepsPerEpoch: s.StepsPerEpoch, Part: s.Part, StepsPerFrame: s.StepsPerFrame, Edits: s.Edits, Changes: s.Changes, Generation: s.Generation,
		Loss: finite(s.Loss), Accuracy: finite(s.Accuracy), Counts: s.Counts(), Layers: s.Network.Layers(),
		Train: s.Train, Output: outputOf(lossOf(s.Train.Loss)), Scene: f.sceneReport(s), Farthest: s.Farthest, CanUndo: s.CanUndo, CanRedo: s.CanRedo, Stop: s.Stop,
		Others: othersOf(s), Queries: f.queries(s, p), Hover: f.hover(s, p), Tool: f.hand.Tool,
		Plane: planeAxes(p), Curve: f.curveReport(), Unit: f.unit,
	}
	r.Hand = handOf(r.Hover, r.Queries)
	if s.Network.Outputs() == 1 {
		r.Threshold = &s.Threshold
	}
	if f.lens != (view.Lens{}) {
		r.View = &viewReport{f.lens.Center, f.lens.Span}
	}
	if s.Diverged {
		r.Diverged = &s.Step
	} else if s.Network.NumParameters() <= maxShown {
		r.Parameters = s.Network.Parameters()
	}
	last := s.Losses.Next() - 1
	if loss, ok := s.Losses.At(last); ok && finite(loss) != nil {
		r.LastLoss = &epochLoss{Epoch: last, Loss: loss}
	}
	r.addInsight(f.session.Insight(), s.Train.Config())
	return r
}

// finite returns a number that JSON can hold, or nil.
func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
