package refusal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestEnglish(t *testing.T) {
	for want, err := range map[string]*Error{
		"train.lr: -1: want a positive finite number":                       New("train.lr", "-1", Positive),
		"train.lr: nothing: want a positive finite number":                  New("train.lr", "", Positive),
		"data.y: 3 labels: want one for each point of data.x, 2 in all":     Count("data.y", 3, "labels", LabelsOf.With(2)),
		"data.y: 1 label: want one for each point of data.x, 2 in all":      Count("data.y", 1, "labels", LabelsOf.With(2)),
		`line 3, column 2: "x": want a number from -1e30 to 1e30`:           InTable(3, 2, `"x"`, NumberFrom.With("-1e30", "1e30")),
		"q: 0: want [x, y], each one of a, b":                               New("q", "0", Pair.With(OneOf.With([]string{"a", "b"}))),
		"q: 0: want [x, y], each a finite number":                           New("q", "0", Pair.With(Finite)),
		`\u202elr: 5\u2069: want a positive finite number`:                  New("\u202elr", "5\u2069", Positive),
		"loss: 0: want a, b or c for 3 outputs, or 1 output (model.layers)": New("loss", "0", LossOfMore.With([]string{"a", "b", "c"}, 3)),
		`tool "saw": want ask, move, erase, or add0 to add63`:               Quoted("", "tool ", "saw", Tool.With([]string{"ask", "move", "erase"}, "add63")),
		"scene: not JSON: unexpected EOF":                                   New("scene", "", NotJSON.With(io.ErrUnexpectedEOF.Error())),
		"unexpected EOF":                                                    Of(io.ErrUnexpectedEOF),
	} {
		if got := err.Error(); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}

func TestOfFindsTheRefusal(t *testing.T) {
	refused := New("v", "9", Exactly.With("1"))
	if got := Of(fmt.Errorf("a file: %w", refused)); got != refused {
		t.Error(got)
	}
	if got := Of(errors.New("broken")); got.Want.Code != "said" || !Said.Names(got.Want) || Once.Names(got.Want) {
		t.Errorf("%+v", got.Want)
	}
}

func TestShorten(t *testing.T) {
	for value, want := range map[string]string{"": "", " a\n\tb ": "a b", "äöüß": "äöüß", "äöüßx": "äöüß…"} {
		if got := Shorten(value, 4); got != want {
			t.Errorf("%q is shortened to %q, want %q", value, got, want)
		}
	}
}

func TestALongTextIsQuotedInPart(t *testing.T) {
	if got, want := Quoted("name", "", "a\n"+strings.Repeat("한", 1000), UTF8).Value, `"a\n`+strings.Repeat("한", 58)+`…"`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestWhatJSONHoldsIsNamedByItsWords(t *testing.T) {
	type place struct {
		X     [2]float64 `json:"x"`
		N     *int
		Name  string         `json:"name"`
		On    bool           `json:"on"`
		Names map[int]string `json:"names"`
		In    struct{ Y float64 }
	}
	for text, want := range map[string]string{
		`{"x": true}`:        "command: x: a JSON bool, want an array",
		`{"x": [1, "a"]}`:    "command: x: a JSON string, want a number",
		`{"n": 1.5}`:         "command: n: a JSON number 1.5, want a whole number",
		`{"name": {}}`:       "command: name: a JSON object, want a string",
		`{"on": 1}`:          "command: on: a JSON number, want true or false",
		`{"names": []}`:      "command: names: a JSON array, want an object",
		`{"in": {"y": "a"}}`: "command: in.Y: a JSON string, want a number",
		`[]`:                 "command: a JSON array, want an object",
		`{`:                  "command: unexpected end of JSON input",
	} {
		err := Unread("command", json.Unmarshal([]byte(text), new(place)))
		if err.Error() != want {
			t.Errorf("%s: %q, want %q", text, err.Error(), want)
		}
	}
}
