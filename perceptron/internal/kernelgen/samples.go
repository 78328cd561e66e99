package main

func pick(a *assembler) {
	x := a.baseArgument("x")
	y := a.baseArgument("y")
	fromX, fromY := a.baseArgument("fromX"), a.baseArgument("fromY")
	which, end := a.sliceArgument("which", word)
	a.each(which, end, func() {
		i := a.integer(which.load("I64Load", 0))
		from := a.integer(element(fromX, i, point))
		a.emit(x.value(), value{"I32WrapI64"}, from.load("I64Load", 0), value{"I64Store $0"})
		a.set(from, element(fromY, i, label))
		a.emit(y.value(), value{"I32WrapI64"}, from.label(), value{"I64Store8 $0"})
		a.advance(x, number(point))
		a.advance(y, number(label))
		a.advance(which, number(word))
	})
}

func widen(a *assembler) {
	x := a.baseArgument("x")
	y := a.baseArgument("y")
	fromX, end := a.sliceArgument("fromX", point)
	fromY := a.baseArgument("fromY")
	a.each(fromX, end, func() {
		a.store(x, 0, fromX.single(0))
		a.store(x, word, fromX.single(1))
		a.emit(y.value(), value{"I32WrapI64"}, fromY.label(), value{"I64Store $0"})
		a.advance(x, number(2*word))
		a.advance(y, number(word))
		a.advance(fromX, number(point))
		a.advance(fromY, number(label))
	})
}

func update(a *assembler) {
	theta, end := a.sliceArgument("theta", vec)
	sum := a.baseArgument("sum")
	share, lr := a.floatArgument("share"), a.floatArgument("lr")
	zero := a.float(real(0))
	a.each(theta, end, func() {
		var moved [8]local
		for i := range 8 {
			moved[i] = a.float(sub(theta.at(word*i), mul(lr.value(), mul(sum.at(word*i), share.value()))))
			a.store(theta, word*i, moved[i].value())
			a.store(sum, word*i, real(0))
		}
		for i := range 8 {
			a.set(zero, add(zero.value(), sub(moved[i].value(), moved[i].value())))
		}
		a.advance(theta, number(vec))
		a.advance(sum, number(vec))
	})
	a.floatResult("zero", zero.value())
}
