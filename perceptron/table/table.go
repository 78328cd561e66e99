// Package table reads and writes labelled points as text: a row a point, with its two coordinates and its class,
// separated by commas, semicolons or tabs (RFC 4180).
package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

const (
	MaxClasses    = 64        // as many as a network has outputs
	MaxRows       = 1_000_000 // as many as a scene has points
	maxCoordinate = 1e30      // float32 keeps room above
)

// Options say how a table is to be read.
type Options struct {
	MaxClasses int       // at most so many, and at most MaxClasses; 0: MaxClasses
	Columns    [3]string // which hold x1, x2 and class, by name or by number from 1; all "": as the table itself says
}

// Table is what a text holds.
type Table struct {
	Samples perceptron.Samples // in the order of the rows, coordinates rounded to float32
	Classes []string           // the name of each class; Samples.Y counts in it
}

// Read reads a table. Its first line may be sep=; (Excel); otherwise the separator is found in the first rows. Where it is not
// the comma, numbers may have a decimal comma. The first row is a header if neither of its first two cells is a number. Three
// columns are x1, x2 and class, in the order of the header's names where these give another; with more, the names or the options
// must say which. A column of row numbers without a name is skipped, and so are a separator at a row's end and empty rows.
//
// Classes that are numbers become 0..K-1 in ascending order, so that 0..K-1, or 0 and 1 with one of them missing, stay as
// they are and −1, 1 becomes 0, 1. False and no are 0, True and yes 1. Otherwise they are names, numbered as they first appear.
//
// What is wrong with the text is a *refusal.Error; other errors are r's.
func Read(r io.Reader, o Options) (Table, error) {
	t, _, err := read(r, o)
	return t, err
}

func read(r io.Reader, o Options) (Table, Layout, error) {
	text := bufio.NewReaderSize(r, 1<<16)
	if mark, _ := text.Peek(3); string(mark) == "\ufeff" {
		text.Discard(3)
	} else if len(mark) > 1 && (string(mark[:2]) == "\xff\xfe" || string(mark[:2]) == "\xfe\xff") {
		return Table{}, Layout{}, wrong(1, 1, "", refusal.NotUTF16)
	}
	head, _ := text.Peek(1 << 16) // the error, if not the end, comes back when this has been read
	layout, refused := layoutOf(string(head), o.Columns)
	if refused != nil {
		return Table{}, layout, refused
	}
	before := 0 // lines that the CSV reader doesn't see
	if layout.declared {
		text.ReadString('\n')
		before = 1
	}
	rows := csv.NewReader(text)
	rows.Comma = layout.Separator
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	rows.TrimLeadingSpace = rows.Comma != '\t'

	t := Table{Samples: roomFor(r, head)}
	most := MaxClasses
	if o.MaxClasses > 0 {
		most = min(o.MaxClasses, MaxClasses)
	}
	classes := classes{most: most, numeric: true}
	header := layout.Header
	for {
		cells, err := rows.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return Table{}, layout, syntaxError(err, len(cells), before)
		}
		line, _ := rows.FieldPos(0)
		if blank(cells) {
			continue
		}
		if header {
			header = false
			continue
		}
		if err := t.row(line+before, cells, &layout, &classes); err != nil {
			return Table{}, layout, err
		}
	}
	if len(t.Samples.Y) == 0 {
		return Table{}, layout, wrong(1, 1, "", refusal.AnyRow)
	}
	t.Classes = classes.settle(t.Samples.Y)
	return t, layout, nil
}

// roomFor is room for the rows of a text, as many as its head has for its length: growing step by step would take several times
// the memory.
func roomFor(text io.Reader, head []byte) perceptron.Samples {
	rest, ok := text.(interface{ Len() int })
	if !ok || len(head) == 0 {
		return perceptron.Samples{}
	}
	lines := float64(bytes.Count(head, []byte{'\n'}) + 1)
	n := min(MaxRows, int(lines*(1.02+1.02*float64(rest.Len())/float64(len(head))))+1)
	return perceptron.Samples{X: make([][2]float64, 0, n), Y: make([]int, 0, n)}
}

// row adds one row. The classes in t.Samples.Y are numbered as they appear; settle puts them in order.
func (t *Table) row(line int, cells []string, l *Layout, classes *classes) *refusal.Error {
	if len(t.Samples.Y) == MaxRows {
		return wrong(line, 1, cells[0], refusal.RowsWithin.With(MaxRows))
	}
	if l.open() {
		return wrong(line, 4, cell(cells, 3), refusal.ThreeColumns)
	}
	var x [2]float64
	for i := range x {
		at := l.Columns[i]
		if at >= len(cells) {
			return wrong(line, at+1, "", refusal.ThreeColumns)
		}
		v, ok := parseNumber(cells[at], l.Separator)
		if !ok || max(v, -v) > maxCoordinate {
			return wrong(line, at+1, cells[at], refusal.NumberFrom.With("-1e30", "1e30"))
		}
		x[i] = float64(float32(v))
	}
	at := l.Columns[2]
	if at >= len(cells) {
		return wrong(line, at+1, "", refusal.ClassCell)
	}
	width := max(3, len(l.Names))
	for i := width; i < len(cells); i++ {
		if strings.TrimSpace(cells[i]) != "" || i > width {
			var want refusal.Wanted = refusal.ThreeColumns
			if width > 3 {
				want = refusal.Columns.With(width)
			}
			return wrong(line, i+1, cells[i], want)
		}
	}
	y, want := classes.number(cells[at], l.Separator)
	if want != nil {
		return wrong(line, at+1, cells[at], want)
	}
	t.Samples.X, t.Samples.Y = append(t.Samples.X, x), append(t.Samples.Y, y)
	return nil
}

func cell(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// syntaxError places an error of the reader; fields is how many of the row it had read, before how many lines stood above.
func syntaxError(err error, fields, before int) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	want := refusal.QuotedCell
	if errors.Is(err, csv.ErrBareQuote) {
		want = refusal.BareCell
	}
	return wrong(parse.Line+before, fields+1, `"`, want)
}
