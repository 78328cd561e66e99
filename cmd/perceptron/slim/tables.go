package slim

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// Where things are in Go's runtime tables: runtime.pcHeader, runtime.moduledata and runtime._func of this Go, for wasm.
const (
	tablesOf  = "go1.26"
	magic     = 0xfffffff1
	headerLow = 4096 // below it the linker puts no data

	// Words of moduledata, 8 bytes each. A slice has three: where, how long, how much room.
	wordHeader   = 0
	wordNames    = 1
	wordCuTab    = 4
	wordFiles    = 7
	wordPCTab    = 10
	wordPCLn     = 13
	wordFTab     = 16
	wordFindFTab = 19
	wordGoFunc   = 40

	// Bytes of _func.
	funcLen       = 44
	funcWords     = funcLen / 4
	funcEntry     = 0
	funcName      = 4
	funcPCSP      = 16
	funcPCFile    = 20
	funcPCLine    = 24
	funcNPCData   = 28
	funcCUOffset  = 32
	funcStartLine = 36
	funcNFuncData = 43

	// Indices of a function's tables by pc, and of its data (internal/abi/symtab.go). By these the garbage collector finds
	// pointers, and a panic its deferred calls.
	pcStackMap    = 1
	pcInlineTree  = 2
	dataArgs      = 0
	dataLocals    = 1
	dataObjects   = 2
	dataInline    = 3
	dataOpenDefer = 4
	dataArgInfo   = 5

	// So many of both are kept.
	keptPCData = pcStackMap + 1
	keptData   = dataOpenDefer + 1

	none = ^uint32(0)
)

// image is the program's memory before it starts.
type image []byte

func (m image) half(at int) uint32       { return binary.LittleEndian.Uint32(m[at:]) }
func (m image) word(at int) int          { return int(binary.LittleEndian.Uint64(m[at:])) }
func (m image) setHalf(at int, v uint32) { binary.LittleEndian.PutUint32(m[at:], v) }

// A function is one entry of the table of functions.
type function struct {
	fixed  []byte   // its _func
	pcData []uint32 // where its tables by pc begin, in pctab; 0: it has none
	data   []uint32 // where its data are, from go:func.* on; none: nowhere
}

// dropTables overwrites with zeros what only file names, line numbers and the arguments in stack traces need: files and
// lines by pc, trees of what was inlined, arguments, and the points where a goroutine may not be preempted, which no
// goroutine is in wasm. Names that a trace can have, sizes of frames and what the garbage collector needs stay; the functions
// themselves are folded, at the address returned. An error means that the tables are not as expected; memory is then
// useless.
func dropTables(memory []byte, goVersion string) (foldedAt int, err error) {
	defer recoverAs(&err, "the runtime's tables")
	insist(goVersion == tablesOf || strings.HasPrefix(goVersion, tablesOf+"."), "%s lays them out, want %s", goVersion, tablesOf)
	m := image(memory)
	module := m.moduleData()
	word := func(i int) int { return m.word(module + 8*i) }
	pcln, ftab, nftab := word(wordPCLn), word(wordFTab), word(wordFTab+1)
	insist(word(wordGoFunc) < word(wordFindFTab), "go:func.* behind findfunctab")
	insist(ftab == pcln && nftab == m.word(word(wordHeader)+8)+1, "a table of functions that doesn't begin pclntab")
	functions := m.functions(pcln, nftab-1)

	dropFuncData(m[word(wordGoFunc):], m, word(wordPCTab), functions)
	tables := keptTables(m[word(wordPCTab):], functions)
	nametab := m[word(wordNames):][:word(wordNames+1)]
	names := keptNames(nametab, functions)
	index, rows := laidOut(functions, 8*nftab)
	pctab, pclntab := m[word(wordPCTab):][:word(wordPCTab+1)], m[pcln:][:word(wordPCLn+1)]
	fits := func(where string, room image, n int) {
		insist(n <= len(room), "%s would grow from %d bytes to %d", where, len(room), n)
	}
	fits("pclntab", pclntab, 8*nftab+4*len(rows)*len(rows[0]))
	clear(pclntab[:8*(nftab-1)]) // the last entry has no function, and says where the code ends
	clear(pclntab[8*nftab:])
	foldedAt = word(wordPCTab) + len(tables)
	tables = append(tables, folded(foldedAt, []grid{{pcln, index}, {pcln + 8*nftab, rows}})...)
	fits("pctab", pctab, len(tables))
	fits("funcnametab", nametab, len(names))
	clear(pctab)
	copy(pctab, tables)
	clear(nametab)
	copy(nametab, names)
	clear(m[word(wordCuTab):][:4*word(wordCuTab+1)])
	clear(m[word(wordFiles):][:word(wordFiles+1)])
	return foldedAt, nil
}

// moduleData finds the one runtime.moduledata: it points at the one header, and at the tables that the header names.
func (m image) moduleData() int {
	header := m.only("pcHeader", func(at int) bool {
		return m.half(at) == magic && m.half(at+4) == 0x08010000
	})
	return m.only("moduledata", func(at int) bool {
		return m.word(at) == header && m.word(at+8) == header+m.word(header+8*4) && m.word(at+8*wordCuTab) == header+m.word(header+8*5)
	})
}

// only is the one address for which something is true.
func (m image) only(what string, is func(at int) bool) int {
	const longest = 8 * 48
	found := -1
	for at := headerLow; at+longest < len(m); at += 8 {
		if is(at) {
			insist(found < 0, "two of %s", what)
			found = at
		}
	}
	insist(found >= 0, "no %s", what)
	return found
}

