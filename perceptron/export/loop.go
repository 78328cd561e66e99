package export

import "perceptronlab/perceptron/scene"

// loop writes the training loop, in the simplest shape that the run allows. Edits of step 0 come before it.
func (p *plan) loop(c *code, d dialect) {
	c.section("Training")
	if p.shape == free {
		t := p.scene.Train
		c.line("step, epoch, epochs, batch_size = 0, 0, ", itoa(t.Epochs), ", ", itoa(t.BatchSize))
		c.line("order = ", d.inOrder("0"), "  # the points that the epoch under way still takes")
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
func (p *plan) loopEpochs(c *code, d dialect, edits []change) {
	last := p.epochs()
	within := edits
	for len(within) > 0 && within[len(within)-1].Step == last {
		within = within[:len(within)-1]
	}
	c.block("for epoch in range("+itoa(last)+"):", func() {
		p.dueEdits(c, d, "epoch", within)
		d.reportAndLearn(c, p)
	})
	for i := range edits[len(within):] {
		apply(c, p, d, &edits[len(within):][i])
	}
}

func (p *plan) loopBatches(c *code, d dialect, edits []change) {
	size := itoa(p.scene.Train.BatchSize)
	if len(edits) > 0 {
		c.line("step = 0")
	}
	c.block("for epoch in range("+itoa(p.epochs())+"):", func() {
		d.report(c, p)
		c.line("order = ", d.permutation())
		c.block("for i in range(0, len(order), "+size+"):", func() {
			c.line("batch = order[i:i + ", size, "]")
			d.learn(c, p)
			if len(edits) > 0 {
				c.line("step += 1")
				p.dueEdits(c, d, "step", edits)
			}
		})
	})
}

// loopSteps keeps in order what the epoch under way still takes, so that edits can come at any step.
func (p *plan) loopSteps(c *code, d dialect, edits []change) {
	going := "epoch < epochs"
	if p.ever(func(t scene.Train) bool { return t.Epochs == 0 }) {
		going = "(epochs == 0 or epoch < epochs)"
	}
	if p.steps > 0 {
		going += " and step < " + itoa(p.steps)
	}
	if p.fewest == 0 {
		going += " and len(X) > 0"
	}
	c.block("while "+going+":", func() {
		c.block("if len(order) == 0:", func() {
			d.report(c, p)
			c.line("size = batch_size if 0 < batch_size < len(X) else len(X)")
			c.line("order = ", d.permutation(), " if size < len(X) else ", d.inOrder("len(X)"))
		})
		c.line("batch, order = order[:size], order[size:]")
		d.learn(c, p)
		c.line("step += 1")
		p.dueEdits(c, d, "step", edits)
		c.block("if len(order) == 0:", func() { c.line("epoch += 1") })
	})
}

// dueEdits writes an if for each step that has edits.
func (p *plan) dueEdits(c *code, d dialect, counter string, edits []change) {
	for len(edits) > 0 {
		step, n := edits[0].Step, 1
		for n < len(edits) && edits[n].Step == step {
			n++
		}
		c.block("if "+counter+" == "+itoa(step)+":", func() {
			for i := range edits[:n] {
				apply(c, p, d, &edits[i])
			}
		})
		edits = edits[n:]
	}
}
