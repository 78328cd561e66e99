package perceptron

import "perceptronlab/perceptron/random"

// A walk is a pass over samples that may be left and gone on with as long as nothing changes: what was found of those before at.
type walk struct {
	at    int
	sum   float64
	right int
}

// patience says when a walk is left. Without enough it goes through all.
type patience struct {
	enough func() bool
	work   int
}

// lookEvery is how much is done between two calls of enough, in samples times parameters: about a millisecond.
var lookEvery = 500_000

// ends reports whether it is enough, after some more work.
func (p *patience) ends(work int) bool {
	if p.enough == nil {
		return false
	}
	if p.work += work; p.work < lookEvery {
		return false
	}
	p.work = 0
	return p.enough()
}

// A part is what was done of a step that was left. Whatever changes the trainer drops it.
type part struct {
	learn, loss, test walk
	opened            *opened
}

// opened is an epoch that begins with the step: until that is taken, nothing of it is the trainer's.
type opened struct {
	loss, testLoss float64
	gen            *random.Torch // which drew the order
}

// drop forgets what was done of a step that was left.
func (t *Trainer) drop() {
	if t.part.learn.at > 0 {
		clear(t.pass().sum)
	}
	t.part = part{}
}

// leaves reports whether a step of m samples is long enough to be left.
func (t *Trainer) leaves(m int) bool { return m*t.net.NumParameters() > 4*lookEvery }

// Part is how much of the next step is done where RunUntil left it, 0 ≤ Part < 1.
func (t *Trainer) Part() float64 {
	const learning = 3 // forward and back, in ways forward
	n, all := t.samples.Len(), t.test.Len()
	if t.EpochStart() && !t.fullBatch() {
		all += n
	}
	if b := t.config.BatchSize; b > 0 {
		n = min(n, b)
	}
	all += learning * n
	if all == 0 {
		return 0
	}
	done := learning*t.part.learn.at + t.part.loss.at + t.part.test.at
	return min(float64(done)/float64(all), 0.99)
}
