package figure

import (
	"math"
	"slices"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// stepRequest asks what the next step will do, and which points make it do so; null if there is none.
type stepRequest struct{}

// stepReport is the next step, before it is taken.
type stepReport struct {
	Batch    int            `json:"batch"`    // how many points it uses
	Looked   int            `json:"looked"`   // how many of these all that follows is about: while a run plays, not all of very many
	Of       int            `json:"of"`       // how many points it stands for
	Loss     float64        `json:"loss"`     // the mean over them
	Wrong    int            `json:"wrong"`    // how many of them the model says another class of
	Pushes   []pushReport   `json:"pushes"`   // theirs, in the order of the batch; thinned evenly if there are too many
	Most     []pushReport   `json:"most"`     // those that push most, the strongest first
	Chain    []linkReport   `json:"chain"`    // a single neuron's pushes, tip to tail; nil for other networks
	Norm     float64        `json:"norm"`     // the size of the gradient, of that loss by the parameters
	Gradient [][]float64    `json:"gradient"` // the gradient itself, in their layout; none where a layer has more than 16 units, nor the next two then
	Decay    [][]float64    `json:"decay"`    // what the weight decay adds to it; nil if there is none
	Update   [][]float64    `json:"update"`   // what the step adds to the parameters; nil if they would not stay finite
	Now      *[2][2]float64 `json:"now"`      // the decision line in the plane view, in CSS pixels: its two ends; nil if none is visible
	After    *[2][2]float64 `json:"after"`    // the same after the step
	Times    int            `json:"times"`    // how many times the step is enlarged in after, if one step would be too small to see; else 1
}

// pushReport is a point of the batch: what the model says about it, and how it pushes the logits, −dL/dz. With bce, or softmax
// and cross_entropy, that is y − p.
type pushReport struct {
	Index  int         `json:"index"`
	X      [2]float64  `json:"x"`
	Label  int         `json:"label"` // the class given
	At     *[2]float64 `json:"at"`    // as a queryReport's
	Z      []float64   `json:"z"`
	P      []float64   `json:"p"`     // probabilities, as a queryReport's
	Class  *int        `json:"class"` // as a queryReport's
	Loss   float64     `json:"loss"`
	Push   []float64   `json:"push"`
	Share  float64     `json:"share"`  // its share of all their pushes, by size
	Toward *[2]float64 `json:"toward"` // the direction in the plane view in which it pushes the line, as long as its push is large; nil if it doesn't, or if there is no line. With several outputs and no hidden layers, that between its class and the likeliest other: half as long as it pushes their z apart
}

// linkReport is a part of −gradient: the mean push of a point, or of several of one class, times the point.
type linkReport struct {
	Label int        `json:"label"`
	Count int        `json:"count"` // how many points it stands for
	Index int        `json:"index"` // the first of them
	W     [2]float64 `json:"w"`     // (y − p)·x over the batch's size
	B     float64    `json:"b"`     // likewise y − p
}

const (
	maxPushes = 400
	maxLinks  = 200
	maxMost   = 5
	maxTimes  = 1000
	seenPx    = 12
)

func (*stepRequest) answer(f *Figure) (any, error) {
	var none *stepReport
	a, ok := f.session.Ahead()
	if !ok || !finiteAll(a.Logits) || !finiteAll(a.Delta) || !finiteAll(a.Losses) {
		return none, nil
	}
	s, p := f.Snapshot(), f.PlaneView()
	r := &stepReport{Times: 1, Batch: a.Batch, Looked: len(a.Which), Of: s.Samples.Len(), Pushes: []pushReport{}, Most: []pushReport{}}
	for _, l := range a.Losses {
		r.Loss += l / float64(len(a.Losses))
	}
	r.Wrong = wrongOf(s, a)
	for _, list := range append(slices.Clone(a.Gradient), a.Update...) {
		if !finiteAll(list) {
			return none, nil
		}
	}
	sizes, all := sizesOf(a)
	report := func(i int) pushReport { return f.push(a, i, sizes[i], all) }
	each := (len(a.Which) + maxPushes - 1) / maxPushes
	for i := 0; i < len(a.Which); i += each {
		r.Pushes = append(r.Pushes, report(i))
	}
	for _, i := range largest(sizes, maxMost) {
		r.Most = append(r.Most, report(i))
	}
	var square float64
	for _, list := range a.Gradient {
		for _, g := range list {
			square += float64(g * g)
		}
	}
	r.Norm = math.Min(math.Sqrt(square), math.MaxFloat64)
	if isShown(s.Network) {
		r.Gradient, r.Update = a.Gradient, a.Update
	}
	if decay := s.Train.WeightDecay; decay != 0 && isShown(s.Network) {
		for _, list := range s.Network.Parameters() {
			list = slices.Clone(list)
			for i := range list {
				list[i] *= decay
			}
			r.Decay = append(r.Decay, list)
		}
	}
	if w, b, ok := s.Network.Line(); ok {
		r.Chain = chainOf(a, s.Samples)
		at := b - s.ThresholdLogit
		r.Now = lineIn(p, w, at)
		r.Times, r.After = lineAfter(p, w, at, a.Update)
	}
	return r, nil
}

// wrongOf returns how many of the samples the model says another class of; where it can't tell it says none.
func wrongOf(s session.Snapshot, a perceptron.Ahead) (wrong int) {
	k := len(a.Logits) / len(a.Which)
	for i, which := range a.Which {
		if class, decided := s.Says(a.Logits[i*k : (i+1)*k]); decided && class != int(s.Samples.Y[which]) {
			wrong++
		}
	}
	return wrong
}

// push returns the report for the batch's sample i.
func (f *Figure) push(a perceptron.Ahead, i int, size, all float64) pushReport {
	s, p := f.Snapshot(), f.PlaneView()
	k, which := len(a.Logits)/len(a.Which), a.Which[i]
	x, label := s.Samples.At(which)
	r := pushReport{
		Index: which, X: x, Label: label, At: seenAt(p, x),
		Z: a.Logits[i*k : (i+1)*k], Loss: a.Losses[i],
	}
	said := s.Ask(r.X)
	r.P, r.Class = said.P, classOf(said)
	for _, d := range a.Delta[i*k : (i+1)*k] {
		r.Push = append(r.Push, 0-d)
	}
	if all > 0 {
		r.Share = size / all
	}
	if len(s.Network.Layers()) == 2 {
		r.Toward = towardBoundary(s.Network.Parameters()[0], r.Push, r.P, r.Label)
	}
	return r
}

// towardBoundary is the direction in the plane view in which a point's pushes move its line: with several outputs that between its
// class, own, and the likeliest other, by half of what pushes their z apart.
func towardBoundary(w, push, p []float64, own int) *[2]float64 {
	if len(push) == 1 {
		return toward([2]float64{w[0], w[1]}, push[0])
	}
	other := -1
	for j := range p {
		if j != own && (other < 0 || p[j] > p[other]) {
			other = j
		}
	}
	return toward([2]float64{w[2*own] - w[2*other], w[2*own+1] - w[2*other+1]}, (push[own]-push[other])/2)
}

// toward is the direction in the plane view in which a push moves the line of these weights, as long as the push is large; nil if it
// doesn't, or if there is no line.
func toward(w [2]float64, push float64) *[2]float64 {
	norm := math.Hypot(w[0], w[1])
	if push == 0 || norm == 0 || finite(norm) == nil {
		return nil
	}
	// The side of a point that should be more positive grows against w; pixels count downwards.
	away := -push / norm
	return &[2]float64{away * w[0], -away * w[1]}
}

// sizesOf returns how hard each sample pushes, and all of them together.
func sizesOf(a perceptron.Ahead) (sizes []float64, all float64) {
	k := len(a.Logits) / len(a.Which)
	for i := range a.Which {
		var square float64
		for _, d := range a.Delta[i*k : (i+1)*k] {
			square += float64(d * d)
		}
		sizes = append(sizes, math.Sqrt(square))
		all += sizes[i]
	}
	return sizes, all
}

// largest returns the indices of the n largest values above 0, largest first.
func largest(sizes []float64, n int) (places []int) {
	for i, size := range sizes {
		if size <= 0 || len(places) == n && size <= sizes[places[n-1]] {
			continue
		}
		places = append(places, i)
		for at := len(places) - 1; at > 0 && sizes[places[at-1]] < size; at-- {
			places[at], places[at-1] = places[at-1], i
		}
		places = places[:min(n, len(places))]
	}
	return places
}

// chainOf returns −gradient of a single neuron in parts, those of each class together.
func chainOf(a perceptron.Ahead, s perceptron.Samples) []linkReport {
	chain, m := []linkReport{}, float64(len(a.Which))
	each := (len(a.Which) + maxLinks - 1) / maxLinks
	for _, label := range []int{0, 1} {
		open := 0
		for i, which := range a.Which {
			x, y := s.At(which)
			if y != label || a.Delta[i] == 0 {
				continue
			}
			if open%each == 0 {
				chain = append(chain, linkReport{Label: label, Index: which})
			}
			open++
			link := &chain[len(chain)-1]
			push := -a.Delta[i] / m
			link.Count++
			link.W[0] += float64(push * x[0])
			link.W[1] += float64(push * x[1])
			link.B += push
		}
	}
	return chain
}

// lineAfter returns the line after a step, taken ten, a hundred or a thousand times as large if less would be too small to see.
func lineAfter(p view.Plane, w [2]float64, b float64, update [][]float64) (times int, after *[2][2]float64) {
	now := lineIn(p, w, b)
	for times = 1; update != nil; times *= 10 {
		k := float64(times)
		after = lineIn(p, [2]float64{w[0] + float64(k*update[0][0]), w[1] + float64(k*update[0][1])}, b+float64(k*update[1][0]))
		if now == nil || after == nil || times == maxTimes || moved(*now, *after) >= seenPx {
			break
		}
	}
	return max(times, 1), after
}

// moved returns how far apart two lines' ends are, in CSS pixels; the ends may come in either order.
func moved(a, b [2][2]float64) float64 {
	apart := func(p, q [2]float64) float64 { return math.Hypot(p[0]-q[0], p[1]-q[1]) }
	return min(max(apart(a[0], b[0]), apart(a[1], b[1])), max(apart(a[0], b[1]), apart(a[1], b[0])))
}

func lineIn(p view.Plane, w [2]float64, b float64) *[2][2]float64 {
	x0, y0, x1, y1, ok := p.Line(w, b)
	if !ok {
		return nil
	}
	return &[2][2]float64{{x0, y0}, {x1, y1}}
}

func finiteAll(list []float64) bool {
	for _, v := range list {
		if finite(v) == nil {
			return false
		}
	}
	return true
}
