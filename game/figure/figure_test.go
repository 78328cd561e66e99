package figure

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"perceptronlab/game/view"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/scene"
)

// begin is a figure of a scene's fragment whose plane is 400 × 300, below it a curve.
func begin(t testing.TB, fragment string) *Figure {
	t.Helper()
	s, err := scene.ParseFragment(fragment)
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	hear(t, f, `{"type": "layout", "plane": {"x": 10, "y": 20, "width": 400, "height": 300}, "curve": {"x": 10, "y": 330, "width": 400, "height": 80}}`)
	return f
}

// hear carries out messages, none of which may be refused.
func hear(t testing.TB, f *Figure, messages ...string) {
	t.Helper()
	for _, m := range messages {
		if _, err := f.Handle([]byte(m)); err != nil {
			t.Fatalf("%s: %v", m, err)
		}
	}
}

// asked is the answer to a request.
func asked[T any](t *testing.T, f *Figure, request string) (r T) {
	t.Helper()
	text, err := f.Request([]byte(request))
	if err != nil {
		t.Fatalf("%s: %v", request, err)
	}
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// answered is the answer to a request that says nothing but its word.
func answered[T any](t *testing.T, f *Figure, word string) T {
	t.Helper()
	return asked[T](t, f, `{"type": "`+word+`"}`)
}

func reported(t *testing.T, f *Figure) (r report) {
	t.Helper()
	if err := json.Unmarshal(f.Report(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func near(a, b [2]float64, within float64) bool {
	return math.Hypot(a[0]-b[0], a[1]-b[1]) <= within
}

func TestAReportTellsThePostsRun(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "finish"}`)
	for f.Playing() {
		f.Advance(func() bool { return false })
	}
	r := reported(t, f)
	if !r.Ended || r.Epoch != 1000 || len(r.Queries) != 2 || r.Loss == nil {
		t.Fatalf("%+v", r)
	}
	// PyTorch's numbers, as the post prints them.
	for i, want := range []float64{0.9424, 0.0506} {
		if got := r.Queries[i].P[0]; math.Abs(got-want) > 5e-5 {
			t.Errorf("p of asked point %d is %v, want %v", i, got, want)
		}
	}
	if r.LastLoss.Epoch != 999 || math.Abs(r.LastLoss.Loss-0.2562) > 5e-5 {
		t.Errorf("the last loss is %+v, want 0.2562 of epoch 999", r.LastLoss)
	}
}

func TestAPressAsksAtItsPlace(t *testing.T) {
	f := begin(t, "")
	at := [2]float64{}
	at[0], at[1] = f.PlaneView().ToPx([2]float64{0.25, -0.5})
	press, _ := json.Marshal(map[string]any{"type": "press", "x": at[0], "y": at[1]})
	hear(t, f, string(press), `{"type": "release", "x": 0, "y": 0}`)
	r := reported(t, f)
	if len(r.Queries) != 3 || !near(r.Queries[2].X, [2]float64{0.25, -0.5}, 1e-9) || !near(*r.Queries[2].At, at, 1e-6) {
		t.Fatalf("the third asked point is %+v, want one at (0.25, -0.5)", r.Queries[2:])
	}
	if r.Hover == nil || r.Changes != 1 || !r.CanUndo {
		t.Errorf("hover %v, %d changes, undo %v", r.Hover, r.Changes, r.CanUndo)
	}
	hear(t, f, `{"type": "undo"}`, `{"type": "leave"}`)
	if r := reported(t, f); len(r.Queries) != 2 || r.Hover != nil {
		t.Errorf("after undo and leave: %d asked points, hover %v", len(r.Queries), r.Hover)
	}
}

func TestAGestureThatIsRevokedNeverWas(t *testing.T) {
	f := begin(t, "")
	x, y := f.PlaneView().ToPx([2]float64{1, -1})
	for _, m := range []map[string]any{{"type": "press", "x": x, "y": y}, {"type": "drag", "x": x - 60, "y": y - 40}} {
		text, _ := json.Marshal(m)
		hear(t, f, string(text))
	}
	if moved := reported(t, f).Queries[0].X; near(moved, [2]float64{1, -1}, 0.1) {
		t.Fatalf("the red asked point was not dragged: %v", moved)
	}
	hear(t, f, `{"type": "revoke"}`)
	if r := reported(t, f); r.Queries[0].X != [2]float64{1, -1} {
		t.Errorf("the red asked point is at %v", r.Queries[0].X)
	}
}

// Letting go changes nothing that a report contains, whatever was held, so it needs no report.
func TestLettingGoTellsNothing(t *testing.T) {
	for _, tool := range []string{"ask", "move", "erase", "add0", "add1"} {
		for _, end := range []string{`{"type": "release", "x": 0, "y": 0}`, `{"type": "cancel"}`} {
			for _, moves := range []int{0, 2} {
				f := begin(t, "")
				hear(t, f, `{"type": "tool", "tool": "`+tool+`"}`)
				x, y := f.PlaneView().ToPx([2]float64{1, -1}) // an asked point
				tells := func(m map[string]any) bool {
					text, _ := json.Marshal(m)
					kind, err := f.Handle(text)
					if err != nil {
						t.Fatal(err)
					}
					return Tells(kind)
				}
				if !tells(map[string]any{"type": "press", "x": x, "y": y}) {
					t.Errorf("%s: a press changes nothing in the report", tool)
				}
				for i := range moves {
					if !tells(map[string]any{"type": "drag", "x": x - float64(20*i), "y": y}) {
						t.Errorf("%s: a drag changes nothing in the report", tool)
					}
				}
				before := string(f.Report())
				kind, err := f.Handle([]byte(end))
				if err != nil || Tells(kind) {
					t.Errorf("%s, %s: tells %v, error %v", tool, end, Tells(kind), err)
				}
				if after := string(f.Report()); after != before {
					t.Errorf("%s, %d moves, %s: the report was\n%s\nand is\n%s", tool, moves, end, before, after)
				}
			}
		}
	}
}

// What is sent in one tick acts on what came before it in the same tick, though nothing was drawn or reported in between.
func TestADragBesideThePlaneIsOneChange(t *testing.T) {
	f := begin(t, "")
	before := f.Snapshot().Network.Parameters()
	hear(t, f, `{"type": "hold"}`, `{"type": "weights", "parameters": [[1, 1], [0]]}`, `{"type": "weights", "parameters": [[2, 1], [0]]}`, `{"type": "cancel"}`)
	hear(t, f, `{"type": "undo"}`)
	if after := f.Snapshot().Network.Parameters(); !slices.Equal(after[0], before[0]) || f.Snapshot().CanUndo {
		t.Errorf("%v after undo, before it %v", after, before)
	}
}

func TestMessagesOfATickFollowOneAnother(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "load", "link": "preset=xor"}`, `{"type": "addPoint", "x": [0.5, 0.5], "y": 1}`, `{"type": "movePoint", "index": 4, "x": [0.25, 0.5]}`)
	r := reported(t, f)
	if got := f.Snapshot().Samples; got.Len() != 5 || got.X[4] != [2]float32{0.25, 0.5} || r.Generation != 2 {
		t.Errorf("%d points, the last at %v, generation %d", got.Len(), got.X[got.Len()-1], r.Generation)
	}
}

func TestAViewOutlivesAllButOtherData(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "zoom", "factor": 3, "at": [100, 100]}`)
	zoomed := reported(t, f).View
	if zoomed == nil {
		t.Fatal("not zoomed")
	}
	hear(t, f, `{"type": "step"}`, `{"type": "addPoint", "x": [5, 5], "y": 0}`, `{"type": "undo"}`, `{"type": "reset"}`, `{"type": "change", "with": "train.lr=1"}`)
	if got := reported(t, f).View; got == nil || *got != *zoomed {
		t.Errorf("the view is %v, was %v", got, zoomed)
	}
	hear(t, f, `{"type": "change", "with": "kind=moons"}`)
	if got := reported(t, f).View; got != nil {
		t.Errorf("other data are seen by %v, want all of them", got)
	}
}

func TestRefusalsNameTheValueAndChangeNothing(t *testing.T) {
	f := begin(t, "")
	before := string(f.Report())
	for message, want := range map[string]string{
		`{"type": "zoom", "factor": 0}`:                                                  "zoom: factor 0: want a positive finite number",
		`{"type": "look", "center": [0, 0], "span": -1}`:                                 "look: span -1: want a positive finite number",
		`{"type": "unit", "unit": {"layer": 2, "unit": 0}}`:                              "unit 0 of layer 2: want one of a network of [2 1]",
		`{"type": "palette", "palette": {"grid": "red", "axis": "#000", "ink": "#000"}}`: `palette: colour "red": want #rrggbb`,
		`{"type": "tool", "tool": "hammer"}`:                                             "hammer",
		`{"type": "set", "key": "train.lr", "value": -1}`:                                "train.lr: -1: want a positive finite number",
		`{"type": "dance"}`:                                                              `command "dance": want one of`,
		`{`:                                                                              "message:",
	} {
		if _, err := f.Handle([]byte(message)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", message, err, want)
		}
	}
	if after := string(f.Report()); after != before {
		t.Errorf("the report was\n%s\nand is\n%s", before, after)
	}
}

