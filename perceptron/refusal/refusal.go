// Package refusal says why something that a person entered can't be accepted: where it is, what it is, and what was wanted, as a
// code with arguments that any language can put into words. The English is here.
package refusal

import (
	"cmp"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
)

// Error says what is refused, and why. It reads `train.lr: -1: want a positive finite number`, or of a table
// `line 3, column 2: "x": want a number from -1e30 to 1e30`.
type Error struct {
	Key    string `json:"key"`    // a scene's dotted key, or the command that has the value; '': none
	Line   int    `json:"line"`   // of a table, as an editor counts them; 0: it is none
	Column int    `json:"column"` // of a table, from 1
	Value  string `json:"value"`  // as it was given, maybe shortened; '': nothing
	Of     Noun   `json:"of"`
	Want   *Want  `json:"want"`
}

// A Noun is what a value counts, in English; without one it is not a count.
type Noun string

const (
	Uncounted Noun = ""
	Epochs    Noun = "epochs"
	Labels    Noun = "labels"
	Lists     Noun = "lists"
	Logits    Noun = "logits"
	Numbers   Noun = "numbers"
	Points    Noun = "points"
)

// New is the refusal of a value at a key. A hundred places call it: inlined it would weigh 30 kB of WebAssembly.
//
//go:noinline
func New(key, value string, want Wanted) *Error {
	return &Error{Key: unturned(key), Value: unturned(value), Want: want.want()}
}

// Turns reports whether a character turns what follows it around, as those do that an address book adds to names.
func Turns(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

// unturned is a text, as Go writes it if it has any of them: so the words around it stand as they should.
func unturned(text string) string {
	if !strings.ContainsFunc(text, Turns) {
		return text
	}
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}

// quoted is how many characters of a text a message has room for.
const quoted = 60

// Quoted is the refusal of a text at a key, or of something that the text names.
func Quoted(key, thing, text string, want Wanted) *Error {
	return New(key, thing+strconv.Quote(cut(text, quoted)), want)
}

// Unread is the refusal of something that a JSON parser, or another parser, refused in its own words.
func Unread(key string, err error) *Error {
	text := err.Error()
	var other *json.UnmarshalTypeError
	if errors.As(err, &other) {
		text = "a JSON " + other.Value + ", want " + jsonType(other.Type)
		if other.Field != "" {
			// A field without a name of its own has Go's, which begins with a capital.
			text = strings.ToLower(other.Field[:1]) + other.Field[1:] + ": " + text
		}
	}
	return New(key, "", Said.With(text))
}

// jsonType is what JSON calls the values that a type holds.
func jsonType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return jsonType(t.Elem())
	case reflect.Bool:
		return "true or false"
	case reflect.Float32, reflect.Float64:
		return "a number"
	case reflect.String:
		return "a string"
	case reflect.Array, reflect.Slice:
		return "an array"
	case reflect.Struct, reflect.Map:
		return "an object"
	}
	return "a whole number"
}

// InTable is the refusal of a cell, which has a column from 1 of a line, as an editor counts them.
func InTable(line, column int, cell string, want Wanted) *Error {
	err := New("", cell, want)
	err.Line, err.Column = line, column
	return err
}

// Count is the refusal of a number of things.
func Count(key string, n int, of Noun, want Wanted) *Error {
	err := New(key, strconv.Itoa(n), want)
	err.Of = of
	return err
}

// Of returns the refusal that err is or wraps; for any other error, one that has its text.
func Of(err error) *Error {
	var refused *Error
	if errors.As(err, &refused) {
		return refused
	}
	return Unread("", err)
}

func (e *Error) Error() string {
	text := e.Key
	if e.Line > 0 {
		text = "line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column)
	}
	if text != "" {
		text += ": "
	}
	if !e.Want.Alone {
		text += e.given() + ": want "
	}
	return text + e.Want.English
}

// given returns the value in English.
func (e *Error) given() string {
	switch {
	case e.Of != Uncounted && e.Value == "1":
		return "1 " + strings.TrimSuffix(string(e.Of), "s")
	case e.Of != Uncounted:
		return e.Value + " " + string(e.Of)
	}
	return cmp.Or(e.Value, "nothing")
}

// Shorten cuts a value that is too long for a message, and puts it on one line.
func Shorten(value string, limit int) string {
	return cut(strings.Join(strings.Fields(value), " "), limit)
}

func cut(value string, limit int) string {
	if r := []rune(value); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return value
}
