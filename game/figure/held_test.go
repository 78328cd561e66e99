package figure

import (
	"fmt"
	"math"
	"testing"
)

// The point in hand lies where the report of all points has it.
func TestThePointInHandLiesWhereTheUnitsPutIt(t *testing.T) {
	f := begin(t, "preset=xor-mlp&layers=2,4,1&manual_seed=1")
	r := hidden(t, f, `{"type": "hidden", "units": [1, 3]}`)
	for _, point := range r.Points {
		h := asked[*[2]float64](t, f, fmt.Sprintf(`{"type": "hiddenAt", "x": [%v, %v], "units": [1, 3]}`, point.X[0], point.X[1]))
		if h == nil || *h != point.H {
			t.Errorf("%v lies at %v, want %v", point.X, h, point.H)
		}
	}
	if _, err := f.Request([]byte(`{"type": "hiddenAt", "x": [0, 0], "units": [0, 4]}`)); err == nil || err.Error() != "hidden.units: 4: want a whole number from 0 to 3" {
		t.Error(err)
	}
	if h := asked[*[2]float64](t, begin(t, ""), `{"type": "hiddenAt", "x": [0, 0], "units": [0, 1]}`); h != nil {
		t.Errorf("a single neuron has hidden units: %v", *h)
	}
}

// At each of these weights the place has z = 0; the same weights set by hand draw the line through it.
func TestOnTheBoundaryTheLineGoesThroughThePoint(t *testing.T) {
	f := begin(t, "")
	b := f.Snapshot().Network.Parameters()[1][0]
	lines := asked[[][][2]float64](t, f, `{"type": "onBoundary", "x": [0.5, -1.25], "min": [-3, -3], "max": [3, 3]}`)
	if len(lines) != 1 || len(lines[0]) != 2 {
		t.Fatalf("what puts the place on the boundary is %v", lines)
	}
	for _, w := range lines[0] {
		if z := 0.5*w[0] - 1.25*w[1] + b; math.Abs(z) > 1e-12 || max(math.Abs(w[0]), math.Abs(w[1])) > 3+1e-9 {
			t.Errorf("at %v z is %v", w, z)
		}
	}
	if none := asked[[][][2]float64](t, f, `{"type": "onBoundary", "x": [0, 0], "min": [-3, -3], "max": [3, 3]}`); len(none) > 0 {
		t.Errorf("no weights put the origin on the line, but %v", none)
	}
	if none := asked[[][][2]float64](t, begin(t, "preset=xor-mlp"), `{"type": "onBoundary", "x": [1, 0], "min": [-3, -3], "max": [3, 3]}`); len(none) > 0 {
		t.Errorf("%v", none)
	}
}

// With the best bias for each pair of weights, others put a place on the line than with the bias as it is: at each of them the best
// one is asked for again. Where the best biases aren't known, there are none.
func TestOnTheBoundaryWithTheBestBias(t *testing.T) {
	for _, c := range []struct {
		fragment  string
		threshold float64
		within    float64 // of z: between the places of the picture the bias is interpolated, or jumps where the loss has a kink
	}{
		{"", 0.5, 0.02},
		{"", 0.7, 0.02},
		{"weight_decay=0.1", 0.5, 0.02},
		{"preset=overlap&train.loss=mse", 0.5, 0.05},
	} {
		f := begin(t, c.fragment)
		hear(t, f, `{"type": "step", "n": 300}`, fmt.Sprintf(`{"type": "threshold", "p": %v}`, c.threshold))
		s := f.Snapshot()
		n, off := 0, 0.0
		_, now, _ := s.Line()
		for _, x := range [][2]float64{{0.4, 0.3}, {-0.2, 0.1}, {0.5, 0.5}, {0.1, 0.3}, {1, 1}} {
			r := asked[*landscapeReport](t, f, `{"type": "landscape", "best": true}`)
			request := func(r *landscapeReport) string {
				return fmt.Sprintf(`{"type": "onBoundary", "x": [%v, %v], "min": [%v, %v], "max": [%v, %v], "best": true}`, x[0], x[1], r.Min[0], r.Min[1], r.Max[0], r.Max[1])
			}
			lines := asked[[][][2]float64](t, f, request(r))
			for _, line := range lines {
				for _, w := range line {
					n++
					b := *asked[*float64](t, f, fmt.Sprintf(`{"type": "bestBias", "w": [%v, %v]}`, w[0], w[1]))
					if z := w[0]*x[0] + w[1]*x[1] + b - s.ThresholdLogit; math.Abs(z) > c.within || !inside(w, r.Min, r.Max) {
						t.Errorf("%q: at w = %v with the best bias %v z is %v beyond the threshold's", c.fragment, w, b, z)
					}
					off = max(off, math.Abs(w[0]*x[0]+w[1]*x[1]+now))
				}
			}
			other := asked[*landscapeReport](t, f, `{"type": "landscape"}`)
			if lines := asked[[][][2]float64](t, f, request(other)); len(lines) > 0 {
				t.Errorf("%q: of a picture with one bias: %v", c.fragment, lines)
			}
		}
		if n < 30 || off < 0.05 {
			t.Errorf("%q: %d weights put some place on the line; with the bias as it is z would be up to %v there", c.fragment, n, off)
		}
	}
}

