package perceptron

// evaluation is what is known of the loss and accuracy of the present parameters, until something changes.
type evaluation struct{ train, test walk }

func (e *evaluation) forget() { *e = evaluation{} }

// Loss is the mean loss of the present parameters over all training samples; NaN without any. It and Accuracy take one
// pass over them, none if nothing changed since the last.
func (t *Trainer) Loss() float64 {
	loss, _ := t.found(t.samples, &t.evaluated.train)
	return loss
}

// Accuracy is the share of training samples that the present parameters predict right, 0..1; NaN without any.
func (t *Trainer) Accuracy() float64 {
	_, accuracy := t.found(t.samples, &t.evaluated.train)
	return accuracy
}

// TestLoss is Loss for the test data.
func (t *Trainer) TestLoss() float64 {
	loss, _ := t.found(t.test, &t.evaluated.test)
	return loss
}

// TestAccuracy is Accuracy for the test data.
func (t *Trainer) TestAccuracy() float64 {
	_, accuracy := t.found(t.test, &t.evaluated.test)
	return accuracy
}

// Evaluated reports whether Loss, Accuracy and those of the test data are known, and cost nothing.
func (t *Trainer) Evaluated() bool {
	return t.evaluated.train.at == t.samples.Len() && t.evaluated.test.at == t.test.Len()
}

// Evaluating reports whether EvaluateUntil was left.
func (t *Trainer) Evaluating() bool { return !t.Evaluated() && t.evaluated != (evaluation{}) }

// EvaluateUntil finds them, until enough says so; the next call goes on there. It reports whether all are known.
func (t *Trainer) EvaluateUntil(enough func() bool) (whole bool) {
	p := patience{enough: enough}
	return t.evaluate(t.samples, &t.evaluated.train, &p) && t.evaluate(t.test, &t.evaluated.test, &p)
}

func (t *Trainer) evaluate(s Samples, w *walk, until *patience) (whole bool) {
	return w.at == s.Len() || t.pass().walk(t.config.Loss, s, nil, count, w, until)
}

// found are the means of a whole evaluation.
func (t *Trainer) found(s Samples, w *walk) (loss, accuracy float64) {
	t.evaluate(s, w, &patience{})
	n := float64(s.Len()) // without samples 0/0 is NaN
	return w.sum / n, float64(w.right) / n
}
