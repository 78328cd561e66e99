package scene

import (
	"reflect"
	"strings"
	"testing"
)

func TestFragment(t *testing.T) {
	for fragment, text := range map[string]string{
		"": `{}`,
		"v=1&kind=moons&n_samples=200&layers=2,8,1&train.lr=0.1&queries=1,-1;-1,1;0,0": `{
			"data": {"kind": "moons", "n_samples": 200}, "model": {"layers": [2, 8, 1]}, "train": {"lr": 0.1},
			"queries": [[1, -1], [-1, 1], [0, 0]]}`,
		"v=1&centers=0,1e-7;1e22,-2&manual_seed=18446744073709551615&queries=": `{
			"data": {"centers": [[0, 1e-7], [1e22, -2]]}, "model": {"manual_seed": 18446744073709551615}, "queries": []}`,
		"v=1&kind=points&x=0.1,0.2;3,4&y=0,1": `{"data": {"kind": "points", "x": [[0.1, 0.2], [3, 4]], "y": [0, 1]}}`,
		"v=1&edits=0:add:0.3,0.2,1;5:move:100,1,2;5:move:0,1,2,0;6:remove:3;7:add_query:0.5,1;8:move_query:2,0,0;9:remove_query:0;" +
			"200:set:train.loss,mse,train.nesterov,false;201:weights:0.5,-1/0.25": `{"edits": [
			{"step": 0, "add": {"x": [0.3, 0.2], "y": 1}}, {"step": 5, "move": {"index": 100, "x": [1, 2]}},
			{"step": 5, "move": {"index": 0, "x": [1, 2], "y": 0}}, {"step": 6, "remove": {"index": 3}},
			{"step": 7, "add_query": {"x": [0.5, 1]}}, {"step": 8, "move_query": {"index": 2, "x": [0, 0]}},
			{"step": 9, "remove_query": {"index": 0}}, {"step": 200, "set": {"train.loss": "mse", "train.nesterov": false}},
			{"step": 201, "weights": [[0.5, -1], [0.25]]}]}`,
	} {
		s, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := Fragment(s); got != fragment {
			t.Errorf("got  %s\nwant %s", got, fragment)
		}
		if back, err := ParseFragment("#" + fragment); err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%s: read as %+v, %v", fragment, back, err)
		}
	}
}

func TestParseFragmentIsLenientInForm(t *testing.T) {
	want, _ := ParseFragment("kind=xor&layers=2,4,1&train.lr=0.5&queries=0,0;1,1")
	for _, fragment := range []string{
		"#data.kind=xor&model.layers=2,4,1&lr=0.5&queries=0,0;1,1",
		"layers=2%2C4%2c1&kind=%78or&train%2Elr=5e-1&queries=0,0%3B1,1&",
		"v=1&&lr=0.5&queries=0,0;1,1&kind=xor&layers=2,4,1",
	} {
		if s, err := ParseFragment(fragment); err != nil || !reflect.DeepEqual(s, want) {
			t.Errorf("%s: %+v, %v", fragment, s, err)
		}
	}
}

func TestFragmentBeginsWithAPreset(t *testing.T) {
	s, err := ParseFragment("#train.lr=0.25&preset=xor")
	want, _ := Preset("xor")
	want.Train.LR = 0.25
	if err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestParseFragmentRefuses(t *testing.T) {
	for fragment, want := range map[string]string{
		"v=2":                          "v: 2: want 1",
		"preset=nothing":               `preset: "nothing": want one of blog`,
		"train.lr=-1":                  "train.lr: -1: want a positive finite number",
		"lr=":                          "train.lr: nothing: want",
		"lr=1&train.lr=1":              "train.lr: 1: want this key only once",
		"lr=0x1p3":                     "train.lr: 0x1p3: want",
		strings.Repeat("x", 70) + "=1": strings.Repeat("x", 60) + "…: 1: want no such key",
		"colour=red":                   "colour: red: want no such key",
		"layers=2,a,1":                 "model.layers: [2,a,1]: want",
		"queries=1,2;3":                "queries[1]: [3]: want",
		"kind=%FF%":                    "data.kind: ",
		"edits=1:add:1,2":              "edits[0]: 1:add:1,2: want step:add:x,y,label",
		"edits=1:add:1,2,x":            "edits[0]",
		"edits=1:dance:1":              "edits[0]: 1:dance:1: want step:change:values",
		"edits=1:set:train.lr":         "edits[0]: 1:set:train.lr: want step:set:key,value",
		"edits=1:remove:0;":            "edits[1]",
		"edits=1:remove:100":           "edits[0].remove.index: 100: want an index",
		`edits=1:remove:0},"a":{1`:     "edits[0]",
	} {
		if _, err := ParseFragment(fragment); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s …", fragment, err, want)
		}
	}
}

func TestPresets(t *testing.T) {
	for _, name := range Presets() {
		s, ok := Preset(name)
		if !ok {
			t.Fatalf("no preset %s", name)
		}
		r, err := Replay(s, s.Train.Epochs*20)
		if err != nil {
			t.Fatal(err)
		}
		accuracy := r.Trainer().Accuracy()
		_, diverged := r.Trainer().Diverged()
		switch name {
		case "empty":
			if r.Steps() != 0 {
				t.Errorf("%s: %d steps", name, r.Steps())
			}
		case "xor":
			if accuracy > 0.75 {
				t.Errorf("a line separates xor: accuracy %g", accuracy)
			}
		case "diverging":
			if !diverged {
				t.Errorf("%s does not diverge", name)
			}
		case "overlap", "three-classes":
			if accuracy < 0.7 || accuracy == 1 {
				t.Errorf("%s: accuracy %g", name, accuracy)
			}
		default:
			if accuracy < 0.99 || diverged {
				t.Errorf("%s: accuracy %g", name, accuracy)
			}
		}
		if back, err := ParseFragment(Fragment(s)); err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%s: its fragment is read as %+v, %v", name, back, err)
		}
	}
	if _, ok := Preset("nothing"); ok {
		t.Error("there is a preset named nothing")
	}
}
