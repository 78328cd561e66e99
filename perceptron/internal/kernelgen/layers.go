package main

import "slices"

// shape is what a kernel wants to know of a layer: where its parameters are, and how many bytes lie between a sample's inputs
// and the next one's, between their outputs, and between the rows of weights by eight inputs and those by the next eight.
type shape struct {
	w, b, ins, outs, rows value
}

func (a *assembler) hiddenLayer() shape { return a.layer("outVecs", vec) }
func (a *assembler) outputLayer() shape { return a.layer("out", word) }

// layer is an argument *layer.
func (a *assembler) layer(outs string, bytes int) shape {
	l := a.integerArgument("l")
	count := func(name string, bytes int) value { return a.integer(times(field(l, name), bytes)).value() }
	return shape{
		w: field(l, "w"), b: field(l, "b"),
		ins: count("inVecs", vec), outs: count(outs, bytes), rows: count("rows", vec),
	}
}

// field is a field of a layer, which is where it begins if it is a slice.
func field(l value, name string) value {
	return append(slices.Clone(l), "I32WrapI64", "I64Load $layer_"+name)
}

func forwardInput(a *assembler) {
	l := a.hiddenLayer()
	z := a.baseArgument("z")
	x, end := a.sliceArgument("x", 2*word)
	w, b := a.integer(l.w), a.integer(l.b)
	a.each(z, a.integer(sum(z.value(), l.outs)), func() {
		to, from := a.integer(z.value()), a.integer(x.value())
		a.each(from, end, func() {
			x0, x1 := a.float(from.at(0)).value(), a.float(from.at(word)).value()
			for k := range 8 {
				a.store(to, word*k, add(add(b.at(word*k), mul(w.at(word*k), x0)), mul(w.at(vec+word*k), x1)))
			}
			a.advance(to, l.outs)
			a.advance(from, number(2*word))
		})
		a.advance(z, number(vec))
		a.advance(w, number(2*vec))
		a.advance(b, number(vec))
	})
}

// Four units at a time: their twelve sums are variables.
func gradientInput(a *assembler) {
	l := a.hiddenLayer()
	delta := a.baseArgument("delta")
	x, end := a.sliceArgument("x", 2*word)
	g, b := a.integer(l.w), a.integer(l.b)
	a.each(delta, a.integer(sum(delta.value(), l.outs)), func() {
		half := a.integer(sum(g.value(), number(vec)))
		a.each(g, half, func() {
			var sums [12]local
			for k := range 4 {
				sums[k], sums[4+k], sums[8+k] = a.float(g.at(word*k)), a.float(g.at(vec+word*k)), a.float(b.at(word*k))
			}
			d, from := a.integer(delta.value()), a.integer(x.value())
			a.each(from, end, func() {
				x0, x1 := a.float(from.at(0)).value(), a.float(from.at(word)).value()
				dk := a.float(real(0))
				for k := range 4 {
					a.set(dk, d.at(word*k))
					a.set(sums[k], add(sums[k].value(), mul(x0, dk.value())))
					a.set(sums[4+k], add(sums[4+k].value(), mul(x1, dk.value())))
					a.set(sums[8+k], add(sums[8+k].value(), dk.value()))
				}
				a.advance(d, l.outs)
				a.advance(from, number(2*word))
			})
			for k := range 4 {
				a.store(g, word*k, sums[k].value())
				a.store(g, vec+word*k, sums[4+k].value())
				a.store(b, word*k, sums[8+k].value())
			}
			for _, p := range []local{g, b, delta} {
				a.advance(p, number(4*word))
			}
		})
		a.advance(g, number(vec))
	})
}

func forwardHidden(a *assembler) {
	l := a.hiddenLayer()
	z := a.baseArgument("z")
	y, end := a.sliceArgument("y", vec)
	column, bias := a.integer(l.w), a.integer(l.b)
	lastUnits, lastInputs := a.integer(sum(z.value(), l.outs)), a.integer(sum(y.value(), l.ins))
	a.each(z, lastUnits, func() {
		inputs, w, b, bStep := a.integer(y.value()), a.integer(column.value()), a.integer(bias.value()), a.integer(number(0))
		a.each(inputs, lastInputs, func() {
			from, to := a.integer(inputs.value()), a.integer(z.value())
			a.each(from, end, func() {
				outputs := a.named(lanes(from))
				for j := range 8 {
					a.store(to, word*j, add(b.at(word*j), dot(lanesAt(w, vec*j, word), outputs)))
				}
				a.advance(from, l.ins)
				a.advance(to, l.outs)
				a.advance(b, bStep.value())
			})
			a.set(b, z.value())
			a.set(bStep, l.outs)
			a.advance(inputs, number(vec))
			a.advance(w, l.rows)
		})
		a.advance(z, number(vec))
		a.advance(column, number(8*vec))
		a.advance(bias, number(vec))
	})
}

// The gradient of one unit's weights by eight inputs at a time, in variables.
func gradientHidden(a *assembler) {
	l := a.hiddenLayer()
	delta := a.baseArgument("delta")
	y, end := a.sliceArgument("y", vec)
	bias := a.integer(l.b)
	inputs, column := a.integer(y.value()), a.integer(l.w)
	a.each(inputs, a.integer(sum(y.value(), l.ins)), func() {
		g, d, b := a.integer(column.value()), a.integer(delta.value()), a.integer(bias.value())
		a.each(d, a.integer(sum(delta.value(), l.outs)), func() {
			sums, total := a.eight(lanes(g)), a.float(b.at(0))
			from, unit := a.integer(inputs.value()), a.integer(d.value())
			a.each(from, end, func() {
				d := a.float(unit.at(0)).value()
				for i, v := range lanes(from) {
					a.set(sums[i], add(sums[i].value(), mul(d, v)))
				}
				a.set(total, add(total.value(), d))
				a.advance(unit, l.outs)
				a.advance(from, l.ins)
			})
			a.storeAll(g, sums)
			a.when(op("I64Eq", inputs.value(), y.value()), func() { a.store(b, 0, total.value()) })
			a.advance(g, number(vec))
			a.advance(d, number(word))
			a.advance(b, number(word))
		})
		a.advance(inputs, number(vec))
		a.advance(column, l.rows)
	})
}

