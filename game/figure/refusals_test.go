package figure

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"math"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

var record = flag.Bool("record", false, "write testdata/refusals.json, in place of comparing it")

// refused are bad inputs, one or more for each code of perceptron/refusal, and where they go.
var refused = []struct {
	code  string
	input func() error
}{
	{"finite", load(`{"edits": [{"step": 0, "weights": [[1, "x"], [0]]}]}`)},
	{"positive", told(`{"type": "set", "key": "train.lr", "value": -1}`)},
	{"notNegative", link("momentum=-2")},
	{"zeroOrMore", link("stop.tol=-1")},
	{"share", link("test_size=1")},
	{"number", link("stop.loss=low")},
	{"trueOrFalse", link("nesterov=maybe")},
	{"numberFrom", link("noise=-1")},
	{"numberFrom", csv("1,1e40,0")},
	{"wholeFrom", link("manual_seed=-1")},
	{"pair", link("queries=1")},
	{"oneOf", link("optimizer=rms")},
	{"oneOf", told(`{"type": "dance"}`)},
	{"eitherOf", told(`?{"type": "tea"}`)},
	{"exactly", link("v=9")},
	{"probability", told(`{"type": "threshold", "p": 2}`)},
	{"colour", told(`{"type": "palette", "palette": {"grid": "red", "axis": "#000", "ink": "#000"}}`)},
	{"notUTF16", csv("\xff\xfe1")},
	{"utf8", csv("1,2,\xff")},
	{"nameWithin", told(`{"type": "nameQuery", "index": 0, "name": "` + strings.Repeat("n", 41) + `"}`)},
	{"numberedNames", link("names=x")},
	{"notJSON", func() error {
		_, err := scene.Parse([]byte(`{"data":`))
		return err
	}},

	{"list", load(`{"data": {"centers": 1}}`)},
	{"value", link("edits=0:add:x,0,1")},
	{"valueIn", load(`{"edits": [{"step": 0, "add": {"x": [0, 0]}}]}`)},
	{"object", load(`{"data": 1}`)},
	{"objectOf", load(`{"edits": [{"step": 0, "remove": 3}]}`)},
	{"trainObject", load(`{"edits": [{"step": 0, "set": 3}]}`)},
	{"editObject", load(`{"edits": [{"step": 0}]}`)},
	{"editObject", told(`{"type": "weights"}`)},
	{"noSuchKey", load(`{"data": {"centres": 1}}`)},
	{"noSuchKey", told(`{"type": "set", "key": "data.kind", "value": "moons"}`)},
	{"noSuchPart", load(`{"model": {}, "date": 1}`)},
	{"noSuchKeyIn", load(`{"edits": [{"step": 0, "add": {"x": [0, 0], "y": 0, "z": 1}}]}`)},
	{"noSuchChange", load(`{"edits": [{"step": 0, "jump": 1}]}`)},
	{"noSuchLinkKey", link("speed=3")},
	{"once", link("lr=1&lr=2")},

	{"layers", link("layers=3,1")},
	{"lossOfOne", link("loss=cross_entropy")},
	{"lossOfMore", link("layers=2,3")},
	{"momentum", link("nesterov=true")},
	{"classesWithin", link("centers=1,1;2,2;3,3")},
	{"centers", link("centers=")},
	{"labelsOf", link("kind=points&x=0,0;1,1&y=0")},
	{"spiralsFrom", link("kind=spirals&n_samples=1")},
	{"pointsToTrainOn", link("test_size=0.999")},
	{"atMost", func() error { return points(2_000_001).Validate() }},
	{"pointsWithin", func() error {
		s := points(2_000_000)
		s.Edits = []scene.Edit{{Add: &scene.Point{}}}
		return s.Validate()
	}},
	{"twoClasses", told(`{"type": "load", "link": "preset=three-classes"}`, `{"type": "race", "on": true}`)},
	{"epochsToEnd", told(`{"type": "set", "key": "train.epochs", "value": 0}`, `{"type": "reset"}`, `?{"type": "export", "format": "pytorch"}`)},
	{"anyPoint", told(`{"type": "load", "link": "preset=empty"}`, `?{"type": "export", "format": "pytorch"}`)},

	{"stepsInOrder", link("edits=5:add:0,0,1;2:add:0,0,1")},
	{"indexTo", told(`{"type": "removePoint", "index": 999}`)},
	{"noneThere", link("queries=&edits=0:remove_query:0")},
	{"labelTo", told(`{"type": "addPoint", "x": [0, 0], "y": 7}`)},
	{"noLabel", told(`{"type": "moveQuery", "index": 0, "x": [0, 0], "y": 1}`)},
	{"finiteNumbers", func() error {
		s := scene.Default()
		s.Edits = []scene.Edit{{Weights: [][]float64{{1, math.Inf(1)}, {0}}}}
		return s.Validate()
	}},
	{"parameterLists", link("edits=0:weights:1,2")},
	{"weightsOf", link("edits=0:weights:1/2")},
	{"biasesOf", link("edits=0:weights:1,2/3,4")},
	{"editForm", link("edits=0:add:1")},
	{"editForms", link("edits=0:move:1")},
	{"editChange", link("edits=0:jump:1")},

	{"threeColumns", csv("1,2,3,4")},
	{"columns", csv("x1,x2,class,more\n1,2,0,3\n1,2,0,3,4\n")},
	{"columnOf", told(`{"type": "csv", "text": "1,2,0", "columns": ["a", "b", "c"]}`)},
	{"differentColumns", told(`{"type": "csv", "text": "1,2,0", "columns": ["1", "1", "2"]}`)},
	{"classCell", csv("1,2,")},
	{"classNames", csv(manyClasses())},
	{"lineWithin", csv("0,0,0\n" + strings.Repeat(",", 1<<20+1))},
	{"rowsWithin", csv(strings.Repeat("0,0,0\n", table.MaxRows+1))},
	{"anyRow", csv("")},
	{"sceneOrLink", told(`{"type": "load", "scene": {}, "link": "preset=xor"}`)},
	{"tableRead", told(`{"type": "csv", "read": true}`)},
	{"quotedCell", csv(`1,"2,3`)},
	{"bareCell", csv(`1,2"2,3`)},

	{"runWithEnd", told(`{"type": "set", "key": "train.epochs", "value": 0}`, `{"type": "finish"}`)},
	{"speedWithin", told(`{"type": "speed", "stepsPerFrame": 0}`)},
	{"stepTo", told(`{"type": "seek", "step": 9}`)},
	{"oneOutput", told(`{"type": "load", "link": "preset=three-classes"}`, `{"type": "threshold", "p": 0.3}`)},
	{"placeInList", told(`?{"type": "points", "from": -1, "count": 1}`)},
	{"unitOf", told(`{"type": "unit", "unit": {"layer": 2, "unit": 0}}`)},
	{"tool", told(`{"type": "tool", "tool": "add64"}`)},
	{"finiteLoss", told(`{"type": "load", "link": "preset=three-classes"}`, `?{"type": "cost", "z": [1e308, -1e308, 0]}`)},
	{"command", told(`{"kind": "play"}`)},
	{"said", told(`{"type": "zoom", "factor": "two"}`)},
	{"said", told(`?[]`)},
}

