package perceptron

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"perceptronlab/perceptron/random"
)

// newRun is a trainer of random points, all from seed.
func newRun(layers []int, n int, c TrainConfig, seed uint64) *Trainer {
	gen := random.NewTorch(seed)
	net := NewNetwork(layers, ActivationTanh)
	net.InitUniform(gen)
	// A copy has x in consecutive pages, and then the labels, where cloud's own memory mixes the two: with that, a benchmark of very
	// many samples in random order takes a third longer, and would depend on who made them.
	samples := cloud(n, max(2, net.Outputs()), seed).Clone()
	return NewTrainer(net, samples, c, gen)
}

func steps(t *Trainer, n int) {
	for range n {
		t.Step()
	}
}

// state is what decides all that follows, and what is shown.
func state(t *Trainer) string {
	h := fnv.New64a()
	numbers := func(v []float64) {
		for _, x := range v {
			binary.Write(h, binary.LittleEndian, math.Float64bits(x))
		}
	}
	numbers(flat(t.net.Parameters()))
	numbers(t.losses.train)
	numbers(t.losses.test)
	numbers([]float64{t.Loss(), t.Accuracy()})
	left := 0
	if !t.EpochStart() {
		left = len(t.order)
	}
	return fmt.Sprintf("%d steps, %d epochs, %d left, %x", t.steps, t.epoch, left, h.Sum64())
}

// optimizerConfigs are each optimizer with what it takes.
var optimizerConfigs = func() (configs []TrainConfig) {
	for _, o := range Optimizers() {
		plain := TrainConfig{Optimizer: o, LR: 0.1}
		if o.Adaptive() {
			plain.LR = 0.01
		}
		decayed, moving, nesterovs := plain, plain, plain
		decayed.WeightDecay = 0.01
		moving.Momentum = 0.9
		nesterovs.Momentum, nesterovs.Nesterov = 0.9, true
		configs = append(configs, plain, decayed)
		if o.Takes("momentum") {
			configs = append(configs, moving)
		}
		if o.Takes("nesterov") {
			configs = append(configs, nesterovs)
		}
	}
	return configs
}()

// Run is steps, to the bit, also where a step of one sample has a loop of its own, and up to where a run diverges.
func TestRunIsSteps(t *testing.T) {
	for _, c := range append(optimizerConfigs, TrainConfig{LR: 300}, TrainConfig{LR: 1, OptimizerParams: OptimizerParams{WeightDecay: 1e200}}) {
		for _, c.BatchSize = range []int{0, 1, 7} {
			a, b := newRun([]int{2, 1}, 20, c, 4), newRun([]int{2, 1}, 20, c, 4)
			for _, n := range []int{1, 5, 30, 0, 64} {
				steps(a, n)
				b.Run(n)
				if got, want := state(b), state(a); got != want {
					t.Fatalf("%+v: after Run(%d) %s, steps come to %s", c, n, got, want)
				}
			}
			if _, diverged := b.Diverged(); diverged != (c.WeightDecay == 1e200) {
				t.Errorf("%+v: diverged is %v", c, diverged)
			}
		}
	}
}

// A step of one sample of the single neuron, in its own loop, does what the steps of every network do, to rounding.
func TestSinglesAreBatchesOfOne(t *testing.T) {
	for _, decay := range []float64{0, 0.01} {
		c := TrainConfig{LR: 0.5, OptimizerParams: OptimizerParams{WeightDecay: decay}, BatchSize: 1}
		a, b := newRun([]int{2, 1}, 50, c, 4), newRun([]int{2, 1}, 50, c, 4)
		for range 500 {
			a.Step()
			if b.EpochStart() {
				b.beginEpoch(b.gen)
			}
			which := b.order[:1]
			b.pass().walk(LossBCE, b.samples, which, back, &walk{}, &patience{})
			b.descent.step(b.net.theta, b.pass().sum, 1, &c)
			b.order = b.order[1:]
			b.taken++
			b.endEpochIfDone()
			for i, want := range b.net.theta {
				for j, got := range a.net.theta[i] {
					if math.Abs(got-want[j]) > 1e-12 {
						t.Fatalf("decay %g, epoch %d: %v, want %v", decay, a.Epoch(), a.net.theta, b.net.theta)
					}
				}
			}
		}
	}
}

