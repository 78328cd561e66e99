package main

// A table has a polynomial for each of the knots of a line: the names of the variable and of its constants.
type table struct {
	name  string
	shift string // added to a number, rounds it to a knot
	first string // the bits of the first knot when that is added
	knots string // how many
	bytes int    // a polynomial's
}

var (
	tanhTable     = table{"tanhCurves", "tanhShift", "tanhBits", "tanhKnots", 6 * word}
	softplusTable = table{"curves", "nearShift", "nearBits", "knots", 8 * word}
)

// table prepares near, which for a number z gives its distance r from the nearest knot, and where that one's polynomial is. Where
// z lies beyond the table near leaves the innermost each.
func (a *assembler) table(t table) (near func(z local) (r, polynomial local)) {
	begin := a.integer(value{"Get $·" + t.name + "(SB)"})
	shift := a.float(toFloat(constant(t.shift)))
	return func(z local) (r, polynomial local) {
		shifted := a.float(add(z.value(), shift.value()))
		k := a.integer(difference(bits(shifted.value()), constant(t.first)))
		a.leaveIf(op("I64GeU", k.value(), constant(t.knots)))
		return a.float(sub(z.value(), sub(shifted.value(), shift.value()))), a.set(k, element(begin, k, t.bytes))
	}
}

// horner is c[0] + c[1] r + … of a polynomial.
func horner(c local, degree int, r value) value {
	p := c.at(word * degree)
	for n := degree - 1; n >= 0; n-- {
		p = add(c.at(word*n), mul(r, p))
	}
	return p
}
