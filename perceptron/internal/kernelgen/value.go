package main

import (
	"fmt"
	"slices"
)

// A value is instructions that leave one number on the stack.
type value []string

// A local is a variable.
type local string

func (l local) value() value { return value{"Get " + string(l)} }

// at is the float64 at a distance from an address. The instruction itself has the distance: nothing is added up.
func (l local) at(offset int) value { return l.load("F64Load", offset) }

// single is the i-th float32 from an address on, as a float64, and label the byte there.
func (l local) single(i int) value { return append(l.load("F32Load", 4*i), "F64PromoteF32") }
func (l local) label() value       { return l.load("I64Load8U", 0) }

func (l local) load(instruction string, offset int) value {
	return append(l.value(), "I32WrapI64", fmt.Sprintf("%s $%d", instruction, offset))
}

// op applies an instruction to two values.
func op(instruction string, x, y value) value { return append(slices.Concat(x, y), instruction) }

func add(x, y value) value { return op("F64Add", x, y) }
func sub(x, y value) value { return op("F64Sub", x, y) }
func mul(x, y value) value { return op("F64Mul", x, y) }

func sum(x, y value) value        { return op("I64Add", x, y) }
func difference(x, y value) value { return op("I64Sub", x, y) }
func times(x value, n int) value  { return op("I64Mul", x, number(n)) }

// number is an integer.
func number(n int) value { return value{fmt.Sprintf("I64Const $%d", n)} }

// constant is an integer constant of package kernel.
func constant(name string) value { return value{"I64Const $const_" + name} }

// real is a float64.
func real(x float64) value { return value{fmt.Sprintf("F64Const $%.1f", x)} }

func toFloat(n value) value { return append(slices.Clone(n), "F64ConvertI64S") }
func bits(x value) value    { return append(slices.Clone(x), "I64ReinterpretF64") }

// unless is x, or 0 where the condition holds. A branch would be taken at random.
func unless(condition, x value) value {
	mask := difference(append(slices.Clone(condition), "I64ExtendI32U"), number(1))
	return append(op("I64And", bits(x), mask), "F64ReinterpretI64")
}

// element is the address of a table's element: 32 bits, which are all that addresses have.
func element(table, index local, bytes int) value {
	offset := append(index.value(), "I32WrapI64", fmt.Sprintf("I32Const $%d", bytes), "I32Mul")
	return append(op("I32Add", offset, append(table.value(), "I32WrapI64")), "I64ExtendI32U")
}
