package main

import (
	"fmt"
	"slices"
	"strings"
)

// An assembler writes a function in Go's assembly for WebAssembly: instructions that take numbers from a stack and leave one
// there, and variables that Go names R0 to R15 (integers and addresses) and F16 to F31 (float64).
type assembler struct {
	name         string
	body         strings.Builder
	ints, floats int // variables in use
	frame        int // bytes of the arguments and results named so far
}

// text is the function as assembly, when all of it is written.
func (a *assembler) text() string {
	return fmt.Sprintf("\nTEXT ·%s(SB), NOSPLIT, $0-%d\n%s\tRET\n", a.name, a.frame, a.body.String())
}

// emit writes a line.
func (a *assembler) emit(parts ...value) {
	a.body.WriteString("\t" + strings.Join(slices.Concat(parts...), "; ") + "\n")
}

// integer is a new variable that begins as v.
func (a *assembler) integer(v value) local {
	if a.ints == 16 {
		panic(a.name + " needs more than 16 integers")
	}
	a.ints++
	return a.set(local(fmt.Sprintf("R%d", a.ints-1)), v)
}

// float is a new variable that begins as v.
func (a *assembler) float(v value) local {
	if a.floats == 16 {
		panic(a.name + " needs more than 16 float64s")
	}
	a.floats++
	return a.set(local(fmt.Sprintf("F%d", 16+a.floats-1)), v)
}

func (a *assembler) set(l local, v value) local {
	a.emit(v, value{"Set " + string(l)})
	return l
}

func (a *assembler) advance(l local, by value) { a.set(l, sum(l.value(), by)) }

// store stores a float64 at a distance from an address.
func (a *assembler) store(address local, offset int, v value) {
	a.emit(address.value(), value{"I32WrapI64"}, v, value{fmt.Sprintf("F64Store $%d", offset)})
}

// scope is do. Variables that do makes are free again when it is done.
func (a *assembler) scope(do func()) {
	ints, floats := a.ints, a.floats
	do()
	a.ints, a.floats = ints, floats
}

// each repeats do, a scope, until the address, which do advances, has come to end, or until do leaves.
func (a *assembler) each(address, end local, do func()) {
	a.emit(value{"Block", "Loop"}, op("I64GeU", address.value(), end.value()), value{"BrIf $1"})
	a.scope(do)
	a.emit(value{"Br $0", "End", "End"})
}

// leaveIf ends the innermost each.
func (a *assembler) leaveIf(condition value) { a.emit(condition, value{"BrIf $1"}) }

// when does do if the condition holds.
func (a *assembler) when(condition value, do func()) {
	a.emit(condition, value{"If"})
	do()
	a.emit(value{"End"})
}

// What follows names the arguments and then the results, in the order of the function's declaration.

func (a *assembler) argument(load, name string) value {
	a.frame += 8
	return value{fmt.Sprintf("%s %s+%d(FP)", load, name, a.frame-8)}
}

func (a *assembler) integerArgument(name string) value { return a.argument("I64Load", name) }
func (a *assembler) floatArgument(name string) local   { return a.float(a.argument("F64Load", name)) }

// sliceArgument is where a slice begins, and where it ends if its elements have so many bytes.
func (a *assembler) sliceArgument(name string, bytes int) (begin, end local) {
	begin = a.integer(a.integerArgument(name + "_base"))
	end = a.integer(sum(begin.value(), times(a.integerArgument(name+"_len"), bytes)))
	a.frame += 8 // the capacity
	return begin, end
}

// baseArgument is where a slice begins.
func (a *assembler) baseArgument(name string) local {
	begin := a.integer(a.integerArgument(name + "_base"))
	a.frame += 16
	return begin
}

func (a *assembler) integerResult(name string, v value) { a.result("I64Store", name, v) }
func (a *assembler) floatResult(name string, v value)   { a.result("F64Store", name, v) }

func (a *assembler) result(store, name string, v value) {
	a.emit(value{"Get SP"}, v, value{fmt.Sprintf("%s %s+%d(FP)", store, name, a.frame)})
	a.frame += 8
}
