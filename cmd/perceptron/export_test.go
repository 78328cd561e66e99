package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportScripts(t *testing.T) {
	for format, wants := range map[string][]string{
		"pytorch":      {"import torch\n", "make_moons(n_samples=200, noise=0.1, random_state=42)", "nn.Linear(8, 8), nn.Tanh(),"},
		"python-numpy": {"import numpy as np\n", "def gradients(x, y):", "def adam(gradients):"},
	} {
		status, out, errs := cli("", "export", "-format", format, "-preset", "moons")
		if status != 0 || errs != "" {
			t.Fatalf("%s: status %d, %s", format, status, errs)
		}
		for _, w := range wants {
			if !strings.Contains(out, w) {
				t.Errorf("%s: no %q in\n%s", format, w, out)
			}
		}
	}
	_, out, _ := cli("", "export")
	_, named, _ := cli(`{"version": 1}`, "export", "-format", "pytorch", "-scene", "-")
	if out != named || !strings.Contains(out, "range(1000)") {
		t.Errorf("not the blog post's scene:\n%s", out)
	}
	if _, out, _ := cli("", "export", "-step", "5"); !strings.Contains(out, "range(5)") {
		t.Errorf("not 5 steps:\n%s", out)
	}
}

// A scene and the table of its points make the run of the scene.
func TestExportedPointsTrainTheSame(t *testing.T) {
	const moons = `{"data": {"kind": "moons", "n_samples": 40, "noise": 0.1, "random_state": 7, "test_size": 0.25}, "train": {"batch_size": 7, "epochs": 5}}`
	table := filepath.Join(t.TempDir(), "moons.csv")
	status, out, errs := cli(moons, "export", "-format", "csv", "-scene", "-")
	if status != 0 || errs != "" || strings.Count(out, "\n") != 41 || !strings.HasPrefix(out, "x1,x2,label\n") {
		t.Fatalf("status %d, %q, %s", status, out, errs)
	}
	if err := os.WriteFile(table, []byte(out), 0o666); err != nil {
		t.Fatal(err)
	}
	_, want, _ := cli(moons, "train", "-scene", "-", "-json", "-data")
	_, got, errs := cli(moons, "train", "-scene", "-", "-csv", table, "-json", "-data")
	if got != want || got == "" {
		t.Errorf("%s, want %s; %s", got, want, errs)
	}
}

func TestExportSVG(t *testing.T) {
	for _, args := range [][]string{
		{"-preset", "xor-mlp"}, {"-preset", "three-classes", "-step", "3"}, {"-preset", "diverging"}, {"-preset", "empty", "-step", "1"},
	} {
		status, out, errs := cli("", append([]string{"export", "-format", "svg"}, args...)...)
		if status != 0 || errs != "" || !strings.Contains(out, "<title>") {
			t.Errorf("%v: status %d, %s, %.200s", args, status, errs, out)
		}
		for d := xml.NewDecoder(strings.NewReader(out)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v: %v", args, err)
			}
		}
	}
	_, first, _ := cli("", "export", "-format", "svg", "-step", "1")
	_, last, _ := cli("", "export", "-format", "svg")
	if first == last || !strings.Contains(first, "after 1 step<") || !strings.Contains(last, "after 1000 steps<") {
		t.Error("the picture is not that of its step")
	}
}

func TestTrainCSV(t *testing.T) {
	const irises = "petal;sepal;species\n1,4;0,2;setosa\n4,7;1,4;versicolor\n6;2,5;virginica\n1,3;0,2;setosa\n"
	status, out, errs := cli(irises, "train", "-csv", "-", "-json", "-data")
	var got struct {
		Initial []any
		Loss    []float64
		Queries []struct{ Probability []float64 }
		Classes []string
		Data    struct {
			X [][2]float64
			Y []int
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 0 || errs != "" {
		t.Fatalf("status %d, %v, %s", status, err, errs)
	}
	if len(got.Loss) != 1000 || len(got.Queries) != 2 || len(got.Queries[0].Probability) != 3 || strings.Join(got.Classes, " ") != "setosa versicolor virginica" {
		t.Errorf("%d losses, %v, %v", len(got.Loss), got.Queries, got.Classes)
	}
	if len(got.Data.Y) != 4 || got.Data.Y[2] != 2 || got.Data.X[1] != [2]float64{float64(float32(4.7)), float64(float32(1.4))} {
		t.Errorf("%v", got.Data)
	}

	_, out, _ = cli("1,2,no\n-1,-2,yes\n", "train", "-csv", "-", "-preset", "and")
	if !strings.HasPrefix(out, "class 0 \"no\"\nclass 1 \"yes\"\nepoch 0 loss ") || !strings.Contains(out, "\nepoch 499 loss ") {
		t.Errorf("%.100q", out)
	}
	_, out, _ = cli("1,2,0\n-1,-2,1\n", "train", "-csv", "-")
	if !strings.HasPrefix(out, "epoch 0 loss ") {
		t.Errorf("%.100q", out)
	}
}

func TestBadExportsAndTables(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bad.csv")
	if err := os.WriteFile(file, []byte("x1,x2,label\n1,2,0\n1,?,0\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		stdin string
		args  []string
		want  string // on standard error
	}{
		{"", []string{"export", "-format", "keras"}, `-format "keras": want pytorch, python-numpy, csv or svg`},
		{"", []string{"export", "-step", "-1"}, "-step -1: want a whole number from 0 to 2147483647"},
		{"", []string{"export", "scene.json"}, `"scene.json": want no argument`},
		{"", []string{"export", "-preset", "empty"}, "data: no points"},
		{`{"train": {"epochs": 0}}`, []string{"export", "-scene", "-"}, "train.epochs: 0: want at least 1"},
		{`{"train": {"epochs": 0}}`, []string{"export", "-scene", "-", "-format", "svg"}, "train.epochs: 0: want at least 1"},
		{`{"train": {"lr": -1}}`, []string{"export", "-scene", "-", "-format", "csv"}, "train.lr: -1: want a positive"},
		{"1,2,0\n", []string{"train", "-csv", "-", "-scene", "-"}, "want one of them from standard input"},
		{"", []string{"train", "-csv", "no such file"}, "no such file"},
		{"", []string{"train", "-csv", file}, `bad.csv: line 3, column 2: "?": want a number`},
		{"1,2,a\n1,2,b\n1,2,c\n", []string{"train", "-csv", "-", "-preset", "blog"}, `line 3, column 3: "c": want at most 2 classes`},
		{"1,2,0\n", []string{"train", "-csv", "-", "-preset", "three-classes", "-json", "-data", "x"}, `"x": want no argument`},
		{"", []string{"train", "-columns", "1,2,3"}, `-columns "1,2,3": want -csv with it`},
		{"", []string{"train", "-csv", "-"}, "line 1, column 1: nothing: want at least one row"},
	} {
		status, out, errs := cli(c.stdin, c.args...)
		if status != 2 || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%v: status %d, %q, %q, want %s", c.args, status, out, errs, c.want)
		}
	}
}
