package perceptron

import "math"

// evaluation caches the loss and accuracy of the present parameters, until something changes.
type evaluation struct {
	train, test            bool
	loss, accuracy         float64
	testLoss, testAccuracy float64
}

func (e *evaluation) forget() { e.train, e.test = false, false }

// Loss is the mean loss of the present parameters over all training samples; NaN without any. It and Accuracy take one
// pass over them, none if nothing changed since the last.
func (t *Trainer) Loss() float64 {
	t.evaluateTrain()
	return t.evaluated.loss
}

// Accuracy is the share of training samples that the present parameters predict right, 0..1; NaN without any.
func (t *Trainer) Accuracy() float64 {
	t.evaluateTrain()
	return t.evaluated.accuracy
}

// TestLoss is Loss for the test data.
func (t *Trainer) TestLoss() float64 {
	t.evaluateTest()
	return t.evaluated.testLoss
}

// TestAccuracy is Accuracy for the test data.
func (t *Trainer) TestAccuracy() float64 {
	t.evaluateTest()
	return t.evaluated.testAccuracy
}

func (t *Trainer) evaluateTrain() {
	if e := &t.evaluated; !e.train {
		e.loss, e.accuracy = t.evaluate(t.samples)
		e.train = true
	}
}

func (t *Trainer) evaluateTest() {
	if e := &t.evaluated; !e.test {
		e.testLoss, e.testAccuracy = t.evaluate(t.test)
		e.test = true
	}
}

func (t *Trainer) evaluate(s Samples) (loss, accuracy float64) {
	n := float64(s.Len())
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	sum, right := t.pass().evaluate(t.config.Loss, s)
	return sum / n, float64(right) / n
}
