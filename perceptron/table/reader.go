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

// A Reader reads a table some rows at a time, as Read does.
type Reader struct {
	rows    *csv.Reader
	before  int  // lines that rows doesn't see
	header  bool // whether the row that names the columns is still to come
	layout  Layout
	head    string // the text's beginning
	table   Table
	classes classes
	ended   bool
	err     error
}

// headSize is how much of a text is looked at to find its layout.
const headSize = 1 << 16

// NewReader finds out how a text is written. If that can't be, Next tells why. Where the text knows how long it is, by a method
// Len as that of strings.Reader, memory for all rows is taken at once.
func NewReader(text io.Reader, o Options) *Reader {
	maxClasses := MaxClasses
	if o.MaxClasses > 0 {
		maxClasses = min(o.MaxClasses, MaxClasses)
	}
	r := &Reader{classes: classes{max: maxClasses, numeric: true}}
	buffered := bufio.NewReaderSize(&lineEnds{text: text}, headSize)
	if mark, _ := buffered.Peek(3); string(mark) == "\ufeff" {
		buffered.Discard(3)
	} else if len(mark) > 1 && (string(mark[:2]) == "\xff\xfe" || string(mark[:2]) == "\xfe\xff") {
		r.refuse(wrong(1, 1, "", refusal.NotUTF16))
		return r
	}
	head, _ := buffered.Peek(headSize) // the error, if not the end, comes back when this has been read
	r.head = string(head)
	var refused *refusal.Error
	if r.layout, refused = layoutOf(r.head, o.Columns); refused != nil {
		r.refuse(refused)
		return r
	}
	r.table.Samples = roomFor(text, head)
	if r.layout.declared {
		buffered.ReadString('\n')
		r.before = 1
	}
	r.header = r.layout.Header
	r.rows = newReader(buffered, r.layout.Separator)
	r.rows.ReuseRecord = true
	return r
}

// Next reads so many more rows, and reports whether that was all. After an error there is nothing more to read.
func (r *Reader) Next(rows int) (ended bool, err error) {
	for ; rows > 0 && !r.ended; rows-- {
		cells, err := r.rows.Read()
		if err == io.EOF {
			r.end()
			break
		}
		if err != nil {
			r.refuse(syntaxError(err, len(cells), r.before))
			break
		}
		line, _ := r.rows.FieldPos(0)
		if blank(cells) {
			continue
		}
		if r.header {
			r.header = false
			continue
		}
		if refused := r.row(line+r.before, cells); refused != nil {
			r.refuse(refused)
		}
	}
	return r.ended, r.err
}

func (r *Reader) end() {
	if r.ended = true; len(r.table.Samples.Y) == 0 {
		r.refuse(wrong(1, 1, "", refusal.AnyRow))
		return
	}
	r.table.Classes = r.classes.settle(r.table.Samples.Y)
}

func (r *Reader) refuse(err error) { r.ended, r.err, r.table = true, err, Table{} }

// Table is what was read: empty before the end, and where the text can't be read.
func (r *Reader) Table() Table {
	if !r.ended {
		return Table{}
	}
	return r.table
}

// roomFor is room for all rows of a text, if the rest has as many for its length as its head: growing step by step would take
// several times the memory.
func roomFor(text io.Reader, head []byte) perceptron.Samples {
	rest, ok := text.(interface{ Len() int })
	if !ok || len(head) == 0 {
		return perceptron.Samples{}
	}
	lines := float64(bytes.Count(head, []byte{'\n'}) + 1)
	n := min(MaxRows, int(lines*(1.02+1.02*float64(rest.Len())/float64(len(head))))+1)
	return perceptron.Samples{X: make([][2]float32, 0, n), Y: make([]uint8, 0, n)}
}

// row adds one row. Its class is numbered as it appears; settle puts them in order.
func (r *Reader) row(line int, cells []string) *refusal.Error {
	t, l := &r.table, &r.layout
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
		x[i] = v
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
	y, want := r.classes.number(cells[at], l.Separator)
	if want != nil {
		return wrong(line, at+1, cells[at], want)
	}
	t.Samples.Add(x, y)
	return nil
}

func cell(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// syntaxError places an error of the reader; fields is how many cells of the row it had read, before how many lines are above.
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