// told are messages to a figure, and requests, which begin with ?; the last is refused.
func told(texts ...string) func() error {
	return func() error {
		f, err := New(scene.Default())
		for i := 0; i < len(texts) && err == nil; i++ {
			if text, asks := strings.CutPrefix(texts[i], "?"); asks {
				_, err = f.Request([]byte(text))
			} else {
				_, err = f.Handle([]byte(text))
			}
		}
		return err
	}
}

func link(fragment string) func() error {
	return told(`{"type": "load", "link": ` + strconv.Quote(fragment) + `}`)
}

func load(scene string) func() error { return told(`{"type": "load", "scene": ` + scene + `}`) }

func csv(text string) func() error {
	return func() error {
		_, err := table.Read(strings.NewReader(text), table.Options{})
		return err
	}
}

func manyClasses() string {
	var text strings.Builder
	for k := range table.MaxClasses + 1 {
		text.WriteString("0,0,c" + strconv.Itoa(k) + "\n")
	}
	return text.String()
}

// points returns a scene of that many points.
func points(n int) scene.Scene {
	return scene.Default().WithPoints(perceptron.Samples{X: make([][2]float32, n), Y: make([]uint8, n)})
}

// Every code has an input that it refuses, and an argument for each that the code names. What the page gets is recorded in
// testdata/refusals.json, which web/test/words.test.mjs puts into words in every language.
func TestEveryCodeRefusesSomething(t *testing.T) {
	if runtime.GOARCH == "wasm" {
		t.Skip("a million rows take half a minute there, and nothing differs")
	}
	types := argumentTypes(t)
	missing := maps.Clone(types)
	var got []Refusal
	for _, c := range refused {
		err := c.input()
		if err == nil {
			t.Errorf("%s: nothing is refused", c.code)
			continue
		}
		r := NewRefusal(c.code, err)
		want := r.Fault.Want
		if name := want.Code; name != c.code {
			t.Errorf("%s: %v is %s", c.code, err, name)
		}
		if !strings.HasSuffix(r.Message, want.English) {
			t.Errorf("%s: %s, which doesn't end with %s", c.code, r.Message, want.English)
		}
		checkArguments(t, want, types)
		delete(missing, c.code)
		shorten(&r, want)
		got = append(got, r)
	}
	for code := range missing {
		t.Errorf("%s: want an input that it refuses", code)
	}
	compareRefusals(t, got)
}

