package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
)

// cli runs the command with what comes on standard input.
func cli(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// The keys and their nesting are those of the oracle, its numbers ours to 1e-9 (NumPy, scikit-learn, PyTorch in float64).
func TestTrainJSONIsLikeTheOracles(t *testing.T) {
	for _, name := range []string{"blog", "blog-split", "moons-adam", "three-classes", "points", "rosenblatt"} {
		var golden struct {
			Scene   json.RawMessage
			Float64 map[string]any
			Data    struct{ X, Y any }
		}
		text, err := os.ReadFile("../../perceptron/testdata/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &golden); err != nil {
			t.Fatal(err)
		}
		want := golden.Float64
		want["data"] = map[string]any{"x": golden.Data.X, "y": golden.Data.Y}

		status, out, errs := cli(string(golden.Scene), "train", "-scene", "-", "-json", "-data")
		if status != 0 || errs != "" {
			t.Fatalf("%s: status %d, %s", name, status, errs)
		}
		var got map[string]any
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		alike(t, name, got, want)
	}
}

// alike compares JSON values: numbers to 1e-9, relative above 1, except accuracy, which is a float32.
func alike(t *testing.T, at string, got, want any) {
	t.Helper()
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || len(g) != len(w) {
			t.Errorf("%s: %v, want the keys of %v", at, got, want)
			return
		}
		for k := range w {
			alike(t, at+"."+k, g[k], w[k])
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			t.Errorf("%s: %v, want a list of %d", at, got, len(w))
			return
		}
		for i := range w {
			alike(t, at, g[i], w[i])
		}
	case float64:
		tol := 1e-9
		if strings.HasSuffix(at, ".accuracy") {
			tol = 1e-6
		}
		if g, ok := got.(float64); !ok || !(math.Abs(g-w) <= tol*math.Max(1, math.Abs(w))) {
			t.Errorf("%s: %v, want %v", at, got, want)
		}
	default:
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", at, got, want)
		}
	}
}

func TestTrainText(t *testing.T) {
	status, out, errs := cli("", "train")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != 0 || errs != "" || len(lines) != 1002 {
		t.Fatalf("status %d, %d lines, %s", status, len(lines), errs)
	}
	for i, want := range map[int]string{
		0: "epoch 0 loss 0.618511", 999: "epoch 999 loss 0.256152",
		1000: "query 1 -1 probability 0.94241", 1001: "query -1 1 probability 0.05055",
	} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d is %q, want %s …", i, lines[i], want)
		}
	}
	if !strings.HasSuffix(lines[1000], " class 1") || !strings.HasSuffix(lines[1001], " class 0") {
		t.Errorf("classes: %q, %q", lines[1000], lines[1001])
	}

	_, out, _ = cli(`{"data": {"kind": "points", "x": [[1, 2], [3, 4]], "y": [0, 1], "test_size": 0.5}, "train": {"epochs": 1}, "queries": []}`,
		"train", "-scene", "-", "-data")
	if !strings.HasPrefix(out, "point ") || !strings.Contains(out, " test_loss ") || strings.Count(out, "\n") != 2 {
		t.Errorf("%q", out)
	}
}

// However many epochs there are, each has its line.
func TestTrainTextOfVeryManyEpochs(t *testing.T) {
	_, out, errs := cli(`{"data": {"kind": "and"}, "train": {"epochs": 50000}}`, "train", "-scene", "-")
	if errs != "" || strings.Count(out, "\nepoch ") != 49_999 || !strings.Contains(out, "\nepoch 49999 loss ") {
		t.Errorf("%d lines, %s", strings.Count(out, "\n"), errs)
	}
}

func TestTrainMakesTheEdits(t *testing.T) {
	_, out, errs := cli(`{"train": {"epochs": 0}, "edits": [
		{"step": 2, "add": {"x": [0.1, 0.2], "y": 1}}, {"step": 3, "add_query": {"x": [5, 6]}}, {"step": 4, "set": {"train.epochs": 6}}]}`,
		"train", "-scene", "-", "-json", "-data")
	var got struct {
		Loss    []float64
		Data    struct{ Y []int }
		Queries []struct{ Point [2]float64 }
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err, errs)
	}
	if len(got.Loss) != 6 || len(got.Data.Y) != 101 || len(got.Queries) != 3 || got.Queries[2].Point != [2]float64{5, 6} {
		t.Errorf("%d losses, %d points, queries %v", len(got.Loss), len(got.Data.Y), got.Queries)
	}
}

