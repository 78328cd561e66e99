// Package session is the live run: commands in, snapshots out. It owns the model, the data and the random source;
// nobody else writes them. Every change is recorded as an edit at its step, so that scene and edits replay the run.
package session

import (
	"math"

	"perceptronlab/perceptron/scene"
)

// A Session is one run that a person works on. It is not safe for concurrent use.
type Session struct {
	course
	playing      bool
	toEnd        bool    // playing at full speed, to the end
	toward       *toward // playing at full speed, to a step; nil: it isn't
	stepsPerTick float64
	carry        float64 // steps owed: the fraction that a tick left over
	judging      bool    // whether a stop condition at the end of the last epoch is still to be looked at
	goal         int     // the epoch at which the run pauses by itself; 0: never
	settings
	history    history
	census     *Census
	insight    insight
	counted    counted
	past       past
	generation int // counts the runs started, by Load, Reset and the like
	changes    int // counts edits made, including those that replaced another
}

// settings are what a person set that is not part of the run.
type settings struct {
	stop      Stop
	threshold float64
	names     map[int]string // of asked points, by their numbers; never written to
	pinned    *Other         // never written to
}

// New begins a scene at step 0, paused. The error is that of a scene that can't be run.
func New(s scene.Scene) (*Session, error) {
	run, err := scene.NewRun(s)
	if err != nil {
		return nil, err
	}
	return newSession(run), nil
}

func newSession(run *scene.Run) *Session {
	s := &Session{stepsPerTick: 1, census: &Census{}, settings: settings{threshold: usualThreshold}}
	s.begin(run)
	return s
}

// begin puts a run at step 0 in place of the present one, which is paused.
func (s *Session) begin(run *scene.Run) {
	s.take(course{run: run, trail: trail{limit: trailLength}, path: trail{limit: pathLength, networks: true}, race: s.race})
	s.beginRace()
}

// Apply carries out a command. On an error nothing is changed.
func (s *Session) Apply(c Command) error { return c.apply(s) }

// Advance is one tick of a playing run: it takes the steps of a tick, or fewer if the run ends or enough says
// so (it is called after a step, or after as many as go through a thousand samples, and within a step that takes long, which the
// next tick goes on with). It reports whether anything changed.
func (s *Session) Advance(enough func() bool) bool {
	if !s.playing {
		return false
	}
	if s.toward != nil {
		s.approach(enough)
		return true
	}
	if s.judging {
		if s.stops(enough) {
			s.pause()
			return true
		}
		return false
	}
	before := s.run.Steps()
	s.carry += s.stepsPerTick
	for s.playing && (s.carry >= 1 || s.toEnd) {
		maxSteps := int(s.carry)
		if s.toEnd {
			maxSteps = math.MaxInt
		}
		before, epoch := s.run.Steps(), s.run.Epoch()
		if !s.train(maxSteps, enough) || s.reachedGoal() || s.run.Epoch() != epoch && s.stops(enough) {
			s.pause()
		}
		s.carry -= float64(s.run.Steps() - before)
		if enough() || s.judging {
			s.carry = 0
			if s.Part() > 0 {
				s.carry = 1
			}
			break
		}
	}
	return s.run.Steps() != before || !s.playing
}

// Scene is the scene as it is now, edits included: what a share link or a file holds.
func (s *Session) Scene() scene.Scene { return s.run.Scene() }

// Record is Scene in a form that costs little, however many edits there are.
func (s *Session) Record() scene.Record { return s.run.Record() }

// Restore says how to return to where the session is, given its Scene.
func (s *Session) Restore() Restore {
	r := Restore{Step: s.target(), Playing: s.playing && (s.toward == nil || s.toward.plays), StepsPerFrame: s.stepsPerTick, Stop: s.stop, Names: s.names}
	if p := s.ownThreshold(); p != 0 {
		r.Threshold = &p
	}
	return r
}

// Steps is the number of steps taken.
func (s *Session) Steps() int { return s.run.Steps() }

// Ended reports whether the run has reached the epoch at which it pauses by itself.
func (s *Session) Ended() bool { return s.reachedGoal() }

// Playing reports whether the run is playing.
func (s *Session) Playing() bool { return s.playing }

func (s *Session) play() {
	if s.toward != nil {
		s.toward.plays = true
		return
	}
	s.playing, s.toEnd, s.carry = true, false, 0
	if s.reachedGoal() {
		s.goal = s.run.Epoch() + s.run.Train().Epochs
	}
}

func (s *Session) pause() {
	way := s.toward
	s.playing, s.toEnd, s.toward, s.judging = false, false, nil, false
	if way != nil && way.race {
		s.beginRace()
	}
}

// step takes one optimiser step; it returns false if none can be taken: no points, or a diverged run.
func (s *Session) step() bool { return s.train(1, nil) }

