package scene

import (
	"bytes"
	"encoding/json"
	"math"
	"sort"
	"strconv"
	"strings"
)

// JSON writes the scene as docs/scene.md prints it: a section per line, every key that applies to its kind of data, numbers
// in their shortest form. Parse reads it back to an equal scene.
func (s Scene) JSON() []byte {
	var b bytes.Buffer
	b.WriteString("{\n  \"version\": " + strconv.Itoa(s.Version))
	for _, section := range []string{"data", "model", "train"} {
		var parts []string
		for i := range fields {
			f := &fields[i]
			if text := jsonText(f.value(&s)); f.section() == section && f.belongs(&s) && !(f.terse && text == "0") {
				parts = append(parts, strconv.Quote(f.name())+": "+text)
			}
		}
		b.WriteString(",\n  \"" + section + "\": {" + strings.Join(parts, ", ") + "}")
	}
	b.WriteString(",\n  \"queries\": " + jsonText(s.Queries) + ",\n  \"edits\": [")
	for i, e := range s.Edits {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n    " + e.json())
	}
	if len(s.Edits) > 0 {
		b.WriteString("\n  ")
	}
	b.WriteString("]\n}\n")
	return b.Bytes()
}

// MarshalJSON is JSON.
func (s Scene) MarshalJSON() ([]byte, error) { return s.JSON(), nil }

func (e *Edit) json() string {
	text := `{"step": ` + strconv.Itoa(e.Step)
	switch {
	case e.Add != nil:
		text += `, "add": {"x": ` + jsonText(float32s(e.Add.X)) + `, "y": ` + strconv.Itoa(e.Add.Y) + "}"
	case e.Move != nil:
		text += `, "move": {"index": ` + strconv.Itoa(e.Move.Index) + `, "x": ` + jsonText(float32s(e.Move.X))
		if e.Move.Y != nil {
			text += `, "y": ` + strconv.Itoa(*e.Move.Y)
		}
		text += "}"
	case e.Remove != nil:
		text += `, "remove": {"index": ` + strconv.Itoa(e.Remove.Index) + "}"
	case e.AddQuery != nil:
		text += `, "add_query": {"x": ` + jsonText(e.AddQuery.X) + "}"
	case e.MoveQuery != nil:
		text += `, "move_query": {"index": ` + strconv.Itoa(e.MoveQuery.Index) + `, "x": ` + jsonText(e.MoveQuery.X) + "}"
	case e.RemoveQuery != nil:
		text += `, "remove_query": {"index": ` + strconv.Itoa(e.RemoveQuery.Index) + "}"
	case e.Set != nil:
		text += `, "set": {`
		for i, key := range sortedKeys(e.Set) {
			if i > 0 {
				text += ", "
			}
			text += strconv.Quote(key) + ": " + jsonText(e.Set[key])
		}
		text += "}"
	case e.Weights != nil:
		text += `, "weights": ` + jsonText(e.Weights)
	}
	return text + "}"
}

// MarshalJSON writes the edit as Scene.JSON does.
func (e Edit) MarshalJSON() ([]byte, error) { return []byte(e.json()), nil }

func sortedKeys(m map[string]any) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func float32s(x [2]float64) [2]float32 { return [2]float32{float32(x[0]), float32(x[1])} }

// jsonText writes a value of a scene. Numbers that JSON doesn't know come out as NaN or Inf, for a message.
func jsonText(v any) string {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v)
	case uint32:
		return strconv.FormatUint(uint64(v), 10)
	case uint64:
		return strconv.FormatUint(v, 10)
	case float64:
		return numberText(v, 64)
	case float32:
		return numberText(float64(v), 32)
	case bool:
		return strconv.FormatBool(v)
	case []int:
		return listText(v)
	case []float64:
		return listText(v)
	case [2]float64:
		return listText(v[:])
	case [2]float32:
		return listText(v[:])
	case [][]float64:
		return listText(v)
	case [][2]float64:
		return listText(v)
	case [][2]float32:
		return listText(v)
	}
	text, err := json.Marshal(v) // a string, or what a caller gave an edit
	if err != nil {
		return "?"
	}
	return string(text)
}

func listText[T any](list []T) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, v := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(jsonText(v))
	}
	b.WriteByte(']')
	return b.String()
}

// numberText is the shortest text that gives v back, as JSON and JavaScript write it but for the plus of an exponent.
func numberText(v float64, bits int) string {
	format := byte('f')
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	text := strconv.FormatFloat(v, format, -1, bits)
	text = strings.Replace(text, "e+", "e", 1)
	return strings.Replace(text, "e-0", "e-", 1)
}