func TestCloneReplaysTheSameBits(t *testing.T) {
	for _, c := range optimizerConfigs {
		for _, c.BatchSize = range []int{0, 7} {
			a := newRun([]int{2, 8, 1}, 100, c, 4)
			a.SetTest(cloud(10, 2, 5))
			steps(a, 23) // within an epoch
			kept := a.Clone()
			at := state(a)
			goOn := func(r *Trainer) string {
				steps(r, 10)
				r.Add([2]float64{1, 2}, 1)
				steps(r, 10)
				r.Move(3, [2]float64{0, 1}, 0)
				r.Remove(50)
				steps(r, 50)
				return state(r)
			}
			first := goOn(a)
			if got := state(kept); got != at {
				t.Fatalf("%+v: a kept clone changed: %s, was %s", c, got, at)
			}
			again := kept.Clone()
			if got := goOn(again); got != first {
				t.Errorf("%+v: a clone came to %s, the original to %s", c, got, first)
			}
			if got := goOn(kept); got != first {
				t.Errorf("%+v: the clone's original came to %s, want %s", c, got, first)
			}
			if !reflect.DeepEqual(kept.Samples(), a.Samples()) {
				t.Errorf("%+v: clones have other samples", c)
			}
		}
	}
}

func TestFullBatchIsOneStepAnEpochWithoutADraw(t *testing.T) {
	for _, batch := range []int{0, 20, 21} {
		r := newRun([]int{2, 1}, 20, TrainConfig{LR: 0.1, BatchSize: batch}, 2)
		before := *r.gen
		steps(r, 3)
		if r.Epoch() != 3 || r.Steps() != 3 || len(r.Losses()) != 3 || r.StepsPerEpoch() != 1 || !r.EpochStart() {
			t.Errorf("batch %d: epoch %d, step %d, %d losses", batch, r.Epoch(), r.Steps(), len(r.Losses()))
		}
		if *r.gen != before {
			t.Errorf("batch %d: the generator was drawn from", batch)
		}
	}
}

// A full batch's recorded loss comes from the step's own pass: it is what Loss would have said.
func TestRecordedLossIsLoss(t *testing.T) {
	for _, batch := range []int{0, 6} {
		r := newRun([]int{2, 4, 1}, 200, TrainConfig{LR: 0.1, BatchSize: batch}, 2)
		r.SetTest(cloud(30, 2, 8))
		for range 100 {
			first, loss, testLoss := r.EpochStart(), r.Loss(), r.TestLoss()
			r.Step()
			if !first {
				continue
			}
			if got := r.Losses()[len(r.Losses())-1]; got != loss {
				t.Fatalf("batch %d: recorded loss %g, Loss said %g", batch, got, loss)
			}
			if got := r.TestLosses()[len(r.Losses())-1]; got != testLoss {
				t.Fatalf("batch %d: recorded test loss %g, TestLoss said %g", batch, got, testLoss)
			}
		}
	}
}

func TestLossesOnlyGrow(t *testing.T) {
	r := newRun([]int{2, 1}, 10, TrainConfig{LR: 0.1}, 2)
	steps(r, 5)
	kept, c := r.Losses(), r.Clone()
	copied := slices.Clone(kept)
	c.SetParameters([][]float64{{5, 5}, {5}})
	steps(c, 3000)
	steps(r, 3000)
	if !slices.Equal(kept, copied) || !slices.Equal(r.Losses()[:5], copied) || !slices.Equal(c.Losses()[:5], copied) {
		t.Error("losses once returned changed")
	}
	if r.Losses()[5] == c.Losses()[5] {
		t.Error("clones share what they appended")
	}
}

func TestSamplesAreCopiedOnWrite(t *testing.T) {
	r := newRun([]int{2, 1}, 10, TrainConfig{LR: 0.1}, 2)
	r.Add([2]float64{1, 1}, 1) // leaves spare capacity
	kept, c := r.Samples(), r.Clone()
	copied := kept.Clone()
	for i, a := range []*Trainer{r, c} {
		a.Add([2]float64{float64(i), 2}, 1)
		a.Move(0, [2]float64{9, 9}, 0)
		a.Remove(1)
		a.Add([2]float64{float64(i), 3}, 0)
		if got := a.Samples(); got.Len() != 12 || got.X[0] != [2]float32{9, 9} || got.X[10] != [2]float32{float32(i), 2} || got.X[11] != [2]float32{float32(i), 3} {
			t.Errorf("trainer %d: edits gave %v", i, got)
		}
	}
	if !reflect.DeepEqual(kept, copied) {
		t.Error("samples once returned changed")
	}
	if got := r.Samples().X[10]; got != [2]float32{0, 2} {
		t.Errorf("a clone's point came into the original: %v", got)
	}
}

