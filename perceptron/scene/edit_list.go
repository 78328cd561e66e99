package scene

import (
	"reflect"
	"slices"
)

// blockLength makes the list of the blocks of a hundred thousand edits about as large as a block.
const blockLength = 256

// editList is a list of edits in blocks, which lists share: a copy takes no time, and a change of one that is shared copies a
// block. Who appends to a list without having had first of it is the only one to do so.
type editList struct {
	full [][]Edit // of blockLength each
	last []Edit   // fewer
}

// editsOf is a list that nobody writes to.
func editsOf(list []Edit) editList {
	full := make([][]Edit, len(list)/blockLength)
	for i := range full {
		full[i], list = list[:blockLength:blockLength], list[blockLength:]
	}
	return editList{full, slices.Clip(list)}
}

func (l *editList) len() int { return len(l.full)*blockLength + len(l.last) }

func (l *editList) block(i int) []Edit {
	if i < len(l.full) {
		return l.full[i]
	}
	return l.last
}

func (l *editList) at(i int) *Edit { return &l.block(i / blockLength)[i%blockLength] }

// cut leaves the first n. What is appended then is written over what followed them.
func (l *editList) cut(n int) {
	i := n / blockLength
	l.full, l.last = l.full[:i], l.block(i)[:n%blockLength]
}

// first are the first n. What is appended to them goes elsewhere.
func (l editList) first(n int) editList {
	l.cut(n)
	return editList{slices.Clip(l.full), slices.Clip(l.last)}
}

func (l *editList) append(e Edit) {
	if l.last = append(l.last, e); len(l.last) == blockLength {
		l.full, l.last = append(l.full, l.last), nil
	}
}

// list is all in one, which is not to be written to.
func (l *editList) list() []Edit {
	if len(l.full) == 0 {
		return slices.Clip(l.last)
	}
	list := make([]Edit, 0, l.len())
	for _, block := range l.full {
		list = append(list, block...)
	}
	return append(list, l.last...)
}

// shared is how many edits both begin with that are the same memory.
func (l *editList) shared(other *editList) (n int) {
	for most := min(l.len(), other.len()); n < most; {
		a, b := l.block(n/blockLength), other.block(n/blockLength)
		switch {
		case n%blockLength == 0 && sameBlock(a, b):
			n += min(len(a), len(b))
		case sameEdit(l.at(n), other.at(n)):
			n++
		default:
			return n
		}
	}
	return n
}

// apart is how many edits are in blocks that begin with other memory than the other's.
func (l *editList) apart(other *editList) (n int) {
	i := 0
	if len(l.full) > 0 && len(other.full) > 0 && &l.full[0] == &other.full[0] {
		i = min(len(l.full), len(other.full))
	}
	for ; i <= len(l.full); i++ {
		if block := l.block(i); i > len(other.full) || !sameBlock(block, other.block(i)) {
			n += len(block)
		}
	}
	return n
}

// sameBlock reports whether two blocks begin with the same memory.
func sameBlock(a, b []Edit) bool { return len(a) > 0 && len(b) > 0 && &a[0] == &b[0] }

// sameEdit reports whether two edits are the same memory.
func sameEdit(a, b *Edit) bool {
	return a.Step == b.Step && a.Add == b.Add && a.Move == b.Move && a.Remove == b.Remove &&
		a.AddQuery == b.AddQuery && a.MoveQuery == b.MoveQuery && a.RemoveQuery == b.RemoveQuery &&
		reflect.ValueOf(a.Set).Pointer() == reflect.ValueOf(b.Set).Pointer() &&
		len(a.Weights) == len(b.Weights) && (len(a.Weights) == 0 || &a.Weights[0] == &b.Weights[0])
}
