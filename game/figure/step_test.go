package figure

import (
	"math"
	"slices"
	"testing"
)

func step(t *testing.T, f *Figure) *stepReport {
	t.Helper()
	return answered[*stepReport](t, f, "step")
}

func about(got, want float64) bool { return math.Abs(got-want) <= 1e-12*max(1, math.Abs(want)) }

// The post's first step: the pushes are y − p, they add up to what the parameters then change by over the learning rate.
func TestTheStepOfThePost(t *testing.T) {
	f := begin(t, "")
	r := step(t, f)
	before := f.Snapshot().Network.Parameters()
	if r.Batch != 100 || r.Of != 100 || len(r.Pushes) != 100 || len(r.Chain) != 100 || r.Decay != nil {
		t.Fatalf("batch %d of %d, %d pushes, %d links", r.Batch, r.Of, len(r.Pushes), len(r.Chain))
	}
	if r.Wrong != 31 {
		t.Errorf("%d wrong, at an accuracy of 69%%", r.Wrong)
	}
	if math.Abs(r.Loss-0.6185) > 5e-5 {
		t.Errorf("loss %v, the post prints 0.6185", r.Loss)
	}
	var shares, sum [3]float64
	for i, p := range r.Pushes {
		z := before[0][0]*p.X[0] + before[0][1]*p.X[1] + before[1][0]
		if want := float64(p.Label) - 1/(1+math.Exp(-z)); !about(p.Push[0], want) {
			t.Fatalf("point %d pushes %v, y − p is %v", i, p.Push[0], want)
		}
		if p.Index != i || p.Toward == nil || !about(math.Hypot(p.Toward[0], p.Toward[1]), math.Abs(p.Push[0])) {
			t.Fatalf("%+v", p)
		}
		// The line moves away from a point that should be more positive: against w, in pixels.
		if along := p.Toward[0]*before[0][0] - p.Toward[1]*before[0][1]; (along < 0) != (p.Push[0] > 0) {
			t.Fatalf("a push of %v goes toward %v", p.Push[0], *p.Toward)
		}
		shares[0] += p.Share
	}
	if !about(shares[0], 1) || len(r.Most) != maxMost || !slices.IsSortedFunc(r.Most, func(a, b pushReport) int { return int(math.Copysign(1, b.Share-a.Share)) }) {
		t.Errorf("shares add to %v; most: %+v", shares[0], r.Most)
	}
	for _, l := range r.Chain {
		sum[0] += l.W[0]
		sum[1] += l.W[1]
		sum[2] += l.B
	}
	hear(t, f, `{"type": "step"}`)
	after := f.Snapshot().Network.Parameters()
	for i, v := range []float64{after[0][0] - before[0][0], after[0][1] - before[0][1], after[1][0] - before[1][0]} {
		if !about(0.01*sum[i], v) {
			t.Errorf("parameter %d moves by %v, the chain says %v", i, v, 0.01*sum[i])
		}
	}
	// 0.01 of the gradient is too small to see on the plane: what is shown is that many steps.
	w := func(i int) float64 { return before[0][i] + float64(r.Times)*(after[0][i]-before[0][i]) }
	b := before[1][0] + float64(r.Times)*(after[1][0]-before[1][0])
	for _, end := range r.After {
		x := f.PlaneView().ToData(end[0], end[1])
		if z := w(0)*x[0] + w(1)*x[1] + b; r.Times < 2 || math.Abs(z) > 1e-9 {
			t.Errorf("times %d the line is at %v, where z = %v", r.Times, *r.After, z)
		}
	}
}

func TestALargeStepIsShownAsItIs(t *testing.T) {
	f := begin(t, "lr=3")
	r := step(t, f)
	hear(t, f, `{"type": "step"}`)
	if now := step(t, f).Now; r.Times != 1 || moved(*now, *r.After) > 1e-9 {
		t.Errorf("the line is at %v, and was predicted at %v, %d times", *now, *r.After, r.Times)
	}
}

func TestTheStepOfRosenblattsRule(t *testing.T) {
	f := begin(t, "preset=rosenblatt")
	for range 40 {
		r := step(t, f)
		if r.Batch != 1 || len(r.Pushes) != 1 {
			t.Fatalf("%+v", r)
		}
		p := r.Pushes[0]
		wrong := p.Push[0] != 0
		if wrong && (p.Push[0] != float64(2*p.Label-1) || len(r.Chain) != 1 || r.Chain[0].W != [2]float64{p.Push[0] * p.X[0], p.Push[0] * p.X[1]}) {
			t.Fatalf("a wrong point pushes %+v: %+v", p, r.Chain)
		}
		if !wrong && (len(r.Chain) != 0 || len(r.Most) != 0 || r.Update[0][0] != 0) {
			t.Fatalf("a right point moves the line: %+v", r)
		}
		hear(t, f, `{"type": "step"}`)
	}
}

