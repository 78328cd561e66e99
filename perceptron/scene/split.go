package scene

import (
	"encoding/json"
	"strings"
	"unsafe"
)

// valid reports whether a text, which may be long, is JSON.
func valid(text string) bool {
	return json.Valid(unsafe.Slice(unsafe.StringData(text), len(text))) // which only reads
}

// split calls part for what stands between the brackets of a list or an object in valid JSON, without the commas, as long as it
// returns true.
func split(text string, part func(text string) bool) {
	text = strings.TrimSpace(text)
	text = text[1 : len(text)-1]
	depth, quoted, from := 0, false, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			if !part(strings.TrimSpace(text[from:i])) {
				return
			}
			from = i + 1
		}
	}
	if last := strings.TrimSpace(text[from:]); last != "" {
		part(last)
	}
}

// cutMember divides a member of an object in valid JSON into its name and its value.
func cutMember(text string) (name, value string) {
	end := 1
	for ; text[end] != '"'; end++ {
		if text[end] == '\\' {
			end++
		}
	}
	if err := json.Unmarshal([]byte(text[:end+1]), &name); err != nil {
		panic("scene: a name of valid JSON can't be read: " + err.Error())
	}
	_, value, _ = strings.Cut(text[end+1:], ":")
	return name, strings.TrimSpace(value)
}
