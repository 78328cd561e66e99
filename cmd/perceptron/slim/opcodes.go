package slim

// Instructions of WebAssembly (Core Specification, 5.4) that are looked for or written. Those of i32 have no type in their names.
const (
	opNop       = 0x01
	opBlock     = 0x02
	opLoop      = 0x03
	opIf        = 0x04
	opElse      = 0x05
	opEnd       = endExpr
	opBr        = 0x0c
	opBrIf      = 0x0d
	opBrTable   = 0x0e
	opReturn    = 0x0f
	opCall      = 0x10
	opCallBy    = 0x11 // call_indirect
	opDrop      = 0x1a
	opSelect    = 0x1b
	opGet       = 0x20 // those of locals
	opSet       = 0x21
	opTee       = 0x22
	opGetGlobal = 0x23
	opSetGlobal = 0x24
	opLoad      = 0x28 // the first of the loads
	opLoadU8    = 0x2d
	opStore     = 0x36 // the first of the stores
	opMemSize   = 0x3f
	opMemGrow   = 0x40
	opConst     = i32Const
	opConst64   = 0x42
	opConstF32  = 0x43
	opConstF64  = 0x44
	opEqz       = 0x45 // the first of the comparisons
	opEqz64     = 0x50
	opLastTest  = 0x66 // the last of them
	opAdd       = 0x6a
	opSub       = 0x6b
	opAnd       = 0x71
	opOr        = 0x72
	opXor       = 0x73
	opShl       = 0x74
	opShrU      = 0x76
	opAdd64     = 0x7c
	opWrap      = 0xa7 // i32.wrap_i64
	opExtendU   = 0xad // i64.extend_i32_u
	opLast      = 0xc4 // the last of one byte
	opPrefix    = 0xfc

	typeI32   = 0x7f
	typeEmpty = 0x40
)