// train takes one to most steps, as many as can be taken at once because none needs to be looked at before the next; or it goes on
// with one that takes long until enough says so. It returns false if none can be taken.
func (s *Session) train(maxSteps int, enough func() bool) bool {
	s.trail.record(s.run)
	s.path.record(s.run)
	s.settling.record(s.run)
	s.checkpoints.record(s.run)
	epochs := s.run.Train().Epochs
	due := min(s.trail.distance(s.run), s.path.distance(s.run), s.settling.distance(s.run), s.checkpoints.distance(s.run))
	taken, left := s.run.AdvanceUntil(min(maxSteps, s.unseen(), due), enough)
	if taken == 0 {
		return left
	}
	// One of the scene's own edits may have moved the end.
	if now := s.run.Train().Epochs; now != epochs {
		s.goal = now
	}
	s.farthest = max(s.farthest, s.run.Steps())
	if s.races() {
		s.race.follow(s.run)
	}
	return true
}

// unseen is how many steps may be taken before the run is looked at: to the end of the epoch, where a stop condition may end it,
// or several epochs of one step if there is no such condition; and not much more than a thousand samples' worth.
func (s *Session) unseen() int {
	t := s.run.Trainer()
	if s.races() || t.NumSamples() == 0 {
		return 1
	}
	steps, batch := t.StepsPerEpoch(), t.Config().BatchSize
	if steps == 1 {
		batch = t.NumSamples()
	}
	few := max(1, 1000/max(1, batch))
	switch {
	case steps > 1:
		return min(few, t.StepsLeft())
	case s.stop != Stop{}:
		return 1
	case s.goal > s.run.Epoch():
		return min(few, s.goal-s.run.Epoch())
	default:
		return few
	}
}

// beginRace restarts the race, if there is one, because the run was restarted. With more than two classes there is no race.
func (s *Session) beginRace() {
	if s.toward != nil {
		s.toward.race = true
		return
	}
	if s.race != nil {
		s.race, _ = newRace(s)
	}
}

func (s *Session) reachedGoal() bool { return s.goal > 0 && s.run.Epoch() >= s.goal }

// edit makes a change at the present step, and drops what was trained beyond it.
func (s *Session) edit(e scene.Edit) error {
	var before *change
	if s.history.takes() {
		before = &change{before: s.present(), kind: ofRun, run: s.run.Clone()}
	}
	epochs, drags := s.run.Train().Epochs, s.drag(e)
	err := s.run.Apply(e)
	drags()
	if err != nil {
		return err
	}
	if r := s.race; s.races() {
		// The edit may have taken the place of one that the race has seen.
		r.next = min(r.next, s.run.Applied()-1)
		r.first = min(r.first, r.next)
	}
	s.history.add(before)
	s.changes++
	s.farthest = s.run.Steps()
	s.checkpoints.drop(s.farthest)
	if now := s.run.Train().Epochs; now != epochs {
		s.goal = now
	}
	return nil
}

// movedApart is up to how many samples a move leaves those of a snapshot as they are, in memory of their own.
var movedApart = maxSeparated

// drag looks at a sample among very many that an edit is about to move. What it returns is to be called once that is done: it
// brings the census up to date if the sample moved in its place.
func (s *Session) drag(e scene.Edit) (done func()) {
	t := s.run.Trainer()
	if e.Move == nil || t.NumSamples() <= movedApart || e.Move.Index < 0 || e.Move.Index >= t.NumSamples() {
		return func() {}
	}
	census, i := s.counting(), e.Move.Index
	if census.mayDrag(i) {
		t.LookAway()
	}
	x, y := census.Samples.At(i)
	return func() {
		if same(census.Samples, s.samples()) {
			s.census = census.ofDrag(i, x, y)
		}
	}
}

// restart begins a scene, which nobody else writes to, in place of the present one, in a way that can be undone.
func (s *Session) restart(sc scene.Scene) error {
	before := s.present()
	if err := sc.Validate(); err != nil {
		return err
	}
	left := s.leave()
	s.begin(scene.Restart(sc))
	s.history.add(&change{before: before, kind: ofScene, left: left})
	return nil
}

// folded is the scene with the current training values as its own. Of the edits, those of samples and of asked
// points stay, at step 0: they are what gives an asked point its number.
func (s *Session) folded() scene.Scene {
	sc := s.run.Scene()
	sc.Train = s.run.Train()
	kept := make([]scene.Edit, 0, len(sc.Edits))
	for _, e := range sc.Edits {
		if e.Step <= s.run.Steps() && (e.OfSamples() || e.OfQueries()) {
			e.Step = 0
			kept = append(kept, e)
		}
	}
	sc.Edits = kept
	return sc
}

func (s *Session) restore(r Restore) error {
	if r.StepsPerFrame != 0 {
		if err := s.Apply(&Speed{r.StepsPerFrame}); err != nil {
			return err
		}
	}
	if err := s.Apply(&r.Stop); err != nil {
		return err
	}
	if r.Threshold != nil {
		if err := s.Apply(&Threshold{*r.Threshold}); err != nil {
			return err
		}
	}
	names, err := namesOf(r.Names)
	if err != nil {
		return err
	}
	s.names = names
	s.goTo(r.Step, r.Playing)
	return nil
}

// playOnFrom moves the goal so that it isn't behind the run, after the run was taken to some step.
func (s *Session) playOnFrom() {
	if epochs := s.run.Train().Epochs; epochs > 0 {
		s.goal = max(1, (s.run.Epoch()+epochs-1)/epochs) * epochs
	}
}
