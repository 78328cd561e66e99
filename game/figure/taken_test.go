package figure

import (
	"fmt"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

// inHandOf is the index of the sample in hand, or −1, and whether it stays there.
func inHandOf(t *testing.T, f *Figure) (index int, held bool) {
	t.Helper()
	h := reported(t, f).Hover
	if h == nil || h.Index == nil {
		return -1, false
	}
	s := f.Snapshot()
	x, label := s.Samples.At(*h.Index)
	if said := s.Ask(x); h.X != said.X || *h.Label != label || h.P[0] != said.P[0] {
		t.Errorf("sample %d is %+v", *h.Index, *h)
	}
	return *h.Index, h.Held
}

// tapAt is what a finger does that touches a place and goes.
func tapAt(t *testing.T, f *Figure, x [2]float64) {
	t.Helper()
	px, py := f.PlaneView().ToPx(x)
	hear(t, f, fmt.Sprintf(`{"type": "press", "x": %v, "y": %v, "tap": true}`, px, py), fmt.Sprintf(`{"type": "release", "x": %v, "y": %v}`, px, py), `{"type": "leave"}`)
}

func TestAPointerNearAnAskedPointHasItInHand(t *testing.T) {
	f := begin(t, "preset=blog")
	for _, q := range reported(t, f).Queries {
		hear(t, f, fmt.Sprintf(`{"type": "hover", "x": %v, "y": %v}`, q.At[0]+2, q.At[1]-1))
		h := reported(t, f).Hover
		if h.X != q.X || h.Z[0] != q.Z[0] || h.P[0] != q.P[0] || h.Index != nil {
			t.Errorf("beside the asked point %v the point in hand is %+v", q.X, *h)
		}
		if *h.At != *q.At {
			t.Errorf("it is marked at %v, not at %v", *h.At, *q.At)
		}
	}
}

func TestATapTakesASampleInHandAndTheNextAsks(t *testing.T) {
	for _, tool := range []string{"ask", "move"} {
		f := begin(t, "preset=xor")
		hear(t, f, `{"type": "tool", "tool": "`+tool+`"}`)
		corner, _ := f.Snapshot().Samples.At(2)
		asked := len(f.Snapshot().Queries)
		tapAt(t, f, corner)
		if i, held := inHandOf(t, f); i != 2 || !held {
			t.Errorf("%s: sample %d is in hand, %v", tool, i, held)
		}
		if c := f.Covered(); c == nil || c.Query || c.Index != 2 {
			t.Errorf("%s: the plane marks %v", tool, c)
		}
		if r := reported(t, f); r.CanUndo || len(r.Queries) != asked {
			t.Errorf("%s: a tap changed the run", tool)
		}
		tapAt(t, f, corner)
		// XOR's corners are asked about already.
		if i, _ := inHandOf(t, f); i != -1 || len(f.Snapshot().Queries) != asked {
			t.Errorf("%s: after another tap sample %d is in hand, %d asked points", tool, i, len(f.Snapshot().Queries))
		}
	}
	f := begin(t, "")
	alone, _ := f.Snapshot().Samples.At(1)
	tapAt(t, f, alone)
	if i, held := inHandOf(t, f); i < 0 || !held {
		t.Fatalf("sample %d is in hand, %v", i, held)
	}
	tapAt(t, f, alone)
	if r := reported(t, f); r.Hover != nil || len(r.Queries) != 3 || !near(r.Queries[2].X, alone, 0.01) {
		t.Errorf("another tap asked about %v, and %v is in hand", r.Queries[2:], r.Hover)
	}
}

// An add tool adds, whoever presses; and a mouse, which has pointed at a sample, asks at once.
func TestOnlyATapTakes(t *testing.T) {
	f := begin(t, "")
	first, _ := f.Snapshot().Samples.At(0)
	x, y := f.PlaneView().ToPx(first)
	hear(t, f, fmt.Sprintf(`{"type": "press", "x": %v, "y": %v}`, x, y), `{"type": "release", "x": 0, "y": 0}`, `{"type": "leave"}`)
	if i, _ := inHandOf(t, f); i != -1 || !reported(t, f).CanUndo {
		t.Errorf("a click took sample %d", i)
	}
	hear(t, f, `{"type": "undo"}`, `{"type": "tool", "tool": "add1"}`)
	counts := f.Snapshot().Counts()
	tapAt(t, f, first)
	if i, _ := inHandOf(t, f); i != -1 || f.Snapshot().Counts()[1] != counts[1]+1 {
		t.Errorf("a tap with an add tool took sample %d", i)
	}
}

func TestAListTakesASampleAndLeaves(t *testing.T) {
	f := begin(t, "")
	for _, step := range []struct {
		message string
		index   int
		held    bool
	}{
		{`{"type": "take", "index": 7}`, 7, false},
		{`{"type": "leave"}`, -1, false},
		{`{"type": "take", "index": 7, "hold": true}`, 7, true},
		{`{"type": "leave"}`, 7, true},
		{`{"type": "take", "index": 9}`, 9, false},
		{`{"type": "leave"}`, 7, true},
		{`{"type": "zoom", "factor": 40, "at": [0, 0]}`, 7, true}, // out of view
		{`{"type": "step"}`, 7, true},
		{`{"type": "reset"}`, 7, true},
		{`{"type": "addQuery", "x": [0, 0]}`, -1, false},
		{`{"type": "take", "index": 99, "hold": true}`, 99, true},
		{`{"type": "take", "index": 99, "hold": true}`, -1, false},
		{`{"type": "take", "index": 99}`, 99, false},
		{`{"type": "take", "index": 99, "hold": true}`, 99, true},
		{`{"type": "take", "index": 99, "hold": true}`, 99, false},
		{`{"type": "leave"}`, -1, false},
		{`{"type": "take", "index": 99, "hold": true}`, 99, true},
		{`{"type": "removePoint", "index": 3}`, -1, false},
		{`{"type": "take", "index": 98, "hold": true}`, 98, true},
		{`{"type": "load", "scene": {"data": {"kind": "xor", "n_samples": 4}}}`, -1, false},
	} {
		hear(t, f, step.message)
		if i, held := inHandOf(t, f); i != step.index || held != step.held {
			t.Errorf("after %s sample %d is in hand, %v", step.message, i, held)
		}
	}
	for _, index := range []string{"-1", "4", "1000000"} {
		_, err := f.Handle([]byte(`{"type": "take", "index": ` + index + `}`))
		if err == nil || !strings.HasPrefix(err.Error(), "take.index: "+index+": want ") {
			t.Errorf("take %s: %v", index, err)
		}
	}
}

// In XOR every asked point is one of the data, which pushes.
func TestAnAskedPointOnASampleIsThatSample(t *testing.T) {
	f := begin(t, "preset=xor")
	samples := f.Snapshot().Samples
	for _, q := range reported(t, f).Queries {
		if q.Index == nil || perceptron.Double(samples.X[*q.Index]) != q.X || *q.Label != int(samples.Y[*q.Index]) {
			t.Errorf("%v is %v of class %v", q.X, q.Index, q.Label)
		}
	}
	for _, q := range reported(t, begin(t, "")).Queries {
		if q.Index != nil || q.Label != nil {
			t.Errorf("%v is %v of class %v, and no sample", q.X, *q.Index, *q.Label)
		}
	}
}
