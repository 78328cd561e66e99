package table

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
)

// A Layout is how a table is written, as found from its first rows.
type Layout struct {
	Separator rune
	Header    bool
	Names     []string // of all columns; "" for a column without one
	Index     int      // the column, from 0, that only numbers the rows, as pandas and R write it; -1: none
	Columns   [3]int   // of x1, x2 and class, from 0; -1: to be chosen
	declared  bool     // by a first line such as sep=;
}

// looked is how many rows are looked at.
const looked = 50

// layoutOf finds a table's layout from its beginning. want names columns, by name or by number from 1; "" leaves it to the
// header's names.
func layoutOf(head string, want [3]string) (Layout, *refusal.Error) {
	l := Layout{Index: -1, Columns: [3]int{0, 1, 2}}
	if line, rest, _ := strings.Cut(head, "\n"); isSeparatorLine(line) {
		l.declared, l.Separator = true, rune(line[len("sep=")])
		head = rest
	} else {
		l.Separator = separator(head)
	}
	rows := firstRows(head, l.Separator)
	if len(rows) == 0 {
		return l, nil
	}
	l.Header = isHeader(rows[0], l.Separator)
	body := rows
	if l.Header {
		body = rows[1:]
		l.Names = slices.Clone(rows[0])
		for i, name := range l.Names {
			l.Names[i] = strings.TrimSpace(name)
		}
	}
	width := widthOf(rows, body)
	if l.Header && len(l.Names) == width-1 {
		l.Names = append([]string{""}, l.Names...) // as R writes row names
	}
	for len(l.Names) < width {
		l.Names = append(l.Names, "")
	}
	l.Names = l.Names[:width]
	if l.Header && l.Names[0] == "" || strings.EqualFold(l.Names[0], "unnamed: 0") {
		if width > 3 && counts(body) {
			l.Index = 0
		}
	}
	if want != ([3]string{}) {
		return l, l.choose(want)
	}
	l.find(body)
	return l, nil
}

func isSeparatorLine(line string) bool {
	line = strings.TrimSuffix(line, "\r")
	return len(line) == len("sep=;") && strings.EqualFold(line[:len("sep=")], "sep=") && strings.Contains(Separators, line[len("sep="):])
}

func newReader(text io.Reader, comma rune) *csv.Reader {
	rows := csv.NewReader(text)
	rows.Comma, rows.FieldsPerRecord, rows.TrimLeadingSpace = comma, -1, comma != '\t'
	return rows
}

// firstRows are the rows that the beginning of a table surely holds.
func firstRows(head string, comma rune) (rows [][]string) {
	r := newReader(strings.NewReader(head), comma)
	for len(rows) < looked {
		cells, err := r.Read()
		if err != nil {
			break
		}
		if !blank(cells) {
			rows = append(rows, cells)
		}
	}
	return rows
}

// widthOf is how many columns there are: a separator at the end of every row makes none.
func widthOf(rows, body [][]string) int {
	if len(body) == 0 {
		body = rows
	}
	width := len(body[0])
	ends := !slices.ContainsFunc(body, func(cells []string) bool { return len(cells) < width || strings.TrimSpace(cells[width-1]) != "" })
	if ends && width > 3 {
		width--
	}
	return width
}

// counts reports whether the first column numbers the rows.
func counts(body [][]string) bool {
	for i, cells := range body {
		n, err := strconv.Atoi(cells[0])
		first, _ := strconv.Atoi(body[0][0])
		if err != nil || n != first+i {
			return false
		}
	}
	return len(body) > 0
}

// Header names that say what a column is. They occur in readers' files, in English or Korean, and are recognised whatever the
// page's language: they are input, not text of the page.
var (
	classNames = []string{"label", "labels", "class", "classes", "target", "species", "category", "group", "kind", "클래스", "레이블", "라벨", "종류"}
	x1Names    = []string{"x1", "x_1", "x₁", "x[1]"}
	x2Names    = []string{"x2", "x_2", "x₂", "x[2]"}
)

// find chooses the columns by their names, or three by their order. With more columns, those that no name identifies are left
// open.
func (l *Layout) find(body [][]string) {
	var rest []int
	for i := range l.Names {
		if i != l.Index {
			rest = append(rest, i)
		}
	}
	class, x1, x2 := l.named(classNames), l.named(x1Names), l.named(x2Names)
	if y := l.named([]string{"y"}); class < 0 && l.named([]string{"x"}) < 0 {
		class = y
	}
	if len(rest) < 3 {
		return
	}
	if len(rest) > 3 {
		l.Columns = [3]int{x1, x2, class}
		return
	}
	if class < 0 {
		class = rest[2]
		// Without a header, a word before two numbers is the class.
		if !l.Header && l.wordFirst(body[0]) {
			class = rest[0]
		}
	}
	rest = slices.DeleteFunc(rest, func(i int) bool { return i == class })
	if x1 == rest[1] || x2 == rest[0] {
		slices.Reverse(rest)
	}
	l.Columns = [3]int{rest[0], rest[1], class}
}

func (l *Layout) wordFirst(cells []string) bool {
	if len(cells) != 3 || numberLike(cells[0], l.Separator) {
		return false
	}
	_, one := parseNumber(cells[1], l.Separator)
	_, two := parseNumber(cells[2], l.Separator)
	return one && two
}

func (l *Layout) named(names []string) int {
	return slices.IndexFunc(l.Names, func(name string) bool { return slices.Contains(names, strings.ToLower(name)) })
}

// numberLike reports whether a cell is a number, or is meant as one.
func numberLike(cell string, comma rune) bool {
	_, ok := parseNumber(cell, comma)
	return ok || written(cell)
}

// choose takes the columns that are asked for.
func (l *Layout) choose(want [3]string) *refusal.Error {
	for i, name := range want {
		name = strings.TrimSpace(name)
		at := slices.IndexFunc(l.Names, func(n string) bool { return n != "" && strings.EqualFold(n, name) })
		if n, err := strconv.Atoi(name); at < 0 && err == nil && n >= 1 && n <= len(l.Names) {
			at = n - 1
		}
		if at < 0 {
			return wrong(1, 1, name, refusal.ColumnOf.With(l.columnNames()))
		}
		if slices.Contains(l.Columns[:i], at) {
			return wrong(1, at+1, name, refusal.DifferentColumns)
		}
		l.Columns[i] = at
	}
	return nil
}

func (l *Layout) columnNames() []string {
	names := make([]string, len(l.Names))
	for i, name := range l.Names {
		if names[i] = name; name == "" {
			names[i] = strconv.Itoa(i + 1)
		}
	}
	return names
}

// open reports whether a column is still to be chosen.
func (l *Layout) open() bool { return slices.Contains(l.Columns[:], -1) }
