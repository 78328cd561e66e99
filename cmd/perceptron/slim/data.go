package slim

import "encoding/binary"

// The linker ends a data segment at each longer run of zeros. What a new segment costs, zeros cost less once compressed: up to
// this many are kept. Of 64 the download was 1,300 bytes larger, of 1,024 as large.
const maxZeros = 512

// maxMemory bounds what a program may put into its memory before it starts: far more than any of ours.
const maxMemory = 1 << 28

// The opcodes in a segment's offset.
const (
	i32Const = 0x41
	endExpr  = 0x0b
)

// initialMemory is what a data section puts into the memory, from address 0 on.
func initialMemory(body []byte) (memory []byte, err error) {
	defer recoverAs(&err, "the data section")
	r := reader{body, 0}
	for range r.unsigned() {
		insist(r.unsigned() == 0, "a segment that isn't active in memory 0")
		insist(r.byte() == i32Const, "an offset that isn't constant")
		offset := int(r.signed())
		insist(r.byte() == endExpr, "an offset that isn't one number")
		piece := r.take(int(r.unsigned()))
		end := offset + len(piece)
		insist(offset >= 0 && end <= maxMemory, "%d bytes at %d", len(piece), offset)
		if end > len(memory) {
			memory = append(memory, make([]byte, end-len(memory))...)
		}
		copy(memory[offset:], piece)
	}
	return memory, nil
}

// segmentsOf is a data section that puts memory's bytes where they are, in segments without long runs of zeros.
func segmentsOf(memory []byte) []byte {
	var segments []byte
	n := 0
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		end := segmentEnd(memory, at)
		segments = append(segments, 0, i32Const)
		segments = appendSigned(segments, int64(at))
		segments = append(segments, endExpr)
		segments = binary.AppendUvarint(segments, uint64(end-at))
		segments = append(segments, memory[at:end]...)
		n++
		at = end
	}
	return append(binary.AppendUvarint(nil, uint64(n)), segments...)
}

// segmentEnd is the end of the segment that begins at a byte other than 0: behind the last before a long run of zeros.
func segmentEnd(memory []byte, start int) int {
	end := start + 1
	for i := end; i < len(memory) && i-end <= maxZeros; i++ {
		if memory[i] != 0 {
			end = i + 1
		}
	}
	return end
}
