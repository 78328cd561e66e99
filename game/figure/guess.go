package figure

import (
	"math"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
)

// guessRequest asks how good a reader's guess of the line is, beside the model as it is now: a line through two places, in data
// units, or through two of the plane view, CSS pixels. Without either it is one to begin with, in the middle of the view. P is a
// guess of what the model says about the first asked point, the probability of class 1. Null where the two places are one.
type guessRequest struct {
	Ends *[2][2]float64 `json:"ends,omitempty"`
	At   *[2][2]float64 `json:"at,omitempty"`
	P    *float64       `json:"p,omitempty"`
}

// guessReport is a guessed line beside the model's. The model's line is where its threshold is; what needs one is nil unless the
// model is a single neuron, and where the run diverged.
type guessReport struct {
	Ends     [2][2]float64  `json:"ends"`     // the places that it goes through, in data units
	At       [2][2]float64  `json:"at"`       // the same in the plane view, CSS pixels, also out of view
	Line     *[2][2]float64 `json:"line"`     // its two ends in the plane view; nil where it isn't seen
	Accuracy *float64       `json:"accuracy"` // the share of points on its right side, class 1's side being the one that makes this larger; nil without points, or for more than two classes
	Model    *float64       `json:"model"`    // the model's accuracy
	Angle    *float64       `json:"angle"`    // between the two lines, 0 to 90 degrees
	Gap      *float64       `json:"gap"`      // between the two at the points' mean, in data units: the difference of their distances from it
	Off      *float64       `json:"off"`      // the model's p of the first asked point, less the guess; nil where either is missing
}

func (q *guessRequest) answer(f *Figure) (any, error) {
	s, p := f.Snapshot(), f.PlaneView()
	var r guessReport
	switch {
	case q.Ends != nil:
		r.Ends = *q.Ends
	case q.At != nil:
		r.Ends = [2][2]float64{p.ToData(q.At[0][0], q.At[0][1]), p.ToData(q.At[1][0], q.At[1][1])}
	default:
		r.Ends = [2][2]float64{p.ToData(0.3*p.Width, p.Height/2), p.ToData(0.7*p.Width, p.Height/2)}
	}
	w, b, ok := lineThrough(r.Ends[0], r.Ends[1])
	if !ok {
		return (*guessReport)(nil), nil
	}
	for i, end := range r.Ends {
		r.At[i][0], r.At[i][1] = p.ToPx(end)
	}
	r.Line, r.Model = lineIn(p, w, b), finite(s.Accuracy)
	r.Accuracy = accuracyOfLine(s, w, b)
	if v, at, single := s.Network.Line(); single && !s.Diverged {
		r.Angle, r.Gap = apart(s, w, b, v, at-s.ThresholdLogit)
	}
	if q.P != nil && len(s.Queries) > 0 {
		if _, said, _ := answer(s.Queries[0].Answer, s); len(said) > 0 && len(said) <= 2 {
			r.Off = finite(said[len(said)-1] - *q.P)
		}
	}
	return &r, nil
}

// lineThrough is the line w·x + b = 0 through two places, with ‖w‖ = 1. ok is false for one place twice, and where the numbers
// overflow or vanish.
func lineThrough(p, q [2]float64) (w [2]float64, b float64, ok bool) {
	w = [2]float64{p[1] - q[1], q[0] - p[0]}
	size := margin.Norm(w)
	if size == 0 {
		return w, 0, false
	}
	w[0], w[1] = w[0]/size, w[1]/size
	b = -float64(w[0]*p[0]) - float64(w[1]*p[1])
	return w, b, finite(b) != nil
}

// accuracyOfLine is the share of samples on the right side of a line, whichever of its sides is class 1's.
func accuracyOfLine(s session.Snapshot, w [2]float64, b float64) *float64 {
	if s.Samples.Len() == 0 || s.Network.Outputs() > 2 {
		return nil
	}
	var one, other int
	for i := range s.Samples.Len() {
		x, y := s.Samples.At(i)
		z := b + float64(w[0]*x[0]) + float64(w[1]*x[1])
		if (z >= 0) == (y == 1) {
			one++
		}
		if (-z >= 0) == (y == 1) {
			other++
		}
	}
	share := float64(max(one, other)) / float64(s.Samples.Len())
	return &share
}

// apart is the angle in degrees between the lines w·x + b = 0, where ‖w‖ = 1, and v·x + a = 0, and what they differ by in their
// distance to the samples' mean.
func apart(s session.Snapshot, w [2]float64, b float64, v [2]float64, a float64) (angle, gap *float64) {
	size := margin.Norm(v)
	if size == 0 || finite(size) == nil {
		return nil, nil
	}
	v, a = [2]float64{v[0] / size, v[1] / size}, a/size
	across, along := float64(w[0]*v[1])-float64(w[1]*v[0]), float64(w[0]*v[0])+float64(w[1]*v[1])
	angle = finite(180 / math.Pi * math.Atan2(math.Abs(across), math.Abs(along)))
	if s.Samples.Len() == 0 {
		return angle, nil
	}
	var mean [2]float64
	for _, at := range s.Samples.X {
		x := perceptron.Double(at)
		mean[0] += x[0] / float64(s.Samples.Len())
		mean[1] += x[1] / float64(s.Samples.Len())
	}
	here, there := b+float64(w[0]*mean[0])+float64(w[1]*mean[1]), a+float64(v[0]*mean[0])+float64(v[1]*mean[1])
	return angle, finite(math.Abs(here - math.Copysign(there, float64(along*there))))
}