// What protocol.ts says about an answer is what the table says.
func TestAnswersAreOfTheirTypes(t *testing.T) {
	f := begin(t, "")
	for _, entry := range requests {
		r := another(entry.zero).(request)
		switch r := r.(type) {
		case *exportRequest:
			r.Format = "csv"
		case *pointsRequest:
			r.Count = 1
		case *costRequest:
			r.Z = []float64{0}
		}
		answer, err := r.answer(f)
		if want := reflect.TypeOf(entry.answer).Elem(); err != nil || reflect.TypeOf(answer) != want {
			t.Errorf("%s: %T, %v; want %v", entry.word, answer, err, want)
		}
	}
}

func TestRequestsAnswer(t *testing.T) {
	f := begin(t, "kind=xor&n_samples=4&layers=2,4,1&manual_seed=1")
	ask := func(request string, answer any) {
		t.Helper()
		text, err := f.Request([]byte(request))
		if err != nil {
			t.Fatalf("%s: %v", request, err)
		}
		if err := json.Unmarshal([]byte(text), answer); err != nil {
			t.Fatalf("%s: %v: %s", request, err, text)
		}
	}
	var units unitsReport
	ask(`{"type": "units"}`, &units)
	if len(units.Layers) != 2 || len(units.Layers[0]) != 4 || len(units.Layers[1]) != 1 || len(units.Layers[1][0].Values) != units.Columns*units.Rows {
		t.Fatalf("%d layers", len(units.Layers))
	}
	// A unit's value in the middle of the plane, from its weights.
	u, middle := units.Layers[0][2], f.PlaneView().ToData(400*9.5/18, 300*7.5/15)
	want := math.Tanh(u.Weights[0]*middle[0] + u.Weights[1]*middle[1] + u.Bias)
	if got := float64(u.Values[7*units.Columns+9]) / fullStrength; math.Abs(got-want) > 0.006 {
		t.Errorf("unit 2 gives %v in the middle, want %v", got, want)
	}

	var points pointList
	ask(`{"type": "points", "from": 1, "count": 2, "wrong": false}`, &points)
	if points.Total != 4 || len(points.Rows) != 2 || points.Rows[0].Index != 1 || points.Rows[0].X != [2]float32{0, 1} || points.Rows[0].Y != 1 {
		t.Errorf("%+v", points)
	}
	var landscape *landscapeReport
	// A network's is over two of its 17 parameters: the last is the output's bias, 0 is the first weight.
	ask(`{"type": "landscape", "parameters": [16, 0]}`, &landscape)
	if landscape == nil || *landscape.Parameters != [2]int{16, 0} || len(landscape.Levels) != landscape.Side*landscape.Side {
		t.Fatalf("the landscape of a network: %+v", landscape)
	}
	for i, at := range [2][2]int{{3, 0}, {0, 0}} {
		const h = 1e-5
		var loss [2]float64
		start := f.Snapshot().Network.Parameters()
		if got := landscape.Path[0][i]; got != start[at[0]][at[1]] {
			t.Errorf("parameter %v is at %v, want %v", at, got, start[at[0]][at[1]])
		}
		for j, sign := range []float64{1, -1} {
			p := f.Snapshot().Network.Parameters()
			p[at[0]][at[1]] = start[at[0]][at[1]] + sign*h
			list, _ := json.Marshal(p)
			hear(t, f, fmt.Sprintf(`{"type": "weights", "parameters": %s}`, list))
			loss[j] = f.Snapshot().Loss
		}
		list, _ := json.Marshal(start)
		hear(t, f, fmt.Sprintf(`{"type": "weights", "parameters": %s}`, list))
		if want := (loss[0] - loss[1]) / (2 * h); math.Abs(landscape.Gradient[i]-want) > 1e-6 {
			t.Errorf("gradient %v by parameter %v, differences say %v", landscape.Gradient[i], at, want)
		}
	}
	if _, err := f.Request([]byte(`{"type": "landscape", "parameters": [17, 0]}`)); err == nil || !strings.HasPrefix(err.Error(), "landscape.parameters: 17: want ") {
		t.Error(err)
	}
	if _, err := f.Request([]byte(`{"type": "tea"}`)); err == nil || !strings.HasSuffix(err.Error(), "or grabs") {
		t.Error(err)
	}

	f = begin(t, "")
	if ask(`{"type": "landscape"}`, &landscape); landscape == nil || len(landscape.Levels) != landscape.Side*landscape.Side || len(landscape.Path) != 1 {
		t.Errorf("the landscape of one neuron: %+v", landscape)
	}
	// The gradient against differences of the loss.
	p := f.Snapshot().Network.Parameters()
	for i := range 2 {
		const h = 1e-5
		var loss [2]float64
		for j, sign := range []float64{1, -1} {
			w := slices.Clone(p[0])
			w[i] += sign * h
			hear(t, f, fmt.Sprintf(`{"type": "weights", "parameters": [[%v, %v], [%v]]}`, w[0], w[1], p[1][0]))
			loss[j] = f.Snapshot().Loss
		}
		if want := (loss[0] - loss[1]) / (2 * h); math.Abs(landscape.Gradient[i]-want) > 1e-6 {
			t.Errorf("gradient %v by weight %d, differences say %v", landscape.Gradient[i], i, want)
		}
	}
	// With the bias as it is the lowest place is far away; with the best one for each pair the separable points have none.
	if low := landscape.Lowest; low == nil || low.Kind != "place" || low.Within || low.B != p[1][0] {
		t.Errorf("the lowest place: %+v", low)
	} else if hear(t, f, fmt.Sprintf(`{"type": "weights", "parameters": [[%v, %v], [%v]]}`, low.W[0], low.W[1], low.B)); math.Abs(f.Snapshot().Loss-low.Loss) > 1e-9 {
		t.Errorf("loss %v at the lowest place, said to be %v", f.Snapshot().Loss, low.Loss)
	}
	var bias *float64
	if ask(`{"type": "bestBias", "w": [1, -1]}`, &bias); bias == nil {
		t.Error("one neuron has no best bias")
	}
	if ask(`{"type": "landscape", "best": true}`, &landscape); landscape == nil || landscape.Lowest == nil || landscape.Lowest.Kind != "falls" {
		t.Errorf("with the best bias: %+v", landscape)
	}
	var grabs bool
	x, y := f.PlaneView().ToPx([2]float64{-1, 1})
	request, _ := json.Marshal(map[string]any{"type": "grabs", "x": x + 5, "y": y})
	if ask(string(request), &grabs); !grabs {
		t.Error("a press beside the black asked point takes hold of nothing")
	}
	f = begin(t, "weight_decay=0.1")
	for _, best := range []bool{false, true} {
		ask(fmt.Sprintf(`{"type": "landscape", "best": %v}`, best), &landscape)
		if low := landscape.Lowest; low == nil || low.Kind != "place" || !low.Within {
			t.Errorf("with weight decay, best bias %v: the lowest place is %+v", best, low)
		}
	}
}

