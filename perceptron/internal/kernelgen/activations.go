package main

func tanhNears(a *assembler) {
	a.nears(tanhTable, func(c, r local) value { return horner(c, 5, r.value()) })
}

func sigmoidNears(a *assembler) {
	a.nears(softplusTable, func(c, near local) value { // curve.sigmoid
		r := near.value()
		s := a.float(mul(r, r)).value()
		t := a.float(mul(s, s)).value()
		term := func(n int, power value) value { return mul(c.at(word*n), mul(real(float64(n)), power)) }
		return add(add(add(c.at(word), term(2, r)), add(term(3, s), term(4, mul(s, r)))), add(term(5, t), term(6, mul(t, r))))
	})
}

// nears replaces numbers by what a function that has a table makes of them.
func (a *assembler) nears(t table, of func(c, r local) value) {
	v, end := a.sliceArgument("v", vec)
	begin, lane := a.integer(v.value()), a.integer(number(0))
	a.advance(v, times(a.integerArgument("i"), vec))
	near := a.table(t)
	a.each(v, end, func() {
		for i := range 8 {
			a.set(lane, number(word*i))
			a.scope(func() {
				r, c := near(a.float(v.at(word * i)))
				a.store(v, word*i, of(c, r))
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
