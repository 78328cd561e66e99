package slim

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// bodyOf is a code section with one function, of one group of locals, that has these instructions.
func bodyOf(instructions ...instruction) []byte {
	function := []byte{1, 4, typeI32}
	for _, i := range instructions {
		function = append(function, i...)
	}
	function = append(function, opEnd)
	return append(binary.AppendUvarint([]byte{1}, uint64(len(function))), function...)
}

func TestCodeGetsShorter(t *testing.T) {
	getSP, get2, get3 := instruction{opGet, 1}, instruction{opGet, 2}, instruction{opGet, 3}
	load := func(offset ...byte) instruction { return append(instruction{opLoad, 3}, offset...) }
	store := func(offset ...byte) instruction { return append(instruction{opStore, 3}, offset...) }
	eqz, eqz64, less := instruction{opEqz}, instruction{opEqz64}, instruction{0x48}
	extend, wrap, add, add64 := instruction{opExtendU}, instruction{opWrap}, instruction{opAdd}, instruction{opAdd64}
	c72 := instruction{opConst, 0xc8, 0}
	long72 := instruction{opConst64, 0xc8, 0}
	call, set2, set3 := instruction{opCall, 5}, instruction{opSet, 2}, instruction{opSet, 3}
	type list = []instruction
	for _, c := range []struct {
		name         string
		before, want list
	}{
		{"a load", list{getSP, extend, long72, add64, wrap, load(8)}, list{getSP, load(80)}},
		{"a store", list{getSP, extend, long72, add64, wrap, get2, store(0)}, list{getSP, get2, store(72)}},
		{"a store of a sum", list{getSP, extend, long72, add64, wrap, get2, get3, add, store(0)}, list{getSP, get2, get3, add, store(72)}},
		{"a store of what was loaded", list{getSP, c72, add, get2, load(1), store(0)}, list{getSP, get2, load(1), store(72)}},
		{"a load from a load", list{getSP, c72, add, load(1), load(2)}, list{getSP, load(73), load(2)}},
		{"both", list{getSP, c72, add, getSP, c72, add, load(0), store(0)}, list{getSP, getSP, load(72), store(72)}},
		{"another local", list{get2, extend, long72, add64, wrap, load(8)}, list{get2, c72, add, load(8)}},
		{"used otherwise", list{getSP, c72, add, get2, add, load(8)}, list{getSP, c72, add, get2, add, load(8)}},
		{"kept", list{getSP, c72, add, set3, get2, load(8)}, list{getSP, c72, add, set3, get2, load(8)}},
		{"a value that is stored", list{get2, getSP, c72, add, store(0)}, list{get2, getSP, c72, add, store(0)}},
		{"a call between", list{getSP, c72, add, call, store(8)}, list{getSP, c72, add, call, store(8)}},
		{"beyond 64 KiB", list{getSP, c72, add, load(0xff, 0xff, 3)}, list{getSP, c72, add, load(0xff, 0xff, 3)}},
		{"down", list{getSP, {opConst, 0x78}, add, load(8)}, list{getSP, {opConst, 0x78}, add, load(8)}},
		{"a large sum", list{get2, extend, {opConst64, 0x80, 0x80, 0x80, 0x80, 8}, add64, wrap},
			list{get2, extend, {opConst64, 0x80, 0x80, 0x80, 0x80, 8}, add64, wrap}},
		{"there and back", list{get2, extend, wrap, set3}, list{get2, set3}},
		{"a condition by way of 64 bits", list{get2, eqz64, extend, eqz64, eqz, {opBrIf, 0}}, list{get2, eqz64, {opBrIf, 0}}},
		{"not not less", list{get2, get3, less, eqz, eqz}, list{get2, get3, less}},
		{"is it not 0", list{get2, eqz, eqz}, list{get2, eqz, eqz}},
		{"written and read", list{get2, set3, get3, set2}, list{get2, {opTee, 3}, set2}},
		{"written and read elsewhere", list{get2, set3, get2, set2}, list{get2, set3, get2, set2}},
		{"nothing", list{{opNop}, get2, {opNop}, eqz64, extend, {opNop}, eqz64, eqz, set3}, list{get2, eqz64, set3}},
	} {
		got, err := shorterCode(bodyOf(c.before...))
		if want := bodyOf(c.want...); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: % x, %v, want % x", c.name, got, err, want)
		}
	}
}

// Where an instruction begins decides everything: each kind is followed here by one that is cut short.
func TestEveryInstructionIsSkipped(t *testing.T) {
	nop := instruction{opNop}
	for _, i := range []instruction{
		{opBlock, typeEmpty}, {opLoop, typeI32}, {opIf, 0x80, 1}, {opElse}, {opBr, 0x80, 1}, {opBrIf, 1}, {opBrTable, 2, 1, 0x80, 1, 1}, {opReturn},
		{opCall, 0x80, 1}, {opCallBy, 0x80, 1, 0}, {opDrop}, {opSelect}, {opGetGlobal, 0x80, 1}, {0x3e, 2, 0x80, 1}, {opMemSize, 0},
		{opMemGrow, 0}, {opConst, 0x80, 1}, {opConst64, 0x80, 0x80, 1}, {opConstF32, 1, 1, 1, 1}, {opConstF64, 1, 1, 1, 1, 1, 1, 1, 1},
		{opLast}, {opPrefix, 7}, {opPrefix, 10, 0, 0}, {opPrefix, 11, 0}, {0},
	} {
		got, err := shorterCode(bodyOf(i, nop))
		if err != nil || !bytes.Equal(got, bodyOf(i)) {
			t.Errorf("% x: % x, %v", i, got, err)
		}
	}
	for _, unknown := range []instruction{{0x06, typeEmpty}, {0x12, 1}, {0x1c, 1, typeI32}, {0x25, 0}, {0xc5}, {0xfd, 1}, {opPrefix, 12}} {
		if got, err := shorterCode(bodyOf(unknown)); err == nil || !strings.Contains(err.Error(), "the code section: an instruction") {
			t.Errorf("% x: % x, %v", unknown, got, err)
		}
	}
}