func TestTheCurveIsReadAtTheEpochPointedAt(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "speed", "stepsPerFrame": 50}`, `{"type": "play"}`)
	f.Advance(func() bool { return false })
	hear(t, f, `{"type": "pause"}`, `{"type": "probe", "epoch": 20.4}`)
	p := reported(t, f).Curve.Probe
	if p == nil || p.Epoch != 20 || p.Loss != f.Snapshot().Losses.Losses[20] {
		t.Fatalf("%+v", p)
	}
	hear(t, f, `{"type": "curve", "log": true}`, `{"type": "probe", "epoch": null}`)
	if c := reported(t, f).Curve; !c.Log || c.Probe != nil {
		t.Errorf("%+v", c)
	}
}

func TestLogarithmicEpochsArePointedAtAsTheyAreDrawn(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "layout", "plane": {"x": 0, "y": 0, "width": 400, "height": 300}, "curve": {"x": 0, "y": 300, "width": 300, "height": 100}}`)
	hear(t, f, `{"type": "curve", "log": false, "logEpochs": true}`, `{"type": "probe", "epoch": 0}`)
	if c := reported(t, f).Curve; c.Probe != nil || c.First != 1 || !c.LogEpochs || c.Log {
		t.Errorf("before the first epoch ends: %+v", c)
	}
	hear(t, f, `{"type": "finish"}`)
	for f.Advance(func() bool { return false }) {
	}
	at := func(request string) (epoch float64) {
		t.Helper()
		text, err := f.Request([]byte(request))
		if err == nil {
			err = json.Unmarshal([]byte(text), &epoch)
		}
		if err != nil {
			t.Fatal(err)
		}
		return epoch
	}
	for request, want := range map[string]float64{
		`{"type": "epochAt", "right": 0, "from": null}`:   1,
		`{"type": "epochAt", "right": 100, "from": null}`: 10,
		`{"type": "epochAt", "right": 100, "from": 10}`:   100,
		`{"type": "epochAt", "right": -100, "from": 2}`:   1,
		`{"type": "epochAt", "right": 400, "from": null}`: 1000,
	} {
		if got := at(request); math.Abs(got-want) > 1e-9*want {
			t.Errorf("%s is %v, want %v", request, got, want)
		}
	}
	hear(t, f, `{"type": "probe", "epoch": 0}`)
	if p := reported(t, f).Curve.Probe; p == nil || p.Epoch != 1 || p.At[0] != 0 || p.Loss != f.Snapshot().Losses.Losses[1] {
		t.Errorf("%+v", p)
	}
	hear(t, f, `{"type": "probe", "epoch": 100}`)
	if p := reported(t, f).Curve.Probe; p.Epoch != 100 || math.Abs(p.At[0]-200) > 1e-9 {
		t.Errorf("%+v", p)
	}
	hear(t, f, `{"type": "curve", "log": true}`)
	if c := reported(t, f).Curve; !c.Log || !c.LogEpochs {
		t.Errorf("with the loss's scale the epochs' changed: %+v", c)
	}
	hear(t, f, `{"type": "curve", "logEpochs": false}`)
	if got := at(`{"type": "epochAt", "right": 100, "from": 500}`); math.Abs(got-2500./3) > 1e-9 || reported(t, f).Curve.LogEpochs {
		t.Errorf("on a linear scale 100 pixels after epoch 500 is %v, want 833.3", got)
	}
	// A pixel is 3.3 epochs; the dot is as wide as 26 of them.
	for right, want := range map[string]float64{"299.5": 1000, "297": 1000, "290": 2900. / 3} {
		if got := at(`{"type": "epochAt", "right": ` + right + `, "from": null}`); math.Abs(got-want) > 1e-9 {
			t.Errorf("at %s pixels is epoch %v, want %v", right, got, want)
		}
	}
}