func (m image) functions(pcln, n int) []*function {
	list := make([]*function, n)
	seen := map[int]bool{}
	for i := range list {
		entry := pcln + 8*i // where it begins, and where its _func is
		at := pcln + int(m.half(entry+4))
		insist(!seen[at], "two functions share a _func")
		insist(m.half(at+funcEntry) == m.half(entry), "a _func at another function's address")
		seen[at] = true
		f := &function{fixed: slices.Clone(m[at : at+funcLen])}
		at += funcLen
		for range image(f.fixed).half(funcNPCData) {
			f.pcData = append(f.pcData, m.half(at))
			at += 4
		}
		for range f.fixed[funcNFuncData] {
			f.data = append(f.data, m.half(at))
			at += 4
		}
		list[i] = f
	}
	return list
}

// dropFuncData overwrites trees of inlined calls and what is said about arguments, unless other data lie in the same bytes.
func dropFuncData(goFunc, m image, pctab int, functions []*function) {
	kept, dropped := map[int]bool{}, map[int]bool{}
	mark := func(in map[int]bool, at uint32, n int) {
		insist(n >= 0 && int(at)+n <= len(goFunc), "%d bytes of data for a function", n)
		for i := range n {
			in[int(at)+i] = true
		}
	}
	for _, f := range functions {
		for kind, at := range f.data {
			if at == none {
				continue
			}
			switch d := goFunc[at:]; kind {
			case dataArgs, dataLocals: // n bitmaps of so many bits
				mark(kept, at, 8+int(d.half(0))*((int(d.half(4))+7)/8))
			case dataObjects:
				mark(kept, at, 8+16*d.word(0))
			case dataOpenDefer:
				r := reader{bytes: d}
				r.unsigned()
				r.unsigned()
				mark(kept, at, r.at)
			case dataInline: // 16 bytes for each call that was inlined, as many as its table by pc counts
				if len(f.pcData) > pcInlineTree && f.pcData[pcInlineTree] != 0 {
					_, most := pcTable(m[pctab+int(f.pcData[pcInlineTree]):])
					mark(dropped, at, 16*(most+1))
				}
			case dataArgInfo:
				mark(dropped, at, slices.Index(d, 0xff)+1)
			}
		}
		for len(f.data) < keptData {
			f.data = append(f.data, none)
		}
		f.data = f.data[:keptData]
		f.data[dataInline] = none
	}
	for at := range dropped {
		if !kept[at] {
			goFunc[at] = 0
		}
	}
}

// keptTables are the tables by pc that stay, each once, and lets the functions point at them.
func keptTables(pctab image, functions []*function) []byte {
	tables := []byte{pctab[0]} // offset 0: none
	placed := map[string]uint32{}
	move := func(at uint32) uint32 {
		if at == 0 {
			return 0
		}
		n, _ := pcTable(pctab[at:])
		table := string(pctab[at:][:n])
		if _, there := placed[table]; !there {
			placed[table] = uint32(len(tables))
			tables = append(tables, table...)
		}
		return placed[table]
	}
	for _, f := range functions {
		fixed := image(f.fixed)
		fixed.setHalf(funcPCSP, move(fixed.half(funcPCSP)))
		for _, at := range []int{funcPCFile, funcPCLine, funcCUOffset, funcStartLine} {
			fixed.setHalf(at, 0)
		}
		stackMap := uint32(0)
		if len(f.pcData) > pcStackMap {
			stackMap = move(f.pcData[pcStackMap])
		}
		f.pcData = []uint32{pcStackMap: stackMap}
		fixed.setHalf(funcNPCData, keptPCData)
		f.fixed[funcNFuncData] = keptData
	}
	return tables
}

// keptNames are the names that stay, each once, and lets the functions point at them: not those of functions that were inlined
// everywhere, and without the types that a generic one is for, in whose place the runtime prints [...], too.
func keptNames(nametab image, functions []*function) []byte {
	names := []byte{0} // offset 0: none
	placed := map[string]uint32{}
	for _, f := range functions {
		fixed := image(f.fixed)
		at := fixed.half(funcName)
		if at == 0 {
			continue
		}
		n := bytes.IndexByte(nametab[at:], 0)
		insist(n > 0, "a function's name that doesn't end, or is empty")
		name := string(nametab[at:][:n])
		if from, to := strings.IndexByte(name, '['), strings.LastIndexByte(name, ']'); from >= 0 && to > from {
			name = name[:from] + "[...]" + name[to+1:]
		}
		if _, there := placed[name]; !there {
			placed[name] = uint32(len(names))
			names = append(append(names, name...), 0)
		}
		fixed.setHalf(funcName, placed[name])
	}
	return names
}

// laidOut are the functions one behind the other, as rows of the same length, to stand `from` bytes into pclntab; and the
// index before them, which says of each where its code begins and where its row.
func laidOut(functions []*function, from int) (index, rows [][]uint32) {
	for _, f := range functions {
		var row []uint32
		for i := range funcWords {
			row = append(row, image(f.fixed).half(4*i))
		}
		row = append(append(row, f.pcData...), f.data...)
		index = append(index, []uint32{row[funcEntry/4], uint32(from + 4*len(rows)*len(row))})
		rows = append(rows, row)
	}
	return index, rows
}

// pcTable is the length of a table by pc, its end mark with it, and the largest value in it. It is made of pairs: what the
// value changes by, zigzag, and for how long it stays.
func pcTable(b []byte) (length, most int) {
	r := reader{bytes: b}
	value := -1
	most = -1
	for first := true; ; first = false {
		change := r.unsigned()
		if change == 0 && !first {
			return r.at, most
		}
		value += int(int32(-(change & 1) ^ (change >> 1)))
		most = max(most, value)
		r.unsigned()
	}
}
