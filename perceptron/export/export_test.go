package export

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// `make parity` compares what the scripts print with what we print. This tests how they are written.

func parse(t *testing.T, text string) scene.Scene {
	t.Helper()
	s, err := scene.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func both(t *testing.T, s scene.Scene, o Options) map[string]string {
	t.Helper()
	torch, err := PyTorch(s, o)
	if err != nil {
		t.Fatal(err)
	}
	numpy, err := NumPy(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"PyTorch": torch, "NumPy": numpy}
}

func contains(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, w := range wants {
		if !strings.Contains(text, w) {
			t.Errorf("no %q in\n%s", w, text)
		}
	}
}

func TestTheBlogPostsScript(t *testing.T) {
	const want = `
# Data
X, y = make_blobs(n_samples=100, centers=[[-0.5, 0.5], [0.5, -0.5]], cluster_std=0.4, random_state=123)
X = torch.tensor(X, dtype=torch.float32).to(dtype)
y = torch.tensor(y, dtype=dtype).unsqueeze(1)

# Model: its outputs are logits
torch.manual_seed(2)
model = nn.Linear(2, 1)
model.to(dtype)

# Loss
# nn.Sigmoid and nn.BCELoss in one: the same numbers, and still right where the sigmoid rounds to 0 or 1.
criterion = nn.BCEWithLogitsLoss()

# Optimizer
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

# Training
for epoch in range(1000):
    loss = criterion(model(X), y)
    print("epoch", epoch, "loss", loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`
	contains(t, both(t, scene.Default(), Options{})["PyTorch"], want)
}

func TestEveryPresetIsPython(t *testing.T) {
	for _, name := range scene.Presets() {
		s, _ := scene.Preset(name)
		if name == "empty" {
			continue
		}
		for dialect, text := range both(t, s, Options{}) {
			wellFormed(t, name+" for "+dialect, text)
			if torch := strings.Contains(text, "import torch"); torch != (dialect == "PyTorch") {
				t.Errorf("%s for %s: torch imported: %t", name, dialect, torch)
			}
		}
	}
}

// wellFormed checks what can be checked without Python: brackets, spaces, empty lines, the width.
func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	for _, pair := range []string{"()", "[]", "{}"} {
		if strings.Count(text, pair[:1]) != strings.Count(text, pair[1:]) {
			t.Errorf("%s: unbalanced %s", name, pair)
		}
	}
	for _, bad := range []string{"\t", " \n", "\n\n\n\n", "NaN", "Inf", "%!"} {
		if strings.Contains(text, bad) {
			t.Errorf("%s: holds %q", name, bad)
		}
	}
	for line := range strings.Lines(text) {
		if len(line) > 140 {
			t.Errorf("%s: a line of %d characters: %s", name, len(line), line)
		}
	}
}

