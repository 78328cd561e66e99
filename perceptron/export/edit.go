package export

import "perceptronlab/perceptron/scene"

// Edits: what a script needs for them, and the lines that make one. Queries are a list of pairs, in both dialects.

// helpers writes what edits call.
func helpers(c *code, p *plan, d dialect) {
	if p.has(scene.Edit.OfQueries) {
		c.section("Test points")
		listQueries(c, p)
	}
	if p.shape == free && p.has(func(e scene.Edit) bool { return e.Remove != nil }) {
		c.function(func() {
			c.text(`def remove(i):
    """Takes point i out, also out of the order of the epoch under way."""
    global X, y, order`)
			c.line("    X, y = ", d.without("X", "i", "i + 1"), ", ", d.without("y", "i", "i + 1"))
			c.line("    order = order[order != i]")
			c.line("    order = ", d.module(), ".where(order > i, order - 1, order)")
		})
	}
	if p.has(func(e scene.Edit) bool { return e.Weights != nil }) {
		c.function(func() {
			c.text(`def set_parameters(values):
    """Sets weight, bias, weight, bias ..., each a flat list."""`)
			c.text(d.setParameters())
		})
	}
}

// apply makes an edit.
func apply(c *code, p *plan, d dialect, e *change) {
	switch {
	case e.Add != nil:
		label := "[" + itoa(e.Add.Y) + "]"
		if p.outputs() == 1 {
			label = "[" + label + "]"
		}
		x, y := d.append(pair(e.Add.X, float32Number), label)
		c.line("X = ", x)
		c.line("y = ", y)
	case e.Move != nil:
		i := itoa(e.Move.Index)
		c.line("X[", i, "] = ", d.place(pair(e.Move.X, float32Number)))
		if e.Move.Y != nil {
			c.line("y[", i, "] = ", itoa(*e.Move.Y))
		}
	case e.Remove != nil && p.shape == free:
		c.line("remove(", itoa(e.Remove.Index), ")")
	case e.Remove != nil:
		i, after := itoa(e.Remove.Index), itoa(e.Remove.Index+1)
		c.line("X, y = ", d.without("X", i, after), ", ", d.without("y", i, after))
	case e.AddQuery != nil:
		c.line("queries.append(", pair(e.AddQuery.X, number), ")")
	case e.MoveQuery != nil:
		c.line("queries[", itoa(e.MoveQuery.Index), "] = ", pair(e.MoveQuery.X, number))
	case e.RemoveQuery != nil:
		c.line("del queries[", itoa(e.RemoveQuery.Index), "]")
	case e.Weights != nil:
		setParameters(c, e.Weights)
	case e.Set != nil:
		d.configure(c, p, e)
		configureLoop(c, p, e)
	}
}

func setParameters(c *code, values [][]float64) {
	c.block("set_parameters([", func() {
		for _, list := range values {
			c.list("[", numbers(list), "],")
		}
	})
	c.line("])")
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

// queries writes the list of queries, unless edits needed it earlier.
func queries(c *code, p *plan) {
	if !p.has(scene.Edit.OfQueries) {
		listQueries(c, p)
	}
}

func listQueries(c *code, p *plan) { c.list("queries = [", pairs(p.scene.Queries, number), "]") }

func boolean(v bool) string {
	if v {
		return "True"
	}
	return "False"
}
