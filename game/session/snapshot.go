package session

import (
	"math"
	"slices"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// A Snapshot is the state of a session at a step boundary. It shares no memory that the session will write.
type Snapshot struct {
	Playing       bool
	Ended         bool
	Diverged      bool // the loss or a parameter is not finite, so no step can be taken
	Step          int
	Epoch         int
	GoalEpochs    int // where the run pauses by itself; 0: never
	StepsPerEpoch int
	StepsPerFrame float64
	Generation    int // changes when the run starts over
	Edits         int // how many edits are recorded
	Changes       int // how many edits were made: moving what was moved just before replaces that edit
	Farthest      int // the step that seek may go to
	CanUndo       bool
	CanRedo       bool
	Stop          Stop

	Threshold      float64 // the probability from which class 1 is predicted, where there is one output
	ThresholdLogit float64 // ln(t/(1−t)) of that; 0 for several outputs

	Samples  perceptron.Samples
	Network  *perceptron.Network // a copy
	Train    scene.Train
	Data     scene.Data
	Model    scene.Model
	Part     float64 // how much of the next step is done, where it takes long: 0 ≤ Part < 1
	Loss     float64 // mean over the samples, of the parameters in Network; NaN without samples, when diverged, or not Evaluated
	Accuracy float64 // likewise
	Losses   perceptron.LossCurve
	Queries  []Query
	Trail    []Trace
	Others   []Other // to compare with

	TestLosses perceptron.LossCurve // of the test data; empty if there are none
	Census     *Census              // of Samples
}

// An Answer is what the model says about a point.
type Answer struct {
	X         [2]float64
	Z, P      []float64 // one, or one per class
	Class     int       // where p is at least the threshold, or the likeliest
	Undecided bool      // too close to call: p equals the threshold, or two classes are equally likely, in the digits shown
}

// A Query is an asked point with its answer. It keeps its number, and with it colour and name, as long as it exists.
type Query struct {
	Number int
	Name   string // given by hand; "": none
	Answer
}

// Snapshot returns the state as it is now.
func (s *Session) Snapshot() Snapshot {
	t, sc := s.run.Trainer(), s.run.Now().Head()
	census := s.counting()
	shot := Snapshot{
		Playing:       s.playing,
		Ended:         s.reachedGoal(),
		Step:          s.run.Steps(),
		Epoch:         s.run.Epoch(),
		GoalEpochs:    s.goal,
		StepsPerEpoch: t.StepsPerEpoch(),
		StepsPerFrame: s.stepsPerTick,
		Generation:    s.generation,
		Edits:         s.run.Now().Len(),
		Changes:       s.changes,
		Farthest:      s.farthest,
		CanUndo:       len(s.history.past) > 0,
		CanRedo:       len(s.history.future) > 0,
		Stop:          s.stop,
		Threshold:     s.threshold,
		Samples:       census.Samples,
		Network:       t.Network().Clone(),
		Train:         s.run.Train(),
		Data:          sc.Data,
		Model:         sc.Model,
		Part:          s.Part(),
		Loss:          math.NaN(),
		Accuracy:      math.NaN(),
		Losses:        t.LossCurve(),
		Trail:         s.trail.traces,
		Others:        s.others(),
		Census:        census,
	}
	shot.ThresholdLogit = s.thresholdLogit(shot.Network)
	if t.TestSamples().Len() > 0 {
		shot.TestLosses = t.TestLossCurve()
	}
	if shot.Diverged = s.diverged(); !shot.Diverged && shot.Samples.Len() > 0 && s.Evaluated() {
		shot.Loss, shot.Accuracy = t.Loss(), s.accuracy(t.Accuracy(), shot.Samples)
	}
	for i, x := range s.run.Queries() {
		number := s.run.QueryNumbers()[i]
		shot.Queries = append(shot.Queries, Query{number, s.names[number], shot.Ask(x)})
	}
	return shot
}

// counting is the census of the samples as they are now.
func (s *Session) counting() *Census {
	s.census = s.census.of(s.samples())
	return s.census
}

// NumSamples is how many samples the run has.
func (s *Session) NumSamples() int { return s.run.Trainer().NumSamples() }

// samples are the run's for a look, as the next move of very many may write to them; of fewer they may be kept.
func (s *Session) samples() perceptron.Samples {
	t := s.run.Trainer()
	if t.NumSamples() > movedApart {
		return t.Look()
	}
	return t.Samples()
}

// diverged reports whether the run diverged, or its next step will find that it has: a run that was sent to where another stopped
// has not tried that step. One that plays tries it. Weights just set by hand are no result of steps: what comes of them, only the
// next step will tell.
func (s *Session) diverged() bool {
	t := s.run.Trainer()
	if _, yes := t.Diverged(); yes {
		return true
	}
	if s.playing || !t.EpochStart() || t.NumSamples() == 0 || !s.Evaluated() {
		return false
	}
	finite := func(loss float64) bool { return math.Abs(loss) <= math.MaxFloat64 }
	if finite(t.Loss()) && (t.TestSamples().Len() == 0 || finite(t.TestLoss())) {
		return false
	}
	for i := s.run.Applied() - 1; i >= 0 && s.run.Now().Edit(i).Step == t.Steps(); i-- {
		if s.run.Now().Edit(i).Weights != nil {
			return false
		}
	}
	return true
}

// Ask returns what the model of the snapshot says about x.
func (s Snapshot) Ask(x [2]float64) Answer { return ask(s.Network, s.ThresholdLogit, x) }

func ask(net *perceptron.Network, threshold float64, x [2]float64) Answer {
	k := net.Outputs()
	a := Answer{X: x, Z: make([]float64, k), P: make([]float64, k)}
	net.Logits(a.Z, [][2]float64{x})
	perceptron.Probabilities(a.P, a.Z, k)
	a.Class, a.Undecided = predict(a.Z, threshold), undecided(a.Z, threshold)
	return a
}

// QueryPoints are the places of the asked points.
func (s Snapshot) QueryPoints() [][2]float64 {
	points := make([][2]float64, len(s.Queries))
	for i, q := range s.Queries {
		points[i] = q.X
	}
	return points
}

// Extent is the part of the plane that shows the samples, and the asked points as far as they belong there.
func (s Snapshot) Extent() view.Extent {
	if s.Data.Kind == "points" {
		return view.OwnExtent(s.Census.corners, s.QueryPoints())
	}
	return view.NewExtent(s.Census.corners, s.QueryPoints())
}

// Counts is how many samples there are of each class, over as many classes as the model tells apart.
func (s Snapshot) Counts() []int {
	return slices.Clone(s.Census.counts[:max(2, s.Network.Outputs(), s.Census.classes())])
}

// maxLookedThrough bounds SampleAt, which is asked for every asked point in every frame.
const maxLookedThrough = 2000

// SampleAt returns the index of a sample that lies exactly at x, if there are few samples.
func (s Snapshot) SampleAt(x [2]float64) (i int, ok bool) {
	if s.Samples.Len() > maxLookedThrough {
		return 0, false
	}
	i = slices.IndexFunc(s.Samples.X, func(at [2]float32) bool { return perceptron.Double(at) == x })
	return i, i >= 0
}
