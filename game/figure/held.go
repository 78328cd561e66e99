package figure

import (
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// A view marks the point in hand by what these say about it; each costs no more than that one point.
type (
	// hiddenAtRequest asks where a place of the plane lies in the space of two hidden units, which are those of a hiddenReport;
	// null where there is none.
	hiddenAtRequest struct {
		X     [2]float64
		Units [2]int
	}
	// onBoundaryRequest asks which weights, between min and max, put a place of the plane on the line of a single neuron, with
	// the bias as it is, or if Best is set each with its best bias in the landscape that was asked for last: lines through some
	// weights each.
	onBoundaryRequest struct {
		X        [2]float64
		Min, Max [2]float64
		Best     bool
	}
	// activationsRequest asks what each unit gives for a point of the plane, by layer after the inputs; the last is p of class 1,
	// or of each class. No layers if the run diverged.
	activationsRequest struct {
		X [2]float64
	}
	// pushRequest asks how a point of a class pushes the weights of each output; null where there are hidden layers between, and
	// where the run diverged.
	pushRequest struct {
		X     [2]float64
		Label int
	}
)

// heldPush is a point's part of −gradient, by output.
type heldPush struct {
	Push   []float64    `json:"push"`   // −dL/dz
	W      [][2]float64 `json:"w"`      // times the point, over the size of a batch
	B      []float64    `json:"b"`      // likewise
	Toward *[2]float64  `json:"toward"` // as a pushReport's
}

func (q *hiddenAtRequest) answer(f *Figure) (any, error) {
	var none *[2]float64
	last, ok := hiddenLayer(f.Snapshot())
	if !ok {
		return none, nil
	}
	n := f.Snapshot().Network
	if err := checkUnits(q.Units, n.Layers()[last]); err != nil {
		return nil, err
	}
	h := newHiddenSpace(n, last, q.Units).at(q.X).H
	if !finiteAll(h[:]) {
		return none, nil
	}
	return &h, nil
}

func (q *activationsRequest) answer(f *Figure) (any, error) {
	n := f.Snapshot().Network
	sizes := n.Layers()
	last := len(sizes) - 1
	layers := make([][]float64, last)
	x := [][2]float64{q.X}
	for layer := 1; layer < last; layer++ {
		units := make([]float64, sizes[layer])
		n.Until(layer).Logits(units, x)
		for u, z := range units {
			units[u] = n.Activation().At(z)
		}
		layers[layer-1] = units
	}
	logits := make([]float64, sizes[last])
	n.Logits(logits, x)
	layers[last-1] = make([]float64, len(logits))
	perceptron.Probabilities(layers[last-1], logits, len(logits))
	for _, units := range layers {
		if !finiteAll(units) {
			return [][]float64{}, nil
		}
	}
	return layers, nil
}

func (q *onBoundaryRequest) answer(f *Figure) (any, error) {
	lines := [][][2]float64{}
	_, b, ok := f.Snapshot().Network.Line()
	threshold := f.Snapshot().ThresholdLogit
	switch {
	case !ok || !finiteAll([]float64{b}):
	case !q.Best:
		if ends := lineWithin(q.X, b-threshold, q.Min, q.Max); ends != nil {
			lines = append(lines, ends[:])
		}
	case f.bent.min == q.Min && f.bent.max == q.Max && f.bent.biases != nil:
		lines = append(lines, f.bent.onBoundary(q.X, threshold)...)
	}
	return lines, nil
}

// bentPicture is the square that a landscape covered, and the best bias of each of its places, by rows from the top; none: the
// bias was as it is.
type bentPicture struct {
	min, max [2]float64
	side     int
	biases   []float64
}

// onBoundary is where x is on the line, from the first places of the picture to the last.
func (k bentPicture) onBoundary(x [2]float64, threshold float64) [][][2]float64 {
	at := func(column, row float64) [2]float64 {
		return [2]float64{
			k.min[0] + (k.max[0]-k.min[0])*(column+0.5)/float64(k.side),
			k.max[1] - (k.max[1]-k.min[1])*(row+0.5)/float64(k.side),
		}
	}
	z := make([]float64, len(k.biases))
	for i, b := range k.biases {
		w := at(float64(i%k.side), float64(i/k.side))
		z[i] = float64(w[0]*x[0]) + float64(w[1]*x[1]) + b - threshold
	}
	lines := view.Chains(view.Cells{Step: 1, Columns: k.side - 1, Rows: k.side - 1}.Zero(z))
	for _, line := range lines {
		for i, place := range line {
			line[i] = at(place[0], place[1])
		}
	}
	return lines
}

func (q *pushRequest) answer(f *Figure) (any, error) {
	var none *heldPush
	s := f.Snapshot()
	if len(s.Network.Layers()) > 2 || s.Diverged {
		return none, nil
	}
	said := s.Ask(q.X)
	if q.Label < 0 || q.Label >= max(2, len(said.Z)) {
		return nil, refusal.New("push.label", strconv.Itoa(q.Label), refusal.IndexTo.With(max(2, len(said.Z))-1))
	}
	r := &heldPush{Push: make([]float64, len(said.Z))}
	lossOf(s.Train.Loss).Sample(r.Push, said.Z, q.Label)
	if !finiteAll(r.Push) {
		return none, nil
	}
	for i, delta := range r.Push {
		r.Push[i] = 0 - delta
		each := r.Push[i] / float64(batchOf(s))
		r.W, r.B = append(r.W, [2]float64{each * q.X[0], each * q.X[1]}), append(r.B, each)
	}
	r.Toward = towardBoundary(s.Network.Parameters()[0], r.Push, said.P, q.Label)
	return r, nil
}

// batchOf is how many points a whole batch goes through, at least 1.
func batchOf(s session.Snapshot) int {
	n := max(1, s.Samples.Len())
	if s.Train.BatchSize > 0 {
		return min(n, s.Train.BatchSize)
	}
	return n
}
