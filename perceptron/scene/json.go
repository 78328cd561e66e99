package scene

import (
	"encoding/json"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"perceptronlab/perceptron"
)

// JSON writes the scene as docs/scene.md prints it: a section per line, every key that applies to its kind of data, numbers
// in their shortest form. Parse reads it back to an equal scene.
func (s Scene) JSON() []byte {
	r := s.Record()
	b := r.AppendHead(nil)
	for i := range r.Len() {
		b = r.AppendEdit(b, i)
	}
	return r.AppendEnd(b)
}

// AppendHead appends the beginning of the scene's JSON, up to the edits. With the edits and the end after it, it is all of it.
func (r *Record) AppendHead(b []byte) []byte { return r.head.appendHead(b) }

func (s *Scene) appendHead(b []byte) []byte {
	// A point takes some 25 bytes: growing step by step would hold twice the text.
	b = slices.Grow(b, 1024+26*len(s.Data.X))
	b = append(b, "{\n  \"version\": "...)
	b = strconv.AppendInt(b, int64(s.Version), 10)
	for _, section := range []string{"data", "model", "train"} {
		b = append(b, ",\n  \""+section+"\": {"...)
		first := true
		for i := range fields {
			f := &fields[i]
			if f.section() != section || !f.belongs(s) || f.terse && jsonText(f.value(s)) == "0" {
				continue
			}
			if !first {
				b = append(b, ", "...)
			}
			first = false
			b = append(strconv.AppendQuote(b, f.name()), ": "...)
			b = appendJSON(b, f.value(s))
		}
		b = append(b, '}')
	}
	b = append(b, ",\n  \"queries\": "...)
	return append(appendJSON(b, s.Queries), ",\n  \"edits\": ["...)
}

// AppendEdit appends the edit at a place of the list, after those before it.
func (r *Record) AppendEdit(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return r.Edit(i).appendJSON(append(b, "\n    "...))
}

// AppendEnd appends what follows the edits.
func (r *Record) AppendEnd(b []byte) []byte {
	if r.Len() > 0 {
		b = append(b, "\n  "...)
	}
	return append(b, "]\n}\n"...)
}

// MarshalJSON is JSON.
func (s Scene) MarshalJSON() ([]byte, error) { return s.JSON(), nil }

func (e *Edit) json() string { return string(e.appendJSON(nil)) }

func (e *Edit) appendJSON(b []byte) []byte {
	member := func(name string, v any) { b = appendJSON(append(b, name...), v) }
	member(`{"step": `, e.Step)
	switch {
	case e.Add != nil:
		member(`, "add": {"x": `, perceptron.Single(e.Add.X))
		member(`, "y": `, e.Add.Y)
	case e.Move != nil:
		member(`, "move": {"index": `, e.Move.Index)
		member(`, "x": `, perceptron.Single(e.Move.X))
		if e.Move.Y != nil {
			member(`, "y": `, *e.Move.Y)
		}
	case e.Remove != nil:
		member(`, "remove": {"index": `, e.Remove.Index)
	case e.AddQuery != nil:
		member(`, "add_query": {"x": `, e.AddQuery.X)
	case e.MoveQuery != nil:
		member(`, "move_query": {"index": `, e.MoveQuery.Index)
		member(`, "x": `, e.MoveQuery.X)
	case e.RemoveQuery != nil:
		member(`, "remove_query": {"index": `, e.RemoveQuery.Index)
	case e.Set != nil:
		b = append(b, `, "set": {`...)
		for i, key := range sortedKeys(e.Set) {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = append(strconv.AppendQuote(b, key), ": "...)
			b = appendJSON(b, e.Set[key])
		}
	case e.Weights != nil:
		member(`, "weights": `, e.Weights)
		return append(b, '}')
	default:
		return append(b, '}')
	}
	return append(b, "}}"...)
}

// MarshalJSON writes the edit as Scene.JSON does.
func (e Edit) MarshalJSON() ([]byte, error) { return e.appendJSON(nil), nil }

func sortedKeys(m map[string]any) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// jsonText writes a value of a scene. Numbers that JSON doesn't know come out as NaN or Inf, for a message.
func jsonText(v any) string { return string(appendJSON(nil, v)) }

func appendJSON(b []byte, v any) []byte {
	switch v := v.(type) {
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case uint32:
		return strconv.AppendUint(b, uint64(v), 10)
	case uint64:
		return strconv.AppendUint(b, v, 10)
	case float64:
		return appendNumber(b, v, 64)
	case bool:
		return strconv.AppendBool(b, v)
	case []int:
		return appendList(b, len(v), func(b []byte, i int) []byte { return strconv.AppendInt(b, int64(v[i]), 10) })
	case []uint8:
		return appendList(b, len(v), func(b []byte, i int) []byte { return strconv.AppendUint(b, uint64(v[i]), 10) })
	case []float64:
		return appendNumbers(b, v)
	case [2]float64:
		return appendPair(b, v, 64)
	case [2]float32:
		return appendPair(b, perceptron.Double(v), 32)
	case [][]float64:
		return appendList(b, len(v), func(b []byte, i int) []byte { return appendNumbers(b, v[i]) })
	case [][2]float64:
		return appendList(b, len(v), func(b []byte, i int) []byte { return appendPair(b, v[i], 64) })
	case [][2]float32:
		return appendList(b, len(v), func(b []byte, i int) []byte { return appendPair(b, perceptron.Double(v[i]), 32) })
	}
	text, err := json.Marshal(v) // a string, or what a caller gave an edit
	if err != nil {
		return append(b, '?')
	}
	return append(b, text...)
}

func appendList(b []byte, n int, element func(b []byte, i int) []byte) []byte {
	b = append(b, '[')
	for i := range n {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = element(b, i)
	}
	return append(b, ']')
}

func appendNumbers(b []byte, v []float64) []byte {
	return appendList(b, len(v), func(b []byte, i int) []byte { return appendNumber(b, v[i], 64) })
}

func appendPair(b []byte, x [2]float64, bits int) []byte {
	b = append(appendNumber(append(b, '['), x[0], bits), ", "...)
	return append(appendNumber(b, x[1], bits), ']')
}

// appendNumber appends the shortest text that gives v back, as JSON and JavaScript write it but for the plus of an exponent.
func appendNumber(b []byte, v float64, bits int) []byte {
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e21) {
		text := strconv.FormatFloat(v, 'e', -1, bits)
		text = strings.Replace(text, "e+", "e", 1)
		return append(b, strings.Replace(text, "e-0", "e-", 1)...)
	}
	return strconv.AppendFloat(b, v, 'f', -1, bits)
}