func TestAUnitThatIsShownSaysItsOwnSum(t *testing.T) {
	f := begin(t, "preset=xor-mlp")
	hear(t, f, `{"type": "hover", "x": 200, "y": 150}`)
	if r := reported(t, f); r.Hover.Unit != nil || r.Queries[0].Unit != nil {
		t.Fatalf("the network is shown, and a unit says %v", r.Hover.Unit)
	}
	hear(t, f, `{"type": "unit", "unit": {"layer": 1, "unit": 1}}`)
	r := reported(t, f)
	sum := func(x [2]float64) float64 {
		return r.Parameters[0][2]*x[0] + r.Parameters[0][3]*x[1] + r.Parameters[1][1]
	}
	if got, want := *r.Hover.Unit, sum(r.Hover.X); math.Abs(got-want) > 1e-12 {
		t.Errorf("under the pointer the unit sums up to %v, want %v", got, want)
	}
	for _, q := range r.Queries {
		if got, want := *q.Unit, sum(q.X); math.Abs(got-want) > 1e-12 {
			t.Errorf("at %v the unit sums up to %v, want %v", q.X, got, want)
		}
	}
}

// After very many epochs not each has its loss any more: what is pointed at is the nearest that has, and all ends are there.
func TestTheCurveOfVeryManyEpochs(t *testing.T) {
	const epochs = 200_000
	fragment := fmt.Sprintf(`preset=and&train.epochs=%d`, epochs)
	sc, err := scene.ParseFragment(fragment)
	if err != nil {
		t.Fatal(err)
	}
	f := begin(t, fragment)
	hear(t, f, `{"type": "finish"}`)
	for f.Snapshot().Playing {
		f.Advance(func() bool { return false })
	}
	s := f.Snapshot()
	if n := len(s.Losses.Losses); n > 40_000 || s.Losses.Next() != epochs {
		t.Fatalf("%d losses are kept, up to epoch %d", n, s.Losses.Next())
	}
	for _, at := range []float64{0, 17, 1234, 99_999, epochs - 1, epochs} {
		hear(t, f, fmt.Sprintf(`{"type": "probe", "epoch": %v}`, at))
		r := reported(t, f)
		p := r.Curve.Probe
		if p == nil || math.Abs(float64(p.Epoch)-at) > at/256 {
			t.Fatalf("at epoch %v: %+v", at, p)
		}
		replayed, err := scene.Replay(sc, p.Epoch)
		if err != nil {
			t.Fatal(err)
		}
		if want := replayed.Trainer().Loss(); p.Loss != want || math.Abs(p.At[0]-400*float64(p.Epoch)/epochs) > 1e-6 {
			t.Errorf("at epoch %v: loss %v at %v px of epoch %d, want %v", at, p.Loss, p.At[0], p.Epoch, want)
		}
		if l := r.LastLoss; l == nil || l.Epoch != epochs-1 {
			t.Errorf("the last loss is %+v", l)
		}
	}
}