func TestAddJoinsTheNextEpoch(t *testing.T) {
	r := newRun([]int{2, 1}, 10, TrainConfig{LR: 0.1, BatchSize: 4}, 2)
	r.Step()
	order := slices.Clone(r.order)
	r.Add([2]float64{1, 1}, 1)
	r.Add([2]float64{2, 1}, 1)
	if !slices.Equal(r.order, order) || r.StepsPerEpoch() != 3 {
		t.Errorf("adding changed the epoch under way: %v, was %v, %d steps", r.order, order, r.StepsPerEpoch())
	}
	steps(r, 2)
	if r.Epoch() != 1 || !r.EpochStart() {
		t.Fatalf("epoch %d after 3 steps", r.Epoch())
	}
	r.Step()
	if len(r.order) != 8 || r.StepsPerEpoch() != 3 {
		t.Errorf("%d samples left after the first batch of 12", len(r.order))
	}
}

func TestRemoveClosesUpTheEpoch(t *testing.T) {
	r := newRun([]int{2, 1}, 10, TrainConfig{LR: 0.1, BatchSize: 4}, 2)
	r.Step()
	var left [][2]float32
	for _, j := range r.order {
		left = append(left, r.samples.X[j])
	}
	gone := r.order[2]
	r.Remove(gone)
	left = slices.Delete(left, 2, 3)
	var got [][2]float32
	for _, j := range r.order {
		got = append(got, r.samples.X[j])
	}
	if !slices.Equal(got, left) {
		t.Errorf("the epoch goes on with %v, want %v", got, left)
	}
	if r.StepsPerEpoch() != 3 {
		t.Errorf("%d steps with 5 of 9 left", r.StepsPerEpoch())
	}
	r.Remove(r.order[0])
	if r.StepsPerEpoch() != 2 {
		t.Errorf("%d steps with 4 of 8 left", r.StepsPerEpoch())
	}
	for r.samples.Len() > 0 {
		r.Remove(0)
	}
	if r.Epoch() != 1 || !r.EpochStart() || r.StepsPerEpoch() != 0 {
		t.Errorf("no samples left: epoch %d, start %v", r.Epoch(), r.EpochStart())
	}
	steps(r, 5)
	if r.Steps() != 1 || !math.IsNaN(r.Loss()) {
		t.Errorf("%d steps without samples, loss %g", r.Steps(), r.Loss())
	}
	r.Add([2]float64{1, 1}, 1)
	r.Step()
	if r.Steps() != 2 || r.Epoch() != 2 {
		t.Errorf("step %d, epoch %d after a sample came back", r.Steps(), r.Epoch())
	}
}

func TestBatchSizeChangesWithTheNextEpoch(t *testing.T) {
	r := newRun([]int{2, 1}, 10, TrainConfig{LR: 0.1, BatchSize: 4}, 2)
	r.Step()
	c := r.Config()
	c.BatchSize, c.LR = 1, 0.5
	r.Configure(c)
	if r.StepsPerEpoch() != 3 {
		t.Errorf("the epoch under way has %d steps, want 3", r.StepsPerEpoch())
	}
	steps(r, 2)
	if !r.EpochStart() || r.StepsPerEpoch() != 10 {
		t.Errorf("the next epoch has %d steps, want 10", r.StepsPerEpoch())
	}
}

// A learning rate that changes takes effect at once; a new optimizer forgets.
func TestConfigure(t *testing.T) {
	adam := TrainConfig{Optimizer: Adam, LR: 0.1}
	r := newRun([]int{2, 1}, 10, TrainConfig{LR: 0.1, OptimizerParams: OptimizerParams{Momentum: 0.9}}, 2)
	steps(r, 3)
	fresh := NewTrainer(r.net.Clone(), r.Samples(), adam, nil)
	r.Configure(adam)
	r.Step()
	fresh.Step()
	if !slices.Equal(r.net.theta, fresh.net.theta) {
		t.Error("Adam after SGD differs from a fresh Adam")
	}
	adam.LR = 1e-300
	before := slices.Clone(r.net.theta)
	r.Configure(adam)
	r.Step()
	if !slices.Equal(before, r.net.theta) {
		t.Error("a learning rate of almost 0 moved the parameters")
	}
}

