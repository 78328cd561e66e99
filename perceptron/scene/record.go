package scene

import (
	"reflect"
	"slices"
)

// A Record is a scene with its edits, as a run has them at some time: it never changes. There may be very many edits, of which
// records share what they have in common.
type Record struct {
	head  Scene // without edits
	edits editList
}

// Record is a scene that is valid, with edits in the form that Parse and Run give them, and that nobody writes to, as a record:
// it is not copied.
func (s Scene) Record() Record {
	r := Record{head: s, edits: editsOf(s.Edits)}
	r.head.Edits = nil
	return r
}

// Head is the scene without its edits. It is not to be written to.
func (r *Record) Head() *Scene { return &r.head }

// Len is how many edits there are.
func (r *Record) Len() int { return r.edits.len() }

// Edit is the i-th edit. It is not to be written to.
func (r *Record) Edit(i int) *Edit { return r.edits.at(i) }

// Scene is the scene with its edits in one list, which may be a copy. It is not to be written to.
func (r *Record) Scene() Scene {
	s := r.head
	s.Edits = r.edits.list()
	return s
}

// Restart begins a run of the record.
func (r *Record) Restart() *Run {
	run := &Run{record: *r, lent: r.Len(), form: r.head.form(), trainer: r.head.trainer(), queries: newQueries(r.head.Queries)}
	run.applyDue()
	return run
}

// Shared is how many edits two records begin with that are the same memory. ok reports whether the records are the same but for
// their edits.
func (r *Record) Shared(other *Record) (n int, ok bool) {
	return r.edits.shared(&other.edits), sameHead(&r.head, &other.head)
}

// Apart is about how many edits a record holds that another doesn't.
func (r *Record) Apart(other *Record) int { return r.edits.apart(&other.edits) }

// equal is slices.Equal, at once where both are the same memory.
func equal[T comparable](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

func sameHead(a, b *Scene) bool {
	if !equal(a.Data.X, b.Data.X) || !equal(a.Data.Y, b.Data.Y) {
		return false
	}
	c := *b
	c.Data.X, c.Data.Y = a.Data.X, a.Data.Y // the same memory is not compared again
	return reflect.DeepEqual(a, &c)
}
