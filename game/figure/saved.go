package figure

import (
	"encoding/json"
	"fmt"
	"unsafe"

	"perceptronlab/perceptron/scene"
)

// Saved is the load command that restores a run, in JSON: what a page keeps in case the program ends. It is asked for at every
// change, and of very many points or edits only what has changed is given: the command is Head, and after it the rest, of which
// the page keeps the first Keep bytes from the last time, and More follows.
type Saved struct {
	Head string // "": as it was given last
	Keep int
	More string
}

// saved is what the page has. Scenes are not to be written to.
type saved struct {
	scene *scene.Record // nil: nothing yet
	ends  []int32       // how far each edit reaches in the rest
	next  prepared
}

// prepared is a head that the page doesn't have yet.
type prepared struct {
	scene *scene.Record // nil: none
	head  []byte
}

// Prepare makes the head that Save gives next, if the page doesn't have it: of very many points that takes a while, which
// whoever calls it may choose. Save makes it where it wasn't called.
func (f *Figure) Prepare() {
	now, was := f.session.Record(), &f.saved
	for _, has := range []*scene.Record{was.scene, was.next.scene} {
		if has == nil {
			continue
		}
		if _, same := now.Shared(has); same {
			return
		}
	}
	was.next = prepared{&now, headOf(&now)}
}

// Save gives the run with all changes, and how to return to it.
func (f *Figure) Save() (Saved, error) {
	restore, err := json.Marshal(f.session.Restore())
	if err != nil {
		return Saved{}, fmt.Errorf("figure: save: %w", err)
	}
	now, was := f.session.Record(), &f.saved
	var s Saved
	kept, same := 0, false
	if was.scene != nil {
		kept, same = now.Shared(was.scene)
	}
	if !same {
		kept = 0
		f.Prepare()
		s.Head = textOf(was.next.head)
	}
	was.next = prepared{}
	if kept > 0 {
		s.Keep = int(was.ends[kept-1])
	}
	was.scene, was.ends = &now, was.ends[:kept]
	var more []byte
	for i := kept; i < now.Len(); i++ {
		more = now.AppendEdit(more, i)
		was.ends = append(was.ends, int32(s.Keep+len(more)))
	}
	s.More = textOf(append(append(append(now.AppendEnd(more), `, "restore": `...), restore...), '}'))
	return s, nil
}

// headOf is the command up to the scene's edits.
func headOf(r *scene.Record) []byte {
	rest, points := r.Head().Packed()
	b := make([]byte, 0, len(points)+1<<12)
	b = append(append(append(b, `{"type": "load", "first": true, "points": "`...), points...), `", "scene": `...)
	head := rest.Record()
	return head.AppendHead(b)
}

// textOf is bytes that nobody writes to any more, as text; there may be very many.
func textOf(b []byte) string { return unsafe.String(&b[0], len(b)) }