func TestTheLoopIsAsSimpleAsCanBe(t *testing.T) {
	for _, c := range []struct {
		scene string
		steps int
		want  string
	}{
		{`{"train": {"epochs": 7}}`, 0, "for epoch in range(7):"},
		{`{"train": {"epochs": 7}}`, 3, "for epoch in range(3):"},
		{`{"train": {"epochs": 7}}`, 30, "for epoch in range(7):"},
		{`{"train": {"epochs": 0}}`, 30, "for epoch in range(30):"},
		{`{"train": {"epochs": 7, "batch_size": 100}}`, 0, "for epoch in range(7):"},
		{`{"train": {"epochs": 7, "batch_size": 40}}`, 0, "    for i in range(0, len(order), 40):"},
		{`{"train": {"epochs": 7, "batch_size": 40}}`, 9, "for epoch in range(3):"},
		{`{"train": {"epochs": 7, "batch_size": 40}}`, 10, "while epoch < epochs and step < 10:"},
		{`{"train": {"epochs": 0, "batch_size": 40}}`, 10, "while (epochs == 0 or epoch < epochs) and step < 10:"},
		{`{"train": {"epochs": 7}, "edits": [{"step": 3, "set": {"train.lr": 1}}]}`, 0, "for epoch in range(7):\n    if epoch == 3:\n        "},
		{`{"train": {"epochs": 7, "batch_size": 40}, "edits": [{"step": 3, "set": {"train.lr": 1}}]}`, 0, "        step += 1\n        if step == 3:\n            "},
		{`{"train": {"epochs": 7, "batch_size": 40}, "edits": [{"step": 3, "remove": {"index": 4}}]}`, 0, "while epoch < epochs:"},
		{`{"train": {"epochs": 7}, "edits": [{"step": 3, "set": {"train.epochs": 1}}]}`, 0, "while epoch < epochs:"},
		{`{"data": {"n_samples": 1}, "train": {"epochs": 7}, "edits": [{"step": 3, "remove": {"index": 0}}]}`, 0, "and len(X) > 0:"},
	} {
		for _, text := range both(t, parse(t, c.scene), Options{Steps: c.steps}) {
			wellFormed(t, c.scene, text)
			contains(t, text, c.want)
		}
	}
}

const edited = `{
	"data": {"n_samples": 20, "test_size": 0.25}, "model": {"layers": [2, 3, 1], "manual_seed": 18446744073709551615},
	"train": {"loss": "hinge", "optimizer": "adam", "batch_size": 6, "epochs": 9},
	"edits": [
		{"step": 0, "add": {"x": [0.1, 1e20], "y": 1}}, {"step": 6, "remove": {"index": 3}},
		{"step": 7, "set": {"train.optimizer": "sgd", "train.momentum": 0.5, "train.loss": "mse"}},
		{"step": 8, "weights": [[1, 2, 3, 4, 5, 6], [0.1, 0.2, 0.3], [1, 2, 3], [1]]},
		{"step": 9, "add_query": {"x": [1, 2]}}, {"step": 9, "move_query": {"index": 0, "x": [3, 4]}}, {"step": 9, "remove_query": {"index": 1}},
		{"step": 9, "move": {"index": 1, "x": [0, 0.3], "y": 0}}, {"step": 10, "set": {"train.batch_size": 0}},
		{"step": 11, "set": {"train.nesterov": true}}, {"step": 12, "set": {"train.epochs": 12}}, {"step": 13, "set": {"train.lr": 0.5}}]}`

func TestEditsComeAtTheirSteps(t *testing.T) {
	text := both(t, parse(t, edited), Options{})
	for dialect := range text {
		wellFormed(t, dialect, text[dialect])
		contains(t, text[dialect], "if step == 6:\n        remove(3)\n", "if step == 8:\n        set_parameters([\n            [1, 2, 3, 4, 5, 6],\n",
			"if step == 9:\n        queries.append([1, 2])\n        queries[0] = [3, 4]\n        del queries[1]\n        X[1] = ",
			"        y[1] = 0\n", "if step == 10:\n        batch_size = 0\n", "if step == 12:\n        epochs = 12\n")
	}
	contains(t, text["PyTorch"], "torch.manual_seed(18446744073709551615)\n",
		"\nX = torch.cat([X, torch.tensor([[0.1, 1e+20]]).to(dtype)])\n",
		"        criterion = mse\n        optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.5)\n",
		"optimizer.param_groups[0].update(nesterov=True)\n", "optimizer.param_groups[0].update(lr=0.5)\n")
	contains(t, text["NumPy"], "RandomState(4294967295)\n", "        nesterov = True\n", "        lr = 0.5\n", "        optimize = sgd\n")
}

