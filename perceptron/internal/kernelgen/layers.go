package main

import "slices"

// shape is what a kernel needs to know about a layer: where its parameters are, and how many bytes lie between a sample's inputs
// and the next one's, between their outputs, and between the rows of weights by eight inputs and those by the next eight.
type shape struct {
	w, b, ins, outs, rows value
}

func (a *assembler) hiddenLayer() shape { return a.layer("OutVecs", vec) }
func (a *assembler) outputLayer() shape { return a.layer("Out", word) }

// layer is an argument *Layer.
func (a *assembler) layer(outs string, bytes int) shape {
	l := a.integerArgument("l")
	count := func(name string, bytes int) value { return a.integer(times(field(l, name), bytes)).value() }
	return shape{
		w: field(l, "W"), b: field(l, "B"),
		ins: count("InVecs", vec), outs: count(outs, bytes), rows: count("rows", vec),
	}
}

// field is a field of a layer, which is where it begins if it is a slice.
func field(l value, name string) value {
	return append(slices.Clone(l), "I32WrapI64", "I64Load $Layer_"+name)
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
	a.weightedSums(numbers{z, vec, l.outs}, numbers{y, vec, l.ins}, end, l.b, vec, weights{l.w, number(8 * vec), l.rows}, func(w local) func(from, to, b local) {
		return func(from, to, b local) {
			outputs := a.named(lanes(from))
			for j := range 8 {
				a.store(to, word*j, add(b.at(word*j), dot(lanesAt(w, vec*j, word), outputs)))
			}
		}
	})
}

func backwardHidden(a *assembler) {
	l := a.hiddenLayer()
	below := a.baseArgument("below")
	delta, end := a.sliceArgument("delta", vec)
	a.weightedSums(numbers{below, vec, l.ins}, numbers{delta, vec, l.outs}, end, zeros, 0, weights{l.w, l.rows, number(8 * vec)}, func(w local) func(from, to, b local) {
		return func(from, to, b local) {
			deltas := a.named(lanes(from))
			for i := range 8 {
				a.store(to, word*i, add(b.at(word*i), dot(lanesAt(w, word*i, vec), deltas)))
			}
		}
	})
}

func forwardOutput(a *assembler) {
	l := a.outputLayer()
	z := a.baseArgument("z")
	y, end := a.sliceArgument("y", vec)
	a.weightedSums(numbers{z, word, l.outs}, numbers{y, vec, l.ins}, end, l.b, word, weights{l.w, number(vec), l.rows}, func(w local) func(from, to, b local) {
		row := a.named(lanes(w))
		return func(from, to, b local) { a.store(to, 0, add(b.at(0), dot(lanes(from), row))) }
	})
}

func backwardOutput(a *assembler) {
	l := a.outputLayer()
	below := a.baseArgument("below")
	delta, end := a.sliceArgument("delta", word)
	a.weightedSums(numbers{below, vec, l.ins}, numbers{delta, word, l.outs}, end, zeros, 0, weights{l.w, l.rows, number(vec)}, func(w local) func(from, to, b local) {
		row := a.named(lanes(w))
		return func(from, to, b local) {
			d := a.float(from.at(0)).value()
			for i := range 8 {
				a.store(to, word*i, add(b.at(word*i), mul(d, row[i])))
			}
		}
	})
}

// numbers are what samples have on one side of a layer, so many bytes at a time, and how far a sample's lie from the next one's.
type numbers struct {
	begin local
	bytes int
	step  value
}

// weights are where a layer's begin, and how far they lie from those for the next numbers written, and for the next ones read.
type weights struct{ begin, to, from value }

var zeros = value{"Get $·zeros(SB)"}

// weightedSums writes to each sample's numbers sums over all of those it is from, which end at end: first on top of base, so many
// bytes further on for the next numbers, and then on top of what is written. of gets the weights, and returns what writes a
// sample's.
func (a *assembler) weightedSums(to, from numbers, end local, base value, baseBytes int, w weights, of func(w local) func(from, to, b local)) {
	bases, begin := a.integer(base), a.integer(w.begin)
	lastTo, lastFrom := a.integer(sum(to.begin.value(), to.step)), a.integer(sum(from.begin.value(), from.step))
	a.each(to.begin, lastTo, func() {
		reads, weights, b, step := a.integer(from.begin.value()), a.integer(begin.value()), a.integer(bases.value()), a.integer(number(0))
		a.each(reads, lastFrom, func() {
			write := of(weights)
			sample, sums := a.integer(reads.value()), a.integer(to.begin.value())
			a.each(sample, end, func() {
				write(sample, sums, b)
				a.advance(sample, from.step)
				a.advance(sums, to.step)
				a.advance(b, step.value())
			})
			a.set(b, to.begin.value())
			a.set(step, to.step)
			a.advance(reads, number(from.bytes))
			a.advance(weights, w.from)
		})
		a.advance(to.begin, number(to.bytes))
		a.advance(begin, w.to)
		a.advance(bases, number(baseBytes))
	})
}

func gradientHidden(a *assembler) { a.gradient(a.hiddenLayer()) }
func gradientOutput(a *assembler) { a.gradient(a.outputLayer()) }

// gradient is that of one unit's weights by eight inputs at a time, in variables.
func (a *assembler) gradient(l shape) {
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
