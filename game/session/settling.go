package session

import (
	"math"
	"math/bits"

	"perceptronlab/perceptron/scene"
)

// A Place is where the weights of a single neuron were after a number of epochs, the last of which may be incomplete.
type Place struct {
	Epoch float64
	W     [2]float64
}

// settling keeps the weights at steps that are farther and farther apart, eight in each doubling, for what changes over the
// logarithm of time. It depends on the steps alone. A record drops those at and after its step, so that a replay, or a change
// made in the past, puts its own in their place.
type settling struct {
	steps  []int
	places []Place
}

// settlingLength is the most places kept: together with the present one, enough for 2³⁴ steps.
const settlingLength = 256

// record notes the weights before the next step, where one is due.
func (p *settling) record(run *scene.Run) {
	step := run.Steps()
	if step%apart(step) != 0 {
		return
	}
	w, _, ok := run.Trainer().Network().Line()
	if !ok {
		return
	}
	n := p.before(step)
	p.steps, p.places = p.steps[:n], p.places[:n]
	if n < settlingLength-1 {
		p.steps, p.places = append(p.steps, step), append(p.places, Place{epochOf(run), w})
	}
}

// before returns how many of the places lie before a step.
func (p *settling) before(step int) (n int) {
	for n < len(p.steps) && p.steps[n] < step {
		n++
	}
	return n
}

// distance is the number of steps to the next place.
func (p *settling) distance(run *scene.Run) int {
	if len(p.steps) == 0 {
		return math.MaxInt // there is no line
	}
	return apart(run.Steps()) - run.Steps()%apart(run.Steps())
}

// apart is the distance between places around a step: 1 up to step 16, then 2 up to 32, and so on.
func apart(step int) int { return 1 << max(0, bits.Len(uint(step))-4) }

func epochOf(run *scene.Run) float64 {
	t := run.Trainer()
	if t.EpochStart() {
		return float64(t.Epoch())
	}
	all := t.StepsPerEpoch()
	return float64(t.Epoch()) + float64(all-t.StepsLeft())/float64(all)
}

// Settling is the weights of a single neuron so far, at steps that are farther and farther apart, the present ones last. It is
// nil for any other network, without samples, and if the run diverged.
func (s *Session) Settling() []Place {
	t := s.run.Trainer()
	w, _, single := t.Network().Line()
	if !single || s.diverged() || t.NumSamples() == 0 {
		return nil
	}
	before := s.settling.places[:s.settling.before(s.run.Steps())]
	return append(before[:len(before):len(before)], Place{epochOf(s.run), w})
}
