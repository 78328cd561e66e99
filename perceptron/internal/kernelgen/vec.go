package main

const vec, word = 64, 8 // bytes of a Vec, and of a float64, an int or an address

const point, label = 8, 1 // bytes of a sample's place and of its label

// lanes are the eight numbers of a Vec.
func lanes(p local) [8]value { return lanesAt(p, 0, word) }

// lanesAt are eight numbers of a tile: a row of it, or a column.
func lanesAt(p local, first, step int) (v [8]value) {
	for k := range v {
		v[k] = p.at(first + step*k)
	}
	return v
}

// eight are new variables.
func (a *assembler) eight(v [8]value) (named [8]local) {
	for k := range v {
		named[k] = a.float(v[k])
	}
	return named
}

// named are the values of new variables, which will not change.
func (a *assembler) named(v [8]value) (named [8]value) {
	for k, l := range a.eight(v) {
		named[k] = l.value()
	}
	return named
}

func (a *assembler) storeAll(p local, v [8]local) {
	for k := range v {
		a.store(p, word*k, v[k].value())
	}
}

// dot adds up the products in Vec.dot's order.
func dot(v, w [8]value) value {
	p := func(k int) value { return mul(v[k], w[k]) }
	return add(add(add(p(0), p(1)), add(p(2), p(3))), add(add(p(4), p(5)), add(p(6), p(7))))
}
