package figure

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

func costs(t *testing.T, f *Figure) *costsReport {
	t.Helper()
	return answered[*costsReport](t, f, "costs")
}

// written are the losses of one logit as in a textbook, with their slopes; s is −1 for class 0 and 1 for class 1.
var written = map[string]func(z, s float64) (loss, slope float64){
	"bce": func(z, s float64) (float64, float64) {
		p := 1 / (1 + math.Exp(-s*z))
		return -math.Log(p), -s * (1 - p)
	},
	"mse": func(z, s float64) (float64, float64) {
		p, y := 1/(1+math.Exp(-z)), (s+1)/2
		return (p - y) * (p - y), 2 * (p - y) * p * (1 - p)
	},
	"hinge":      func(z, s float64) (float64, float64) { return kinked(1-s*z, s) },
	"perceptron": func(z, s float64) (float64, float64) { return kinked(-s*z, s) },
}

func predictedBy(z float64) int {
	if z >= 0 {
		return 1
	}
	return 0
}

func kinked(l, s float64) (loss, slope float64) {
	if l < 0 {
		return 0, 0
	}
	return l, -s
}

// What the words say of how hard a point pushes: cross-entropy the harder the more wrong it is, up to 1; squared error most, 0.30, at
// a third, and nothing far out on either side; the kinked ones 1 or 0.
func TestHowHardALossPushes(t *testing.T) {
	push := func(loss string, z float64) float64 {
		f := begin(t, "train.loss="+loss)
		answer, err := f.Request([]byte(fmt.Sprintf(`{"type": "cost", "z": [%v]}`, z)))
		var costs []costReport
		if err != nil || json.Unmarshal([]byte(answer), &costs) != nil {
			t.Fatal(answer, err)
		}
		return -costs[1].Slope
	}
	most, at, before := 0.0, 0.0, 1.0
	for z := -12.0; z <= 12; z += 0.25 {
		bce, mse, hinge, rosenblatt := push("bce", z), push("mse", z), push("hinge", z), push("perceptron", z)
		if bce >= before || (hinge == 1) != (z <= 1) || hinge*(1-hinge) != 0 || (rosenblatt == 1) != (z <= 0) || rosenblatt*(1-rosenblatt) != 0 {
			t.Errorf("z %v: pushes %v, %v, %v", z, bce, hinge, rosenblatt)
		}
		before = bce
		if mse > most {
			most, at = mse, perceptron.Sigmoid(z)
		}
	}
	if math.Abs(most-0.30) > 0.005 || math.Abs(at-1./3) > 0.03 || push("mse", -12) > 1e-4 || push("mse", 12) > 1e-4 {
		t.Errorf("squared error pushes most, %v, at p %v", most, at)
	}
}

