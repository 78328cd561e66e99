package session

import (
	"slices"
	"strings"

	"perceptronlab/perceptron/scene"
)

// A Ledger is how often Rosenblatt's rule has erred so far: the run itself if it uses that rule, with the perceptron loss and
// batches of one, else a baseline in a race that corrects as it does.
type Ledger struct {
	Own    bool // the run's own, and not a baseline's
	Places []Tally
	Bound  *float64 // Novikoff's for these samples; nil where there is none
	Holds  bool     // whether the bound applies: the run started from zeros, and has only been shown points since
}

// A Tally is how many samples the rule was shown, and how many of them it got wrong.
type Tally struct{ Shown, Mistakes int }

// ledgerLength is the most places that a ledger has.
const ledgerLength = 256

// Ledger returns the ledger; ok is false if Rosenblatt's rule isn't in use, and if nothing can be said about the samples.
func (s *Session) Ledger() (l Ledger, ok bool) {
	sep, bound := s.Separation()
	if sep == nil {
		return Ledger{}, false
	}
	t := s.run.Trainer()
	l.Bound = bound
	if train := s.run.Train(); train.Loss == "perceptron" && train.BatchSize == 1 {
		l.Own, l.Holds = true, s.isRosenblatts()
		for _, trace := range s.path.traces {
			if trace.Step < t.Steps() {
				l.Places = append(l.Places, Tally{trace.Step, trace.Mistakes})
			}
		}
		l.Places = atMost(append(l.Places, Tally{t.Steps(), t.Mistakes()}), ledgerLength)
		return l, true
	}
	if s.race == nil {
		return Ledger{}, false
	}
	one := s.race.bounded()
	if one == nil {
		return Ledger{}, false
	}
	l.Holds = !slices.ContainsFunc(s.made(s.race.first), scene.Edit.OfSamples)
	l.Places = append(slices.Clone(s.race.tally.places), Tally{one.Steps(), one.Mistakes()})
	l.Places = slices.Compact(l.Places)
	return l, true
}

// made are the edits, from the i-th on, that have been made by now.
func (s *Session) made(i int) (edits []scene.Edit) {
	for ; i < s.run.Applied(); i++ {
		edits = append(edits, *s.run.Now().Edit(i))
	}
	return edits
}

// isRosenblatts reports whether Novikoff's theorem covers the run: Rosenblatt's rule alone, started from zeros, on the samples as
// they are now.
func (s *Session) isRosenblatts() bool {
	train := s.run.Train()
	if s.run.Now().Head().Model.Init != "zeros" || train.OptimizerEntry().Adaptive() || train.Momentum != 0 || train.WeightDecay != 0 {
		return false
	}
	return !slices.ContainsFunc(s.made(0), func(e scene.Edit) bool {
		return e.Weights != nil || e.Step > 0 && (e.OfSamples() || setsMore(e.Set))
	})
}

// setsMore reports whether an edit sets anything other than when the run ends.
func setsMore(set map[string]any) bool {
	for key := range set {
		if !strings.HasSuffix(key, "epochs") {
			return true
		}
	}
	return false
}

// atMost leaves out places before the last if there are more than that many.
func atMost(places []Tally, limit int) []Tally {
	if over := len(places) - limit; over > 0 {
		return append(places[:limit-1], places[len(places)-1])
	}
	return places
}

// tally records places of a ledger at a minimum distance; when there are too many, every other one is dropped.
type tally struct {
	places []Tally
	every  int
}

func (t *tally) record(now Tally) {
	if len(t.places) == 0 {
		t.places, t.every = []Tally{{}}, 1
	}
	if now.Shown-t.places[len(t.places)-1].Shown < t.every {
		return
	}
	if len(t.places) == ledgerLength-1 {
		kept := t.places[:0]
		for i := 0; i < len(t.places); i += 2 {
			kept = append(kept, t.places[i])
		}
		t.places = kept
		t.every = max(2*t.every, (kept[len(kept)-1].Shown+1)/len(kept))
	}
	t.places = append(t.places, now)
}
