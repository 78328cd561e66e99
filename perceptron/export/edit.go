package export

import "perceptronlab/perceptron/scene"

// Edits that both dialects make alike. Queries are a list of pairs.

// queries writes the list of queries, unless edits needed it earlier.
func queries(c *code, p *plan) {
	if !p.has(scene.Edit.OfQueries) {
		c.list("queries = [", pairs(p.scene.Queries, number), "]")
	}
}

// startQueries writes it where edits follow.
func startQueries(c *code, p *plan) {
	if p.has(scene.Edit.OfQueries) {
		c.section("Test points")
		c.list("queries = [", pairs(p.scene.Queries, number), "]")
	}
}

func editQueries(c *code, e *change) {
	switch {
	case e.AddQuery != nil:
		c.line("queries.append(", pair(e.AddQuery.X, number), ")")
	case e.MoveQuery != nil:
		c.line("queries[", itoa(e.MoveQuery.Index), "] = ", pair(e.MoveQuery.X, number))
	case e.RemoveQuery != nil:
		c.line("del queries[", itoa(e.RemoveQuery.Index), "]")
	}
}

// configureLoop changes what only a free loop asks for.
func configureLoop(c *code, p *plan, e *change) {
	if p.shape != free {
		return
	}
	if e.after.BatchSize != e.before.BatchSize {
		c.line("batch_size = ", itoa(e.after.BatchSize))
	}
	if e.after.Epochs != e.before.Epochs {
		c.line("epochs = ", itoa(e.after.Epochs))
	}
}

func setParameters(c *code, values [][]float64) {
	c.line("set_parameters([")
	c.depth++
	for _, list := range values {
		c.list("[", numbers(list), "],")
	}
	c.depth--
	c.line("])")
}

func boolean(v bool) string {
	if v {
		return "True"
	}
	return "False"
}
