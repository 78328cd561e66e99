package baseline

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
	"perceptronlab/perceptron/scene"
)

// testdata/baselines.json is scikit-learn's result after each of some epochs; for pocket, what Gallant's text does
// (../testdata/oracle/baselines.py).
func TestMatchesScikitLearn(t *testing.T) {
	b, err := os.ReadFile("testdata/baselines.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Epochs int
		Cases  []struct {
			Seed    uint64
			LR      float64
			X       [][2]float64
			Y       []int
			Weights map[string][][3]float64
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	for _, c := range file.Cases {
		for _, name := range Names() {
			config := Config{Seed: c.Seed, LR: c.LR}
			if name == "adaline" {
				config.LR /= 10
			}
			r := must(New(name, perceptron.NewSamples(c.X, c.Y), config))
			for epoch, want := range c.Weights[name] {
				for range c.Y {
					r.Step()
				}
				w, b := r.Weights()
				for i, got := range []float64{w[0], w[1], b} {
					if math.Abs(got-want[i]) > 1e-12*max(1, math.Abs(want[i])) {
						t.Fatalf("%s, seed %d, epoch %d: %v, %v; scikit-learn says %v", name, c.Seed, epoch, w, b, want)
					}
				}
			}
			if len(c.Weights[name]) != file.Epochs || r.Steps() != file.Epochs*len(c.Y) {
				t.Errorf("%s: %d steps for %d epochs", name, r.Steps(), len(c.Weights[name]))
			}
		}
	}
}

func must(r *Baseline, err error) *Baseline {
	if err != nil {
		panic(err)
	}
	return r
}

// Three rules are losses that a run has: with batch_size 1 it reaches the same weights, and continues to when points are
// added, moved and removed in the middle of an epoch. Rosenblatt's and hinge agree to the bit.
func TestMatchesTheScenesOwnRun(t *testing.T) {
	for _, c := range []struct {
		name, loss string
		tolerance  float64
	}{{"rosenblatt", "perceptron", 0}, {"hinge", "hinge", 0}, {"logistic", "bce", 1e-13}} {
		for _, initial := range []string{"zeros", "uniform"} {
			for _, seed := range []uint64{0, 2, 12345678901} {
				s := scene.Default()
				s.Data.ClusterStd = 0.7
				s.Model.Init, s.Model.ManualSeed = initial, seed
				s.Train = scene.Train{Loss: c.loss, Optimizer: "sgd", LR: 1, BatchSize: 1}
				if c.loss != "perceptron" {
					s.Train.LR, s.Train.WeightDecay = 0.3, 0.01
				}
				run, err := scene.NewRun(s)
				if err != nil {
					t.Fatal(err)
				}
				r := must(FromScene(c.name, s))
				for step := range 1000 {
					edit(t, run, r, step)
					p := run.Trainer().Network().Parameters()
					w, b := r.Weights()
					for i, d := range []float64{w[0] - p[0][0], w[1] - p[0][1], b - p[1][0]} {
						if math.Abs(d) > c.tolerance*max(1, math.Abs(p[0][0]), math.Abs(p[0][1]), math.Abs(p[1][0])) {
							t.Fatalf("%s, %s, seed %d, step %d: %v, %v; the run has %v (%d)", c.name, initial, seed, step, w, b, p, i)
						}
					}
					run.Step()
					r.Step()
				}
			}
		}
	}
}

func edit(t *testing.T, run *scene.Run, r *Baseline, step int) {
	t.Helper()
	var err error
	x, y := [2]float64{0.25, -0.5}, 0
	switch step {
	case 130:
		err = run.Apply(scene.Edit{Add: &scene.Point{X: x, Y: y}})
		r.Add(x, y)
	case 271:
		err = run.Apply(scene.Edit{Move: &scene.Moved{Index: 7, X: x, Y: &y}})
		r.Move(7, x, y)
	case 455, 456, 500, 507:
		err = run.Apply(scene.Edit{Remove: &scene.Index{Index: step % 50}})
		r.Remove(step % 50)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A preset of Rosenblatt's rule: as many mistakes as steps that changed the weights, and no more than Novikoff allows.
func TestMistakesAreUpdates(t *testing.T) {
	s, _ := scene.Preset("rosenblatt")
	run, err := scene.NewRun(s)
	if err != nil {
		t.Fatal(err)
	}
	r := must(FromScene("rosenblatt", s))
	updates := 0
	for range 2000 {
		before := run.Trainer().Network().Parameters()[1][0]
		run.Step()
		r.Step()
		if run.Trainer().Network().Parameters()[1][0] != before { // the bias moves by 1
			updates++
		}
	}
	sep, err := margin.Separate(r.Samples())
	if err != nil {
		t.Fatal(err)
	}
	bound, ok := sep.Novikoff()
	if r.Mistakes() != updates || updates == 0 || !ok || float64(updates) > bound.Mistakes {
		t.Errorf("%d mistakes, %d updates, bound %v, %v", r.Mistakes(), updates, bound.Mistakes, ok)
	}
	for _, name := range Names() {
		other := must(FromScene(name, s))
		for range 2000 {
			other.Step()
		}
		if other.Bounded() != (other.Mistakes() == r.Mistakes()) {
			t.Errorf("%s: %d mistakes, bounded %v; rosenblatt %d", name, other.Mistakes(), other.Bounded(), r.Mistakes())
		}
	}
}

// The pocket never gets worse.
func TestPocketRatchet(t *testing.T) {
	s, _ := scene.Preset("overlap")
	s.Model.Init = "zeros"
	r := must(FromScene("pocket", s))
	best := 0
	for range 5000 {
		r.Step()
		right := 0
		w, b := r.Weights()
		for i := range r.Samples().Len() {
			x, y := r.Samples().At(i)
			if n := (neuron{w, b}); sign(y)*n.logit(x) > 0 {
				right++
			}
		}
		if r.Steps() > 10 && right < best { // by then there is one
			t.Fatalf("step %d: %d right, %d before", r.Steps(), right, best)
		}
		best = max(best, right)
	}
	if best < 140 {
		t.Errorf("the pocket's line gets %d of 200 right", best)
	}
}

func TestRefusals(t *testing.T) {
	two := perceptron.NewSamples([][2]float64{{0, 0}, {1, 1}}, []int{0, 1})
	three, _ := scene.Preset("three-classes")
	_, ofThree := FromScene("rosenblatt", three)
	_, ofName := New("svm", two, Config{LR: 1})
	_, ofLabel := New("hinge", perceptron.NewSamples([][2]float64{{0, 0}}, []int{2}), Config{LR: 1})
	_, ofLR := New("hinge", two, Config{LR: -1})
	_, ofDecay := New("hinge", two, Config{LR: 1, WeightDecay: math.NaN()})
	for _, c := range []struct {
		err  error
		want string
	}{
		{ofThree, "model.layers: 3 outputs: want 1: baselines tell two classes apart"},
		{ofName, `baseline "svm": want rosenblatt, pocket, averaged, adaline, logistic, hinge`},
		{ofLabel, "label 2 of sample 0: want 0 or 1: baselines tell two classes apart"},
		{ofLR, "learning rate -1: want a positive finite number"},
		{ofDecay, "weight decay NaN: want a finite number of at least 0"},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("error %v, want %s", c.err, c.want)
		}
	}
}

// Whatever is asked: no panic and finite weights, even if the rule diverges or no sample is left.
func FuzzBaseline(f *testing.F) {
	f.Add(uint64(1), 1.0, 0.0, 0.5, float32(1), float32(2))
	f.Add(uint64(2), 1e300, 1e300, 0.0, float32(1e30), float32(-1e30))
	f.Add(uint64(3), 50.0, 0.0, 3.0, float32(3), float32(1e-30))
	f.Fuzz(func(t *testing.T, seed uint64, lr, decay, at float64, x0, x1 float32) {
		for _, v := range []float64{lr, decay, at, float64(x0), float64(x1)} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Skip()
			}
		}
		for _, name := range Names() {
			var s perceptron.Samples
			r := must(New(name, s, Config{Seed: seed, LR: math.Abs(lr) + 1e-300, WeightDecay: math.Abs(decay), Uniform: seed%2 == 0}))
			for step := range 80 {
				switch {
				case step%10 == 1:
					r.Add([2]float64{float64(x0) * float64(step), float64(x1)}, step/10%2)
				case step == 45:
					r.Move(0, [2]float64{float64(x1), float64(x0)}, 1)
				case step == 55, step > 71 && r.Samples().Len() > 0:
					r.Remove(int(seed % uint64(r.Samples().Len())))
				}
				r.Step()
				w, b := r.Weights()
				if n := (neuron{w, b}); !n.finite() || r.Mistakes() > r.Steps() {
					t.Fatalf("%s: step %d: weights %v, %v, %d mistakes", name, r.Steps(), w, b, r.Mistakes())
				}
			}
		}
	})
}
