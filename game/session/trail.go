package session

import (
	"math"
	"slices"

	"perceptronlab/perceptron/scene"
)

// A Trace is where the decision line of a single neuron was after Step steps, or of another network all parameters.
type Trace struct {
	Step       int
	W          [2]float64
	B          float64
	Mistakes   int       // the trainer's
	Parameters []float64 // as Session.Parameters; nil of a single neuron
}

const (
	// The most traces kept: lines to draw, and places on the path through the loss.
	trailLength = 24
	pathLength  = 256
	// maxTraced is the most parameters that a network has a path of.
	maxTraced = 2000
)

// trail keeps evenly spaced traces over the whole run: when it is full, every other one is dropped and the
// distance doubles. It depends on the steps alone, so a replay gives the same.
type trail struct {
	limit    int
	networks bool // whether it has traces of networks, too
	traces   []Trace
	every    int
}

// record notes the line before the next step, if a trace is due.
func (t *trail) record(run *scene.Run) {
	t.every = max(t.every, 1)
	if run.Steps()%t.every != 0 || len(t.traces) > 0 && t.traces[len(t.traces)-1].Step >= run.Steps() {
		return
	}
	trace, ok := t.trace(run)
	if !ok {
		return
	}
	// A new slice, not an append: snapshots keep the old one.
	kept := make([]Trace, 0, len(t.traces)+1)
	if len(t.traces) == t.limit {
		t.every *= 2
	}
	for _, old := range t.traces {
		if old.Step%t.every == 0 {
			kept = append(kept, old)
		}
	}
	if run.Steps()%t.every == 0 {
		kept = append(kept, trace)
	}
	t.traces = kept
}

// trace is where the run is now; ok is false if a trace would be of no use.
func (t *trail) trace(run *scene.Run) (trace Trace, ok bool) {
	n := run.Trainer().Network()
	trace = Trace{Step: run.Steps(), Mistakes: run.Trainer().Mistakes()}
	if trace.W, trace.B, ok = n.Line(); ok {
		return trace, true
	}
	if !t.networks || n.NumParameters() > maxTraced {
		return trace, false
	}
	trace.Parameters = slices.Concat(n.Parameters()...)
	return trace, true
}

// distance is the number of steps to the next trace.
func (t *trail) distance(run *scene.Run) int {
	if len(t.traces) == 0 {
		return math.MaxInt // there is nothing to trace
	}
	return t.every - run.Steps()%t.every
}

// cut drops what lies after a step.
func (t *trail) cut(step int) {
	kept := make([]Trace, 0, len(t.traces))
	for _, trace := range t.traces {
		if trace.Step <= step {
			kept = append(kept, trace)
		}
	}
	t.traces = kept
}
