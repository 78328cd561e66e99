package figure

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// cutText cuts a long text out of a message or request that has one of its own first, as a page writes it:
// {"type":"csv","text":"…". What is left has an empty one. Reading all of it as JSON goes through it many times, and copies it
// as often. ok is false for anything else, and for a text that isn't plain: that is left to JSON.
func cutText(message []byte) (rest []byte, text string, ok bool) {
	const long = 1 << 16
	if len(message) < long {
		return nil, "", false
	}
	for _, kind := range []string{"csv", "table", "tableOn"} {
		head := `{"type":"` + kind + `","text":"`
		quoted, found := bytes.CutPrefix(message, []byte(head))
		if !found {
			continue
		}
		text, end, ok := unquote(quoted)
		if !ok || bytes.Contains(quoted[end:], []byte("text")) {
			return nil, "", false
		}
		return append([]byte(head), quoted[end:]...), text, true
	}
	return nil, "", false
}

// unquote returns a text up to its closing quotation mark, and where that is.
func unquote(quoted []byte) (text string, end int, ok bool) {
	var b strings.Builder
	b.Grow(len(quoted))
	for from := 0; ; end++ {
		if end >= len(quoted) || quoted[end] < ' ' {
			return "", 0, false
		}
		switch quoted[end] {
		case '"':
			b.Write(quoted[from:end])
			return b.String(), end, utf8.ValidString(b.String())
		case '\\':
			b.Write(quoted[from:end])
			if end++; end >= len(quoted) || !plain(quoted[end], &b) {
				return "", 0, false
			}
			from = end + 1
		}
	}
}

// plain appends what a backslash and a character after it stand for, if that is one character.
func plain(c byte, b *strings.Builder) bool {
	i := strings.IndexByte(`nrt"\/`, c)
	if i >= 0 {
		b.WriteByte("\n\r\t\"\\/"[i])
	}
	return i >= 0
}