// shorten leaves of each list the first two, so that what is recorded stays as it is where a list gets longer.
func shorten(r *Refusal, w *refusal.Want) {
	for i, arg := range w.Args {
		switch list := arg.(type) {
		case *refusal.Want:
			shorten(r, list)
		case []string:
			if len(list) < 3 {
				continue
			}
			last := len(list) - 1
			texts := strings.NewReplacer(
				strings.Join(list, ", "), strings.Join(list[:2], ", "),
				strings.Join(list[:last], ", ")+" or "+list[last], strings.Join(list[:2], " or "),
			)
			w.Args[i] = list[:2]
			r.Message, r.Fault.Want.English, w.English = texts.Replace(r.Message), texts.Replace(r.Fault.Want.English), texts.Replace(w.English)
		}
	}
}

// argumentTypes are the types of each code's arguments, as codes.go has them: "", number, list, choice or want.
func argumentTypes(t *testing.T) map[string][]string {
	t.Helper()
	source, err := os.ReadFile("../../perceptron/refusal/codes.go")
	if err != nil {
		t.Fatal(err)
	}
	types := map[string][]string{}
	for _, line := range regexp.MustCompile("(?m)^\t\\w+ +Code = .(\\w+): (.*).$").FindAllStringSubmatch(string(source), -1) {
		types[line[1]] = nil
		for _, slot := range regexp.MustCompile(`\{\w+ ?(\w*)\}`).FindAllStringSubmatch(line[2], -1) {
			types[line[1]] = append(types[line[1]], slot[1])
		}
	}
	if n := bytes.Count(source, []byte(" Code = ")); n != len(types) {
		t.Errorf("%d codes are read, want %d", len(types), n)
	}
	return types
}

func checkArguments(t *testing.T, w *refusal.Want, types map[string][]string) {
	t.Helper()
	var given []string
	for _, arg := range w.Args {
		switch arg := arg.(type) {
		case string:
			given = append(given, "")
		case int:
			given = append(given, "number")
		case []string:
			given = append(given, "list")
		case *refusal.Want:
			given = append(given, "want")
			checkArguments(t, arg, types)
		default:
			t.Errorf("%s has a %T", w.Code, arg)
		}
	}
	said := slices.Clone(types[w.Code])
	for i, typ := range said {
		said[i] = strings.Replace(typ, "choice", "list", 1)
	}
	if !slices.Equal(given, said) {
		t.Errorf("%s has arguments %q, want %q", w.Code, given, said)
	}
}

func compareRefusals(t *testing.T, got []Refusal) {
	t.Helper()
	const name = "testdata/refusals.json"
	text, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if text = append(text, '\n'); *record {
		if err := os.WriteFile(name, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if stored, err := os.ReadFile(name); err != nil || !bytes.Equal(stored, text) {
		t.Errorf("%s differs: go test -run %s -record ./game/figure (%v)", name, t.Name(), err)
	}
}
