package session

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/baseline"
	"perceptronlab/perceptron/scene"
)

// An Other is a line to compare the run with: a run that was pinned, or a baseline rule on the same samples.
type Other struct {
	Name     string // "pinned", or one of baseline.Names
	W        [2]float64
	B        float64
	Line     bool                 // whether there is a line: a pinned network with hidden layers has none
	Losses   perceptron.LossCurve // of a pinned run
	Mistakes int                  // that a baseline made so far
}

// Pinned is the name of the run that was pinned.
const Pinned = "pinned"

type (
	// Pin keeps the present run's line and losses to compare with.
	Pin struct{}
	// Unpin drops what was kept.
	Unpin struct{}
	// Race starts or stops the baseline rules learning alongside the run: they are shown as many samples as it is.
	Race struct {
		On bool `json:"on"`
	}
)

func (*Pin) apply(s *Session) error {
	t := s.run.Trainer()
	o := Other{Name: Pinned, Losses: t.LossCurve()}
	o.W, o.B, o.Line = t.Network().Line()
	s.history.add(&change{before: s.present(), kind: ofSettings})
	s.pinned = &o
	return nil
}

func (*Unpin) apply(s *Session) error {
	if s.pinned != nil {
		s.history.add(&change{before: s.present(), kind: ofSettings})
		s.pinned = nil
	}
	return nil
}

func (c *Race) apply(s *Session) (err error) {
	var r *race
	if c.On {
		if r, err = newRace(s); err != nil {
			return err
		}
	}
	s.history.add(&change{before: s.present(), kind: ofSettings})
	s.race = r
	return nil
}

// others are what the run is compared with, the pinned one first.
func (s *Session) others() []Other {
	var all []Other
	if s.pinned != nil {
		all = append(all, *s.pinned)
	}
	if s.race == nil {
		return all
	}
	for _, r := range s.race.baselines {
		w, b := r.Weights()
		all = append(all, Other{Name: r.Name(), W: w, B: b, Line: true, Mistakes: r.Mistakes()})
	}
	return all
}

// race is the baselines that learn alongside a run.
type race struct {
	baselines []*baseline.Baseline
	first     int // the first of the scene's edits that were made after the race began
	next      int // the first of them that the baselines have not seen
	tally     tally
}

// newRace begins all rules on the samples of the session's run as they are now.
func newRace(s *Session) (*race, error) {
	seed, train, samples := s.run.Now().Head().Model.ManualSeed, s.run.Train(), s.run.Trainer().Samples()
	r := &race{next: s.run.Applied()}
	r.first = r.next
	for _, name := range baseline.Names() {
		c := baseline.Config{Seed: seed, LR: train.LR, WeightDecay: train.WeightDecay}
		one, err := baseline.New(name, samples, c)
		if err != nil {
			return nil, err
		}
		r.baselines = append(r.baselines, one)
	}
	return r, nil
}

// follow shows the baselines what the run's last step took, a batch, after the edits made before that step.
func (r *race) follow(run *scene.Run) {
	edits := run.Now()
	for ; r.next < edits.Len() && edits.Edit(r.next).Step < run.Steps(); r.next++ {
		for _, one := range r.baselines {
			edits.Edit(r.next).EditSamples(one)
		}
	}
	batch := run.Trainer().Config().BatchSize
	for _, one := range r.baselines {
		n := one.Samples().Len()
		if batch > 0 {
			n = min(n, batch)
		}
		for range n {
			one.Step()
		}
	}
	if b := r.bounded(); b != nil {
		r.tally.record(Tally{b.Steps(), b.Mistakes()})
	}
}

// bounded is a baseline whose mistakes Novikoff bounds; all of those make the same ones.
func (r *race) bounded() *baseline.Baseline {
	for _, b := range r.baselines {
		if b.Bounded() {
			return b
		}
	}
	return nil
}

// AccuracyOf is the share of the snapshot's samples that another line predicts right; NaN without samples.
func (s Snapshot) AccuracyOf(o Other) float64 {
	right := 0
	for i := range s.Samples.Len() {
		x, y := s.Samples.At(i)
		z := float64(o.W[0]*x[0]) + float64(o.W[1]*x[1]) + o.B
		if (z >= 0) == (y == 1) {
			right++
		}
	}
	return float64(right) / float64(s.Samples.Len())
}