func backwardHidden(a *assembler) {
	l := a.hiddenLayer()
	below := a.baseArgument("below")
	delta, end := a.sliceArgument("delta", vec)
	zeros := a.integer(a.integerArgument("zeros"))
	row := a.integer(l.w)
	lastInputs, lastUnits := a.integer(sum(below.value(), l.ins)), a.integer(sum(delta.value(), l.outs))
	a.each(below, lastInputs, func() {
		units, w, b, bStep := a.integer(delta.value()), a.integer(row.value()), a.integer(zeros.value()), a.integer(number(0))
		a.each(units, lastUnits, func() {
			from, to := a.integer(units.value()), a.integer(below.value())
			a.each(from, end, func() {
				deltas := a.named(lanes(from))
				for i := range 8 {
					a.store(to, word*i, add(b.at(word*i), dot(lanesAt(w, word*i, vec), deltas)))
				}
				a.advance(from, l.outs)
				a.advance(to, l.ins)
				a.advance(b, bStep.value())
			})
			a.set(b, below.value())
			a.set(bStep, l.ins)
			a.advance(units, number(vec))
			a.advance(w, number(8*vec))
		})
		a.advance(below, number(vec))
		a.advance(row, l.rows)
	})
}

func forwardOutput(a *assembler) {
	l := a.outputLayer()
	z := a.baseArgument("z")
	y, end := a.sliceArgument("y", vec)
	column, bias := a.integer(l.w), a.integer(l.b)
	lastLogit, lastInputs := a.integer(sum(z.value(), l.outs)), a.integer(sum(y.value(), l.ins))
	a.each(z, lastLogit, func() {
		inputs, w, b, bStep := a.integer(y.value()), a.integer(column.value()), a.integer(bias.value()), a.integer(number(0))
		a.each(inputs, lastInputs, func() {
			row := a.named(lanes(w))
			from, to := a.integer(inputs.value()), a.integer(z.value())
			a.each(from, end, func() {
				a.store(to, 0, add(b.at(0), dot(lanes(from), row)))
				a.advance(from, l.ins)
				a.advance(to, l.outs)
				a.advance(b, bStep.value())
			})
			a.set(b, z.value())
			a.set(bStep, l.outs)
			a.advance(inputs, number(vec))
			a.advance(w, l.rows)
		})
		a.advance(z, number(word))
		a.advance(column, number(vec))
		a.advance(bias, number(word))
	})
}

func gradientOutput(a *assembler) {
	l := a.outputLayer()
	delta := a.baseArgument("delta")
	y, end := a.sliceArgument("y", vec)
	bias := a.integer(l.b)
	inputs, column := a.integer(y.value()), a.integer(l.w)
	a.each(inputs, a.integer(sum(y.value(), l.ins)), func() {
		g, d, b := a.integer(column.value()), a.integer(delta.value()), a.integer(bias.value())
		a.each(d, a.integer(sum(delta.value(), l.outs)), func() {
			sums, total := a.eight(lanes(g)), a.float(b.at(0))
			from, logit := a.integer(inputs.value()), a.integer(d.value())
			a.each(from, end, func() {
				d := a.float(logit.at(0)).value()
				for i, v := range lanes(from) {
					a.set(sums[i], add(sums[i].value(), mul(d, v)))
				}
				a.set(total, add(total.value(), d))
				a.advance(logit, l.outs)
				a.advance(from, l.ins)
			})
			a.storeAll(g, sums)
			a.when(op("I64Eq", inputs.value(), y.value()), func() { a.store(b, 0, total.value()) })
			a.advance(g, number(vec))
			a.advance(d, number(word))
			a.advance(b, number(word))
		})
		a.advance(inputs, number(vec))
		a.advance(column, l.rows)
	})
}

func backwardOutput(a *assembler) {
	l := a.outputLayer()
	below, end := a.sliceArgument("below", vec)
	delta := a.baseArgument("delta")
	zeros := a.integer(a.integerArgument("zeros"))
	row := a.integer(l.w)
	lastInputs, lastLogit := a.integer(sum(below.value(), l.ins)), a.integer(sum(delta.value(), l.outs))
	a.each(below, lastInputs, func() {
		logits, w, b, bStep := a.integer(delta.value()), a.integer(row.value()), a.integer(zeros.value()), a.integer(number(0))
		a.each(logits, lastLogit, func() {
			weights := a.named(lanes(w))
			from, to := a.integer(logits.value()), a.integer(below.value())
			a.each(to, end, func() {
				d := a.float(from.at(0)).value()
				for i := range 8 {
					a.store(to, word*i, add(b.at(word*i), mul(d, weights[i])))
				}
				a.advance(from, l.outs)
				a.advance(to, l.ins)
				a.advance(b, bStep.value())
			})
			a.set(b, below.value())
			a.set(bStep, l.ins)
			a.advance(logits, number(word))
			a.advance(w, number(vec))
		})
		a.advance(below, number(vec))
		a.advance(row, l.rows)
	})
}
