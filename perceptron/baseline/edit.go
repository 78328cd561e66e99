package baseline

import "perceptronlab/perceptron"

// What a person may change while baselines run. As in a run, an epoch in progress keeps its order, and the next one draws over
// all samples.

// Add appends a sample. It panics unless y is 0 or 1.
func (r *Baseline) Add(x [2]float64, y int) {
	checkLabel(y)
	r.samples.Add(x, y)
	r.rule.changed(r.samples)
}

// Move gives sample i a new place and label. It panics if there is no such sample, or unless y is 0 or 1.
func (r *Baseline) Move(i int, x [2]float64, y int) {
	checkLabel(y)
	r.checkIndex(i)
	r.samples = r.samples.Clone()
	r.samples.X[i], r.samples.Y[i] = perceptron.Single(x), uint8(y)
	r.rule.changed(r.samples)
}

// Remove takes sample i out; those after it move up. It panics if there is no such sample.
func (r *Baseline) Remove(i int) {
	r.checkIndex(i)
	s := r.samples.Clone()
	s.X, s.Y = append(s.X[:i], s.X[i+1:]...), append(s.Y[:i], s.Y[i+1:]...)
	r.samples = s
	r.order.removed(i)
	r.rule.changed(r.samples)
}

func checkLabel(y int) {
	if y != 0 && y != 1 {
		panic("baseline: a sample needs the label 0 or 1")
	}
}

func (r *Baseline) checkIndex(i int) {
	if i < 0 || i >= r.samples.Len() {
		panic("baseline: there is no sample of that index")
	}
}
