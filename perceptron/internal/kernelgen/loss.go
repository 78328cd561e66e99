package main

func bceNears(a *assembler) {
	delta := a.baseArgument("delta")
	z, end := a.sliceArgument("z", word)
	y := a.baseArgument("y")
	first := a.integer(times(a.integerArgument("i"), word))
	total := a.floatArgument("sum")
	begin := a.integer(z.value())
	for _, p := range []local{delta, z, y} {
		a.advance(p, first.value())
	}
	nearest := a.table(softplusTable)
	a.each(z, end, func() {
		sign := a.float(toFloat(difference(number(1), times(y.load("I64Load", 0), 2))))
		t := a.float(mul(sign.value(), z.at(0)))
		near, c := nearest(t)
		r := near.value()
		// curve.both: Horner's rule for a polynomial q and its derivative p
		p := a.float(c.at(6 * word))
		q := a.float(add(c.at(5*word), mul(p.value(), r)))
		a.set(p, add(q.value(), mul(p.value(), r)))
		for n := 4; n > 0; n-- {
			a.set(q, add(c.at(word*n), mul(q.value(), r)))
			a.set(p, add(q.value(), mul(p.value(), r)))
		}
		a.set(total, add(total.value(), add(c.at(0), mul(q.value(), r))))
		a.store(delta, 0, mul(sign.value(), p.value()))
		for _, p := range []local{delta, z, y} {
			a.advance(p, number(word))
		}
	})
	a.integerResult("done", op("I64ShrU", difference(z.value(), begin.value()), number(3)))
	a.floatResult("total", total.value())
}
