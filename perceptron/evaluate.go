package perceptron

import "math"

// evaluation remembers what Evaluate and EvaluateTest found, until something changes.
type evaluation struct {
	train, test            bool
	loss, accuracy         float64
	testLoss, testAccuracy float64
}

// Evaluate returns the mean loss over all training samples, and the share of them that is predicted right, with the
// present parameters: one pass, none if nothing changed since the last. Both are NaN without samples.
func (t *Trainer) Evaluate() (loss, accuracy float64) {
	e := &t.evaluated
	if !e.train {
		e.loss, e.accuracy = t.judge(t.samples)
		e.train = true
	}
	return e.loss, e.accuracy
}

// EvaluateTest is Evaluate for the points held back.
func (t *Trainer) EvaluateTest() (loss, accuracy float64) {
	e := &t.evaluated
	if !e.test {
		e.testLoss, e.testAccuracy = t.judge(t.test)
		e.test = true
	}
	return e.testLoss, e.testAccuracy
}

// Loss is the mean loss of the present parameters over all training samples.
func (t *Trainer) Loss() float64 {
	loss, _ := t.Evaluate()
	return loss
}

// Accuracy is the share of training samples that the present parameters predict right, 0..1.
func (t *Trainer) Accuracy() float64 {
	_, accuracy := t.Evaluate()
	return accuracy
}

// TestLoss is Loss for the points held back.
func (t *Trainer) TestLoss() float64 {
	loss, _ := t.EvaluateTest()
	return loss
}

// TestAccuracy is Accuracy for the points held back.
func (t *Trainer) TestAccuracy() float64 {
	_, accuracy := t.EvaluateTest()
	return accuracy
}

func (t *Trainer) judge(s Samples) (loss, accuracy float64) {
	n := float64(s.Len())
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	sum, right := t.pass().judge(t.config.Loss, s)
	return sum / n, float64(right) / n
}
