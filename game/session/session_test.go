package session

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"perceptronlab/perceptron/scene"
)

func never() bool { return false }

// play runs a session for a number of ticks, with a number of steps each.
func play(t *testing.T, s *Session, ticks int, stepsPerFrame float64) {
	t.Helper()
	do(t, s, &Speed{stepsPerFrame}, &Play{})
	for range ticks {
		s.Advance(never)
	}
}

func do(t *testing.T, s *Session, commands ...Command) {
	t.Helper()
	for _, c := range commands {
		if err := s.Apply(c); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
}

func begin(t *testing.T, s scene.Scene) *Session {
	t.Helper()
	run, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func TestTheBlogPostPlaysToItsEnd(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 101, 10)
	got := s.Snapshot()
	if got.Playing || !got.Ended || got.Epoch != 1000 || got.Step != 1000 || len(got.Losses.Losses) != 1000 {
		t.Fatalf("playing %v, ended %v, epoch %d, step %d, %d losses; want the end of 1000 epochs", got.Playing, got.Ended, got.Epoch, got.Step, len(got.Losses.Losses))
	}
	for i, want := range []struct {
		p     float64
		class int
	}{{0.9424158334732056, 1}, {0.05055497586727142, 0}} {
		if q := got.Queries[i]; math.Abs(q.P[0]-want.p) > 1e-7 || q.Class != want.class {
			t.Errorf("p%v = %.10f, class %d; PyTorch says %.10f, class %d", q.X, q.P[0], q.Class, want.p, want.class)
		}
	}
	do(t, s, &Play{})
	for range 50 {
		s.Advance(never)
	}
	if got := s.Snapshot(); got.Epoch != 1500 || got.GoalEpochs != 2000 {
		t.Errorf("playing on came to epoch %d of %d, want 1500 of 2000", got.Epoch, got.GoalEpochs)
	}
}

func TestSpeedCountsSteps(t *testing.T) {
	for _, c := range []struct {
		speed float64
		ticks int
		steps int
	}{{1, 7, 7}, {0.25, 8, 2}, {2.5, 4, 10}, {100, 3, 300}} {
		s := begin(t, scene.Default())
		play(t, s, c.ticks, c.speed)
		if got := s.Snapshot().Step; got != c.steps {
			t.Errorf("%d ticks of %g steps made %d, want %d", c.ticks, c.speed, got, c.steps)
		}
	}
	s := begin(t, scene.Default())
	do(t, s, &Speed{1000}, &Play{})
	s.Advance(func() bool { return true })
	if got := s.Snapshot().Step; got != 1 { // the first has a trace to leave after it
		t.Errorf("a tick told that it is enough took %d steps, want 1", got)
	}
}

// The steps that a tick takes in one go are the same as taken one by one: the same traces, copies, numbers and stops.
func TestTicksOfManyStepsAreSteps(t *testing.T) {
	for _, batch := range []int{0, 1, 30} {
		for _, stop := range []Stop{{}, {NoMistakes: true}} {
			sc := scene.Default()
			sc.Train.BatchSize, sc.Train.Epochs = batch, 12
			a, b := begin(t, sc), begin(t, sc)
			do(t, a, &stop)
			do(t, b, &stop)
			play(t, a, 3, 333)
			play(t, b, 3*333, 1)
			do(t, b, &Speed{333})
			if got, want := a.Snapshot(), b.Snapshot(); !reflect.DeepEqual(got, want) {
				t.Errorf("batch %d, stop %+v: three ticks of 333 steps came to\n%+v\none by one they come to\n%+v", batch, stop, got, want)
			}
			if got, want := len(a.checkpoints.runs), len(b.checkpoints.runs); got != want {
				t.Errorf("batch %d, stop %+v: %d check-points, want %d", batch, stop, got, want)
			}
		}
	}
}

func TestStepAndEpochPause(t *testing.T) {
	sc := scene.Default()
	sc.Train.BatchSize = 30 // four steps an epoch, the last one short
	s := begin(t, sc)
	do(t, s, &Play{}, &Step{})
	if got := s.Snapshot(); got.Step != 1 || got.Playing {
		t.Errorf("a step came to step %d, playing %v", got.Step, got.Playing)
	}
	do(t, s, &Epoch{})
	if got := s.Snapshot(); got.Step != 4 || got.Epoch != 1 {
		t.Errorf("an epoch from step 1 came to step %d, epoch %d, want 4 and 1", got.Step, got.Epoch)
	}
	do(t, s, &Epoch{})
	if got := s.Snapshot(); got.Step != 8 || got.Epoch != 2 {
		t.Errorf("another came to step %d, epoch %d, want 8 and 2", got.Step, got.Epoch)
	}
}

// meddle plays with interruptions: every kind of command, at odd steps.
func meddle(t *testing.T, s *Session) {
	t.Helper()
	y := 1
	play(t, s, 5, 3)
	do(t, s, &AddPoint{X: [2]float64{0.3, 0.2}, Y: 1}, &AddQuery{X: [2]float64{0.1, 0.4}})
	play(t, s, 7, 1)
	do(t, s, &RemovePoint{Index: 3}, &Set{Key: "train.lr", Value: 0.5}, &MovePoint{Index: 7, X: [2]float64{2, 2}, Y: &y})
	play(t, s, 3, 7)
	do(t, s, &MoveQuery{Index: 2, X: [2]float64{-1, 0.5}}, &RemoveQuery{Index: 0}, &Weights{[][]float64{{1, -2}, {0.25}}})
	play(t, s, 9, 2)
	do(t, s, &Set{Key: "train.momentum", Value: 0.9}, &Pause{})
}

func TestASceneAndItsEditsReplayToTheSameBits(t *testing.T) {
	for _, batch := range []int{0, 1, 30} {
		sc := scene.Default()
		sc.Train.BatchSize = batch
		s := begin(t, sc)
		meddle(t, s)
		want := s.Snapshot()

		back := begin(t, scene.Default())
		load, err := json.Marshal(map[string]any{"type": "load", "scene": s.Scene(), "restore": s.Restore()})
		if err != nil {
			t.Fatal(err)
		}
		command, err := Decode(load)
		if err != nil {
			t.Fatal(err)
		}
		do(t, back, command)
		got := back.Snapshot()
		if got.Step != want.Step || got.Loss != want.Loss || !reflect.DeepEqual(got.Network.Parameters(), want.Network.Parameters()) {
			t.Errorf("batch %d: step %d, loss %.17g after the replay, want step %d, loss %.17g", batch, got.Step, got.Loss, want.Step, want.Loss)
		}
		if !reflect.DeepEqual(got.Losses, want.Losses) || !reflect.DeepEqual(got.Samples, want.Samples) || !reflect.DeepEqual(got.Queries, want.Queries) || !reflect.DeepEqual(got.Trail, want.Trail) {
			t.Errorf("batch %d: losses, samples, queries or trail differ after the replay", batch)
		}
		if got.StepsPerFrame != want.StepsPerFrame || got.Playing != want.Playing {
			t.Errorf("batch %d: speed %g, playing %v after the replay, want %g, %v", batch, got.StepsPerFrame, got.Playing, want.StepsPerFrame, want.Playing)
		}
	}
}

func TestResetGoesBackToTheFirstWeightsAndKeepsWhatWasChanged(t *testing.T) {
	s := begin(t, scene.Default())
	first := s.Snapshot().Network.Parameters()
	meddle(t, s)
	before := s.Snapshot()
	do(t, s, &Reset{})
	got := s.Snapshot()
	if !reflect.DeepEqual(got.Network.Parameters(), first) {
		t.Errorf("reset to %v, want the initial %v", got.Network.Parameters(), first)
	}
	if got.Step != 0 || len(got.Losses.Losses) != 0 || len(got.Trail) != 0 || got.Playing {
		t.Errorf("step %d, %d losses, %d traces, playing %v after a reset", got.Step, len(got.Losses.Losses), len(got.Trail), got.Playing)
	}
	if !reflect.DeepEqual(got.Samples, before.Samples) || len(got.Queries) != len(before.Queries) || got.Train != before.Train {
		t.Error("a reset lost samples, asked points or training values")
	}
}

func TestRefusedCommandsChangeNothing(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 3, 5)
	before, scn := s.Snapshot(), s.Scene().JSON()
	for _, c := range []struct{ command, names string }{
		{`{"type":"speed","stepsPerFrame":0}`, "0"},
		{`{"type":"speed","stepsPerFrame":-3}`, "-3"},
		{`{"type":"speed","stepsPerFrame":1e9}`, "1e+09"},
		{`{"type":"addPoint","x":[1,1],"y":2}`, "2"},
		{`{"type":"addPoint","x":[1,1],"y":-1}`, "-1"},
		{`{"type":"addPoint","x":[1e99,1],"y":1}`, "1e"},
		{`{"type":"removePoint","index":100}`, "100"},
		{`{"type":"removePoint","index":-1}`, "-1"},
		{`{"type":"movePoint","index":100,"x":[0,0]}`, "100"},
		{`{"type":"moveQuery","index":2,"x":[0,0]}`, "2"},
		{`{"type":"removeQuery","index":2}`, "2"},
		{`{"type":"set","key":"train.lr","value":-1}`, "train.lr"},
		{`{"type":"set","key":"train.lr","value":"fast"}`, "train.lr"},
		{`{"type":"set","key":"train.speed","value":1}`, "train.speed"},
		{`{"type":"set","key":"train.loss","value":"cross_entropy"}`, "cross_entropy"},
		{`{"type":"weights","parameters":[[1],[2]]}`, "weights"},
		{`{"type":"load","scene":{"data":{"kind":"donut"}}}`, "donut"},
		{`{"type":"load","scene":{"lr":1}}`, "lr"},
		{`{"type":"load","link":"preset=donut"}`, "donut"},
		{`{"type":"load","scene":{},"with":"lr=-1"}`, "train.lr"},
		{`{"type":"load","scene":{},"restore":{"step":-1}}`, "-1"},
		{`{"type":"load","scene":{},"restore":{"step":2147483648}}`, "2147483648"},
		{`{"type":"step","n":2147483648}`, "2147483648"},
		{`{"type":"fly"}`, "fly"},
		{`{"type":"play","fast":true}`, "fast"},
		{`{}`, "type"},
		{`[]`, "command"},
		{`{"type":`, "command"},
	} {
		command, err := Decode([]byte(c.command))
		if err == nil {
			err = s.Apply(command)
		}
		if err == nil {
			t.Errorf("%s was carried out", c.command)
		} else if !strings.Contains(err.Error(), c.names) {
			t.Errorf("%s: %q doesn't name %q", c.command, err, c.names)
		}
	}
	if got := s.Snapshot(); !reflect.DeepEqual(got, before) || string(s.Scene().JSON()) != string(scn) {
		t.Error("a refused command changed the session")
	}
}