func TestCostsOfOneLogit(t *testing.T) {
	for name, formula := range written {
		f := begin(t, "train.loss="+name)
		s, r := f.Snapshot(), costs(t, f)
		if r.Of != 100 || len(r.Points) != 100 || r.Beyond != 0 || r.Reach != 4 || r.Threshold != 0 || r.Curves.Loss != name {
			t.Fatalf("%s: %d of %d points, %d beyond ±%v", name, len(r.Points), r.Of, r.Beyond, r.Reach)
		}
		if (r.Output == "step") != (name == "hinge" || name == "perceptron") || (r.Beside.Loss == "mse") != (name == "bce") {
			t.Errorf("%s: output %s, beside %s", name, r.Output, r.Beside.Loss)
		}
		w, b := s.Network.Parameters()[0], s.Network.Parameters()[1][0]
		var sum float64
		for i, p := range r.Points {
			x, label := s.Samples.At(i)
			side := float64(2*p.Label - 1)
			z := w[0]*x[0] + w[1]*x[1] + b
			loss, slope := formula(z, side)
			if p.Index != i || p.Label != label || !about(p.Z, z) || !about(p.P1, 1/(1+math.Exp(-z))) || !about(p.P, 1/(1+math.Exp(-side*z))) {
				t.Fatalf("%s: point %d at z %v: %+v", name, i, z, p)
			}
			if !about(p.Loss, loss) || !about(p.Slope, slope) || p.Class == nil || *p.Class != predictedBy(z) {
				t.Fatalf("%s: z %v costs %v, slope %v; want %v and %v", name, z, p.Loss, p.Slope, loss, slope)
			}
			sum += loss
		}
		if !about(*r.Loss, sum/100) || !about(*r.Loss, s.Loss) {
			t.Errorf("%s: loss %v, the mean is %v", name, *r.Loss, sum/100)
		}
		for _, curves := range []lossCurves{r.Curves, *r.Beside} {
			for label, c := range curves.Classes {
				for i, z := range c.X {
					loss, slope := written[curves.Loss](z, float64(2*label-1))
					if !about(z, -4+float64(i)/16) || !about(c.Losses[i], loss) || !about(c.Slopes[i], slope) {
						t.Fatalf("%s of class %d at z %v: %v, slope %v; want %v and %v", curves.Loss, label, z, c.Losses[i], c.Slopes[i], loss, slope)
					}
				}
			}
		}
		for _, at := range r.Sigmoid {
			if !about(at[1], 1/(1+math.Exp(-at[0]))) {
				t.Fatalf("σ(%v) = %v", at[0], at[1])
			}
		}
	}
	if got := costs(t, begin(t, "")).Loss; math.Abs(*got-0.6185) > 5e-5 {
		t.Errorf("loss %v, the post prints 0.6185", *got)
	}
}

func TestCostsOfSoftmax(t *testing.T) {
	f := begin(t, "preset=three-classes")
	r, s := costs(t, f), f.Snapshot()
	if r.Output != "softmax" || r.Reach != 0 || len(r.Sigmoid) != 0 || r.Beside != nil || len(r.Curves.Classes) != 1 || len(r.Points) != 150 {
		t.Fatalf("%+v", r)
	}
	var sum float64
	for i, p := range r.Points {
		x, _ := s.Samples.At(i)
		z := s.Ask(x).Z
		e := []float64{math.Exp(z[0]), math.Exp(z[1]), math.Exp(z[2])}
		all := e[0] + e[1] + e[2]
		own := e[p.Label] / all
		if p.Z != z[p.Label] || !about(p.P, own) || !about(p.P1, e[1]/all) || !about(p.Loss, -math.Log(own)) || !about(p.Slope, own-1) {
			t.Fatalf("logits %v: %+v", z, p)
		}
		if p.Class == nil || e[*p.Class] != max(e[0], e[1], e[2]) {
			t.Fatalf("logits %v: %+v", z, p)
		}
		sum += p.Loss
	}
	if !about(*r.Loss, sum/150) {
		t.Errorf("loss %v, the mean is %v", *r.Loss, sum/150)
	}
	c := r.Curves.Classes[0]
	for i, p := range c.X {
		if math.Abs(c.Losses[i]+math.Log(p)) > 1e-9 || math.Abs(c.Slopes[i]-(p-1)) > 1e-9 {
			t.Fatalf("p %v costs %v, slope %v", p, c.Losses[i], c.Slopes[i])
		}
	}
	if last := len(c.X) - 1; c.Losses[0] < r.Top || c.X[last] < 0.999 {
		t.Errorf("the curve goes from %v, %v to p %v", c.X[0], c.Losses[0], c.X[last])
	}
}

func TestCostsOfFewAndManyPoints(t *testing.T) {
	if r := costs(t, begin(t, "preset=empty")); r.Of != 0 || r.Loss != nil || len(r.Points) != 0 || len(r.Curves.Classes) != 2 {
		t.Errorf("without points: %+v", r)
	}
	one := begin(t, "preset=empty")
	hear(t, one, `{"type": "addPoint", "x": [1, 2], "y": 1}`)
	if r := costs(t, one); r.Of != 1 || len(r.Points) != 1 || *r.Loss != r.Points[0].Loss {
		t.Errorf("with one point: %+v", r)
	}
	f := begin(t, "n_samples=100000")
	r := costs(t, f)
	if r.Of != 100_000 || len(r.Points) != maxCosts || *r.Loss != f.Snapshot().Loss {
		t.Errorf("with many points: %d of %d, loss %v", len(r.Points), r.Of, *r.Loss)
	}
	for i, p := range r.Points {
		if p.Index != i*50 || p.Label != int(f.Snapshot().Samples.Y[p.Index]) {
			t.Fatalf("point %d is %d", i, p.Index)
		}
	}
}