func TestTrainDiverges(t *testing.T) {
	status, out, _ := cli("", "train", "-preset", "diverging", "-json")
	var got struct {
		Loss     []float64
		Diverged int
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 0 {
		t.Fatal(status, err)
	}
	if got.Diverged == 0 || len(got.Loss) != got.Diverged {
		t.Errorf("diverged at %d with %d losses", got.Diverged, len(got.Loss))
	}
	_, out, _ = cli("", "train", "-preset", "diverging")
	if !strings.Contains(out, "\ndiverged after step 510: ") {
		t.Errorf("%q", out[len(out)-200:])
	}

	// Parameters that are not finite are null.
	_, out, _ = cli(`{"data": {"kind": "points", "x": [[1e30, 1]], "y": [0]}, "train": {"lr": 1e308}}`, "train", "-scene", "-", "-json")
	if !json.Valid([]byte(out)) || !strings.Contains(out, "null") || !strings.Contains(out, `"diverged":1`) {
		t.Errorf("%q", out)
	}
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		stdin string
		args  []string
		want  string // on standard error
	}{
		{"", nil, "Perceptron Lab on the command line"},
		{"", []string{"fly"}, `"fly": want train, export, embed, serve, build, version or help`},
		{"", []string{"train", "-fast"}, "flag provided but not defined: -fast"},
		{"", []string{"train", "scene.json"}, `"scene.json": want no argument`},
		{"", []string{"train", "-scene", "no such file"}, "no such file"},
		{"", []string{"train", "-preset", "nothing"}, `-preset "nothing": want one of blog`},
		{"{}", []string{"train", "-preset", "xor", "-scene", "-"}, "want one of them"},
		{"", []string{"train", "-preset", "empty"}, "data: no points"},
		{"", []string{"train", "-scene", "-"}, "not JSON"},
		{`{"train": {"lr": -1}}`, []string{"train", "-scene", "-"}, "perceptron train: train.lr: -1: want a positive finite number"},
		{`{"train": {"epochs": 0}}`, []string{"train", "-scene", "-"}, "train.epochs: 0: want at least 1"},
		{`{"data": {"n_samples": 1}, "edits": [{"step": 3, "remove": {"index": 0}}]}`, []string{"train", "-scene", "-"}, "no points at step 3"},
		{"", []string{"train", "-scene", ""}, `perceptron train: -scene "": want its file, or no -scene`},
		{"", []string{"export", "-csv", ""}, `perceptron export: -csv "": want its file, or no -csv`},
		{"", []string{"embed", "-preset", "", "x"}, `perceptron embed: -preset "": want its name, or no -preset`},
		{"", []string{"embed", ""}, `[""]: want one folder`},
		{"", []string{"serve", "-addr", ""}, `perceptron serve: -addr "": want its host:port, or no -addr`},
		{"", []string{"serve", "a", "b"}, "want one folder"},
		{"", []string{"build", "site"}, `perceptron build: "site": want no argument`},
		{"", []string{"build", "-base", "javascript:alert(1)"}, `perceptron build: -base "javascript:alert(1)": want an http or https address`},
		{"", []string{"build", "-base", "https.example.org/lab"}, `-base "https.example.org/lab": want an http`},
		{"", []string{"build", "-base", "https://x/]]>"}, `-base "https://x/]]>": want an http`},
		{"", []string{"serve", "no such folder"}, "want the folder of a built site"},
		{"", []string{"serve", "-addr", "nonsense", "."}, "want host:port"},
	} {
		status, out, errs := cli(c.stdin, c.args...)
		if status != 2 || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%v: status %d, %q, %q, want %s", c.args, status, out, errs, c.want)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"-h"}, {"train", "-h"}, {"serve", "-h"}, {"build", "-h"}} {
		status, out, errs := cli("", args...)
		if status != 0 || !strings.Contains(out+errs, "scene") && !strings.Contains(out+errs, "addr") && !strings.Contains(out+errs, "release") {
			t.Errorf("%v: status %d, %q, %q", args, status, out, errs)
		}
	}
}
