package figure

import (
	"encoding/json"

	"perceptronlab/game/still"
	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

// A request is what the page may ask at any time. It is answered at once, and doesn't change the run.
type request interface {
	answer(*Figure) (any, error)
}

// requests lists them all, each with the word that names it in JSON, and the type of its answer.
var requests = []struct {
	word   string
	zero   request
	answer any
}{
	{"link", &linkRequest{}, new(*string)},
	{"scene", &sceneRequest{}, new(string)},
	{"presets", &presetsRequest{}, new(map[string]string)},
	{"export", &exportRequest{}, new(string)},
	{"table", &tableRequest{}, new(tableReport)},
	{"tableOn", &tableOnRequest{}, new(*tableReport)},
	{"fault", &faultRequest{}, new(*refusal.Error)},
	{"points", &pointsRequest{}, new(pointList)},
	{"units", &unitsRequest{}, new(unitsReport)},
	{"landscape", &landscapeRequest{}, new(*landscapeReport)},
	{"bestBias", &bestBiasRequest{}, new(*float64)},
	{"limit", &limitRequest{}, new(limitReport)},
	{"step", &stepRequest{}, new(*stepReport)},
	{"ahead", &aheadRequest{}, new(*aheadReport)},
	{"hidden", &hiddenRequest{}, new(*hiddenReport)},
	{"hiddenAt", &hiddenAtRequest{}, new(*[2]float64)},
	{"onBoundary", &onBoundaryRequest{}, new([][][2]float64)},
	{"activations", &activationsRequest{}, new([][]float64)},
	{"push", &pushRequest{}, new(*heldPush)},
	{"costs", &costsRequest{}, new(*costsReport)},
	{"cost", &costRequest{}, new([]costReport)},
	{"losses", &lossesRequest{}, new(*lossesReport)},
	{"street", &streetRequest{}, new(*streetReport)},
	{"ledger", &ledgerRequest{}, new(*ledgerReport)},
	{"settling", &settlingRequest{}, new(*settlingReport)},
	{"guess", &guessRequest{}, new(*guessReport)},
	{"epochAt", &epochAtRequest{}, new(float64)},
	{"grabs", &grabsRequest{}, new(bool)},
}

// Request answers what the page asks, as JSON.
func (f *Figure) Request(text []byte) (string, error) {
	rest, long, isLong := cutText(text)
	if isLong {
		text = rest
	}
	var head struct{ Type string }
	if err := json.Unmarshal(text, &head); err != nil {
		return "", refusal.Unread("request", err)
	}
	var words []string
	for _, entry := range requests {
		if entry.word == head.Type {
			r := another(entry.zero).(request)
			if err := json.Unmarshal(text, r); err != nil {
				return "", refusal.Unread("request", err)
			}
			if t, ok := r.(interface{ take(text string) }); ok && isLong {
				t.take(long)
			}
			answer, err := r.answer(f)
			if err != nil {
				return "", err
			}
			text, err := json.Marshal(answer)
			return string(text), err
		}
		words = append(words, entry.word)
	}
	return "", refusal.Quoted("", "request ", head.Type, refusal.EitherOf.With(words))
}

type (
	// linkRequest asks for the scene with its edits and the present step as a link's fragment, without '#': the command
	// load restores it. One with more than Longest characters is null, if that isn't 0.
	linkRequest struct {
		Longest int `json:"longest,omitempty"`
	}
	// sceneRequest asks for the scene with its edits, as JSON of docs/scene.md.
	sceneRequest struct{}
	// presetsRequest asks for the presets by name, each as the link of its scene.
	presetsRequest struct{}
	// exportRequest asks for the run as a script, or for what it shows as a table or a picture. Title is written into an
	// SVG, which then has numbers at its axes, too.
	exportRequest struct {
		Format exportFormat
		Title  string `json:"title,omitempty"`
	}
	// pointsRequest asks for a page of the points: up to Count (1 … 100), starting at From. Wrong: only of those
	// predicted wrong.
	pointsRequest struct {
		From  int
		Count int
		Wrong bool
	}
	// limitRequest asks for the learning rate above which steps at the present weights overshoot.
	limitRequest struct{}
	// grabsRequest asks whether a press at a position in the plane, with the tool in hand, would take hold of a mark or the
	// line.
	grabsRequest struct{ place }
)

func (q *linkRequest) answer(f *Figure) (any, error) {
	var answer *string
	if link, ok := f.session.LinkWithin(q.Longest); ok {
		answer = &link
	}
	return answer, nil
}

func (*sceneRequest) answer(f *Figure) (any, error) { return string(f.session.Scene().JSON()), nil }

func (*presetsRequest) answer(*Figure) (any, error) {
	links := map[string]string{}
	for _, name := range scene.Presets() {
		preset, _ := scene.Preset(name)
		links[name] = scene.Fragment(preset)
	}
	return links, nil
}

func (r *grabsRequest) answer(f *Figure) (any, error) {
	return f.hand.Grabs(f.gestureScene(), r.X, r.Y), nil
}

func (*limitRequest) answer(f *Figure) (any, error) {
	limit, of, ok := f.session.LearningRateLimit()
	r := limitReport{Of: of}
	if ok {
		c := f.Snapshot().Train.Config()
		r.Rate, r.Formula = &limit, c.Optimizer.LimitFormula(c)
	}
	return r, nil
}

// limitReport is a learning rate above which steps overshoot.
type limitReport struct {
	Rate    *float64 `json:"rate"`    // nil if there is none
	Formula string   `json:"formula"` // how it follows from the curvature λmax; '' if there is none
	Of      int      `json:"of"`      // how many points it was found with, evenly spaced; 0 if there are none, or if that takes too long
}

// exportFormat is what a run is exported as.
type exportFormat string

const (
	exportPyTorch exportFormat = "pytorch"
	exportNumPy   exportFormat = "python-numpy"
	exportCSV     exportFormat = "csv"
	exportSVG     exportFormat = "svg"
)

// answer is the run up to its present step as a script, or what it shows. A picture with a title has numbers at its axes, too.
func (r *exportRequest) answer(f *Figure) (any, error) {
	s := f.session
	steps := export.Options{Steps: s.Snapshot().Step}
	switch r.Format {
	case exportPyTorch:
		return export.PyTorch(s.Scene(), steps)
	case exportNumPy:
		return export.NumPy(s.Scene(), steps)
	case exportCSV:
		return string(table.Append(nil, s.Snapshot().Samples)), nil
	case exportSVG:
		return still.SVG(s.Snapshot(), still.Options{Title: r.Title, Heading: r.Title, Axes: r.Title != ""}), nil
	}
	formats := []string{string(exportPyTorch), string(exportNumPy), string(exportCSV), string(exportSVG)}
	return "", refusal.Quoted("", "export ", string(r.Format), refusal.EitherOf.With(formats))
}

// pointList is some of the points.
type pointList struct {
	Total  int           `json:"total"`  // how many there are in all
	Looked int           `json:"looked"` // among how many points, from the first: for wrong ones maybe not all
	Rows   []pointReport `json:"rows"`
}

// pointReport is one point, and what the model says about it.
type pointReport struct {
	Index int         `json:"index"`
	X     [2]float32  `json:"x"`     // as short as a float32 can be written
	Y     int         `json:"y"`     // the class given
	P     []float64   `json:"p"`     // probabilities, as a queryReport's, or nil
	Class *int        `json:"class"` // the class predicted, as a queryReport's
	At    *[2]float64 `json:"at"`    // as a queryReport's
}

func (q *pointsRequest) answer(f *Figure) (any, error) {
	listed, err := f.session.Points(q.From, q.Count, q.Wrong)
	if err != nil {
		return "", err
	}
	p, list := f.PlaneView(), pointList{Total: listed.Total, Looked: listed.Looked, Rows: []pointReport{}}
	for _, l := range listed.Rows {
		r := pointReport{Index: l.Index, X: [2]float32{float32(l.X[0]), float32(l.X[1])}, Y: l.Label, At: seenAt(p, l.X)}
		_, r.P, r.Class = answer(l.Answer, f.Snapshot())
		list.Rows = append(list.Rows, r)
	}
	return list, nil
}