func TestSetParameters(t *testing.T) {
	r := newRun([]int{2, 3, 1}, 10, TrainConfig{LR: 0.1}, 2)
	before := state(r)
	for _, p := range [][][]float64{
		nil, {{1, 2}, {3}}, {make([]float64, 6), make([]float64, 3), make([]float64, 3), {math.NaN()}},
		{make([]float64, 5), make([]float64, 3), make([]float64, 3), {0}}, {make([]float64, 6), make([]float64, 4), make([]float64, 3), {0}},
	} {
		if err := r.SetParameters(p); err == nil {
			t.Errorf("SetParameters(%v) gave no error", p)
		} else {
			t.Log(err)
		}
	}
	if got := state(r); got != before {
		t.Error("refused parameters changed something")
	}
	want := [][]float64{{1, 2, 3, 4, 5, 6}, {7, 8, 9}, {10, 11, 12}, {13}}
	if err := r.SetParameters(want); err != nil {
		t.Fatal(err)
	}
	if got := r.Network().Parameters(); !reflect.DeepEqual(got, want) {
		t.Errorf("parameters %v, want %v", got, want)
	}
}

func TestDivergedStops(t *testing.T) {
	r := newRun([]int{2, 8, 1}, 20, TrainConfig{Loss: LossMSE, LR: 1e308, OptimizerParams: OptimizerParams{WeightDecay: 10}}, 2)
	steps(r, 20)
	at, yes := r.Diverged()
	if !yes || at == 0 || at != r.Steps() || at == 20 {
		t.Fatalf("diverged %v at %d after %d steps", yes, at, r.Steps())
	}
	for _, l := range r.Losses() {
		if !finite(l) {
			t.Errorf("recorded a loss of %g", l)
		}
	}
	if err := r.SetParameters([][]float64{make([]float64, 16), make([]float64, 8), make([]float64, 8), {0}}); err != nil {
		t.Fatal(err)
	}
	steps(r, 3)
	if r.Steps() != at {
		t.Error("a diverged run went on")
	}
	zero := newRun([]int{2, 1}, 20, TrainConfig{Loss: LossPerceptron, LR: 1}, 2)
	zero.SetParameters([][]float64{{1e308, -1e308}, {0}})
	zero.samples.X[0] = [2]float32{1e10, 1e10}
	zero.Step()
	if at, yes := zero.Diverged(); !yes || at != 0 || len(zero.Losses()) != 0 {
		t.Errorf("infinite loss before the first step: diverged %v at %d", yes, at)
	}
}

func TestStepAllocatesNothing(t *testing.T) {
	for _, layers := range [][]int{{2, 1}, {2, 8, 8, 1}, {2, 20, 3}} {
		for _, batch := range []int{0, 1, 10} {
			for _, c := range optimizerConfigs {
				c.BatchSize = batch
				if layers[len(layers)-1] > 1 {
					c.Loss = LossCrossEntropy
				}
				r := newRun(layers, 100, c, 1)
				r.SetTest(cloud(10, 2, 1))
				steps(r, 20)
				if got := testing.AllocsPerRun(200, r.Step); got != 0 {
					t.Errorf("%v, %+v: %g allocations a step", layers, c, got)
				}
			}
		}
	}
	n := NewNetwork([]int{2, 8, 8, 1}, ActivationTanh)
	x, _ := cloud(1000, 2, 1).Wide()
	z := make([]float64, len(x))
	if got := testing.AllocsPerRun(10, func() { n.Logits(z, x) }); got != 0 {
		t.Errorf("Logits: %g allocations", got)
	}
}

