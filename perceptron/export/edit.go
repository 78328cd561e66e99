package export

import (
	"strconv"

	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// Edits: what a script needs for them, and the lines that apply one. Queries are a list of pairs, in both dialects.

// helpers writes what edits call.
func helpers(c *python.Code, p *plan, d dialect) {
	if p.has(scene.Edit.OfQueries) {
		c.Section("Asked points")
		listQueries(c, p)
	}
	if p.shape == free && p.has(func(e scene.Edit) bool { return e.Remove != nil }) {
		c.Function(func() {
			c.Text(`def remove(i):
    """Takes point i out, also out of the order of the epoch under way."""
    global X, y, order`)
			c.Line("    X, y = ", d.without("X", "i", "i + 1"), ", ", d.without("y", "i", "i + 1"))
			c.Line("    order = order[order != i]")
			c.Line("    order = ", d.module(), ".where(order > i, order - 1, order)")
		})
	}
	if p.has(func(e scene.Edit) bool { return e.Weights != nil }) {
		c.Function(func() {
			c.Text(`def set_parameters(values):
    """Sets weight, bias, weight, bias ..., each a flat list."""`)
			c.Text(d.setParameters())
		})
	}
}

// apply makes an edit.
func apply(c *python.Code, p *plan, d dialect, e *change) {
	switch {
	case e.Add != nil:
		label := "[" + strconv.Itoa(e.Add.Y) + "]"
		if p.outputs() == 1 {
			label = "[" + label + "]"
		}
		x, y := d.append(python.Pair(e.Add.X, python.Float32), label)
		c.Line("X = ", x)
		c.Line("y = ", y)
	case e.Move != nil:
		i := strconv.Itoa(e.Move.Index)
		c.Line("X[", i, "] = ", d.place(python.Pair(e.Move.X, python.Float32)))
		if e.Move.Y != nil {
			c.Line("y[", i, "] = ", strconv.Itoa(*e.Move.Y))
		}
	case e.Remove != nil && p.shape == free:
		c.Line("remove(", strconv.Itoa(e.Remove.Index), ")")
	case e.Remove != nil:
		i, after := strconv.Itoa(e.Remove.Index), strconv.Itoa(e.Remove.Index+1)
		c.Line("X, y = ", d.without("X", i, after), ", ", d.without("y", i, after))
	case e.AddQuery != nil:
		c.Line("queries.append(", python.Pair(e.AddQuery.X, python.Number), ")")
	case e.MoveQuery != nil:
		c.Line("queries[", strconv.Itoa(e.MoveQuery.Index), "] = ", python.Pair(e.MoveQuery.X, python.Number))
	case e.RemoveQuery != nil:
		c.Line("del queries[", strconv.Itoa(e.RemoveQuery.Index), "]")
	case e.Weights != nil:
		setParameters(c, e.Weights)
	case e.Set != nil:
		d.configure(c, p, e)
		configureLoop(c, p, e)
	}
}

func setParameters(c *python.Code, values [][]float64) {
	c.Block("set_parameters([", func() {
		for _, list := range values {
			c.List("[", python.Numbers(list), "],")
		}
	})
	c.Line("])")
}

// configureLoop changes the variables that only a free loop reads.
func configureLoop(c *python.Code, p *plan, e *change) {
	if p.shape != free {
		return
	}
	if e.after.BatchSize != e.before.BatchSize {
		c.Line("batch_size = ", strconv.Itoa(e.after.BatchSize))
	}
	if e.after.Epochs != e.before.Epochs {
		c.Line("epochs = ", strconv.Itoa(e.after.Epochs))
	}
}

// queries writes the list of queries, unless edits needed it earlier.
func queries(c *python.Code, p *plan) {
	if !p.has(scene.Edit.OfQueries) {
		listQueries(c, p)
	}
}

func listQueries(c *python.Code, p *plan) {
	c.List("queries = [", python.Pairs(p.scene.Queries, python.Number), "]")
}
