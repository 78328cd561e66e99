package session

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// moved is the session as another program continues it, from what the page passes on.
func moved(t *testing.T, s *Session) *Session {
	t.Helper()
	restore, text := s.Restore(), s.Scene().JSON()
	kept, err := s.Kept()
	if err != nil {
		t.Fatal(err)
	}
	other := begin(t, scene.Default())
	do(t, other, &Load{Scene: text, Restore: &restore, First: true})
	if err := other.Keep(kept); err != nil {
		t.Fatal(err)
	}
	return other
}

func TestAnotherProgramUndoesWhatThisOneCould(t *testing.T) {
	s := begin(t, scene.Default())
	meddle(t, s)
	do(t, s, &Pin{}, &Threshold{P: 0.7}, &NameQuery{Index: 0, Name: "Anna"}, &Load{Link: "preset=xor&lr=0.25"})
	play(t, s, 20, 2)
	low := 0.1
	do(t, s, &Unpin{}, &AddPoint{X: [2]float64{1, 0}, Y: 0}, &Stop{Loss: &low}, &Undo{}, &Undo{})
	other := moved(t, s)
	for i := 0; ; i++ {
		a, b := s.Snapshot(), other.Snapshot()
		sameRun(t, "after "+strconv.Itoa(i)+" times undo", b, a)
		if !reflect.DeepEqual(a.Others, b.Others) || !reflect.DeepEqual(a.Stop, b.Stop) || a.Threshold != b.Threshold || a.CanUndo != b.CanUndo || a.CanRedo != b.CanRedo {
			t.Errorf("after %d times undo: %+v\nwant %+v", i, b.Others, a.Others)
		}
		if !a.CanUndo {
			if i < 9 {
				t.Fatalf("only %d changes were undone", i)
			}
			break
		}
		do(t, s, &Undo{})
		do(t, other, &Undo{})
	}
	for s.Snapshot().CanRedo {
		do(t, s, &Redo{})
		do(t, other, &Redo{})
	}
	sameRun(t, "all done again", other.Snapshot(), s.Snapshot())
}

func TestAPinnedRunThatDivergedIsKept(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &Load{Link: "preset=diverging"})
	play(t, s, 60, 10)
	do(t, s, &Pin{}, &Race{On: true})
	if last := s.pinned.Losses.Losses[len(s.pinned.Losses.Losses)-1]; last < 1e6 {
		t.Fatalf("the loss is %v at last: it didn't diverge", last)
	}
	other := moved(t, s)
	bits := func(o *Other) []uint64 { return append(bitsOf(o.Losses.Losses), math.Float64bits(o.B)) }
	if !reflect.DeepEqual(bits(other.pinned), bits(s.pinned)) || other.race == nil {
		t.Errorf("pinned: %d losses, want %d; raced: %v", len(other.pinned.Losses.Losses), len(s.pinned.Losses.Losses), other.race != nil)
	}
}

// Of very many points only the last changes are kept, whole.
func TestWhatIsKeptIsBounded(t *testing.T) {
	var many perceptron.Samples
	for i := range 30_000 {
		many.Add([2]float64{float64(i%173) / 7, float64(i%91) / 3}, i%2)
	}
	s := begin(t, scene.Default().WithPoints(many))
	for i := range 8 {
		do(t, s, &AddPoint{X: [2]float64{float64(i), 1}, Y: 1})
	}
	kept, err := s.Kept()
	if err != nil {
		t.Fatal(err)
	}
	other := moved(t, s)
	n := len(other.history.past)
	if len(kept) > maxKept+1000 || n == 0 || n >= 8 {
		t.Fatalf("%d bytes, %d changes; want at most %d, and some of 8 changes", len(kept), n, maxKept)
	}
	do(t, s, &Undo{})
	do(t, other, &Undo{})
	sameRun(t, "undone", other.Snapshot(), s.Snapshot())
}

func TestBadKeptTextsAreRefused(t *testing.T) {
	change := func(with string) string {
		return `{"undo": [{"scene": {"version": 1}, "kind": 0, "step": 0, "stop": {}, "threshold": 0.5` + with + `}]}`
	}
	for text, want := range map[string]string{
		`[`:                                 "keep",
		`{"pinned": 1}`:                     "keep.pinned",
		`{"pinned": -1}`:                    "keep.pinned",
		change(`, "step": -1`):              "keep.step",
		change(`, "kind": 9`):               "keep.kind",
		change(`, "threshold": 1`):          "keep.threshold",
		change(`, "stop": {"loss": -1}`):    "stop.loss",
		change(`, "pinned": 2`):             "keep.pinned",
		change(`, "scene": {"version": 9}`): "version",
		`{"pins": [{"epochs": [0], "losses": [1, 2]}]}`: "keep: 1 epoch: want 2",
	} {
		s := begin(t, scene.Default())
		do(t, s, &Pin{}, &Step{N: 3})
		if err := s.Keep([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want a word about %s", text, err, want)
		}
		if len(s.history.past) != 1 || s.pinned == nil || s.Steps() != 3 {
			t.Errorf("%s: changed something", text)
		}
	}
	if err := begin(t, scene.Default()).Keep([]byte(change(``))); err != nil {
		t.Error(err)
	}
}
