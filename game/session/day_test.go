package session

import (
	"math/rand/v2"
	"os"
	"runtime"
	"testing"

	"perceptronlab/perceptron/scene"
)

// atLength is a number as it is, with DAY=1, as `make soak` has it, or a tenth of it, or with -short a fiftieth.
func atLength(n int) int {
	switch {
	case os.Getenv("DAY") != "":
		return n
	case testing.Short():
		return n / 50
	default:
		return n / 10
	}
}

// acts are what somebody does for a long time: edits of every kind, a few steps, and back in time.
func acts(t *testing.T, s *Session, rng *rand.Rand, n int) {
	t.Helper()
	place := func() [2]float64 { return [2]float64{rng.NormFloat64(), rng.NormFloat64()} }
	for range n {
		points, asked := s.run.Trainer().NumSamples(), len(s.run.Queries())
		var c Command
		switch k := rng.IntN(40); {
		case k < 8 && points < 60, points < 40:
			c = &AddPoint{X: place(), Y: rng.IntN(2)}
		case k < 16:
			c = &RemovePoint{Index: rng.IntN(points)}
		case k < 24:
			c = &MovePoint{Index: rng.IntN(points), X: place()}
		case k < 26 && asked < 8, asked == 0:
			c = &AddQuery{X: place()}
		case k < 28:
			c = &RemoveQuery{Index: rng.IntN(asked)}
		case k < 31:
			c = &MoveQuery{Index: rng.IntN(asked), X: place()}
		case k < 33:
			c = &Set{Key: "train.lr", Value: 0.01 + rng.Float64()}
		case k < 34:
			c = &Seek{max(0, s.Steps()-rng.IntN(50))}
		case k < 36:
			c = &Undo{}
		case k < 37:
			c = &Redo{}
		default:
			do(t, s, &Speed{StepsPerFrame: 20}, &Play{})
			s.Advance(never)
			c = &Pause{}
		}
		do(t, s, c)
	}
}

// heldNow is how much memory is in use, in bytes.
func heldNow() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A hundred thousand acts in many scenes leave nothing behind: what is held at their end is what was held after a third of them.
func TestADayOfActsLeavesNoMemory(t *testing.T) {
	const rounds = 3 * 8
	rng := rand.New(rand.NewPCG(1, 0))
	s := begin(t, scene.Default())
	var held [rounds]int64
	for round := range rounds {
		link := []string{"", "train.batch_size=7", "layers=2,3,1&train.optimizer=adam", "preset=moons"}[round%4]
		do(t, s, &Load{Link: link})
		acts(t, s, rng, atLength(100_000)/rounds)
		// The same end each time: as much as can be undone, of the same kind.
		do(t, s, &Load{})
		for range 2 * maxChanges {
			do(t, s, &AddQuery{}, &RemoveQuery{})
		}
		held[round] = heldNow()
	}
	third, end := held[rounds/3-1], held[rounds-1]
	t.Logf("held after a third %.2f MB, at the end %.2f MB", float64(third)/1e6, float64(end)/1e6)
	if end > third+500_000 {
		t.Errorf("held after each round, in bytes: %v", held)
	}
	runtime.KeepAlive(s)
}

// A hundred thousand edits of one run: they are undone and redone as far as undo goes, and replayed, to the same bits.
func TestAHundredThousandEdits(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 0))
	s := begin(t, scene.Default())
	before := heldNow()
	for len(s.Scene().Edits) < atLength(100_000) {
		acts(t, s, rng, 1000)
	}
	want, edits := s.Snapshot(), len(s.Scene().Edits)
	undone := 0
	for ; s.Snapshot().CanUndo; undone++ {
		do(t, s, &Undo{})
	}
	if undone < 30 {
		t.Errorf("%d changes can be undone", undone)
	}
	for range undone {
		do(t, s, &Redo{})
	}
	sameRun(t, "redone", s.Snapshot(), want)
	run, err := scene.Replay(s.Scene(), want.Step)
	if err != nil {
		t.Fatal(err)
	}
	sameRun(t, "replayed", newSession(run).Snapshot(), want)
	grown := heldNow() - before
	t.Logf("%d edits over %d steps hold %.1f MB, of which %d can be undone", edits, want.Step, float64(grown)/1e6, undone)
	runtime.KeepAlive(s)
}

// What a run holds of its past is bounded, however long it goes on.
func TestVeryManyEpochsAreHeldWithinBounds(t *testing.T) {
	sc, err := scene.ParseFragment("preset=and&train.epochs=0")
	if err != nil {
		t.Fatal(err)
	}
	s := begin(t, sc)
	before := heldNow()
	until := 10 * atLength(1_000_000)
	do(t, s, &Speed{StepsPerFrame: 1e4}, &Play{})
	for s.Steps() < until {
		s.Advance(never)
	}
	s.Snapshot()
	grown := heldNow() - before
	t.Logf("%d epochs hold %.1f MB", s.Steps(), float64(grown)/1e6)
	if grown > 30e6 {
		t.Errorf("%d epochs hold %d bytes", s.Steps(), grown)
	}
	runtime.KeepAlive(s)
}

// Scenes that were left after a few steps, as many as can be undone, hold little each.
func TestScenesLeftHoldLittle(t *testing.T) {
	s := begin(t, scene.Default())
	before := heldNow()
	for range maxChanges {
		do(t, s, &Load{Link: "preset=and"}, &Step{N: 3})
	}
	grown := heldNow() - before
	t.Logf("%d scenes hold %.1f kB each", maxChanges, float64(grown)/maxChanges/1e3)
	if grown > 20_000*maxChanges {
		t.Errorf("%d scenes hold %d bytes", maxChanges, grown)
	}
	runtime.KeepAlive(s)
}