// A hidden unit's sign has colours that no class has, in both themes; an output has the classes', or only that of its own.
func TestTheColoursOfTheFieldsSides(t *testing.T) {
	const dark = `{"type": "palette", "palette": {"grid": "#303745", "axis": "#6b7587", "ink": "#e8eaf0"}}`
	for _, c := range []struct {
		fragment, unit string
		light, dark    [2]uint32
	}{
		{"preset=xor-mlp", `null`, [2]uint32{0x1f77b4, 0xff7f0e}, [2]uint32{0x1f77b4, 0xff7f0e}},
		{"preset=xor-mlp", `{"layer": 1, "unit": 1}`, [2]uint32{0xa21caf, 0x1b2130}, [2]uint32{0xe879f9, 0xe8eaf0}},
		{"preset=xor-mlp", `{"layer": 2, "unit": 0}`, [2]uint32{0x1f77b4, 0xff7f0e}, [2]uint32{0x1f77b4, 0xff7f0e}},
		{"preset=three-classes", `{"layer": 1, "unit": 2}`, [2]uint32{0x8f98a3, 0x2ca02c}, [2]uint32{0x6b7587, 0x2ca02c}},
	} {
		f := begin(t, c.fragment)
		hear(t, f, `{"type": "unit", "unit": `+c.unit+`}`)
		for _, want := range [][2]uint32{c.light, c.dark} {
			if below, above := f.Sides(); [2]uint32{below, above} != want {
				t.Errorf("%s, unit %s: %06x and %06x, want %06x", c.fragment, c.unit, below, above, want)
			}
			hear(t, f, dark)
		}
	}
	for k := range view.MaxClasses {
		if c := view.ClassColor(k); c == view.Negative.Light || c == view.Negative.Dark {
			t.Errorf("class %d has the sign's colour", k)
		}
	}
}

