package main

func bceByTable(a *assembler) {
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
		sign := a.sign(y.load("I64Load", 0))
		t := a.float(mul(sign.value(), z.at(0)))
		loss, p := a.both(nearest(t))
		a.set(total, add(total.value(), loss))
		a.store(delta, 0, mul(sign.value(), p))
		for _, p := range []local{delta, z, y} {
			a.advance(p, number(word))
		}
	})
	a.integerResult("done", op("I64ShrU", difference(z.value(), begin.value()), number(3)))
	a.floatResult("total", total.value())
}

// sign is −1 for the label 1, and 1 for 0.
func (a *assembler) sign(label value) local {
	return a.float(toFloat(difference(number(1), times(label, 2))))
}

// both is curve.both: Horner's rule for a polynomial, and for its derivative.
func (a *assembler) both(near, c local) (softplus, sigmoid value) {
	r := near.value()
	p := a.float(c.at(6 * word))
	q := a.float(add(c.at(5*word), mul(p.value(), r)))
	a.set(p, add(q.value(), mul(p.value(), r)))
	for n := 4; n > 0; n-- {
		a.set(q, add(c.at(word*n), mul(q.value(), r)))
		a.set(p, add(q.value(), mul(p.value(), r)))
	}
	return add(c.at(0), mul(q.value(), r)), p.value()
}

// sigmoid is curve.sigmoid.
func (a *assembler) sigmoid(near, c local) value {
	r := near.value()
	s := a.float(mul(r, r)).value()
	t := a.float(mul(s, s)).value()
	term := func(n int, power value) value { return mul(c.at(word*n), mul(real(float64(n)), power)) }
	return add(add(add(c.at(word), term(2, r)), add(term(3, s), term(4, mul(s, r)))), add(term(5, t), term(6, mul(t, r))))
}
