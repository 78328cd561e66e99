package figure

import (
	"cmp"
	"io"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/table"
)

type (
	// tableRequest asks how a CSV or TSV text is read, and begins to read it; the command csv can take what was read. With More
	// the text goes on, in tableOn requests.
	tableRequest struct {
		Text    string
		More    bool            `json:"more,omitempty"`
		Columns session.Columns `json:"columns,omitzero"`
	}
	// tableOnRequest goes on reading, for a moment. Text is the next part of a text that goes on; with More there are further
	// ones. The answer is null if no table is being read.
	tableOnRequest struct {
		Text string `json:"text,omitempty"`
		More bool   `json:"more,omitempty"`
	}
)

// tableReport is how a CSV or TSV text is read. While Read is less than 1, rows, classes and problem are to come.
type tableReport struct {
	Read      float64        `json:"read"` // how much of the text, 0 … 1
	Separator string         `json:"separator"`
	Header    bool           `json:"header"`
	Names     []string       `json:"names"`   // of all columns; '' if it has none
	Index     int            `json:"index"`   // a column, from 0, that only numbers the rows; -1: none
	Columns   [3]int         `json:"columns"` // of x1, x2 and class, from 0; -1: to be chosen
	Rows      int            `json:"rows"`
	Classes   []string       `json:"classes"`
	Counts    []int          `json:"counts"`  // how many rows each class has
	First     [][]string     `json:"first"`   // the first rows below the header, as written
	Problem   *refusal.Error `json:"problem"` // why it can't be read; nil: it can
}

// rowsAtOnce are read in some 20 ms in a browser.
const rowsAtOnce = 20_000

// A reading is a table on its way from the page.
type reading struct {
	text   parts
	asked  table.Options
	reader *table.Reader // nil while the text goes on
	ended  bool
	err    error
}

func (q *tableRequest) answer(f *Figure) (any, error) {
	f.reading = &reading{asked: table.Options{Columns: q.Columns}}
	f.reading.take(q.Text, q.More)
	return *f.reading.report(), nil
}

func (q *tableOnRequest) answer(f *Figure) (any, error) {
	if f.reading == nil {
		return (*tableReport)(nil), nil
	}
	if f.reading.reader == nil {
		f.reading.take(q.Text, q.More)
	} else {
		f.reading.next()
	}
	return f.reading.report(), nil
}

func (q *tableRequest) take(text string)   { q.Text = text }
func (q *tableOnRequest) take(text string) { q.Text = text }

// take takes a part of the text; after the last it begins to read.
func (r *reading) take(text string, more bool) {
	r.text.add(text)
	if !more {
		r.reader = table.NewReader(&r.text, r.asked)
		r.next()
	}
}

func (r *reading) next() { r.ended, r.err = r.reader.Next(rowsAtOnce) }

func (r *reading) report() *tableReport {
	var p table.Preview
	var read float64
	switch {
	case r.ended:
		p, read = r.reader.Preview(), 1
	case r.reader != nil:
		p, read = r.reader.Preview(), min(0.99, 1-float64(r.text.Len())/float64(r.text.size))
	}
	t := tableReport{
		Read: read, Separator: string(cmp.Or(p.Separator, ',')), Header: p.Header, Names: append([]string{}, p.Names...), Index: p.Index, Columns: p.Columns,
		Rows: p.Rows, Classes: append([]string{}, p.Classes...), Counts: append([]int{}, p.Counts...), First: append([][]string{}, p.First...),
	}
	if r.err != nil {
		t.Problem = refusal.Of(r.err)
	}
	return &t
}

// useTable carries out a command that takes the table that was read.
func (f *Figure) useTable(c *session.CSV) error {
	if r := f.reading; r != nil && r.ended {
		if r.err != nil {
			return r.err
		}
		c.Bring(r.reader.Table())
	}
	if err := f.apply(c); err != nil {
		return err
	}
	f.reading = nil
	return nil
}

// parts is a text in several. What has been read of it is let go.
type parts struct {
	rest []strings.Reader
	size int // of all
}

func (p *parts) add(text string) {
	p.rest = append(p.rest, *strings.NewReader(text))
	p.size += len(text)
}

// Len is how many bytes are still to be read.
func (p *parts) Len() (n int) {
	for i := range p.rest {
		n += p.rest[i].Len()
	}
	return n
}

func (p *parts) Read(b []byte) (int, error) {
	for len(p.rest) > 0 {
		if n, err := p.rest[0].Read(b); err != io.EOF {
			return n, err
		}
		p.rest[0] = strings.Reader{}
		p.rest = p.rest[1:]
	}
	return 0, io.EOF
}
