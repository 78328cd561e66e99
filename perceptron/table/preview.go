package table

import "strings"

// A Preview is how a text is read.
type Preview struct {
	Layout
	Rows    int
	Classes []string
	Counts  []int      // of rows, of each class
	First   [][]string // the first rows that are not the header, as written
}

// previewed is how many rows a preview shows.
const previewed = 4

// Preview tells how the text is read: what isn't known before the end, or where it can't be read, is empty.
func (r *Reader) Preview() Preview {
	t := r.Table()
	p := Preview{Layout: r.layout, Rows: t.Samples.Len(), Classes: t.Classes, Counts: make([]int, len(t.Classes))}
	for _, y := range t.Samples.Y {
		p.Counts[y]++
	}
	if r.layout.Separator == 0 {
		return p
	}
	head := r.head
	if r.layout.declared {
		_, head, _ = strings.Cut(head, "\n")
	}
	rows := firstRows(head, r.layout.Separator)
	if r.layout.Header {
		rows = rows[1:]
	}
	p.First = rows[:min(len(rows), previewed)]
	return p
}
