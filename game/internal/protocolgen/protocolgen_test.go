package main

import (
	"strings"
	"testing"
)

const app = `package app

import "encoding/json"

// An order is what a guest asks
// of the kitchen.
type order interface{ serve() }

var orders = []struct {
	word string
	zero order
	answer any
}{
	{"soup", &soupOrder{}, new(*billReport)},
	{"tea", &teaOrder{}, new(bool)},
	{"pay", &other.Bill{}, new(*float64)},
}

type (
	// soupOrder brings a soup of a Kind, for Guests; nil: for all. A billReport follows.
	soupOrder struct {
		seat
		Kind   string
		Guests *int
		Note   string ` + "`json:\"note,omitempty\"`" + `
		hidden int
	}
	// teaOrder has a comment at a field.
	teaOrder struct {
		DX float64 // how strong
		Raw json.RawMessage
	}
)

type seat struct{ X, Y float32 }

// The billReport is what was had.
type billReport struct {
	seat2
	Sums  []float64          ` + "`json:\"sums\"`" + `
	// Tips are given
	// by hand, or nil.
	Tips  [][]int            ` + "`json:\"tips\"`" + `
	At    *[2]float64        ` + "`json:\"at\"`" + `
	Three [3]uint8           ` + "`json:\"three\"`" + `
	Names map[int]string     ` + "`json:\"names,omitempty\"`" + `
	Guest *guest             ` + "`json:\"guest,omitempty\"`" + `
	Any   any                ` + "`json:\"any\"`" + `
	Best  *other.Kind        ` + "`json:\"best\"`" + ` // as docs/x.md says: a guest's.
	All   []*guest           ` + "`json:\"all\"`" + `
}

type seat2 struct { Place [2]float64 ` + "`json:\"place\"`" + ` }

type guest struct { Host bool ` + "`json:\"host\"`" + ` }
`

const other = `package other

// Bill asks to pay.
type Bill Sum

type Sum struct { Of []string ` + "`json:\"of\"`" + ` }

// Kind is a word or two.
type Kind [2]string
`

const want = `// Head.

/** What a guest asks of the kitchen. */
export type Order =
  /** Brings a soup of a ` + "`kind`, for `guests`" + `; null: for all. A Bill follows. */
  | { type: 'soup'; x: number; y: number; kind: 'hot' | 'cold'; guests: number | null; note?: string }
  /** Has a comment at a field. */
  | {
      type: 'tea';
      /** How strong. */
      dx: number;
      raw: unknown;
    }
  /** Asks to pay. */
  | { type: 'pay'; of: string[] };

export type Also = Order;

/** What each Order is answered with. */
export interface Answers {
  soup: Bill | null;
  tea: boolean;
  pay: number | null;
}

/** What was had. */
export interface Bill {
  place: XY;
  sums: number[];
  /** Tips are given by hand, or null. */
  tips: number[][] | null;
  at: XY | null;
  three: [number, number, number];
  names?: Record<number, string>;
  guest?: Guest;
  any: unknown;
  /** As docs/x.md says: a guest's. */
  best: Kind | null;
  all: (Guest | null)[];
}

export interface Guest {
  host: boolean;
}

/** A word or two. */
export type Kind = [string, string];
`

func sources(t *testing.T, texts ...string) source {
	t.Helper()
	src := source{}
	for _, text := range texts {
		if err := src.add("made.go", text); err != nil {
			t.Fatal(err)
		}
	}
	return src
}

func TestTypeScriptOfStructs(t *testing.T) {
	p := plan{
		head:  "// Head.\n",
		parts: []part{{union: "Order", of: "app.order", table: "app.orders"}, {line: "export type Also = Order;"}, {answers: "Answers", of: "Order", table: "app.orders"}},
		names: map[string]string{"app.billReport": "Bill"},
		said:  map[string]string{"app.soupOrder.Kind": "'hot' | 'cold'"},
	}
	got, err := p.typeScript(sources(t, app, other))
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTypeScriptOfCodes(t *testing.T) {
	src := sources(t, "package kitchen\ntype Code string\nconst Hot Code = \"hot: a hot meal\"\nconst (\n"+
		"\tBetween Code = `between: from {low} to {high number}`\n\tEach Code = \"each: of {dishes list} or {sizes choice}, {what want}\"\n)")
	got, err := plan{parts: []part{{codes: "kitchen.Code"}}}.typeScript(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"  /** a hot meal */\n  hot: [];\n  /** from {low} to {high number} */\n  between: [low: string, high: number];\n",
		"  each: [dishes: string[], sizes: string[], what: Want];\n}\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestWhatCannotBeSaidIsAnError(t *testing.T) {
	for _, tc := range []struct {
		source string
		plan   plan
		want   string
	}{
		{"package a\ntype t struct { X int }", plan{parts: []part{{root: "a.t"}}}, "a.t.X: want a json tag"},
		{"package a\ntype t struct { X func() `json:\"x\"` }", plan{parts: []part{{root: "a.t"}}}, "want a type with a name"},
		{"package a\ntype t struct { X u `json:\"x\"` }", plan{parts: []part{{root: "a.t"}}}, "a.u: no such type is read"},
		{"package a\nvar list = map[string]int{}", plan{parts: []part{{union: "U", of: "a.u", table: "a.list"}}}, "a.list: want a list"},
		{"package a\ntype b struct{}\nvar list = []any{{\"b\", &b{}}}", plan{parts: []part{{answers: "As", of: "B", table: "a.list"}}}, "a.list: b: want an answer"},
		{"package a\nconst Hot C = `cold: a meal`", plan{parts: []part{{codes: "a.C"}}}, "a.Hot: want a text that begins with its name"},
		{"package a\nconst Hot C = `hot: {a dish}`", plan{parts: []part{{codes: "a.C"}}}, "a.Hot: {a dish}: want number, list, choice or want"},
		{"package a", plan{said: map[string]string{"a.t.X": "number"}}, "the plan describes a.t.X, which nothing uses"},
	} {
		if _, err := tc.plan.typeScript(sources(t, tc.source)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want %s", tc.source, err, tc.want)
		}
	}
}

func TestLongCommentsHaveLines(t *testing.T) {
	got := comment(strings.Repeat("word ", 40)+"end.", "  ")
	for _, line := range strings.Split(got, "\n") {
		if tooLong(line) {
			t.Errorf("%d characters: %s", len(line), line)
		}
	}
	if !strings.HasPrefix(got, "  /**\n   * word") || !strings.HasSuffix(got, " end.\n   */\n") {
		t.Error(got)
	}
}
