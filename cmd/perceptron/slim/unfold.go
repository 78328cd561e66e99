package slim

import (
	"encoding/binary"
	"slices"
)

// code is the body of a function of wasm.
type code []byte

func (c *code) op(b ...byte) { *c = append(*c, b...) }

// get, set and tee read and write a local variable; tee leaves it on the stack.
func (c *code) get(local byte) { c.op(opGet, local) }
func (c *code) set(local byte) { c.op(opSet, local) }
func (c *code) tee(local byte) { c.op(opTee, local) }

func (c *code) constant(v int) { *c = appendSigned(append(*c, opConst), int64(v)) }

// load and store move a word, `offset` bytes behind the address on the stack; load8 a byte. The 0 says that it may stand
// anywhere.
func (c *code) load(offset byte)  { c.op(opLoad, 0, offset) }
func (c *code) load8()            { c.op(opLoadU8, 0, 0) }
func (c *code) store(offset byte) { c.op(opStore, 0, offset) }

// add adds a constant to a local variable.
func (c *code) add(local byte, v int) {
	c.get(local)
	c.constant(v)
	c.op(opAdd)
	c.set(local)
}

// loop goes back to the loop's beginning unless the local variable, one smaller now, is 0.
func (c *code) loop(local byte) {
	c.get(local)
	c.constant(-1)
	c.op(opAdd)
	c.tee(local)
	c.op(opBrIf, 0)
	c.op(opEnd)
}

// unfold is a function that lays out the grids that are folded at an address. In Go:
//
//	for head := address; word(head+gridAt) != 0; head = column {
//		to := word(head + gridAt)
//		for range word(head + gridRows) {
//			column = head + gridHead
//			for range word(head + gridColumns) {
//				from, v := word(column+columnNext), 0
//				for shift := 0; ; shift += 7 {
//					b := byte(from)
//					from++
//					v |= (b & 127) << shift
//					if b&128 == 0 { break }
//				}
//				setWord(column+columnNext, from)
//				v = (v>>1 ^ -(v & 1)) + word(column+columnLast)&word(column+columnMask)
//				setWord(column+columnLast, v)
//				setWord(to, v)
//				to, column = to+4, column+columnHead
//			}
//		}
//	}
func unfold(address int) code {
	const head, to, rows, columns, column, from, v, shift, b = 0, 1, 2, 3, 4, 5, 6, 7, 8
	c := code{1, b + 1, typeI32}
	c.constant(address)
	c.set(head)
	c.op(opBlock, typeEmpty, opLoop, typeEmpty)
	c.get(head)
	c.load(gridAt)
	c.tee(to)
	c.op(opEqz, opBrIf, 1)
	c.get(head)
	c.load(gridRows)
	c.set(rows)
	c.op(opLoop, typeEmpty)
	c.get(head)
	c.constant(gridHead)
	c.op(opAdd)
	c.set(column)
	c.get(head)
	c.load(gridColumns)
	c.set(columns)
	c.op(opLoop, typeEmpty)

	c.get(column)
	c.load(columnNext)
	c.set(from)
	c.constant(0)
	c.set(v)
	c.constant(0)
	c.set(shift)
	c.op(opLoop, typeEmpty)
	c.get(from)
	c.load8()
	c.tee(b)
	c.constant(127)
	c.op(opAnd)
	c.get(shift)
	c.op(opShl)
	c.get(v)
	c.op(opOr)
	c.set(v)
	c.add(from, 1)
	c.add(shift, 7)
	c.get(b)
	c.constant(128)
	c.op(opAnd, opBrIf, 0, opEnd)
	c.get(column)
	c.get(from)
	c.store(columnNext)

	c.get(v)
	c.constant(1)
	c.op(opShrU)
	c.constant(0)
	c.get(v)
	c.constant(1)
	c.op(opAnd, opSub, opXor)
	c.get(column)
	c.load(columnLast)
	c.get(column)
	c.load(columnMask)
	c.op(opAnd, opAdd)
	c.set(v)
	c.get(column)
	c.get(v)
	c.store(columnLast)
	c.get(to)
	c.get(v)
	c.store(0)
	c.add(to, 4)
	c.add(column, columnHead)
	c.loop(columns)

	c.loop(rows)
	c.get(column)
	c.set(head)
	c.op(opBr, 0, opEnd, opEnd, opEnd)
	return c
}

// withStart adds a function to a program, which runs when its memory is filled and before anything else does.
func withStart(sections []section, body code) (_ []section, err error) {
	defer recoverAs(&err, "a wasm program")
	sections = slices.Clone(sections)
	find := func(id byte) *section {
		i := slices.IndexFunc(sections, func(s section) bool { return s.id == id })
		insist(i >= 0, "no section %d", id)
		return &sections[i]
	}
	added := func(id byte, entry ...byte) (index int) {
		s := find(id)
		r := reader{bytes: s.body}
		index = int(r.unsigned())
		s.body = slices.Concat(binary.AppendUvarint(nil, uint64(index+1)), s.body[r.at:], entry)
		return index
	}
	kind := added(typeSection, 0x60, 0, 0) // no parameters, no results
	index := importedFunctions(find(importSection).body) + added(functionSection, binary.AppendUvarint(nil, uint64(kind))...)
	added(codeSection, append(binary.AppendUvarint(nil, uint64(len(body))), body...)...)
	insist(!slices.ContainsFunc(sections, func(s section) bool { return s.id == startSection }), "a program with a start of its own")
	behind := slices.IndexFunc(sections, func(s section) bool { return s.id > startSection })
	return slices.Insert(sections, behind, section{startSection, binary.AppendUvarint(nil, uint64(index))}), nil
}
