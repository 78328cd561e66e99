package words

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// texts are all texts of a language by their names.
func texts(v reflect.Value, name string, into map[string]string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), name+"."+v.Type().Field(i).Name, into)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			texts(v.MapIndex(key), name+"."+key.String(), into)
		}
	default:
		into[name] = v.String()
	}
}

// Each language has all texts of English, with the same to fill in and the same tags.
func TestEachLanguageHasEachText(t *testing.T) {
	of := func(l Language) map[string]string {
		all := map[string]string{}
		texts(reflect.ValueOf(l), "", all)
		return all
	}
	parts := regexp.MustCompile(`\{\w+|<a href="">`)
	in := func(text string) []string { return slices.Sorted(slices.Values(parts.FindAllString(text, -1))) }
	languages := Languages()
	english := of(languages[0])
	if languages[0].Code != "en" || len(languages) < 2 {
		t.Fatalf("%v: want English first, and others", languages)
	}
	for _, l := range languages {
		all := of(l)
		if want, got := slices.Sorted(maps.Keys(english)), slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", l.Code, got, want)
		}
		for name, text := range all {
			if text == "" || strings.TrimSpace(text) != text || !slices.Equal(in(text), in(english[name])) {
				t.Errorf("%s%s: %q, in English %q", l.Code, name, text, english[name])
			}
		}
	}
}

func TestOneIsNotMany(t *testing.T) {
	for n, want := range map[int]string{
		1: "1 point of 2 classes, and the line a single neuron draws after 1 step of training.",
		2: "2 points of 2 classes, and the line a single neuron draws after 2 steps of training.",
	} {
		if got := Fill(Languages()[0].Alt.TrainedLine, map[string]any{"points": n, "classes": 2, "steps": n}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhatCannotBeReadIsNamed(t *testing.T) {
	for text, want := range map[string]string{
		`{"name": 3}`:     "web/src/words/xx/static.json",
		`{"names": "Xx"}`: `web/src/words/xx/static.json: json: unknown field "names"`,
		`{"name": "Xx"}`:  "no en/static.json",
	} {
		_, err := read(fstest.MapFS{"xx/static.json": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
