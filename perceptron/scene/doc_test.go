package scene

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"perceptronlab/perceptron/refusal"
)

// document is docs/scene.md, which these tests compare with the code, and the code with it.
func document(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/scene.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// table returns the rows of the tables whose header begins with that text; cells lose their outer backticks.
func table(t *testing.T, header string) (rows [][]string) {
	t.Helper()
	_, rest, found := strings.Cut(document(t), "\n| "+header)
	if !found {
		t.Fatalf("docs/scene.md has no table of %q", header)
	}
	_, rest, _ = strings.Cut(rest, "\n| ---")
	for _, line := range strings.Split(rest, "\n")[1:] {
		if !strings.HasPrefix(line, "| ") {
			break
		}
		cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), " | ")
		for i, c := range cells {
			cells[i] = strings.Trim(strings.TrimSpace(c), "`")
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestDocumentedScenesParse(t *testing.T) {
	examples := regexp.MustCompile("(?s)\n```json\n(.*?)```").FindAllStringSubmatch(document(t), -1)
	if len(examples) < 6 {
		t.Errorf("%d examples, want at least 6", len(examples))
	}
	for i, example := range examples {
		s, err := Parse([]byte(example[1]))
		if err != nil {
			t.Errorf("%s%v", example[1], err)
		}
		if written := string(Default().JSON()); i == 0 && (written != example[1] || !reflect.DeepEqual(s, Default())) {
			t.Errorf("the first scene of docs/scene.md is\n%swant the default, as it is written:\n%s", example[1], written)
		}
	}
}

func TestDocumentedRefusals(t *testing.T) {
	for _, row := range table(t, "scene | message") {
		_, err := Parse([]byte(row[0]))
		if e := new(refusal.Error); !errors.As(err, &e) || err.Error() != row[1] {
			t.Errorf("%s:\n got %v\nwant %s", row[0], err, row[1])
		}
	}
}

func TestDocumentedKeys(t *testing.T) {
	var top []string
	for _, row := range table(t, "key |") {
		top = append(top, row[0])
	}
	list := strings.Join(top[:len(top)-1], ", ") + " or " + top[len(top)-1]
	if _, err := Parse([]byte(`{"?": 0}`)); err == nil || !strings.HasSuffix(err.Error(), "but "+list) {
		t.Errorf("docs/scene.md has the keys %s; %v", list, err)
	}

	var keys []string
	for _, section := range []string{"data", "model", "train"} {
		for _, row := range table(t, section+" key |") {
			key, kinds := section+"."+row[0], "all"
			keys = append(keys, key)
			if section == "data" {
				kinds, row = row[1], row[1:]
			}
			if f := fieldOf(key); f != nil {
				documented(t, f, kinds, row[1], row[2])
			}
		}
	}
	var want []string
	for i := range fields {
		want = append(want, fields[i].key)
	}
	slices.Sort(keys)
	if slices.Sort(want); !slices.Equal(keys, want) {
		t.Errorf("docs/scene.md has the keys %v\nthe code %v", keys, want)
	}
}

// documented compares what a table says about a key with its field: the kinds of data, what it may be, its default.
func documented(t *testing.T, f *field, kinds, domain, byDefault string) {
	t.Helper()
	for _, row := range table(t, "kind |") {
		for _, kind := range strings.Fields(strings.ReplaceAll(row[0], "`", "")) {
			others, allBut := strings.CutPrefix(kinds, "all but ")
			said := kinds == "all" || allBut != slices.Contains(strings.Split(others, ", "), kind)
			if belongs := f.belongs(&Scene{Data: Data{Kind: kind}}); belongs != said {
				t.Errorf("%s is of %s: %v; docs/scene.md says %s", f.key, kind, belongs, kinds)
			}
		}
	}
	if want := wantOf(f); domain != want {
		t.Errorf("%s: docs/scene.md says %s, the code %s", f.key, domain, want)
	}
	d := Default()
	if want := jsonText(f.value(&d)); byDefault != want {
		t.Errorf("%s: docs/scene.md says that the default is %s, the code %s", f.key, byDefault, want)
	}
}

// wantOf says what a field may be, in the words of the errors that refuse something else.
func wantOf(f *field) string {
	refused := func(text string) string {
		err := f.decode(&Scene{}, text)
		if e := new(refusal.Error); errors.As(err, &e) {
			return e.Want.English
		}
		return ""
	}
	want := refused("null")
	if want == "a list" {
		want = "a list of: " + refused("[null]")
		if whole := refused("[]"); whole != "" {
			want += "; " + whole
		}
	}
	return want
}

func TestDocumentedLimits(t *testing.T) {
	for _, want := range []string{
		fmt.Sprintf("| at most %d |", maxPoints), fmt.Sprintf("never more than %d points", maxPoints), fmt.Sprintf("Steps go to %d.", maxCount),
	} {
		if !strings.Contains(document(t), want) {
			t.Errorf("docs/scene.md doesn't say: %s", want)
		}
	}
}

func TestDocumentedKindsOfData(t *testing.T) {
	var kinds []string
	for _, row := range table(t, "kind |") {
		kinds = append(kinds, strings.Fields(strings.ReplaceAll(row[0], "`", ""))...)
	}
	if got := "one of " + strings.Join(kinds, ", "); got != wantOf(fieldOf("data.kind")) {
		t.Errorf("docs/scene.md defines %s, the code has %s", got, wantOf(fieldOf("data.kind")))
	}
	var losses []string
	for _, row := range table(t, "loss |") {
		losses = append(losses, row[0])
	}
	if got := "one of " + strings.Join(losses, ", "); got != wantOf(fieldOf("train.loss")) {
		t.Errorf("docs/scene.md defines %s, the code has %s", got, wantOf(fieldOf("train.loss")))
	}
}

func TestDocumentedEdits(t *testing.T) {
	var kinds []string
	for _, row := range table(t, "edit |") {
		if !slices.Contains(kinds, row[0]) {
			kinds = append(kinds, row[0])
		}
		s, err := Parse([]byte(`{"edits": [` + row[1] + `]}`))
		if err != nil || !strings.Contains(row[1], `"`+row[0]+`": `) {
			t.Errorf("%s: %s: %v", row[0], row[1], err)
			continue
		}
		if got := s.Edits[0].json(); got != row[1] {
			t.Errorf("%s is written as %s", row[1], got)
		}
		if got := Fragment(s); got != "v=1&edits="+row[2] {
			t.Errorf("%s is in a link %s, want %s", row[1], got, row[2])
		}
	}
	if said := strings.Join(kinds, ", "); said != strings.Join(changes, ", ") {
		t.Errorf("docs/scene.md has the edits %s; the code %v", said, changes)
	}
}

func TestDocumentedLinks(t *testing.T) {
	for _, row := range table(t, "scene | what") {
		s, err := Parse([]byte(row[0]))
		if err != nil {
			t.Fatalf("%s: %v", row[0], err)
		}
		if got := Fragment(s); got != row[1] {
			t.Errorf("%s: link %s, want %s", row[0], got, row[1])
		}
		if back, err := ParseFragment(row[1]); err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%s: %+v, %v, want %s", row[1], back, err, row[0])
		}
	}
	for _, row := range table(t, "link | means") {
		s, err := ParseFragment(row[0])
		if got := Fragment(s); err != nil || got != row[1] {
			t.Errorf("%s means %s, %v, want %s", row[0], got, err, row[1])
		}
	}
	text := strings.Join(strings.Fields(document(t)), " ")
	if presets := "(" + strings.Join(Presets(), ", ") + ")"; !strings.Contains(text, presets) {
		t.Errorf("docs/scene.md doesn't list the presets as %s", presets)
	}
}