func TestMisusePanics(t *testing.T) {
	bce := TrainConfig{LR: 1}
	one := NewNetwork([]int{2, 1}, ActivationTanh)
	for name, f := range map[string]func(){
		"no output":       func() { NewNetwork([]int{2}, ActivationTanh) },
		"three inputs":    func() { NewNetwork([]int{3, 1}, ActivationTanh) },
		"no units":        func() { NewNetwork([]int{2, 0, 1}, ActivationTanh) },
		"short dst":       func() { one.Logits(make([]float64, 1), make([][2]float64, 2)) },
		"label 2":         func() { NewTrainer(one, Samples{X: make([][2]float32, 1), Y: []uint8{2}}, bce, nil) },
		"lengths":         func() { NewTrainer(one, Samples{Y: []uint8{1}}, bce, nil) },
		"no rate":         func() { NewTrainer(one, Samples{}, TrainConfig{}, nil) },
		"loss of K":       func() { NewTrainer(one, Samples{}, TrainConfig{LR: 1, Loss: LossCrossEntropy}, nil) },
		"no generator":    func() { NewTrainer(one, Samples{}, TrainConfig{LR: 1, BatchSize: 1}, nil) },
		"no such sample":  func() { NewTrainer(one, Samples{}, bce, nil).Remove(0) },
		"rows of 0":       func() { Probabilities(nil, nil, 0) },
		"unequal lengths": func() { Probabilities(make([]float64, 2), nil, 1) },
	} {
		func() {
			defer func() {
				if r := recover(); r == nil {
					t.Errorf("%s: no panic", name)
				} else if s, ok := r.(string); !ok || len(s) < 12 || s[:12] != "perceptron: " {
					t.Errorf("%s: panicked with %v", name, r)
				}
			}()
			f()
		}()
	}
}

func TestNamesParse(t *testing.T) {
	for _, l := range allLosses {
		if got, err := ParseLoss(l.String()); err != nil || got != l {
			t.Errorf("%v: %v, %v", l, got, err)
		}
	}
	for _, a := range allActivations {
		if got, err := ParseActivation(a.String()); err != nil || got != a {
			t.Errorf("%v: %v, %v", a, got, err)
		}
	}
	for _, o := range Optimizers() {
		if got, err := ParseOptimizer(o.String()); err != nil || got != o {
			t.Errorf("%v: %v, %v", o, got, err)
		}
	}
	if _, err := ParseLoss("l1"); err == nil || !strings.HasPrefix(err.Error(), `loss "l1": want bce, mse, hinge, perceptron`) {
		t.Error(err)
	}
}

// The neuron's one loop gives the bits of the three it replaces.
func TestLogisticIsForwardLossBackward(t *testing.T) {
	r := newRun([]int{2, 1}, blockLen, TrainConfig{LR: 1}, 3)
	for _, scale := range []float64{0, 0.1, 1, 30, 1000, 1e37} {
		s, p, q := r.Samples().Clone(), newPass(r.net), newPass(r.net)
		for i := range s.X {
			s.X[i][0] *= float32(scale)
		}
		x, y := s.Wide()
		loss, _ := p.block(LossBCE, s, back)
		r.net.forward(q.tape, q.logits, x)
		want := LossBCE.sum(q.delta, q.logits, y, 1)
		r.net.backward(q.tape, q.grad, x)
		if loss != want || !slices.Equal(p.sum, q.sum) {
			t.Errorf("scale %g: loss %g, gradient %v, want %g, %v", scale, loss, p.sum, want, q.sum)
		}
	}
}

// Each visit of a single sample that is wrong, or on the line, is a mistake; larger batches and other losses count none.
func TestMistakes(t *testing.T) {
	s := NewSamples([][2]float64{{0, 0}, {1, 0.5}, {2, 2}, {0.5, 3}}, []int{0, 1, 1, 0})
	for _, n := range []int{1, 4} {
		few := s.Part(0, n)
		tr := NewTrainer(NewNetwork([]int{2, 1}, ActivationTanh), few, TrainConfig{Loss: LossPerceptron, LR: 1, BatchSize: 1}, random.NewTorch(3))
		want := 0
		for range 40 {
			a, _ := tr.Ahead(1)
			if sz := float64(2*tr.Label(a.Which[0])-1) * a.Logits[0]; sz <= 0 {
				want++
			}
			before := tr.Clone()
			tr.Step()
			if tr.Mistakes() != want {
				t.Fatalf("%d samples: %d mistakes after %d steps, want %d", n, tr.Mistakes(), tr.Steps(), want)
			}
			if before.Step(); before.Mistakes() != want {
				t.Fatalf("a clone counts %d, want %d", before.Mistakes(), want)
			}
		}
		if want == 0 {
			t.Errorf("%d samples: no mistake", n)
		}
	}
	for _, c := range []TrainConfig{{Loss: LossPerceptron, LR: 1}, {Loss: LossPerceptron, LR: 1, BatchSize: 2}, {Loss: LossHinge, LR: 1, BatchSize: 1}} {
		tr := NewTrainer(NewNetwork([]int{2, 1}, ActivationTanh), s, c, random.NewTorch(3))
		if tr.Run(20); tr.Mistakes() != 0 {
			t.Errorf("%+v: %d mistakes", c, tr.Mistakes())
		}
	}
}
