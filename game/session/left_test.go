package session

import (
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"perceptronlab/perceptron/scene"
)

// arrived does commands, and trains to wherever they send the run.
func arrived(t *testing.T, s *Session, commands ...Command) {
	t.Helper()
	for _, c := range commands {
		do(t, s, c)
		for s.toward != nil {
			s.Advance(never)
		}
	}
}

// What a scene that was left had noted of itself, and the rules that raced it, in text: some numbers are none.
func noted(s *Session) string {
	shot := s.Snapshot()
	var steps []int
	for _, run := range s.checkpoints.runs {
		steps = append(steps, run.Steps())
	}
	return fmt.Sprint(shot.Losses, shot.TestLosses, shot.Loss, shot.Accuracy, shot.Diverged, shot.Epoch, shot.Farthest, shot.GoalEpochs, shot.Ended, shot.Stop, shot.Threshold,
		shot.Queries, s.trail, s.path, s.Settling(), s.others(), steps, s.run.Now().Head().Train)
}

func TestUndoOfAnotherSceneDoesNotTrain(t *testing.T) {
	ways := []Command{&Reset{}, &Load{Link: "preset=and&step=70"}, &Load{Link: "preset=xor"}, &Change{With: "manual_seed=4"}, &CSV{Text: "x1,x2,label\n0,0,a\n1,1,b\n"}}
	if testing.Short() {
		ways = ways[:2]
	}
	for _, from := range []struct {
		link  string
		first []Command
	}{
		{"preset=blog&epochs=0", []Command{&Step{N: 5000}}},
		{"layers=2,32,32,1&n_samples=20", []Command{&Step{N: 300}}},
		{"train.batch_size=7&test_size=0.3", []Command{&Step{N: 3}, &AddPoint{X: [2]float64{1, 1}}, &Step{N: 400}, &Seek{Step: 2}}},
		{"preset=diverging", []Command{&Step{N: 500}}},
		{"preset=three-classes&optimizer=adam", []Command{&Epoch{}, &Set{Key: "train.lr", Value: 0.2}, &Step{N: 50}, &Pin{}, &Epoch{}}},
		{"preset=rosenblatt&epochs=0", []Command{&Step{N: 30}, &Race{On: true}, &AddPoint{X: [2]float64{1, 1}}, &Step{N: 300}}},
		{"n_samples=100001", []Command{&Step{N: 3}, &AddPoint{X: [2]float64{1, 1}}, &Step{N: 4}, &Seek{Step: 6}}},
	} {
		for _, leave := range ways {
			what := fmt.Sprintf("%s, %T%+v", from.link, leave, leave)
			s := fromLink(t, from.link)
			arrived(t, s, from.first...)
			run, was, record := s.run, noted(s), s.Scene()
			arrived(t, s, leave, &Step{N: 5}, &Seek{Step: 3})
			other, then, its := s.run, noted(s), s.Scene()
			is := func(c Command, run *scene.Run, was string, record scene.Scene) {
				t.Helper()
				// A run never goes back: the same one, at the same step, has not been trained.
				if do(t, s, c); s.run != run || s.Playing() {
					t.Fatalf("%s: %T goes to another run, playing %v", what, c, s.Playing())
				}
				if got := noted(s); got != was || !reflect.DeepEqual(s.Scene(), record) {
					t.Fatalf("%s: %T comes to\n%.2000s\nwant\n%.2000s", what, c, got, was)
				}
			}
			for range 2 {
				is(&Undo{}, run, was, record)
				is(&Redo{}, other, then, its)
			}
			is(&Undo{}, run, was, record)
			isReplay(t, what+" undone ", s)
			if s.run.Trainer().NumSamples() <= maxCopied {
				farthest := s.farthest
				arrived(t, s, &Seek{Step: farthest / 3})
				isReplay(t, what+" undone, and back ", s)
				arrived(t, s, &Seek{Step: farthest}, &AddPoint{X: [2]float64{2, 1}}, &Step{N: 2})
				isReplay(t, what+" undone, and on ", s)
			}
		}
	}
}

// A scene that was left on the way to a step is on its way there again, from where it was.
func TestUndoOnTheWayGoesOnFromThere(t *testing.T) {
	s := fromLink(t, heavy)
	do(t, s, &Race{On: true}, &Load{Link: heavy + "&step=1000"})
	run, at := s.run, s.Steps()
	do(t, s, &Reset{}, &Undo{})
	if at == 1000 || s.run != run {
		t.Fatalf("left at step %d, it is another run: %v", at, s.run != run)
	}
	for s.toward != nil {
		s.Advance(never)
	}
	if s.Steps() != 1000 {
		t.Errorf("it goes on to step %d", s.Steps())
	}
	isReplay(t, "arrived ", s)
}

