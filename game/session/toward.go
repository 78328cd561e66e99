package session

import "perceptronlab/perceptron/scene"

// toward is a step that the run is on its way to. Meanwhile it plays: a person sees it come, and can pause it anywhere before.
type toward struct {
	step  int
	plays bool // whether it plays on from there
	race  bool // whether the race begins there, or where the way is ended
	steps bool // taken one by one: where the run pauses by itself stays
}

const (
	// atOnce is how much a run trains before the call that sends it to a step returns, in samples times parameters: some 20 ms.
	atOnce = 10_000_000
	// long is the same of a step that isn't taken before the call returns: more than a tenth of a second.
	long = 5 * atOnce
	// stepCosts is what a step takes whatever its size.
	stepCosts = 300
)

// goTo trains up to a step, or as far as the run can go: at once, or in the ticks to come if that takes longer. There it plays or
// pauses.
func (s *Session) goTo(step int, plays bool) { s.head(&toward{step: step, plays: plays}) }

// takeSteps takes that many steps, likewise at once or in the ticks to come.
func (s *Session) takeSteps(n int) { s.head(&toward{step: s.run.Steps() + n, steps: true}) }

func (s *Session) head(way *toward) {
	s.pause()
	s.playing, s.toward = true, way
	from, costs := s.run.Steps(), costsOf(s.run)
	if costs > long && from < way.step {
		return
	}
	s.approach(func() bool { return (s.run.Steps()-from)*costs > atOnce })
}

// costsOf is what a step of a run takes.
func costsOf(run *scene.Run) int {
	t := run.Trainer()
	batch := t.NumSamples()
	if size := t.Config().BatchSize; size > 0 {
		batch = min(batch, size)
	}
	return stepCosts + batch*t.Network().NumParameters()
}

// approach takes steps towards where the run goes, until enough says so.
func (s *Session) approach(enough func() bool) {
	way := s.toward
	for s.run.Steps() < way.step {
		if !s.train(way.step-s.run.Steps(), enough) {
			break
		}
		if s.run.Steps() < way.step && enough() {
			return
		}
	}
	s.pause()
	if !way.steps {
		s.playOnFrom()
	}
	s.playing = way.plays
}

// target is the step that the run is at, or goes to.
func (s *Session) target() int {
	if s.toward != nil {
		return s.toward.step
	}
	return s.run.Steps()
}

// races reports whether the run is raced: not on its way to where the race begins.
func (s *Session) races() bool { return s.race != nil && (s.toward == nil || !s.toward.race) }
