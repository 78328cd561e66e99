package table

import (
	"bytes"
	"io"

	"perceptronlab/perceptron/refusal"
)

// lineEnds reads a text with CR LF and LF left as they are, and each other CR, which ended a line in old Macs' files and does so
// in Excel's "CSV (Macintosh)", as LF.
//
// A line longer than maxLine is refused: of a hundred million commas the cells would take ten gigabytes.
type lineEnds struct {
	text   io.Reader
	cut    bool // whether what was read last ended in a CR, given as LF
	lines  int  // that have ended
	length int  // of the line since
}

const maxLine = 1 << 20

func (l *lineEnds) Read(b []byte) (int, error) {
	n, err := l.read(b)
	l.lines += bytes.Count(b[:n], []byte{'\n'})
	if end := bytes.LastIndexByte(b[:n], '\n'); end >= 0 {
		l.length = n - end - 1
	} else {
		l.length += n
	}
	if l.length > maxLine {
		return n, wrong(l.lines+1, 1, "", refusal.LineWithin.With(maxLine))
	}
	return n, err
}

func (l *lineEnds) read(b []byte) (int, error) {
	n, err := l.text.Read(b)
	if n == 0 {
		return n, err
	}
	if l.cut && b[0] == '\n' {
		n = copy(b, b[1:n])
	}
	l.cut = false
	for i := 0; i < n; i++ {
		next := bytes.IndexByte(b[i:n], '\r')
		if next < 0 {
			break
		}
		i += next
		l.cut = i == n-1
		if l.cut || b[i+1] != '\n' {
			b[i] = '\n'
		}
	}
	return n, err
}
