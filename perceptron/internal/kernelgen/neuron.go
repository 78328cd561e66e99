package main

// The single neuron: its two weights, each the first of a Vec, and its bias.

// neuronArgument is an argument *Layer.
func (a *assembler) neuronArgument(name string) [3]place {
	l := a.integerArgument(name)
	w, b := a.integer(field(l, "W")), a.integer(field(l, "B"))
	return [3]place{{w, 0}, {w, vec}, {b, 0}}
}

type place struct {
	address local
	offset  int
}

func (a *assembler) load3(p [3]place) (v [3]local) {
	for i := range p {
		v[i] = a.float(p[i].address.at(p[i].offset))
	}
	return v
}

func (a *assembler) store3(p [3]place, v [3]local) {
	for i := range p {
		a.store(p[i].address, p[i].offset, v[i].value())
	}
}

// negatedMargin is −sz, s being −sign: how far the logit speaks against the label.
func negatedMargin(theta [3]local, sign, x0, x1 local) value {
	z := add(add(theta[2].value(), mul(theta[0].value(), x0.value())), mul(theta[1].value(), x1.value()))
	return mul(sign.value(), z)
}

func logisticByTable(a *assembler) {
	theta := a.load3(a.neuronArgument("l"))
	places := a.neuronArgument("grad")
	grad := a.load3(places)
	a.throughSamples(func(nearest func(local) (r, polynomial local), total, x, y local) {
		sign, x0, x1 := a.sign(y.label()), a.float(x.single(0)), a.float(x.single(1))
		t := a.float(negatedMargin(theta, sign, x0, x1))
		loss, p := a.both(nearest(t))
		a.set(total, add(total.value(), loss))
		d := a.set(t, mul(sign.value(), p)).value()
		a.set(grad[0], add(grad[0].value(), mul(d, x0.value())))
		a.set(grad[1], add(grad[1].value(), mul(d, x1.value())))
		a.set(grad[2], add(grad[2].value(), d))
	})
	a.store3(places, grad)
}

func logisticLossByTable(a *assembler) {
	theta := a.load3(a.neuronArgument("l"))
	a.throughSamples(func(nearest func(local) (r, polynomial local), total, x, y local) {
		t := a.float(negatedMargin(theta, a.sign(y.label()), a.float(x.single(0)), a.float(x.single(1))))
		r, c := nearest(t)
		a.set(total, add(total.value(), horner(c, 6, r.value())))
	})
}

// throughSamples does one after the other, where it does not leave, and names the samples, and as results the number done and
// the total that do adds to.
func (a *assembler) throughSamples(do func(nearest func(local) (r, polynomial local), total, x, y local)) {
	x, end := a.sliceArgument("x", point)
	y := a.baseArgument("y")
	total := a.floatArgument("sum")
	begin := a.integer(x.value())
	nearest := a.table(softplusTable)
	a.each(x, end, func() {
		do(nearest, total, x, y)
		a.advance(x, number(point))
		a.advance(y, number(label))
	})
	a.integerResult("n", op("I64ShrU", difference(x.value(), begin.value()), number(3)))
	a.floatResult("total", total.value())
}

func logisticSteps(a *assembler) {
	places := a.neuronArgument("l")
	theta := a.load3(places)
	x := a.baseArgument("x")
	y := a.baseArgument("y")
	which, end := a.sliceArgument("which", word)
	lr, shrink := a.floatArgument("lr"), a.floatArgument("shrink")
	begin := a.integer(which.value())
	nearest := a.table(softplusTable)
	a.each(which, end, func() {
		i := a.integer(which.load("I64Load", 0))
		sign := a.sign(a.integer(element(y, i, label)).label())
		a.set(i, element(x, i, point))
		input := [3]local{a.float(mul(sign.value(), i.single(0))), a.float(mul(sign.value(), i.single(1))), sign}
		product := func(j int) value { return mul(theta[j].value(), input[j].value()) }
		t := a.float(add(add(product(2), product(0)), product(1)))
		p := a.float(a.sigmoid(nearest(t))).value()
		for j := range theta {
			kept := sub(theta[j].value(), mul(shrink.value(), theta[j].value()))
			a.set(theta[j], sub(kept, mul(p, mul(lr.value(), input[j].value()))))
		}
		a.advance(which, number(word))
	})
	a.store3(places, theta)
	a.integerResult("taken", op("I64ShrU", difference(which.value(), begin.value()), number(3)))
	zero := func(j int) value { return sub(theta[j].value(), theta[j].value()) }
	a.floatResult("zero", add(add(zero(0), zero(1)), zero(2)))
}
