package figure

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// The lowest place is in the picture, or in the one of its surroundings; or there is none. The losses are computed here again.
func TestTheLowestPlaceIsInSight(t *testing.T) {
	for _, c := range []struct {
		fragment string
		steps    int
		best     bool
		around   bool
		kind     lowestKind
	}{
		{"", 0, false, true, lowestPlace},
		{"", 60, false, true, lowestPlace},
		{"", 1000, false, true, lowestPlace},
		{"", 1000, true, false, lowestFalls},
		{"train.loss=hinge", 200, true, true, lowestLevel},
		{"train.loss=mse", 1000, false, true, lowestPlace},
		{"preset=overlap", 100, false, false, lowestPlace},
		{"weight_decay=0.1", 300, true, false, lowestPlace},
	} {
		name := fmt.Sprintf("%q, step %d, best %v", c.fragment, c.steps, c.best)
		f := begin(t, c.fragment)
		if c.steps > 0 {
			hear(t, f, fmt.Sprintf(`{"type": "step", "n": %d}`, c.steps))
		}
		for _, playing := range []string{"pause", "play"} {
			hear(t, f, fmt.Sprintf(`{"type": %q}`, playing))
			asked, err := (&landscapeRequest{Best: c.best}).answer(f)
			if err != nil {
				t.Fatal(err)
			}
			r := asked.(*landscapeReport)
			low := r.Lowest
			if low == nil || low.Kind != c.kind || (r.Around != nil) != c.around || low.Within == c.around && c.kind != lowestFalls {
				t.Errorf("%s: lowest %+v, surroundings %v; want %v, surroundings %v", name, low, r.Around != nil, c.kind, c.around)
				continue
			}
			low0, high0 := r.Min, r.Max
			if a := r.Around; a != nil {
				low0, high0 = a.Min, a.Max
				if !inside(r.Min, a.Min, a.Max) || !inside(r.Max, a.Min, a.Max) {
					t.Errorf("%s: the surroundings %v to %v leave out some of the picture %v to %v", name, a.Min, a.Max, r.Min, r.Max)
				}
				checkLevels(t, name, f, r)
			}
			if c.kind != lowestFalls && !inside(low.W, low0, high0) {
				t.Errorf("%s: the lowest place %v isn't in sight", name, low.W)
			}
			for _, w := range r.Path {
				if !inside(w, r.Min, r.Max) {
					t.Errorf("%s: %v of the path isn't in the picture", name, w)
				}
			}
		}
	}
}

// At the lowest place the run's own loss is the height without what weight decay adds.
func TestWhatWeightDecayAddsToTheLowestPlace(t *testing.T) {
	for _, c := range []struct {
		fragment, request string
		decays            bool
	}{
		{"weight_decay=0.1", `{"type": "landscape"}`, true},
		{"weight_decay=0.1", `{"type": "landscape", "best": true}`, true},
		{"weight_decay=0.02&train.loss=hinge", `{"type": "landscape", "best": true}`, true},
		{"", `{"type": "landscape"}`, false},
		{"preset=xor-mlp&weight_decay=0.05", `{"type": "landscape", "parameters": [2, 8]}`, true},
		{"preset=xor-mlp", `{"type": "landscape", "parameters": [2, 8]}`, false},
	} {
		f := begin(t, c.fragment)
		hear(t, f, `{"type": "step", "n": 200}`)
		r := asked[*landscapeReport](t, f, c.request)
		low := r.Lowest
		if r.Parameters != nil {
			hear(t, f, fmt.Sprintf(`{"type": "turn", "parameters": [2, 8], "values": [%v, %v]}`, low.W[0], low.W[1]))
		} else {
			hear(t, f, fmt.Sprintf(`{"type": "weights", "parameters": [[%v, %v], [%v]]}`, low.W[0], low.W[1], low.B))
		}
		if got, want := low.Loss-low.Decay, f.Snapshot().Loss; math.Abs(got-want) > 1e-12 || (low.Decay > 0) != c.decays {
			t.Errorf("%q, %s: %v, of which weight decay %v, at %v; the run's loss there is %v", c.fragment, c.request, low.Loss, low.Decay, low.W, want)
		}
	}
}

func inside(w, low, high [2]float64) bool {
	return low[0] <= w[0] && w[0] <= high[0] && low[1] <= w[1] && w[1] <= high[1]
}

// checkLevels computes each place's loss in plain words, with the bias as it is, and compares their order with that of the levels.
func checkLevels(t *testing.T, name string, f *Figure, r *landscapeReport) {
	t.Helper()
	s, a := f.Snapshot(), r.Around
	_, b, _ := s.Network.Line()
	if s.Train.Loss != "bce" || r.Of != s.Samples.Len() {
		return
	}
	var losses []float64
	for i := range a.Levels {
		row, column := i/a.Side, i%a.Side
		w1 := a.Min[0] + (a.Max[0]-a.Min[0])*(float64(column)+0.5)/float64(a.Side)
		w2 := a.Max[1] - (a.Max[1]-a.Min[1])*(float64(row)+0.5)/float64(a.Side)
		sum := 0.0
		for k := range s.Samples.Len() {
			x, y := s.Samples.At(k)
			z := w1*x[0] + w2*x[1] + b
			sum += math.Log1p(math.Exp(-math.Abs(z))) + math.Max(z, 0) - z*float64(y)
		}
		losses = append(losses, sum/float64(s.Samples.Len()))
	}
	for i, loss := range losses {
		for k, other := range losses {
			if loss < other && a.Levels[i] > a.Levels[k] {
				t.Fatalf("%s: level %d of the loss %g, %d of %g", name, a.Levels[i], loss, a.Levels[k], other)
			}
		}
	}
	if len(a.Levels) != a.Side*a.Side || slices.Min(a.Levels) != 0 || slices.Max(a.Levels) != highestLevel {
		t.Errorf("%s: %d levels from %d to %d", name, len(a.Levels), slices.Min(a.Levels), slices.Max(a.Levels))
	}
}
