package main

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// output is standard output that remembers whether a write failed: a full disk, a closed pipe.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// plain is standard error: what isn't printable in a file's name, a key or a flag that is refused is written as Go does it,
// \x1b. A terminal would obey it.
type plain struct{ io.Writer }

func (p plain) Write(text []byte) (int, error) {
	if _, err := io.WriteString(p.Writer, printable(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// printable is a text in which all but line ends and tabs can be seen.
func printable(text string) string {
	var s strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == '\n' || r == '\t' || unicode.IsPrint(r) && (r != utf8.RuneError || size > 1):
			s.WriteString(text[:size])
		default:
			quoted := strconv.Quote(text[:size])
			s.WriteString(quoted[1 : len(quoted)-1])
		}
		text = text[size:]
	}
	return s.String()
}