func TestCostsCoverThePoints(t *testing.T) {
	for _, tc := range []struct {
		w      float64
		reach  float64
		top    float64
		beyond int
	}{{4, 4, 6, 0}, {4.1, 8, 6, 0}, {31, 32, 48, 0}, {33, 32, 3, 2}, {1000, 32, 3, 2}} {
		f := begin(t, "preset=empty")
		hear(t, f, `{"type": "addPoint", "x": [1, 0], "y": 0}`, `{"type": "addPoint", "x": [-1, 0], "y": 0}`,
			fmt.Sprintf(`{"type": "weights", "parameters": [[%v, 0], [0]]}`, tc.w))
		if r := costs(t, f); r.Reach != tc.reach || r.Top != tc.top || r.Beyond != tc.beyond {
			t.Errorf("z ±%v: shown to ±%v, losses to %v, %d beyond; want %v", tc.w, r.Reach, r.Top, r.Beyond, tc)
		}
	}
	f := begin(t, "")
	hear(t, f, `{"type": "threshold", "p": 0.7310585786300049}`)
	for _, p := range costs(t, f).Points {
		if p.Class == nil || *p.Class != predictedBy(p.Z-1) {
			t.Fatalf("where class 1 begins at z = 1: %+v", p)
		}
	}
}

// Where z is within rounding of the threshold no class is named.
func TestCostsOfWhatIsTooCloseToCall(t *testing.T) {
	f := begin(t, "preset=xor")
	hear(t, f, `{"type": "weights", "parameters": [[1e-17, -1e-17], [1e-17]]}`)
	for _, p := range costs(t, f).Points {
		if p.Class != nil {
			t.Errorf("at z %v: class %d", p.Z, *p.Class)
		}
	}
}

func TestWhatDivergedCostsNothing(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "weights", "parameters": [[1e308, -1e308], [1e308]]}`)
	if r := costs(t, f); r != nil {
		t.Errorf("%+v", r)
	}
	f = begin(t, "preset=diverging")
	for range 1000 {
		hear(t, f, `{"type": "step"}`)
	}
	if r := costs(t, f); !f.Snapshot().Diverged || r != nil {
		t.Errorf("%+v", r)
	}
}

func TestTheCostOfLogits(t *testing.T) {
	ask := func(fragment, z string) (r []costReport) {
		text, err := begin(t, fragment).Request([]byte(`{"type": "cost", "z": ` + z + `}`))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	// A confident mistake, z = 5 for class 0: cross-entropy pushes it with nearly 1, squared error hardly at all.
	for name, formula := range written {
		r := ask("train.loss="+name, "[5]")
		for label, cost := range r {
			loss, slope := formula(5, float64(2*label-1))
			if !about(cost.Loss, loss) || !about(cost.Slope, slope) || len(r) != 2 {
				t.Errorf("%s: z 5 of class %d costs %+v, want %v and %v", name, label, cost, loss, slope)
			}
		}
	}
	if bce, mse := ask("", "[5]")[0].Slope, ask("train.loss=mse", "[5]")[0].Slope; bce < 0.99 || mse > 0.014 {
		t.Errorf("a confident mistake pushes with %v and %v", bce, mse)
	}
	third := costReport{P: 1.0 / 3, Loss: math.Log(3), Slope: -2.0 / 3}
	for label, cost := range ask("preset=three-classes", "[1, 1, 1]") {
		if !about(cost.P, third.P) || !about(cost.Loss, third.Loss) || !about(cost.Slope, third.Slope) {
			t.Errorf("class %d: %+v", label, cost)
		}
	}
	if _, err := begin(t, "").Request([]byte(`{"type": "cost", "z": [1, 2]}`)); err == nil || !strings.Contains(err.Error(), "cost: 2 logits: want 1") {
		t.Error(err)
	}
}
