package scene

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

// fixture is ../testdata/NAME.json: the results of NumPy, scikit-learn and PyTorch for a scene, in float32 and in float64.
type fixture struct {
	Name  string
	Scene json.RawMessage
	Data  struct {
		N    int
		X    [][2]float64
		Y    []int
		XSum [2]float64 `json:"x_sum"`
	}
	Float32, Float64 outcome
}

type outcome struct {
	Initial    []json.RawMessage
	Loss       []float64
	TestLoss   []float64 `json:"test_loss"`
	Parameters []json.RawMessage
	Queries    []struct {
		Point       [2]float64
		Probability []float64
	}
	Accuracy float64
}

func readFixtures(t *testing.T) (all []fixture) {
	t.Helper()
	var scenes []struct{ Name string }
	readJSON(t, "../testdata/oracle/scenes.json", &scenes)
	for _, s := range scenes {
		var f fixture
		readJSON(t, "../testdata/"+s.Name+".json", &f)
		all = append(all, f)
	}
	return all
}

func readJSON(t *testing.T, path string, v any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// flat reads a nested list of numbers as one list.
func flat(t *testing.T, raw json.RawMessage) (out []float64) {
	t.Helper()
	text := strings.NewReplacer("[", "", "]", "").Replace(string(raw))
	if err := json.Unmarshal([]byte("["+text+"]"), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// close compares lists of numbers; tol is relative above 1.
func closeTo(t *testing.T, what string, got, want []float64, tol float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d numbers, want %d", what, len(got), len(want))
		return
	}
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tol*math.Max(1, math.Abs(want[i]))) {
			t.Errorf("%s[%d] = %.17g, want %.17g", what, i, got[i], want[i])
			return
		}
	}
}

func probability(n *perceptron.Network, x [2]float64) []float64 {
	p := make([]float64, n.Outputs())
	perceptron.Probabilities(p, n.LogitsAt(x), n.Outputs())
	return p
}

func TestScenesMatchPyTorch(t *testing.T) {
	for _, f := range readFixtures(t) {
		t.Run(f.Name, func(t *testing.T) {
			s, err := Parse(f.Scene)
			if err != nil {
				t.Fatal(err)
			}
			checkData(t, s, f)
			r, err := NewRun(s)
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range r.Trainer().Network().Parameters() {
				closeTo(t, "initial", p, flat(t, f.Float64.Initial[i]), 0)
			}
			for !r.Ended() {
				r.Step()
			}
			checkOutcome(t, r, f.Float64, 1e-9)
			checkOutcome(t, r, f.Float32, 2e-6)
		})
	}
}

// The preset is the golden file's scene, from which PyTorch has all four corners right, and clearly so.
func TestTwoUnitsSolveXOR(t *testing.T) {
	var f fixture
	readJSON(t, "../testdata/xor-two-units.json", &f)
	want, err := Parse(f.Scene)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := Preset("xor-mlp"); !reflect.DeepEqual(got, want) {
		t.Errorf("the preset is %+v, PyTorch ran %+v", got, want)
	}
	for i, q := range f.Float32.Queries {
		if off := math.Abs(q.Probability[0] - float64(f.Data.Y[i])); q.Point != f.Data.X[i] || off > 0.02 {
			t.Errorf("p(%v) = %v", q.Point, q.Probability)
		}
	}
}

func checkData(t *testing.T, s Scene, f fixture) {
	t.Helper()
	train, _, err := s.Samples()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.Data.X); train.Len() != f.Data.N || !reflect.DeepEqual(train.Part(0, n), perceptron.NewSamples(f.Data.X, f.Data.Y)) {
		t.Error("other points than scikit-learn's")
	}
	var sum [2]float64
	points, _ := train.Wide()
	for _, x := range points {
		sum[0] += x[0]
		sum[1] += x[1]
	}
	closeTo(t, "x_sum", sum[:], f.Data.XSum[:], 1e-12) // summed in another order
}

func checkOutcome(t *testing.T, r *Run, want outcome, tol float64) {
	t.Helper()
	closeTo(t, "loss", r.Trainer().Losses(), want.Loss, tol)
	closeTo(t, "test_loss", r.Trainer().TestLosses(), want.TestLoss, tol)
	for i, p := range r.Trainer().Network().Parameters() {
		closeTo(t, "parameters", p, flat(t, want.Parameters[i]), tol)
	}
	if len(r.Queries()) != len(want.Queries) {
		t.Fatalf("%d queries, want %d", len(r.Queries()), len(want.Queries))
	}
	for i, q := range want.Queries {
		if x := r.Queries()[i]; x != q.Point {
			t.Errorf("query %d at %v, want %v", i, x, q.Point)
		}
		closeTo(t, "probability", probability(r.Trainer().Network(), q.Point), q.Probability, tol)
	}
	closeTo(t, "accuracy", []float64{r.Trainer().Accuracy()}, []float64{want.Accuracy}, 1e-6) // PyTorch's is float32
}
