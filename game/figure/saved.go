package figure

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
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

// saved is what the page keeps. The scene is only looked at: its lists are as they were.
type saved struct {
	scene scene.Scene
	ends  []int32 // how far each edit reaches in the rest
}

// Save gives the run with all changes, and how to return to it.
func (f *Figure) Save() (Saved, error) {
	restore, err := json.Marshal(f.session.Restore())
	if err != nil {
		return Saved{}, fmt.Errorf("figure: save: %w", err)
	}
	now, was := f.session.Scene(), &f.saved
	var s Saved
	kept := 0
	if was.scene.Version == 0 || !sameHead(now, was.scene) {
		s.Head = textOf(now.AppendHead([]byte(`{"type": "load", "first": true, "scene": `)))
	} else {
		kept = firstEdits(now.Edits, was.scene.Edits)
	}
	if kept > 0 {
		s.Keep = int(was.ends[kept-1])
	}
	was.scene, was.ends = now, was.ends[:kept]
	var more []byte
	for i := kept; i < len(now.Edits); i++ {
		more = now.AppendEdit(more, i)
		was.ends = append(was.ends, int32(s.Keep+len(more)))
	}
	s.More = textOf(append(append(append(now.AppendEnd(more), `, "restore": `...), restore...), '}'))
	return s, nil
}

// textOf is bytes that nobody writes to any more, as text; there may be very many.
func textOf(b []byte) string { return unsafe.String(&b[0], len(b)) }

// sameHead reports whether two scenes are the same but for their edits.
func sameHead(a, b scene.Scene) bool {
	if !slices.Equal(a.Data.X, b.Data.X) || !slices.Equal(a.Data.Y, b.Data.Y) {
		return false
	}
	for _, s := range []*scene.Scene{&a, &b} {
		s.Data.X, s.Data.Y, s.Edits = nil, nil, nil
	}
	return reflect.DeepEqual(a, b)
}

// firstEdits is how many edits two lists begin with that are the same memory, which is never written to.
func firstEdits(a, b []scene.Edit) (n int) {
	most := min(len(a), len(b))
	if most > 0 && &a[0] == &b[0] {
		return most
	}
	for n < most && same(&a[n], &b[n]) {
		n++
	}
	return n
}

func same(a, b *scene.Edit) bool {
	return a.Step == b.Step && a.Add == b.Add && a.Move == b.Move && a.Remove == b.Remove &&
		a.AddQuery == b.AddQuery && a.MoveQuery == b.MoveQuery && a.RemoveQuery == b.RemoveQuery &&
		reflect.ValueOf(a.Set).Pointer() == reflect.ValueOf(b.Set).Pointer() &&
		len(a.Weights) == len(b.Weights) && (len(a.Weights) == 0 || &a.Weights[0] == &b.Weights[0])
}
