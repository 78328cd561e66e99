// Package table reads and writes labelled points as text: a row a point, with its two coordinates and its class,
// separated by commas, semicolons or tabs (RFC 4180).
package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strconv"

	"perceptronlab/perceptron"
)

const (
	MaxClasses    = 64        // as many as a network has outputs
	MaxRows       = 1_000_000 // as many as a scene has points
	maxCoordinate = 1e30      // float32 keeps room above
)

// Table is what a text holds.
type Table struct {
	Samples perceptron.Samples // in the order of the rows, coordinates rounded to float32
	Classes []string           // the name of each class; Samples.Y counts in it
}

// Read reads a table of at most maxClasses classes, itself at most MaxClasses. The first row is a header if neither of
// its first two cells is a number. The separator is found in the first row; where it is not the comma, numbers may have
// a decimal comma. Empty rows are skipped.
//
// Classes that are numbers become 0..K-1 in ascending order, so that 0..K-1, or 0 and 1 with one of them missing, stay as
// they are and −1, 1 becomes 0, 1. Otherwise they are names, numbered as they first appear.
//
// What is wrong with the text is an *Error; other errors are r's.
func Read(r io.Reader, maxClasses int) (Table, error) {
	text := bufio.NewReaderSize(r, 1<<16)
	if mark, _ := text.Peek(3); string(mark) == "\ufeff" {
		text.Discard(3)
	} else if len(mark) > 1 && (string(mark[:2]) == "\xff\xfe" || string(mark[:2]) == "\xfe\xff") {
		return Table{}, &Error{1, 1, "", "text in UTF-8, not UTF-16"}
	}
	head, _ := text.Peek(1 << 16) // the error, if not the end, comes back when this has been read
	rows := csv.NewReader(text)
	rows.Comma = separator(string(head))
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	rows.TrimLeadingSpace = rows.Comma != '\t'

	t := Table{Samples: perceptron.Samples{}}
	classes := classes{most: min(maxClasses, MaxClasses), numeric: true}
	first := true
	for {
		cells, err := rows.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return Table{}, syntaxError(err, len(cells))
		}
		line, _ := rows.FieldPos(0)
		if blank(cells) {
			continue
		}
		header := first && isHeader(cells, rows.Comma)
		first = false
		if header {
			continue
		}
		if err := t.row(line, cells, rows.Comma, &classes); err != nil {
			return Table{}, err
		}
	}
	if len(t.Samples.Y) == 0 {
		return Table{}, &Error{1, 1, "", "at least one row of x1, x2 and a class"}
	}
	t.Classes = classes.settle(t.Samples.Y)
	return t, nil
}

// row adds one row. The classes in t.Samples.Y are numbered as they appear; settle puts them in order.
func (t *Table) row(line int, cells []string, comma rune, classes *classes) *Error {
	if len(t.Samples.Y) == MaxRows {
		return &Error{line, 1, cells[0], "at most " + strconv.Itoa(MaxRows) + " rows"}
	}
	var x [2]float64
	for i := range x {
		if i >= len(cells) {
			return &Error{line, i + 1, "", "3 columns: x1, x2 and a class"}
		}
		v, ok := parseNumber(cells[i], comma)
		if !ok || max(v, -v) > maxCoordinate {
			return &Error{line, i + 1, cells[i], "a number from -1e30 to 1e30"}
		}
		x[i] = float64(float32(v))
	}
	if len(cells) < 3 {
		return &Error{line, 3, "", "a class"}
	}
	if len(cells) > 3 {
		return &Error{line, 4, cells[3], "3 columns: x1, x2 and a class"}
	}
	y, want := classes.number(cells[2], comma)
	if want != "" {
		return &Error{line, 3, cells[2], want}
	}
	t.Samples.X, t.Samples.Y = append(t.Samples.X, x), append(t.Samples.Y, y)
	return nil
}

// syntaxError places an error of the reader; fields is how many of the row it had read.
func syntaxError(err error, fields int) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	want := `a quoted cell that ends with ", quotes in it doubled`
	if errors.Is(err, csv.ErrBareQuote) {
		want = `a cell without ", or one that is quoted as a whole, quotes in it doubled`
	}
	return &Error{parse.Line, fields + 1, `"`, want}
}
