package perceptron

import "slices"

// What a trainer says about its run.

// Steps is the number of steps taken.
func (t *Trainer) Steps() int { return t.steps }

// Epoch is the number of whole epochs done.
func (t *Trainer) Epoch() int { return t.epoch }

// EpochStart says whether the next step is an epoch's first.
func (t *Trainer) EpochStart() bool { return t.taken == 0 }

// StepsPerEpoch is the number of steps of the epoch under way, or else of the next; 0 without samples.
func (t *Trainer) StepsPerEpoch() int {
	n, b := t.samples.Len(), t.config.BatchSize
	switch {
	case t.taken > 0:
		return t.taken + (len(t.order)+t.batch-1)/t.batch
	case n == 0:
		return 0
	case t.fullBatch():
		return 1
	default:
		return (n + b - 1) / b
	}
}

// StepsLeft is the number of steps to the end of the epoch under way, or else of the next.
func (t *Trainer) StepsLeft() int { return t.StepsPerEpoch() - t.taken }

// KeepAllLosses makes Losses have those of all epochs, however many. Call it before the first step.
func (t *Trainer) KeepAllLosses() { t.losses.all = true }

// Losses returns the mean loss over all samples at the start of each epoch begun, all finite. Of tens of thousands of epochs only
// the last have all their losses, and others those that a curve shows, its least and greatest among them, unless KeepAllLosses
// was called; LossCurve tells of which epochs they are. What was returned stays as it is and may be kept, but not written to.
func (t *Trainer) Losses() []float64 { return slices.Clip(t.losses.train) }

// TestLosses is Losses for the points held back, of the same epochs; empty if there are none.
func (t *Trainer) TestLosses() []float64 { return slices.Clip(t.losses.test) }

// LossCurve is Losses with their epochs.
func (t *Trainer) LossCurve() LossCurve { return LossCurve{slices.Clip(t.losses.epochs), t.Losses()} }

// TestLossCurve is TestLosses with their epochs.
func (t *Trainer) TestLossCurve() LossCurve {
	return LossCurve{slices.Clip(t.losses.epochs), t.TestLosses()}
}

// Diverged reports whether the run left the finite numbers, and after how many steps: the loss there, or a parameter, is
// not finite. From there on Step does nothing. A loss is known only to the step that would begin with it.
func (t *Trainer) Diverged() (step int, yes bool) {
	if !t.diverged {
		return 0, false
	}
	return t.steps, true
}

// Mistakes is how many samples were found wrong, sz ≤ 0, by steps that visited them one by one with a loss that only those have:
// the updates that Rosenblatt counts. Other steps count nothing.
func (t *Trainer) Mistakes() int { return t.mistakes }

// Network is the network as trained so far. It is the trainer's own: read only.
func (t *Trainer) Network() *Network { return t.net }

// Config is how the trainer trains from the next step on.
func (t *Trainer) Config() TrainConfig { return t.config }
