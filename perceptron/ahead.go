package perceptron

// Ahead is what a trainer's next step will do, and which sample makes it do so.
type Ahead struct {
	Which    []int       // the samples of its batch, in the order it takes them; m of them. All below is about these
	Batch    int         // how many samples the batch has; above m if not all were to be looked at
	Logits   []float64   // z of each, [m, K]
	Losses   []float64   // of each, [m]
	Delta    []float64   // ∂L/∂z of each sample's own loss, [m, K]; a sample pushes its logits by −Delta
	Gradient [][]float64 // of the mean of these losses by the parameters, laid out as Network.Parameters
	Update   [][]float64 // what the step adds to the parameters, likewise; nil if they would not stay finite
}

// Ahead looks at the next step without taking it, at no more than maxSamples samples of its batch, evenly spaced. ok is false if
// there is no next step: without samples, and once the run has diverged.
func (t *Trainer) Ahead(maxSamples int) (a Ahead, ok bool) {
	if t.diverged || t.samples.Len() == 0 {
		return Ahead{}, false
	}
	a.Which = t.nextBatch()
	if a.Batch = len(a.Which); a.Batch > maxSamples {
		some := make([]int, maxSamples)
		for i := range some {
			some[i] = a.Which[i*a.Batch/maxSamples]
		}
		a.Which = some
	}
	k, x, y := t.net.Outputs(), make([][2]float64, len(a.Which)), make([]int, len(a.Which))
	for i, which := range a.Which {
		x[i], y[i] = t.samples.At(which)
	}
	a.Logits, a.Delta, a.Losses = make([]float64, k*len(x)), make([]float64, k*len(x)), make([]float64, len(x))
	t.net.Clone().Logits(a.Logits, x)
	for i := range x {
		a.Losses[i] = t.config.Loss.Sample(a.Delta[i*k:(i+1)*k], a.Logits[i*k:(i+1)*k], y[i])
	}

	p := newPass(t.net)
	p.walk(t.config.Loss, t.samples, a.Which, back, &walk{}, &patience{})
	a.Gradient = (&Network{layers: p.grad}).Parameters()
	for _, list := range a.Gradient {
		for i := range list {
			list[i] /= float64(len(x))
		}
	}

	after := t.Clone()
	if len(a.Which) == a.Batch {
		after.Step()
	} else {
		after.batch, after.order = len(a.Which), a.Which
		after.stepBatch(&patience{})
	}
	if !after.diverged {
		a.Update = after.net.Parameters()
		for l, list := range t.net.Parameters() {
			for i, v := range list {
				a.Update[l][i] -= v
			}
		}
	}
	return a, true
}

// nextBatch returns which samples the next step uses.
func (t *Trainer) nextBatch() []int {
	if t.EpochStart() && t.fullBatch() {
		all := make([]int, t.samples.Len())
		for i := range all {
			all[i] = i
		}
		return all
	}
	next := t.Clone()
	if next.EpochStart() {
		next.beginEpoch(next.gen)
	}
	return next.order[:min(next.batch, len(next.order))]
}
