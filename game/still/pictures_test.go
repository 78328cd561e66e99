//go:build !js

package still

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/scene"
)

var record = flag.Bool("record", false, "write the pictures in testdata, in place of comparing them")

// awkward are states that a reader may cause and nobody would choose for a gallery, as links without their version.
var awkward = map[string]string{
	"no points":              "kind=points",
	"one point":              "kind=points&x=0.3,0.2&y=1",
	"all in one place":       "kind=points&x=1,1;1,1;1,1&y=0,1,0",
	"far away":               "kind=points&x=127,37;127.5,37.2;126.8,37.1&y=0,1,1",
	"as far as it goes":      "kind=points&x=-1e30,1e30;1e30,-1e30&y=0,1",
	"on a line":              "kind=points&x=0,0;1,0;2,0;3,0&y=0,0,1,1",
	"one class":              "kind=points&x=0,0;1,1;2,0&y=1,1,1",
	"zero weights":           "init=zeros",
	"diverged":               "preset=diverging&step=600",
	"nine classes":           "kind=points&x=0,0;1,0;2,0;0,1;1,1;2,1;0,2;1,2;2,2&y=0,1,2,3,4,5,6,7,8&layers=2,9&train.loss=cross_entropy&train.lr=0.5&step=50",
	"sixty-four classes":     "kind=points&x=0,0;1,0;2,0&y=0,31,63&layers=2,64&train.loss=cross_entropy",
	"no asked points":        "edits=0:remove_query:0;0:remove_query:0",
	"points held back":       "test_size=0.4",
	"more than it was":       "edits=0:add:5,5,1;0:add_query:-4,3",
	"a threshold of its own": "threshold=0.9&step=200",
}

// testdata holds the still picture of each preset at its start and its end, and of the awkward states. They were written by the
// program that they test, with -record: they don't show what is right, but what a change alters.
func TestPictures(t *testing.T) {
	for _, name := range scene.Presets() {
		s, _ := scene.Preset(name)
		compare(t, name+" at first", begin(t, s).Snapshot())
		compare(t, name+" at its end", ended(t, s))
	}
	for name, link := range awkward {
		run := begin(t, scene.Default())
		if err := run.Apply(&session.Load{Link: "v=1&" + link}); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		compare(t, name, run.Snapshot())
	}
}

func begin(t *testing.T, s scene.Scene) *session.Session {
	t.Helper()
	run, err := session.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func ended(t *testing.T, s scene.Scene) session.Snapshot {
	t.Helper()
	shot, err := session.Trained(s, 0)
	if err != nil {
		t.Fatal(err)
	}
	return shot
}

// compare draws a snapshot, and reports the first line of its picture that differs from the stored one.
func compare(t *testing.T, name string, s session.Snapshot) {
	t.Helper()
	file := filepath.Join("testdata", strings.ReplaceAll(name, " ", "-")+".svg")
	got := strings.ReplaceAll(SVG(s, Options{Title: name, Heading: name, Axes: true}), "><", ">\n<") + "\n"
	if *record {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return
	}
	want := strings.Split(string(text), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(want) || line != want[i] {
			t.Errorf("%s: line %d: got\n%.300s\nwant\n%.300s", file, i+1, line, append(want, "")[min(i, len(want))])
			return
		}
	}
}
