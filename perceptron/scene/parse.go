package scene

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"perceptronlab/perceptron/refusal"
)

// byteOrderMark is what some editors put before a text in UTF-8.
const byteOrderMark = "\ufeff"

// Parse reads a scene in JSON. What is left out is as in Default. A syntax error, an unknown or repeated key, a wrong
// type or a value out of range is an error; each a *refusal.Error.
//
// A key of another kind of data (noise for blobs) is checked as well, but it doesn't count and is not kept.
func Parse(data []byte) (Scene, error) {
	return parse(data, func(*Scene) error { return nil })
}

// parse is Parse with what more does to the scene before it is checked.
func parse(data []byte, more func(*Scene) error) (Scene, error) {
	text := strings.TrimPrefix(string(data), byteOrderMark)
	if !valid(text) {
		err := json.Unmarshal([]byte(text), new(json.RawMessage))
		return Scene{}, refusal.New(whole, "", refusal.NotJSON.With(err.Error()))
	}
	s := Default()
	if err := s.decode(strings.TrimSpace(text)); err != nil {
		return Scene{}, err
	}
	if err := more(&s); err != nil {
		return Scene{}, err
	}
	s.forget()
	if err := s.Validate(); err != nil {
		return Scene{}, err
	}
	return s, nil
}

// UnmarshalJSON is Parse.
func (s *Scene) UnmarshalJSON(data []byte) error {
	parsed, err := Parse(data)
	if err == nil {
		*s = parsed
	}
	return err
}

func (s *Scene) decode(text string) error {
	return object("", text, func(key, text string) (err error) {
		switch key {
		case "version":
			s.Version, err = version(key, text)
		case "data", "model", "train":
			err = s.decodeSection(key, text)
		case "queries":
			s.Queries, err = listOf(pairIn(refusal.AnyFinite))(key, text)
		case "edits":
			s.Edits, err = listOf(parseEdit)(key, text)
		default:
			err = wrong(key, text, refusal.NoSuchPart.With([]string{"version", "data", "model", "train", "queries", "edits"}))
		}
		return err
	}, refusal.Object)
}

func version(key, text string) (int, error) {
	if text != "1" {
		return 0, wrong(key, text, refusal.Exactly.With("1"))
	}
	return 1, nil
}

func (s *Scene) decodeSection(section, text string) error {
	return object(section, text, func(key, text string) error {
		if f := fieldOf(key); f != nil {
			return f.decode(s, text)
		}
		return wrong(key, text, refusal.NoSuchKey.With(namesIn(section)))
	}, refusal.Object)
}

func namesIn(section string) (names []string) {
	for _, f := range fields {
		if f.section() == section {
			names = append(names, f.name())
		}
	}
	return names
}

// forget sets what doesn't apply to the kind of data to its default.
func (s *Scene) forget() {
	d := Default()
	for i := range fields {
		if f := &fields[i]; !f.belongs(s) {
			f.copy(s, &d)
		}
	}
}

// object calls member for each member of the object in text, with its key dotted below key. It fails for a repeated
// key, and with what want says for anything else than an object.
func object(key, text string, member func(key, text string) error, want refusal.Wanted) (err error) {
	if !strings.HasPrefix(strings.TrimSpace(text), "{") || !valid(text) {
		return brokenObject(key, text, member, want)
	}
	var seen []string
	split(text, func(text string) bool {
		name, value := cutMember(text)
		if slices.Contains(seen, name) {
			err = wrong(join(key, name), value, refusal.Once)
		} else {
			seen = append(seen, name)
			err = member(join(key, name), value)
		}
		return err == nil
	})
	return err
}

// brokenObject is object for what isn't valid JSON, or no object: it goes as far as it can.
func brokenObject(key, text string, member func(key, text string) error, want refusal.Wanted) error {
	dec := json.NewDecoder(strings.NewReader(text))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return wrong(cmp.Or(key, whole), text, want)
	}
	var seen []string
	for dec.More() {
		token, err := dec.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return wrong(cmp.Or(key, whole), text, want)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return wrong(join(key, name), text, refusal.Value)
		}
		if slices.Contains(seen, name) {
			return wrong(join(key, name), string(value), refusal.Once)
		}
		seen = append(seen, name)
		if err := member(join(key, name), string(value)); err != nil {
			return err
		}
	}
	return nil
}