func TestDivergenceStopsTheRunAndShowsNoNumber(t *testing.T) {
	sc := scene.Default()
	sc.Train.Loss, sc.Train.LR = "hinge", 1e300
	sc.Train.WeightDecay = 1
	s := begin(t, sc)
	play(t, s, 100, 10)
	got := s.Snapshot()
	if !got.Diverged || got.Playing {
		t.Fatalf("diverged %v, playing %v; want that it did, and a pause", got.Diverged, got.Playing)
	}
	if !math.IsNaN(got.Loss) || !math.IsNaN(got.Accuracy) {
		t.Errorf("loss %g, accuracy %g of a diverged run, want none", got.Loss, got.Accuracy)
	}
	do(t, s, &Set{Key: "train.lr", Value: 0.01}, &Set{Key: "train.weight_decay", Value: 0}, &Reset{})
	play(t, s, 10, 1)
	if got := s.Snapshot(); got.Diverged || got.Step != 10 {
		t.Errorf("after a smaller rate and a reset: diverged %v, step %d", got.Diverged, got.Step)
	}
}

func TestDivergenceBeforeTheFirstStep(t *testing.T) {
	sc := scene.Default()
	sc.Train.Loss = "hinge"
	s := begin(t, sc)
	do(t, s, &Weights{[][]float64{{1e308, 1e308}, {0}}}, &Step{})
	if got := s.Snapshot(); !got.Diverged || got.Step != 0 {
		t.Errorf("diverged %v, step %d; want that it did, at 0", got.Diverged, got.Step)
	}
}

