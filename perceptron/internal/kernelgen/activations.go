package main

func tanhByTable(a *assembler) {
	a.byTable(tanhTable, func(r, c local) value { return horner(c, 5, r.value()) })
}

func sigmoidByTable(a *assembler) {
	a.byTable(softplusTable, a.sigmoid)
}

// byTable replaces numbers by the values of a function that has a table.
func (a *assembler) byTable(t table, of func(r, polynomial local) value) {
	v, end := a.sliceArgument("v", vec)
	begin, lane := a.integer(v.value()), a.integer(number(0))
	a.advance(v, times(a.integerArgument("i"), vec))
	near := a.table(t)
	a.each(v, end, func() {
		for i := range 8 {
			a.set(lane, number(word*i))
			a.scope(func() {
				a.store(v, word*i, of(near(a.float(v.at(word*i)))))
			})
		}
		a.set(lane, number(0))
		a.advance(v, number(vec))
	})
	a.integerResult("done", op("I64ShrU", sum(difference(v.value(), begin.value()), lane.value()), number(3)))
}

func applyReLU(a *assembler) {
	v, end := a.sliceArgument("v", vec)
	a.each(v, end, func() {
		z := a.float(real(0))
		for i := range 8 {
			a.set(z, v.at(word*i))
			a.store(v, word*i, unless(op("F64Le", z.value(), real(0)), z.value()))
		}
		a.advance(v, number(vec))
	})
}

func tanhBackward(a *assembler) {
	a.timesDerivative(func(d, y value) value { return mul(d, sub(real(1), mul(y, y))) })
}

func reluBackward(a *assembler) {
	a.timesDerivative(func(d, y value) value { return unless(op("F64Le", y, real(0)), d) })
}

func sigmoidBackward(a *assembler) {
	a.timesDerivative(func(d, y value) value { return mul(d, mul(y, sub(real(1), y))) })
}

func (a *assembler) timesDerivative(of func(d, y value) value) {
	delta, end := a.sliceArgument("delta", vec)
	y := a.baseArgument("y")
	a.each(delta, end, func() {
		output := a.float(real(0))
		for i := range 8 {
			a.set(output, y.at(word*i))
			a.store(delta, word*i, of(delta.at(word*i), output.value()))
		}
		a.advance(delta, number(vec))
		a.advance(y, number(vec))
	})
}
