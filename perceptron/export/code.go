package export

import (
	"strconv"
	"strings"
)

const width = 112 // of a line, where a list is broken

// code is Python in the making.
type code struct {
	lines []string
	depth int
	due   int // empty lines that are due, after a function
}

func (c *code) String() string { return strings.Join(c.lines, "\n") + "\n" }

// line writes the parts as one line.
func (c *code) line(parts ...string) {
	c.lines = append(c.lines, strings.Repeat("    ", c.depth)+strings.Join(parts, ""))
}

// text writes lines of code, and an empty line for each empty one.
func (c *code) text(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			c.lines = append(c.lines, "")
		} else {
			c.line(line)
		}
	}
}

// section writes an empty line, two after a function, and a comment.
func (c *code) section(title string) {
	c.gap(1)
	c.line("# ", title)
}

// function writes what body does, with two empty lines around it.
func (c *code) function(body func()) {
	c.gap(2)
	body()
	c.due = 2
}

// gap makes the lines end with so many empty ones, or with as many as are due.
func (c *code) gap(n int) {
	n, c.due = max(n, c.due), 0
	for i := len(c.lines); i > 0 && n > 0 && c.lines[i-1] == ""; i-- {
		n--
	}
	for range n {
		c.lines = append(c.lines, "")
	}
}

// block writes a head, as "if x:", and what body writes below it. If that is nothing, it takes the head back.
func (c *code) block(head string, body func()) {
	c.line(head)
	written := len(c.lines)
	c.depth++
	body()
	c.depth--
	if len(c.lines) == written {
		c.lines = c.lines[:written-1]
	}
}

// list writes open, the items and close, on one line if they fit and else on as many as they need.
func (c *code) list(open string, items []string, close string) {
	room := width - 4*c.depth
	if all := open + strings.Join(items, ", ") + close; len(all) <= room {
		c.line(all)
		return
	}
	c.line(open)
	c.depth++
	var row strings.Builder
	for _, item := range items {
		if row.Len() > 0 && row.Len()+len(item)+2 > room-4 {
			c.line(row.String())
			row.Reset()
		}
		if row.Len() > 0 {
			row.WriteByte(' ')
		}
		row.WriteString(item + ",")
	}
	c.line(row.String())
	c.depth--
	c.line(close)
}

// number is the shortest literal of v.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// float32Number is the shortest literal that rounds to v, a float32, by way of a float64.
func float32Number(v float64) string {
	text := strconv.FormatFloat(v, 'g', -1, 32)
	if double, err := strconv.ParseFloat(text, 64); err != nil || float64(float32(double)) != v {
		return number(v)
	}
	return text
}

func numbers[T int | float64](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = number(float64(v))
	}
	return out
}

// pair is a literal [x, y]; format is number, or float32Number for a sample.
func pair(x [2]float64, format func(float64) string) string {
	return "[" + format(x[0]) + ", " + format(x[1]) + "]"
}

func pairs(list [][2]float64, format func(float64) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = pair(x, format)
	}
	return out
}

func joined(items []string) string { return strings.Join(items, ", ") }

func itoa(v int) string { return strconv.Itoa(v) }