func TestWithoutPointsNothingHappens(t *testing.T) {
	s := begin(t, scene.Default())
	empty := json.RawMessage(`{"data":{"kind":"points","x":[],"y":[]}}`)
	do(t, s, &Load{Scene: empty}, &Step{}, &Epoch{})
	play(t, s, 3, 1)
	if got := s.Snapshot(); got.Step != 0 || got.Playing || !math.IsNaN(got.Loss) {
		t.Errorf("step %d, playing %v, loss %g without points", got.Step, got.Playing, got.Loss)
	}
	do(t, s, &AddPoint{X: [2]float64{1, 1}, Y: 1})
	play(t, s, 3, 1)
	if got := s.Snapshot(); got.Step != 3 {
		t.Errorf("with one point, three ticks made %d steps", got.Step)
	}
}

func TestLoadTakesALinkAndValues(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &Load{Link: "preset=xor-mlp&n_samples=8", With: "lr=0.25"})
	if got := s.Snapshot(); got.Samples.Len() != 8 || got.Train.LR != 0.25 || len(got.Network.Layers()) != 3 {
		t.Errorf("%d samples, lr %g, layers %v; want 8, 0.25 and a hidden layer", got.Samples.Len(), got.Train.LR, got.Network.Layers())
	}
	do(t, s, &Load{Scene: json.RawMessage(`{"train":{"lr":3}}`), With: "momentum=0.5"})
	if got := s.Snapshot().Train; got.LR != 3 || got.Momentum != 0.5 {
		t.Errorf("lr %g, momentum %g; want 3 and 0.5", got.LR, got.Momentum)
	}
}

