package refusal

import (
	"strconv"
	"strings"

	"perceptronlab/perceptron/internal/english"
)

// Want is what was wanted: the name of a code, its arguments, and both in English.
type Want struct {
	Code    string `json:"code"`
	Args    []any  `json:"args"` // texts, whole numbers, lists of texts, and wants
	English string `json:"english"`
	Alone   bool   `json:"alone"` // it is a sentence without a value and without "want"
}

// Wanted is a Code without arguments, or a Want.
type Wanted interface{ want() *Want }

func (c Code) want() *Want  { return c.With() }
func (w *Want) want() *Want { return w }

// Names reports whether the code is a want's.
func (c Code) Names(w *Want) bool { return strings.HasPrefix(string(c), w.Code+": ") }

// With is the code with its arguments, in the order in which it names them.
//
//go:noinline
func (c Code) With(args ...any) *Want {
	w := &Want{Args: append([]any{}, args...), Alone: c == NotJSON || c == Command || c == Said}
	var rest string
	w.Code, rest, _ = strings.Cut(string(c), ": ")
	for i, arg := range args {
		if wanted, ok := arg.(Wanted); ok {
			w.Args[i] = wanted.want()
		}
		before, slot, _ := strings.Cut(rest, "{")
		slot, rest, _ = strings.Cut(slot, "}")
		w.English += before + textOf(w.Args[i], strings.HasSuffix(slot, " choice"))
	}
	w.English += rest
	return w
}

func textOf(arg any, choice bool) string {
	switch a := arg.(type) {
	case string:
		return a
	case int:
		return strconv.Itoa(a)
	case *Want:
		return a.English
	case []string:
		if choice {
			return english.Or(a)
		}
		return strings.Join(a, ", ")
	}
	panic("refusal: an argument needs to be a text, a whole number, a list of texts or a want")
}
