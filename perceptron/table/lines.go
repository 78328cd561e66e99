package table

import (
	"bytes"
	"io"
)

// lineEnds reads a text with CR LF and LF left as they are, and each other CR, which ended a line in old Macs' files and does so
// in Excel's "CSV (Macintosh)", as LF.
type lineEnds struct {
	text io.Reader
	cut  bool // whether what was read last ended in a CR, given as LF
}

func (l *lineEnds) Read(b []byte) (int, error) {
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
