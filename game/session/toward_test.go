package session

import (
	"math"
	"reflect"
	"strconv"
	"testing"

	"perceptronlab/perceptron/scene"
)

// far is more steps than a run of manySamples takes at once.
const (
	far         = 6000
	manySamples = "n_samples=1000&cluster_std=1&train.lr=0.1&epochs=0"
	// heavy takes long by its network, and little in a race: it takes some 400 steps at once.
	heavy = "layers=2,32,32,1&n_samples=20&epochs=0"
)

func fromLink(t *testing.T, link string) *Session {
	t.Helper()
	s := begin(t, scene.Default())
	do(t, s, &Load{Link: link, First: true})
	return s
}

func (s *Session) parameters() []float64 {
	all, _ := s.Parameters()
	return all
}

// arrive ticks until the run is where it was sent, a few steps a tick, and returns how many ticks that took.
func arrive(t *testing.T, s *Session) (ticks int) {
	t.Helper()
	for s.toward != nil {
		if !s.Playing() || !s.Advance(func() bool { return true }) {
			t.Fatalf("at step %d it is not on its way to step %d", s.Steps(), s.toward.step)
		}
		ticks++
	}
	return ticks
}

func TestAFarStepComesInTicks(t *testing.T) {
	s := fromLink(t, manySamples+"&step=6000")
	if at := s.Steps(); at == 0 || at >= far {
		t.Fatalf("step %d at once", at)
	}
	if r := s.Restore(); r.Step != far || r.Playing {
		t.Errorf("on its way it would come back to %+v", r)
	}
	if ticks := arrive(t, s); ticks < 10 || s.Steps() != far || s.Playing() {
		t.Fatalf("after %d ticks at step %d, playing: %v", ticks, s.Steps(), s.Playing())
	}
	slow := fromLink(t, manySamples)
	for range far {
		slow.step()
	}
	if got, want := s.parameters(), slow.parameters(); !reflect.DeepEqual(got, want) {
		t.Errorf("it came to %v, want %v", got, want)
	}
}

func TestPauseEndsTheWay(t *testing.T) {
	s := fromLink(t, manySamples+"&step=2000000000")
	at := s.Steps()
	do(t, s, &Pause{})
	if s.Advance(func() bool { return true }) || s.Steps() != at || s.Restore().Step != at {
		t.Errorf("it went on from step %d to %d", at, s.Steps())
	}
	do(t, s, &Step{})
	if s.Steps() != at+1 || s.Playing() {
		t.Errorf("the next step is %d", s.Steps())
	}
}

func TestStepsThatAreMany(t *testing.T) {
	s := fromLink(t, manySamples)
	do(t, s, &Step{N: far})
	arrive(t, s)
	do(t, s, &Step{N: 7})
	if s.Steps() != far+7 {
		t.Errorf("step %d", s.Steps())
	}
	if err := s.Apply(&Step{N: -1}); err == nil {
		t.Error("−1 steps were taken")
	}
	one := fromLink(t, "n_samples=100000&batch_size=1&epochs=3")
	do(t, one, &Epoch{})
	if !one.Playing() || one.Snapshot().Epoch != 0 {
		t.Errorf("100,000 steps at once, to epoch %d", one.Snapshot().Epoch)
	}
	arrive(t, one)
	if shot := one.Snapshot(); shot.Epoch != 1 || shot.Step != 100_000 {
		t.Errorf("epoch %d, step %d", shot.Epoch, shot.Step)
	}
}

func TestPlayOnTheWayPlaysOnFromThere(t *testing.T) {
	s := fromLink(t, manySamples+"&step=6000")
	do(t, s, &Play{})
	if s.Steps() >= far || !s.Restore().Playing {
		t.Fatalf("step %d, %+v", s.Steps(), s.Restore())
	}
	for s.toward != nil {
		s.Advance(func() bool { return true })
	}
	if !s.Playing() || s.Steps() != far {
		t.Errorf("at step %d, playing: %v", s.Steps(), s.Playing())
	}
}