func TestEveryClassHasAMark(t *testing.T) {
	if view.MaxClasses < dataset.MaxClasses {
		t.Errorf("%d classes can be told apart, want %d", view.MaxClasses, dataset.MaxClasses)
	}
}

// The page may have a unit's button no longer when the scene is another.
func TestAUnitIsShownNoLongerThanItsNetwork(t *testing.T) {
	const press = `{"type": "unit", "unit": {"layer": 1, "unit": 0}}`
	for message, want := range map[string]bool{
		`{"type": "load", "link": "preset=blog"}`:                        false,
		`{"type": "load", "link": "preset=moons"}`:                       false,
		`{"type": "load", "link": "preset=xor-mlp"}`:                     false,
		`{"type": "change", "with": "layers=2,3,1"}`:                     false,
		`{"type": "change", "with": "layers=2,1"}`:                       false,
		`{"type": "change", "with": "train.lr=0.1"}`:                     true,
		`{"type": "step", "n": 3}`:                                       true,
		`{"type": "seek", "step": 2}`:                                    true,
		`{"type": "reset"}`:                                              true,
		`{"type": "addPoint", "x": [0.5, 0.5], "y": 1}`:                  true,
		`{"type": "undo"}`:                                               true,
		`{"type": "load", "link": "preset=nowhere"}` + "\x00 is refused": true,
	} {
		f := begin(t, "preset=xor-mlp")
		hear(t, f, `{"type": "step", "n": 5}`, `{"type": "addQuery", "x": [0.2, 0.3]}`, press)
		text, _, refused := strings.Cut(message, "\x00")
		if _, err := f.Handle([]byte(text)); (err != nil) != refused {
			t.Fatalf("%s: %v", text, err)
		}
		if r := reported(t, f); (r.Unit != nil) != want || (r.Queries[0].Unit != nil) != want || f.OfUnit() != want {
			t.Errorf("after %s a unit is shown: %v, want %v", text, r.Unit != nil, want)
		}
	}
	f := begin(t, "")
	if hear(t, f, press); f.OfUnit() {
		t.Error("a neuron on its own is shown as a unit")
	}
	f = begin(t, "preset=three-classes")
	if hear(t, f, press); !f.OfUnit() {
		t.Error("one of several outputs is not shown")
	}
}
