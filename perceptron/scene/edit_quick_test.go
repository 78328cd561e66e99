package scene

import (
	"reflect"
	"strings"
	"testing"
)

func TestEditsOfSamplesAreReadAlikeQuicklyAndNot(t *testing.T) {
	for _, text := range []string{
		`{"step": 0, "add": {"x": [0.1, -2.5e-3], "y": 1}}`,
		`{"step": 1e3, "move": {"index": 4, "x": [1, 2]}}`,
		`{"step": 12, "move": {"index": 4, "x": [1, 2], "y": 0}}`,
		`{"step": 3, "remove": {"index": 2.0}}`,
	} {
		for _, text := range []string{text, strings.ReplaceAll(text, " ", ""), strings.NewReplacer("{", " {\n", ":", "\t: ", "[", "[ ", "}", " }\r").Replace(text)} {
			want, err := anyEdit("e", text)
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := quickEdit(text); !ok || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: quickly %+v, %v; want %+v", text, got, ok, want)
			}
		}
	}
	for _, text := range []string{
		``, `{`, `{}`, `{"step": 0}`, `{"step": 0, "add": {"x": [1, 2], "y": 1}`, `{"step": 0, "add": {"x": [1, 2], "y": 1}}}`,
		`{"step": 0, "add": {"x": [1, 2], "y": 64}}`, `{"step": -1, "add": {"x": [1, 2], "y": 1}}`, `{"step": 0, "add": {"x": [1, 2, 3], "y": 1}}`,
		`{"step": 0, "add": {"x": [1, 2], "y": 1, "z": 1}}`, `{"step": 0, "add": {"x": [1, 2]}}`, `{"step": 0, "add_query": {"x": [1, 2]}}`,
		`{"step": 0, "move": {"index": 1, "x": [1, 1e31]}}`, `{"step": 0, "remove": {"index": 1}, "remove": {"index": 1}}`,
		`{"step": 0, "add": {"x": [01, 2], "y": 1}}`, `{"step": 0, "add": {"x": [1, 2], "y": 01}}`, `{"step": 0, "remove": {"index": .5}}`,
	} {
		_, quickly := parseEdit("e", text)
		_, slowly := anyEdit("e", text)
		if !reflect.DeepEqual(quickly, slowly) {
			t.Errorf("%s: %v, want %v", text, quickly, slowly)
		}
	}
}