// The push of each point is what the report of the next step says about it, and so is its part of −gradient.
func TestThePointInHandPushesAsInTheStep(t *testing.T) {
	for _, fragment := range []string{"", "loss=hinge", "loss=mse", "preset=rosenblatt"} {
		f := begin(t, fragment)
		r := step(t, f)
		pushes := map[int]pushReport{}
		for _, p := range r.Pushes {
			pushes[p.Index] = p
		}
		for _, link := range r.Chain {
			p := pushes[link.Index]
			got := asked[*heldPush](t, f, fmt.Sprintf(`{"type": "push", "x": [%v, %v], "label": %d}`, p.X[0], p.X[1], p.Label))
			if got == nil || !about(got.Push[0], p.Push[0]) || !about(got.W[0][0], link.W[0]) || !about(got.W[0][1], link.W[1]) || !about(got.B[0], link.B) {
				t.Fatalf("%s: point %d pushes %+v, want %v and %+v", fragment, link.Index, got, p.Push, link)
			}
			if (got.Toward == nil) != (p.Toward == nil) || p.Toward != nil && *got.Toward != *p.Toward {
				t.Fatalf("%s: point %d pushes the line toward %v, want %v", fragment, link.Index, got.Toward, p.Toward)
			}
		}
	}
	if none := asked[*heldPush](t, begin(t, "preset=xor-mlp"), `{"type": "push", "x": [1, 0], "label": 1}`); none != nil {
		t.Errorf("%+v", *none)
	}
}

// With several classes a point pushes each z by y − p, one of its class up and the others down, and its boundary as in the step.
func TestThePointInHandPushesEachOutput(t *testing.T) {
	f := begin(t, "preset=three-classes")
	hear(t, f, `{"type": "step", "n": 20}`)
	s := f.Snapshot()
	pushes := step(t, f).Pushes
	if len(pushes) != s.Samples.Len() {
		t.Fatalf("%d pushes", len(pushes))
	}
	for _, of := range pushes {
		got := asked[*heldPush](t, f, fmt.Sprintf(`{"type": "push", "x": [%v, %v], "label": %d}`, of.X[0], of.X[1], of.Label))
		for k, p := range s.Ask(of.X).P {
			want := -p
			if k == of.Label {
				want = 1 - p
			}
			n := float64(s.Samples.Len())
			if !about(got.Push[k], want) || !about(got.W[k][0], want*of.X[0]/n) || !about(got.W[k][1], want*of.X[1]/n) || !about(got.B[k], want/n) {
				t.Fatalf("point %d: %+v, want %v for class %d", of.Index, got, want, k)
			}
		}
		if *got.Toward != *of.Toward {
			t.Fatalf("point %d pushes its boundary toward %v, want %v", of.Index, *got.Toward, *of.Toward)
		}
	}
	for _, label := range []string{"-1", "3"} {
		_, err := f.Request([]byte(`{"type": "push", "x": [1, 0], "label": ` + label + `}`))
		if err == nil || err.Error() != "push.label: "+label+": want an index from 0 to 2" {
			t.Errorf("label %s: %v", label, err)
		}
	}
}

// Layer by layer, with loops in the open: what a unit gives is tanh of its sum, and the output's p is σ of its own.
func TestActivationsAreTheForwardPass(t *testing.T) {
	f := begin(t, "preset=xor-mlp")
	p := f.Snapshot().Network.Parameters()
	for _, x := range [][2]float64{{0, 1}, {-0.3, 2.5}} {
		got := asked[[][]float64](t, f, fmt.Sprintf(`{"type": "activations", "x": [%v, %v]}`, x[0], x[1]))
		if len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 1 {
			t.Fatalf("%v", got)
		}
		z := p[3][0]
		for u := range 2 {
			h := math.Tanh(p[0][2*u]*x[0] + p[0][2*u+1]*x[1] + p[1][u])
			z += p[2][u] * h
			if math.Abs(got[0][u]-h) > 1e-12 {
				t.Errorf("unit %d gives %v at %v, want %v", u, got[0][u], x, h)
			}
		}
		if want := 1 / (1 + math.Exp(-z)); math.Abs(got[1][0]-want) > 1e-12 {
			t.Errorf("p is %v at %v, want %v", got[1][0], x, want)
		}
	}
	sum := 0.0
	for _, p := range asked[[][]float64](t, begin(t, "preset=three-classes"), `{"type": "activations", "x": [1, 0]}`)[0] {
		sum += p
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("three classes' p add up to %v", sum)
	}
}
