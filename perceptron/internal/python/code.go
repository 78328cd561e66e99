// Package python builds Python source: lines, blocks, lists that break, and literals that read back to the same number.
package python

import (
	"strconv"
	"strings"
)

const width = 112 // of a line, where a list is broken

// Code is a script being written; its zero value is an empty one.
type Code struct {
	lines []string
	depth int
	due   int // empty lines that are due, after a function
}

func (c *Code) String() string { return strings.Join(c.lines, "\n") + "\n" }

// Line writes the parts as one line.
func (c *Code) Line(parts ...string) {
	c.lines = append(c.lines, strings.Repeat("    ", c.depth)+strings.Join(parts, ""))
}

// Text writes lines of code, and an empty line for each empty one.
func (c *Code) Text(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			c.lines = append(c.lines, "")
		} else {
			c.Line(line)
		}
	}
}

// Section writes an empty line, two after a function, and a comment.
func (c *Code) Section(title string) {
	c.Gap(1)
	c.Line("# ", title)
}

// Function writes what body does, with two empty lines around it.
func (c *Code) Function(body func()) {
	c.Gap(2)
	body()
	c.due = 2
}

// Gap makes the lines end with so many empty ones, or with as many as are due.
func (c *Code) Gap(n int) {
	n, c.due = max(n, c.due), 0
	for i := len(c.lines); i > 0 && n > 0 && c.lines[i-1] == ""; i-- {
		n--
	}
	for range n {
		c.lines = append(c.lines, "")
	}
}

// Block writes a head, as "if x:", and what body writes below it. If that is nothing, it takes the head back.
func (c *Code) Block(head string, body func()) {
	c.Line(head)
	written := len(c.lines)
	c.depth++
	body()
	c.depth--
	if len(c.lines) == written {
		c.lines = c.lines[:written-1]
	}
}

// List writes open, the items and close, on one line if they fit and else on as many as they need.
func (c *Code) List(open string, items []string, close string) {
	room := width - 4*c.depth
	if all := open + strings.Join(items, ", ") + close; len(all) <= room {
		c.Line(all)
		return
	}
	c.Line(open)
	c.depth++
	var row strings.Builder
	for _, item := range items {
		if row.Len() > 0 && row.Len()+len(item)+2 > room-4 {
			c.Line(row.String())
			row.Reset()
		}
		if row.Len() > 0 {
			row.WriteByte(' ')
		}
		row.WriteString(item + ",")
	}
	c.Line(row.String())
	c.depth--
	c.Line(close)
}

// Number is the shortest literal of v.
func Number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// Float32 is the shortest literal that rounds to v, a float32, by way of a float64.
func Float32(v float64) string {
	text := strconv.FormatFloat(v, 'g', -1, 32)
	if double, err := strconv.ParseFloat(text, 64); err != nil || float64(float32(double)) != v {
		return Number(v)
	}
	return text
}

// Bool is the literal of v.
func Bool(v bool) string {
	if v {
		return "True"
	}
	return "False"
}

func Numbers[T uint8 | float64](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = Number(float64(v))
	}
	return out
}

// Pair is a literal [x, y]; format is Number, or Float32 for a sample.
func Pair(x [2]float64, format func(float64) string) string {
	return "[" + format(x[0]) + ", " + format(x[1]) + "]"
}

func Pairs(list [][2]float64, format func(float64) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = Pair(x, format)
	}
	return out
}