// An edit that changes nothing, or comes after the end, leaves no trace.
func TestEditsWithoutEffect(t *testing.T) {
	s := parse(t, `{"train": {"optimizer": "adam", "epochs": 5}, "edits": [
		{"step": 2, "set": {"train.lr": 0.01, "train.momentum": 0.5}}, {"step": 6, "set": {"train.lr": 3}}]}`)
	for _, text := range both(t, s, Options{}) {
		if strings.Contains(text, "if epoch") || strings.Contains(text, "lr = 3") || strings.Contains(text, "momentum") {
			t.Error(text)
		}
	}
}

func TestWhatCannotBeExported(t *testing.T) {
	empty, _ := scene.Preset("empty")
	endless := parse(t, `{"train": {"epochs": 0}}`)
	for _, c := range []struct {
		s    scene.Scene
		o    Options
		want error
	}{
		{empty, Options{}, errNoPoints}, {empty, Options{Steps: 4}, errNoPoints}, {endless, Options{}, errNoEnd},
		{scene.Default(), Options{Steps: -1}, nil}, {scene.Scene{}, Options{}, nil},
	} {
		for _, f := range []func(scene.Scene, Options) (string, error){PyTorch, NumPy} {
			text, err := f(c.s, c.o)
			if err == nil || text != "" || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("%q, %v; want %v", text, err, c.want)
			}
		}
	}
	empty.Edits = []scene.Edit{{Add: &scene.Point{X: [2]float64{1, 2}, Y: 1}}}
	contains(t, both(t, empty, Options{Steps: 4})["PyTorch"], "np.zeros((0, 2))", "for epoch in range(4):")
}

func TestPoints(t *testing.T) {
	s := parse(t, `{"data": {"kind": "points", "x": [[0.1, 2], [3, 4], [5, 6]], "y": [0, 1, 1], "test_size": 0.3}}`)
	got, err := Points(s)
	if err != nil || !slices.Equal(got.Y, []uint8{0, 1, 1}) || got.X[0] != [2]float32{0.1, 2} {
		t.Errorf("%v, %v, want the points in their own order", got, err)
	}

	s = parse(t, `{"data": {"kind": "points", "x": [[0, 2], [3, 4], [5, 6]], "y": [0, 1, 1]}, "edits": [
		{"step": 1, "remove": {"index": 0}}, {"step": 5, "add": {"x": [7, 8], "y": 0}}, {"step": 5, "move": {"index": 0, "x": [9, 9]}}]}`)
	got, err = Points(s)
	if err != nil || !slices.Equal(got.X, [][2]float32{{9, 9}, {5, 6}, {7, 8}}) || !slices.Equal(got.Y, []uint8{1, 1, 0}) {
		t.Errorf("%v, %v", got, err)
	}

	s.Data.TestSize = 0.3
	got, err = Points(s)
	if err != nil || got.Len() != 3 { // 2 trained on, one goes, one comes; 1 held back
		t.Errorf("%v, %v", got, err)
	}
	if _, err := Points(scene.Scene{}); err == nil {
		t.Error("no error for a scene that isn't valid")
	}
}

// An optimizer is constructed with all that it takes, and takes what a scene has.
func TestEveryOptimizerHasItsArguments(t *testing.T) {
	values, arguments := "", map[string]string{}
	for i, p := range perceptron.AllOptimizerParams() {
		value := strconv.FormatFloat(math.Ldexp(1, -i-1), 'g', -1, 64)
		arguments[p.Key] = value
		if p.Flag != nil {
			value, arguments[p.Key] = "true", "True"
		}
		values += `, "` + p.Key + `": ` + value
	}
	for _, o := range perceptron.Optimizers() {
		s := parse(t, `{"train": {"optimizer": "`+o.String()+`"`+values+`}}`)
		want := "optimizer = torch.optim." + o.Python().Torch + "(model.parameters()"
		for _, key := range o.Keys() {
			want += ", " + key + "=" + arguments[key]
		}
		text, err := PyTorch(s, Options{})
		if err != nil || !strings.Contains(text, want+")\n") {
			t.Errorf("want %s): %v\n%s", want, err, text)
		}
	}
}
