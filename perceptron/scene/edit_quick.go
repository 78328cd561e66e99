package scene

import "strings"

// quickEdit reads an edit of samples that is valid JSON with its members in the order that Scene.JSON gives them, which there
// may be very many of. Of anything else, and of one that is wrong, it knows nothing, and ok is false.
func quickEdit(text string) (e Edit, ok bool) {
	q := quick{text, true}
	q.skip(`{"step":`)
	e.Step = q.integer(step, ",")
	name := q.upTo(":")
	q.skip(":{")
	switch name {
	case `"add"`:
		e.Add = new(Point)
		e.Add.X = q.x()
		q.skip(`,"y":`)
		e.Add.Y = q.integer(label, "}")
	case `"move"`:
		e.Move = new(Moved)
		q.skip(`"index":`)
		e.Move.Index = q.integer(index, ",")
		e.Move.X = q.x()
		if q.has(",") {
			q.skip(`,"y":`)
			y := q.integer(label, "}")
			e.Move.Y = &y
		} else {
			q.skip("}")
		}
	case `"remove"`:
		e.Remove = new(Index)
		q.skip(`"index":`)
		e.Remove.Index = q.integer(index, "}")
	default:
		return e, false
	}
	q.skip("}")
	return e, q.ok && strings.TrimSpace(q.text) == ""
}

// quick is what is left of a text, and whether all before was as it should be.
type quick struct {
	text string
	ok   bool
}

// has reports whether a character comes next.
func (q *quick) has(c string) bool {
	q.text = strings.TrimLeft(q.text, " \t\r\n")
	return strings.HasPrefix(q.text, c)
}

// skip goes past some tokens, which may have spaces before and after them.
func (q *quick) skip(tokens string) {
	for tokens != "" && q.ok {
		token := tokens[:1]
		if token == `"` {
			token = tokens[:strings.IndexByte(tokens[1:], '"')+2]
		}
		q.ok = q.has(token)
		q.text, tokens = strings.TrimPrefix(q.text, token), tokens[len(token):]
	}
}

// upTo takes what stands before an end, which is left.
func (q *quick) upTo(end string) string {
	i := strings.Index(q.text, end)
	if i < 0 {
		q.ok = false
		return ""
	}
	text := q.text[:i]
	q.text = q.text[i:]
	return strings.TrimSpace(text)
}

// integer takes one with the end that follows it.
func (q *quick) integer(parse parser[int], end string) int {
	text := q.upTo(end)
	q.skip(end)
	return read(q, parse, text)
}

// x takes the member of that name.
func (q *quick) x() [2]float64 {
	q.skip(`"x":`)
	text := q.upTo("]")
	q.skip("]")
	return read(q, sample, text+"]")
}

func read[T any](q *quick, parse parser[T], text string) (v T) {
	if q.ok {
		var err error
		v, err = parse("", text)
		q.ok = err == nil
	}
	return v
}