// What is done on the way to where a race is to begin leaves the race of the scene before as it was.
func TestARaceThatWasLeftIsNotTouched(t *testing.T) {
	s := fromLink(t, heavy)
	do(t, s, &Race{On: true}, &AddPoint{X: [2]float64{1, 1}}, &Step{N: 3})
	race, next, was := s.race, s.race.next, s.others()
	do(t, s, &Load{Link: heavy + "&step=1000"}, &MovePoint{Index: 1}, &Undo{}, &Undo{})
	if s.race != race || race.next != next || !reflect.DeepEqual(s.others(), was) {
		t.Errorf("the same race %v, which has seen %d edits, want %d", s.race == race, race.next, next)
	}
}

// An edit undone or redone where it was made leaves the race alone, which is otherwise run again.
func TestUndoWhereTheRaceIsDoesNotTrain(t *testing.T) {
	for _, c := range []Command{&AddQuery{X: [2]float64{1, 1}}, &MovePoint{Index: 3, X: [2]float64{5, 5}}, &Set{Key: "train.lr", Value: 0.01}} {
		s := begin(t, scene.Default())
		arrived(t, s, &Step{N: 7}, &Race{On: true}, &AddPoint{X: [2]float64{1, 1}}, &Step{N: 300})
		race, was := s.race, fmt.Sprint(s.others())
		for _, c := range []Command{c, &Undo{}, &Redo{}, &Undo{}} {
			if do(t, s, c); s.Playing() || s.race != race || fmt.Sprint(s.others()) != was {
				t.Fatalf("%T: playing %v, the race is at %v, want %s", c, s.Playing(), s.others(), was)
			}
			isReplay(t, "in a race ", s)
		}
		plain := begin(t, scene.Default())
		arrived(t, plain, &Step{N: 7}, &Race{On: true}, &AddPoint{X: [2]float64{1, 1}}, &Step{N: 309})
		if do(t, s, &Step{N: 9}); !reflect.DeepEqual(s.others(), plain.others()) {
			t.Errorf("%T undone: the race goes on to %v, want %v", c, s.others(), plain.others())
		}
		// What was trained since, or seen by the race, is run again.
		do(t, s, c, &Step{})
		for _, back := range []Command{&Undo{}, &Redo{}} {
			race = s.race
			if do(t, s, back); s.race == race {
				t.Errorf("%T: after a step with it, %T left the race alone", c, back)
			}
		}
		do(t, s, c, &Race{On: false}, &Race{On: true})
		race = s.race
		for range 2 {
			s.history.past = s.history.past[:len(s.history.past)-1] // both of the race
		}
		if do(t, s, &Undo{}); s.race == race {
			t.Errorf("%T: the race, which began after it, stayed", c)
		}
	}
}

// The last of the scenes that were left are held, within bounds, and the others are run again: to the same bits.
func TestWhatWasLeftIsHeldWithinBounds(t *testing.T) {
	s := begin(t, scene.Default())
	before := heldNow()
	links := []string{"n_samples=60000", "n_samples=200000", "layers=2,64,64,64,64,64,64,1&optimizer=adam&n_samples=1"} // 2 MB, 6, and 12
	steps := []int{3, 3, 450}
	for i := range 12 {
		arrived(t, s, &Load{Link: links[i%3]}, &Step{N: steps[i%3]})
	}
	arrived(t, s, &Load{})
	held := func(changes []*change) (count, size int) {
		for _, c := range changes {
			if c.left != nil {
				count, size = count+1, size+c.left.bytes()
			}
		}
		return count, size
	}
	count, size := held(s.history.past)
	grown := heldNow() - before
	t.Logf("%d scenes are held, in %.1f MB of %.1f MB more", count, float64(size)/1e6, float64(grown)/1e6)
	if count < 4 || count > 12 || size > maxLeft || grown > maxLeft*5/4 {
		t.Errorf("%d scenes are held, in %d bytes; there are %d more; want some, and at most %d bytes", count, size, grown, maxLeft)
	}
	for i := range 12 {
		last := s.history.past[len(s.history.past)-1]
		left := last.left
		if arrived(t, s, &Undo{}); left != nil && s.run != left.run || left == nil && i == 0 {
			t.Errorf("scene %d from the last, held %v, was run again", i, left != nil)
		}
		if last.left != nil {
			t.Errorf("scene %d from the last is held by a change that was undone", i)
		}
		if want := steps[2-i%3]; s.Steps() != want {
			t.Errorf("scene %d from the last is at step %d, want %d", i, s.Steps(), want)
		}
		isReplay(t, fmt.Sprintf("scene %d from the last ", i), s)
	}
	if _, size := held(s.history.future); size > maxLeft {
		t.Errorf("to redo, %d bytes are held", size)
	}
	if grown := heldNow() - before; grown > maxLeft*5/4 {
		t.Errorf("to redo, there are %d bytes more", grown)
	}
	do(t, s, &AddQuery{})
	if count, _ := held(append(s.history.past, s.history.future...)); count > 1 {
		t.Errorf("%d scenes are held, of which one can be undone", count)
	}
	runtime.KeepAlive(s)
}
