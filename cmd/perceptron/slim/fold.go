package slim

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
)

// A grid is a table of 32-bit numbers that the program has in its memory, row after row. So it compresses badly: numbers
// that resemble each other stand a row apart. It is delivered folded instead: column after column, each number as the
// difference from the one above it or as it is, whichever compresses better. unfold lays it out.
type grid struct {
	at   int // where its first row begins
	rows [][]uint32
}

// What stands before the folded columns: for each grid these words, and for each of its columns three more; then a 0.
const (
	gridAt      = 0
	gridRows    = 4
	gridColumns = 8
	gridHead    = 12

	columnNext = 0 // where its next number is
	columnMask = 4 // all ones: numbers are differences; 0: they are not
	columnLast = 8 // its last number
	columnHead = 12
)

// folded are grids, to stand at an address of the memory.
func folded(at int, grids []grid) []byte {
	head := 4
	for _, g := range grids {
		head += gridHead + columnHead*len(g.rows[0])
	}
	var words, columns []byte
	for _, g := range grids {
		width := len(g.rows[0])
		words = appendWords(words, uint32(g.at), uint32(len(g.rows)), uint32(width))
		for k := range width {
			numbers, mask := foldedColumn(g.rows, k)
			words = appendWords(words, uint32(at+head+len(columns)), mask, 0)
			columns = append(columns, numbers...)
		}
	}
	return append(appendWords(words, 0), columns...)
}

func appendWords(b []byte, words ...uint32) []byte {
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w)
	}
	return b
}

// foldedColumn is a column's numbers in LEB128, zigzag, and its mask.
func foldedColumn(rows [][]uint32, k int) (numbers []byte, mask uint32) {
	var plain, differences []byte
	last := uint32(0)
	for _, row := range rows {
		plain = appendZigzag(plain, row[k])
		differences = appendZigzag(differences, row[k]-last)
		last = row[k]
	}
	if deflated(differences) < deflated(plain) {
		return differences, ^uint32(0)
	}
	return plain, 0
}

// appendZigzag writes a number so that it is short if it is near 0 on either side.
func appendZigzag(b []byte, v uint32) []byte {
	return binary.AppendUvarint(b, uint64(v<<1^uint32(int32(v)>>31)))
}

// deflated is how many bytes are left of b, about as with brotli.
func deflated(b []byte) int {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	insist(err == nil, "%v", err)
	_, err = w.Write(b)
	insist(err == nil, "%v", err)
	insist(w.Close() == nil, "no end")
	return out.Len()
}
