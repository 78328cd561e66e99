package export

import (
	"strconv"

	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// loop writes the training loop, in the simplest shape that the run allows. Edits of step 0 come before it.
func (p *plan) loop(c *python.Code, d dialect) {
	c.Section("Training")
	if p.shape == free {
		t := p.scene.Train
		c.Line("step, epoch, epochs, batch_size = 0, 0, ", strconv.Itoa(t.Epochs), ", ", strconv.Itoa(t.BatchSize))
		c.Line("order = ", d.inOrder("0"), "  # the points that the epoch under way still takes")
	}
	later := p.edits
	for len(later) > 0 && later[0].Step == 0 {
		apply(c, p, d, &later[0])
		later = later[1:]
	}
	switch p.shape {
	case wholeEpochs:
		p.loopEpochs(c, d, later)
	case batches:
		p.loopBatches(c, d, later)
	case free:
		p.loopSteps(c, d, later)
	}
}

// loopEpochs: an edit of step e comes before epoch e, those of the last step after the loop.
func (p *plan) loopEpochs(c *python.Code, d dialect, edits []change) {
	last := p.epochs()
	within := edits
	for len(within) > 0 && within[len(within)-1].Step == last {
		within = within[:len(within)-1]
	}
	c.Block("for epoch in range("+strconv.Itoa(last)+"):", func() {
		p.dueEdits(c, d, "epoch", within)
		d.reportAndLearn(c, p)
	})
	for i := range edits[len(within):] {
		apply(c, p, d, &edits[len(within):][i])
	}
}

func (p *plan) loopBatches(c *python.Code, d dialect, edits []change) {
	size := strconv.Itoa(p.scene.Train.BatchSize)
	if len(edits) > 0 {
		c.Line("step = 0")
	}
	c.Block("for epoch in range("+strconv.Itoa(p.epochs())+"):", func() {
		d.report(c, p)
		c.Line("order = ", d.permutation())
		c.Block("for i in range(0, len(order), "+size+"):", func() {
			c.Line("batch = order[i:i + ", size, "]")
			d.learn(c, p)
			if len(edits) > 0 {
				c.Line("step += 1")
				p.dueEdits(c, d, "step", edits)
			}
		})
	})
}

// loopSteps keeps the rest of the current epoch in order, so that edits can come at any step.
func (p *plan) loopSteps(c *python.Code, d dialect, edits []change) {
	going := "epoch < epochs"
	if p.ever(func(t scene.Train) bool { return t.Epochs == 0 }) {
		going = "(epochs == 0 or epoch < epochs)"
	}
	if p.steps > 0 {
		going += " and step < " + strconv.Itoa(p.steps)
	}
	if p.fewest == 0 {
		going += " and len(X) > 0"
	}
	c.Block("while "+going+":", func() {
		c.Block("if len(order) == 0:", func() {
			d.report(c, p)
			c.Line("size = batch_size if 0 < batch_size < len(X) else len(X)")
			c.Line("order = ", d.permutation(), " if size < len(X) else ", d.inOrder("len(X)"))
		})
		c.Line("batch, order = order[:size], order[size:]")
		d.learn(c, p)
		c.Line("step += 1")
		p.dueEdits(c, d, "step", edits)
		c.Block("if len(order) == 0:", func() { c.Line("epoch += 1") })
	})
}

// dueEdits writes an if for each step that has edits.
func (p *plan) dueEdits(c *python.Code, d dialect, counter string, edits []change) {
	for len(edits) > 0 {
		step, n := edits[0].Step, 1
		for n < len(edits) && edits[n].Step == step {
			n++
		}
		c.Block("if "+counter+" == "+strconv.Itoa(step)+":", func() {
			for i := range edits[:n] {
				apply(c, p, d, &edits[i])
			}
		})
		edits = edits[n:]
	}
}