func TestTheStepOfOthers(t *testing.T) {
	for _, fragment := range []string{"preset=xor-mlp", "preset=three-classes", "preset=circles&batch_size=7&weight_decay=0.1"} {
		r := step(t, begin(t, fragment))
		if r == nil || r.Chain != nil || r.Now != nil || len(r.Pushes) != r.Batch || len(r.Gradient) != len(r.Update) {
			t.Errorf("%s: %+v", fragment, r)
		}
	}
	f := begin(t, "n_samples=100000")
	wrong, s := 0, f.Snapshot()
	for i := range s.Samples.Len() {
		x, y := s.Samples.At(i)
		if said := s.Ask(x); !said.Undecided && said.Class != y {
			wrong++
		}
	}
	if r := step(t, f); len(r.Pushes) > maxPushes || len(r.Chain) > maxLinks+2 || r.Batch != 100_000 || r.Wrong != wrong {
		t.Errorf("with many points: %d pushes, %d links, %d wrong, want %d", len(r.Pushes), len(r.Chain), r.Wrong, wrong)
	}
	if r := step(t, begin(t, "preset=empty")); r != nil {
		t.Errorf("a step without points: %+v", r)
	}
}

// A push moves a boundary in the direction of its arrow: after a small step by that push alone, the boundary between the two classes
// lies farther along it.
func TestArrowsOfSeveralClasses(t *testing.T) {
	f := begin(t, "preset=three-classes")
	s := f.Snapshot()
	parameters := s.Network.Parameters()
	for _, p := range step(t, f).Pushes {
		rival := -1
		for k := range p.P {
			if k != p.Label && (rival < 0 || p.P[k] > p.P[rival]) {
				rival = k
			}
		}
		apart := func(rate float64, x [2]float64) float64 {
			var z [2]float64
			for i, k := range []int{p.Label, rival} {
				d := rate * p.Push[k]
				z[i] = (parameters[0][2*k]+d*p.X[0])*x[0] + (parameters[0][2*k+1]+d*p.X[1])*x[1] + parameters[1][k] + d
			}
			return z[0] - z[1]
		}
		if want := (1 - p.P[p.Label] + p.P[rival]) / 2; p.Toward == nil || !about(math.Hypot(p.Toward[0], p.Toward[1]), want) {
			t.Fatalf("%+v: want an arrow as long as %v", p, want)
		}
		// Pixels count downwards. In the arrow's direction the other class begins, and its own grows into that.
		ahead := [2]float64{p.X[0] + 1e-2*p.Toward[0], p.X[1] - 1e-2*p.Toward[1]}
		if !(apart(0, ahead) < apart(0, p.X)) || !(apart(1e-3, p.X) > apart(0, p.X)) {
			t.Fatalf("%+v: the arrow leads to z apart by %v, from %v", p, apart(0, ahead), apart(0, p.X))
		}
	}
	for _, p := range step(t, begin(t, "preset=xor-mlp")).Pushes {
		if p.Toward != nil {
			t.Fatalf("a network's point has an arrow: %+v", p)
		}
	}
	// Two outputs are one neuron with the difference of their weights.
	f = begin(t, "layers=2,2&train.loss=cross_entropy")
	for _, p := range step(t, f).Pushes {
		if want := 1 - p.P[p.Label]; !about(math.Hypot(p.Toward[0], p.Toward[1]), want) {
			t.Fatalf("%+v: want an arrow as long as %v", p, want)
		}
	}
}

// Among equal sizes the first counts.
func TestTheLargestAreFound(t *testing.T) {
	sizes := []float64{0.5, 0, 2, 1, 2, 3, 0.5, 0.25}
	for n, want := range map[int][]int{1: {5}, 3: {5, 2, 4}, 5: {5, 2, 4, 3, 0}, 9: {5, 2, 4, 3, 0, 6, 7}} {
		if got := largest(sizes, n); !slices.Equal(got, want) {
			t.Errorf("the %d largest are %v, want %v", n, got, want)
		}
	}
	if got := largest(make([]float64, 3), 2); len(got) != 0 {
		t.Errorf("nothing pushes, but %v", got)
	}
}