// Changes are undone and redone to where the run was, also if that is far and before it is there.
func TestUndoOnTheWay(t *testing.T) {
	s := fromLink(t, manySamples)
	do(t, s, &Step{N: far})
	arrive(t, s)
	bare := s.parameters()
	do(t, s, &AddPoint{X: [2]float64{9, 9}, Y: 1}, &AddPoint{X: [2]float64{-9, 9}, Y: 0}, &Step{N: far})
	arrive(t, s)
	steps, done := s.Steps(), s.parameters()
	do(t, s, &Undo{})
	if s.toward == nil {
		t.Fatal("it was there at once: this shows nothing")
	}
	do(t, s, &Undo{}, &Redo{}, &Redo{})
	arrive(t, s)
	if got := s.parameters(); s.Steps() != steps || !reflect.DeepEqual(got, done) {
		t.Errorf("undone and redone it is at step %d with %v, want step %d with %v", s.Steps(), got, steps, done)
	}
	do(t, s, &Undo{}, &Undo{})
	arrive(t, s)
	do(t, s, &Seek{far})
	arrive(t, s)
	if got := s.parameters(); !reflect.DeepEqual(got, bare) {
		t.Errorf("without the points %v, want %v", got, bare)
	}
}

func TestARaceBeginsWhereTheRunArrives(t *testing.T) {
	s := fromLink(t, manySamples)
	do(t, s, &Race{On: true}, &Load{Link: manySamples + "&step=6000"})
	if s.toward == nil {
		t.Fatal("it was there at once: this shows nothing")
	}
	arrive(t, s)
	slow := fromLink(t, manySamples)
	for range far {
		slow.step()
	}
	do(t, slow, &Race{On: true})
	if got, want := s.others(), slow.others(); !reflect.DeepEqual(got, want) {
		t.Errorf("the race is at %+v, want %+v", got, want)
	}
}

// A link to where a run diverged says so, though the step that found it was taken only by the run that the link is of.
func TestARunSentToWhereAnotherDivergedHasDiverged(t *testing.T) {
	for _, link := range []string{"preset=diverging", "preset=diverging&test_size=0.3", "preset=diverging&train.batch_size=50"} {
		s := begin(t, scene.Default())
		do(t, s, &Load{Link: link})
		play(t, s, 500, 10)
		want := s.Snapshot()
		if !want.Diverged {
			t.Fatalf("%s: step %d, not diverged", link, want.Step)
		}
		other := begin(t, scene.Default())
		do(t, other, &Load{Link: link + "&step=" + strconv.Itoa(want.Step)})
		for other.Playing() {
			other.Advance(never)
		}
		if got := other.Snapshot(); !got.Diverged || got.Step != want.Step || !math.IsNaN(got.Loss) {
			t.Errorf("%s: step %d, loss %v, diverged %v; want step %d, diverged", link, got.Step, got.Loss, got.Diverged, want.Step)
		}
	}
}

// A race that was to begin where the run goes begins where that way is ended, and not with the rules of the scene that was left.
func TestARaceBeginsWhereTheWayIsEnded(t *testing.T) {
	for what, end := range map[string][]Command{"a pause": {&Pause{}}, "a reset that was undone": {&Reset{}, &Undo{}, &Pause{}}} {
		s, want := fromLink(t, "preset=xor"), fromLink(t, heavy)
		do(t, s, &Race{On: true}, &Load{Link: heavy + "&step=600000"})
		do(t, want, &Step{N: s.Steps()})
		arrive(t, want)
		do(t, want, &Race{On: true})
		do(t, s, end...)
		for want.Steps() < s.Steps() {
			do(t, want, &Step{})
		}
		for range 2 {
			if !reflect.DeepEqual(s.others(), want.others()) {
				t.Errorf("ended by %s at step %d the race is at %+v, want %+v", what, s.Steps(), s.others(), want.others())
			}
			do(t, s, &Step{})
			do(t, want, &Step{})
		}
	}
}
