package slim

import (
	"bytes"
	"encoding/binary"
	"math"
)

// maxFolded bounds what is added to an address by the instruction that uses it. Only an address less than this below 4 GB would
// be another then, and no memory that Go uses is there.
const maxFolded = 1 << 16

// An instruction is its bytes; operands, but for the constants that are asked for, are not looked into.
type instruction []byte

func (i instruction) op() byte { return i[0] }

// constant is what an i32.const or i64.const gives.
func (i instruction) constant() int64 { return (&reader{i, 1}).signed() }

// shorterCode is a code section that does the same in fewer instructions: Go's compiler makes its stack pointer a 64-bit number
// to add to it, and many conditions by way of one.
func shorterCode(body []byte) (shorter []byte, err error) {
	defer recoverAs(&err, "the code section")
	r := &reader{body, 0}
	n := r.unsigned()
	shorter = binary.AppendUvarint(nil, n)
	for range n {
		code := &reader{r.take(int(r.unsigned())), 0}
		for range code.unsigned() { // groups of locals
			code.unsigned()
			code.byte()
		}
		function := append([]byte(nil), code.bytes[:code.at]...)
		for _, i := range withOffsets(withoutDetours(code.instructions())) {
			function = append(function, i...)
		}
		shorter = append(binary.AppendUvarint(shorter, uint64(len(function))), function...)
	}
	insist(r.at == len(body), "%d bytes after the last function", len(body)-r.at)
	return shorter, nil
}

func (r *reader) instructions() (list []instruction) {
	for r.at < len(r.bytes) {
		start := r.at
		r.skipInstruction()
		list = append(list, r.bytes[start:r.at])
	}
	return list
}

func (r *reader) skipInstruction() {
	switch op := r.byte(); {
	case op >= opBlock && op <= opIf, op == opConst, op == opConst64:
		r.signed()
	case op == opBrTable:
		for range r.unsigned() + 1 {
			r.unsigned()
		}
	case op == opBr, op == opBrIf, op == opCall, op >= opGet && op <= opSetGlobal, op == opMemSize, op == opMemGrow:
		r.unsigned()
	case op == opCallBy, op >= opLoad && op < opMemSize:
		r.unsigned()
		r.unsigned()
	case op == opConstF32:
		r.take(4)
	case op == opConstF64:
		r.take(8)
	case op == opPrefix:
		kind := r.unsigned()
		insist(kind <= 7 || kind == 10 || kind == 11, "an instruction %#x %d", op, kind)
		r.take(map[uint64]int{10: 2, 11: 1}[kind]) // memory.copy and fill name memories; conversions nothing
	default:
		known := op <= 1 || op == opElse || op == opEnd || op == opReturn || op == opDrop || op == opSelect || op >= opEqz && op <= opLast
		insist(known, "an instruction %#x", op)
	}
}

// withoutDetours leaves out what does nothing, reads what was just written, makes a 32-bit number a 64-bit one and back, or
// makes a condition its opposite twice.
func withoutDetours(list []instruction) []instruction {
	out := list[:0:0]
	ends := func(ops ...byte) bool {
		for i, op := range ops {
			if len(out) < len(ops) || out[len(out)-len(ops)+i].op() != op {
				return false
			}
		}
		return true
	}
	for _, i := range list {
		if i.op() == opNop {
			continue
		}
		out = append(out, i)
		n := len(out)
		switch {
		case ends(opSet, opGet) && bytes.Equal(out[n-2][1:], i[1:]):
			out = append(out[:n-2], append(instruction{opTee}, i[1:]...))
		case ends(opExtendU, opEqz64):
			out = append(out[:n-2], instruction{opEqz})
		case ends(opExtendU, opWrap):
			out = out[:n-2]
		case ends(opExtendU, opConst64, opAdd64, opWrap):
			if v := out[n-3].constant(); v >= 0 && v <= math.MaxInt32 {
				out = append(out[:n-4], appendSigned(instruction{opConst}, v), instruction{opAdd})
			}
		}
		if n := len(out); n >= 3 && ends(opEqz, opEqz) && out[n-3].isTest() {
			out = out[:n-2]
		}
	}
	return out
}

func (i instruction) isTest() bool { return i.op() >= opEqz && i.op() <= opLastTest }

// stackPointer is the local that has it in all that Go's compiler makes.
const stackPointer = 1

// withOffsets lets the loads and stores at the stack pointer and a constant add these themselves.
func withOffsets(list []instruction) []instruction {
	out := make([]instruction, 0, len(list))
	for at := 0; at < len(list); at++ {
		out = append(out, list[at])
		if at+2 >= len(list) || list[at].op() != opGet || list[at][1] != stackPointer ||
			list[at+1].op() != opConst || list[at+2].op() != opAdd {
			continue
		}
		more := list[at+1].constant()
		user := userOf(list, at+3)
		if user < 0 || more < 0 {
			continue
		}
		r := &reader{list[user], 1}
		align, offset := r.unsigned(), r.unsigned()+uint64(more)
		if offset >= maxFolded {
			continue
		}
		list[user] = binary.AppendUvarint(binary.AppendUvarint(instruction{list[user].op()}, align), offset)
		at += 2
	}
	return out
}

// userOf is the load or store whose address is on top of the stack before an instruction, or -1: another instruction may use
// it, or a branch or call may come before.
func userOf(list []instruction, from int) int {
	above := 0 // how many values are on the stack above the address
	for at := from; at < len(list); at++ {
		op := list[at].op()
		takes, gives, ok := effect(list[at])
		switch {
		case !ok:
			return -1
		case op >= opLoad && op < opStore && above == 0, op >= opStore && op < opMemSize && above == 1:
			return at
		case takes > above:
			return -1
		}
		above += gives - takes
	}
	return -1
}

// effect is how many values an instruction takes from the stack, and how many it puts there. ok is false for those of control,
// and others that are seldom.
func effect(i instruction) (takes, gives int, ok bool) {
	switch op := i.op(); {
	case op == opGet, op == opGetGlobal, op >= opConst && op <= opConstF64:
		return 0, 1, true
	case op == opTee, op >= opLoad && op < opStore, isUnary(op):
		return 1, 1, true
	case op == opSet, op == opSetGlobal:
		return 1, 0, true
	case op >= opStore && op < opMemSize:
		return 2, 0, true
	case op >= opEqz && op <= opLast:
		return 2, 1, true
	case op == opSelect:
		return 3, 1, true
	}
	return 0, 0, false
}

// isUnary reports whether an instruction without operands makes a number of one number: eqz, and those of integers, floats and
// between them.
func isUnary(op byte) bool {
	for _, those := range [][2]byte{{0x45, 0x45}, {0x50, 0x50}, {0x67, 0x69}, {0x79, 0x7b}, {0x8b, 0x91}, {0x99, 0x9f}, {0xa7, opLast}} {
		if op >= those[0] && op <= those[1] {
			return true
		}
	}
	return false
}
