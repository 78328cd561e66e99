package table

import "strings"

// A Preview is how a text would be read.
type Preview struct {
	Layout
	Rows    int
	Classes []string
	Counts  []int      // of rows, of each class
	First   [][]string // the first rows that are not the header, as written
}

// previewed is how many rows a preview shows.
const previewed = 4

// Look reads a table as Read does, and reports how it understands it. If it can't be read, the layout and the first rows are
// given as far as they are known, with the error.
func Look(text string, o Options) (Preview, error) {
	t, layout, err := read(strings.NewReader(text), o)
	p := Preview{Layout: layout, Rows: t.Samples.Len(), Classes: t.Classes, Counts: make([]int, len(t.Classes))}
	for _, y := range t.Samples.Y {
		p.Counts[y]++
	}
	text = strings.TrimPrefix(text[:min(len(text), 1<<16)], "\ufeff")
	if layout.declared {
		_, text, _ = strings.Cut(text, "\n")
	}
	if layout.Separator == 0 {
		return p, err
	}
	rows := firstRows(text, layout.Separator)
	if layout.Header {
		rows = rows[1:]
	}
	p.First = rows[:min(len(rows), previewed)]
	return p, err
}
