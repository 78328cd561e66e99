package scene

import (
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
)

// Fragment writes the scene for a link, without the '#': what differs from Default, as in
//
//	v=1&kind=moons&n_samples=200&layers=2,8,1&train.lr=0.1&queries=1,-1;-1,1
//
// It is empty for Default itself. All its characters are valid in a URL's fragment as they are.
func Fragment(s Scene) string {
	d := Default()
	var parts []string
	for i := range fields {
		f := &fields[i]
		if text := jsonText(f.value(&s)); f.belongs(&s) && text != jsonText(f.value(&d)) {
			parts = append(parts, f.short()+"="+f.shape.fromJSON(text))
		}
	}
	if text := jsonText(s.Queries); text != jsonText(d.Queries) {
		parts = append(parts, "queries="+pairList.fromJSON(text))
	}
	if len(s.Edits) > 0 {
		edits := make([]string, len(s.Edits))
		for i := range edits {
			edits[i] = s.Edits[i].fragment()
		}
		parts = append(parts, "edits="+strings.Join(edits, ";"))
	}
	if len(parts) == 0 {
		return ""
	}
	return "v=1&" + strings.Join(parts, "&")
}

// LeastFragment is a length that Fragment of a record's scene isn't below, found without writing it: 0,0; and 0, for a point,
// 0:remove:0; for an edit.
func LeastFragment(r *Record) int { return max(0, 6*len(r.head.Data.X)+11*r.Len()-4) }

// ParseFragment reads what Fragment wrote, with or without '#'. A key may be dotted or not (train.lr, lr), and characters
// may be percent-encoded. preset=NAME begins with that preset instead of Default. Its errors are Parse's.
func ParseFragment(fragment string) (Scene, error) { return Default().With(fragment) }

// With returns the scene with the values of a fragment in place of its own; a preset there applies first. Its errors are Parse's.
func (s Scene) With(fragment string) (Scene, error) {
	values, order, err := splitFragment(strings.TrimPrefix(fragment, "#"))
	if err != nil {
		return Scene{}, err
	}
	if name, ok := values["preset"]; ok {
		if s, ok = Preset(name); !ok {
			return Scene{}, wrong("preset", strconv.Quote(name), refusal.OneOf.With(Presets()))
		}
	}
	for _, key := range order {
		if err := s.decodePair(key, values[key]); err != nil {
			return Scene{}, err
		}
	}
	s.forget()
	if err := s.Validate(); err != nil {
		return Scene{}, err
	}
	return s, nil
}

func (s *Scene) decodePair(key, value string) (err error) {
	switch key {
	case "preset":
	case "v":
		s.Version, err = version(key, value)
	case "queries":
		s.Queries, err = listOf(pairIn(refusal.AnyFinite))(key, pairList.toJSON(value))
	case "edits":
		s.Edits, err = parseEditFragments(key, value)
	default:
		for i := range fields {
			if f := &fields[i]; key == f.key {
				return f.decode(s, f.shape.toJSON(value))
			}
		}
		err = wrong(key, value, refusal.NoSuchLinkKey)
	}
	return err
}

// splitFragment gives the values by key, short keys made dotted, and the keys in order. It fails for a repeated key.
func splitFragment(fragment string) (values map[string]string, order []string, err error) {
	values = map[string]string{}
	for _, part := range strings.Split(fragment, "&") {
		if part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		key, value = Unescape(key), Unescape(value)
		for i := range fields {
			if fields[i].name() == key {
				key = fields[i].key
			}
		}
		if _, again := values[key]; again {
			return nil, nil, wrong(key, value, refusal.Once)
		}
		values[key] = value
		order = append(order, key)
	}
	return values, order, nil
}

// short is the key in a fragment: data and model keys by their name alone.
func (f *field) short() string {
	if f.section() == "train" {
		return f.key
	}
	return f.name()
}

// fromJSON writes JSON of that shape for a fragment: "[[1, 2], [3, 4]]" as "1,2;3,4", "[2, 1]" as "2,1".
func (sh shape) fromJSON(text string) string {
	text = strings.ReplaceAll(text, " ", "")
	switch sh {
	case word:
		return strings.Trim(text, `"`)
	case list, pairList:
		return strings.Trim(strings.ReplaceAll(text, "],[", ";"), "[]")
	}
	return text
}

// toJSON undoes fromJSON. For other text the result may be anything; parsers are ready for that.
func (sh shape) toJSON(text string) string {
	switch sh {
	case word:
		return jsonText(text)
	case list:
		return "[" + text + "]"
	case pairList:
		if text == "" {
			return "[]"
		}
		return "[[" + strings.ReplaceAll(text, ";", "],[") + "]]"
	}
	return text
}
