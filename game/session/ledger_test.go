package session

import (
	"testing"

	"perceptronlab/perceptron/baseline"
	"perceptronlab/perceptron/scene"
)

func ledgerOf(t *testing.T, s *Session) Ledger {
	t.Helper()
	l, ok := s.Ledger()
	if !ok {
		t.Fatal("no ledger")
	}
	return l
}

// checkLedger compares the run's ledger with the mistakes that the scene's replay counts.
func checkLedger(t *testing.T, s *Session, what string) Ledger {
	t.Helper()
	l := ledgerOf(t, s)
	if last := l.Places[len(l.Places)-1]; !l.Own || len(l.Places) > ledgerLength || last.Shown != s.Steps() || l.Places[0] != (Tally{}) {
		t.Fatalf("%s: %d places from %v to %v at step %d", what, len(l.Places), l.Places[0], last, s.Steps())
	}
	for i, p := range l.Places {
		run, err := scene.Replay(s.Scene(), p.Shown)
		if err != nil {
			t.Fatal(err)
		}
		if run.Trainer().Mistakes() != p.Mistakes || i > 0 && p.Shown <= l.Places[i-1].Shown {
			t.Fatalf("%s: %+v, the replay counts %d", what, p, run.Trainer().Mistakes())
		}
	}
	return l
}

func TestTheLedgerCountsTheRunsOwnMistakes(t *testing.T) {
	sc, _ := scene.Preset("rosenblatt")
	s := begin(t, sc)
	// The baseline counts on its own, visit by visit.
	rule, err := baseline.FromScene("rosenblatt", sc)
	if err != nil {
		t.Fatal(err)
	}
	for range 300 {
		l := ledgerOf(t, s)
		if last := l.Places[len(l.Places)-1]; last != (Tally{rule.Steps(), rule.Mistakes()}) {
			t.Fatalf("%+v, the baseline's is %d of %d", last, rule.Mistakes(), rule.Steps())
		}
		do(t, s, &Step{})
		rule.Step()
	}
	play(t, s, 700, 1)
	l := checkLedger(t, s, "played")
	if m := l.Places[len(l.Places)-1].Mistakes; m == 0 || l.Bound == nil || float64(m) > *l.Bound || !l.Holds {
		t.Errorf("%d mistakes, bound %v, promised %v", m, l.Bound, l.Holds)
	}
	do(t, s, &Seek{Step: 123})
	checkLedger(t, s, "sought")
	do(t, s, &AddPoint{X: [2]float64{0.25, 0.5}, Y: 1})
	play(t, s, 400, 1)
	if checkLedger(t, s, "edited").Holds {
		t.Error("the bound is promised for points that were added during the run")
	}
	do(t, s, &Undo{})
	if !checkLedger(t, s, "undone").Holds {
		t.Error("undone, and the bound isn't promised")
	}
}

func TestWhatNovikoffDoesNotPromise(t *testing.T) {
	for link, want := range map[string]bool{
		"preset=rosenblatt":                                 true,
		"preset=rosenblatt&lr=0.1":                          true,
		"preset=rosenblatt&init=uniform":                    false,
		"preset=rosenblatt&momentum=0.9":                    false,
		"preset=rosenblatt&weight_decay=0.1":                false,
		"preset=rosenblatt&optimizer=adam":                  false,
		"preset=rosenblatt&edits=0:add:0.25,0.5,1":          true,
		"preset=rosenblatt&edits=0:weights:1,2/3":           false,
		"preset=rosenblatt&edits=5:set:train.lr,2":          false,
		"preset=rosenblatt&edits=5:set:train.epochs,2":      true,
		"preset=rosenblatt&edits=5:set:train.batch_size,12": false,
	} {
		sc, err := scene.ParseFragment(link)
		if err != nil {
			t.Fatalf("%s: %v", link, err)
		}
		s := begin(t, sc)
		play(t, s, 50, 1)
		if l, ok := s.Ledger(); ok && l.Holds != want || !ok && want {
			t.Errorf("%s: promised %v, want %v", link, l.Holds, want)
		}
	}
}

func TestTheLedgerOfARace(t *testing.T) {
	s := begin(t, scene.Default())
	if _, ok := s.Ledger(); ok {
		t.Error("a ledger where Rosenblatt's rule isn't in use")
	}
	play(t, s, 3, 1)
	do(t, s, &Race{On: true})
	play(t, s, 20, 1) // of 100 points each
	sc := s.Scene()
	sc.Model.Init = "zeros"
	rule, err := baseline.FromScene("rosenblatt", sc)
	if err != nil {
		t.Fatal(err)
	}
	l := ledgerOf(t, s)
	if l.Own || !l.Holds || len(l.Places) != 21 {
		t.Fatalf("%+v", l)
	}
	for _, p := range l.Places {
		for rule.Steps() < p.Shown {
			rule.Step()
		}
		if rule.Mistakes() != p.Mistakes {
			t.Errorf("%+v, want %d", p, rule.Mistakes())
		}
	}
	play(t, s, 900, 1)
	if l = ledgerOf(t, s); len(l.Places) > ledgerLength || len(l.Places) < ledgerLength/3 {
		t.Errorf("%d places", len(l.Places))
	}
	for i := 1; i < len(l.Places); i++ {
		if l.Places[i].Shown <= l.Places[i-1].Shown || l.Places[i].Mistakes < l.Places[i-1].Mistakes {
			t.Fatalf("%v after %v", l.Places[i], l.Places[i-1])
		}
	}
	do(t, s, &MovePoint{Index: 2, X: [2]float64{-2, 2}})
	if ledgerOf(t, s).Holds {
		t.Error("the bound is promised for points that were moved during the run")
	}
	do(t, s, &Race{})
	if _, ok := s.Ledger(); ok {
		t.Error("a ledger after the race")
	}
}