func TestTheTrailCoversTheRunEvenly(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 90, 10)
	trail := s.Snapshot().Trail
	if len(trail) < trailLength/2 || len(trail) > trailLength || trail[0].Step != 0 {
		t.Fatalf("%d traces from step %d, want %d..%d from 0", len(trail), trail[0].Step, trailLength/2, trailLength)
	}
	for i := 1; i < len(trail); i++ {
		if d := trail[i].Step - trail[i-1].Step; d != trail[1].Step {
			t.Errorf("traces %d and %d lie %d steps apart, want %d", i-1, i, d, trail[1].Step)
		}
	}
}

// FuzzCommands checks that no message makes the session panic, and that it always replays to where it is.
func FuzzCommands(f *testing.F) {
	f.Add(`{"type":"play"}`, `{"type":"addPoint","x":[0.3,0.2],"y":1}`, `{"type":"set","key":"train.lr","value":1e30}`)
	f.Add(`{"type":"weights","parameters":[[1e200,1],[0]]}`, `{"type":"epoch"}`, `{"type":"reset"}`)
	f.Add(`{"type":"load","scene":{"model":{"layers":[2,3,1]}}}`, `{"type":"removePoint","index":5}`, `{"type":"set","key":"train.batch_size","value":7}`)
	f.Add(`{"type":"step","n":40}`, `{"type":"reset"}`, `{"type":"undo"}`)
	f.Add(`{"type":"movePoint","index":3,"x":[1,2]}`, `{"type":"movePoint","index":3,"x":[2,2],"y":0}`, `{"type":"undo"}`)
	f.Fuzz(func(t *testing.T, a, b, c string) {
		defer func(all int) { movedApart = all }(movedApart)
		movedApart = len(a) % 2 * maxSeparated // in half of them, samples are moved as among very many
		sc := scene.Default()
		sc.Data.NSamples = 12
		s, err := New(sc)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{a, b, c} {
			command, err := Decode([]byte(text))
			if err != nil {
				continue
			}
			if l, ok := command.(*Load); ok && len(l.Scene) > 200 {
				continue // large scenes are slow, not wrong
			}
			if s.Apply(command) == nil {
				do(t, s, &Speed{3}, &Play{})
				s.Advance(never)
			}
		}
		got := s.Snapshot()
		run, err := scene.Replay(s.Scene(), got.Step)
		if err != nil {
			t.Fatalf("the session's own scene is refused: %v", err)
		}
		if p := run.Trainer().Network().Parameters(); !got.Diverged && !reflect.DeepEqual(p, got.Network.Parameters()) {
			t.Errorf("replay of %s gives %v, the session has %v", s.Scene().JSON(), p, got.Network.Parameters())
		}
	})
}
