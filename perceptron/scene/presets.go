package scene

// Preset returns a scene by its name, one of Presets.
func Preset(name string) (Scene, bool) {
	for _, p := range presets {
		if p.name == name {
			s, err := Parse([]byte(p.scene))
			if err != nil {
				panic("scene: preset " + name + ": " + err.Error())
			}
			return s, true
		}
	}
	return Scene{}, false
}

// Presets are the names of the scenes that Preset knows, the simplest first.
func Presets() []string {
	names := make([]string, len(presets))
	for i, p := range presets {
		names[i] = p.name
	}
	return names
}

// corners are the asked points of the gates.
const corners = `"queries": [[0, 0], [0, 1], [1, 0], [1, 1]]`

var presets = []struct{ name, scene string }{
	// The post's own run.
	{"blog", `{}`},
	// A line is enough: three corners on one side, one on the other.
	{"and", `{"data": {"kind": "and", "n_samples": 4}, "model": {"manual_seed": 1}, "train": {"lr": 0.5, "epochs": 500}, ` + corners + `}`},
	{"or", `{"data": {"kind": "or", "n_samples": 4}, "model": {"manual_seed": 1}, "train": {"lr": 0.5, "epochs": 500}, ` + corners + `}`},
	// No line separates xor: the loss stops at ln 2, that of a coin flip.
	{"xor", `{"data": {"kind": "xor", "n_samples": 4}, "model": {"manual_seed": 1}, "train": {"lr": 0.5, "epochs": 500}, ` + corners + `}`},
	// Two hidden units do, and need no more: from this seed, after two hundred epochs near ln 2.
	{"xor-mlp", `{"data": {"kind": "xor", "n_samples": 4}, "model": {"layers": [2, 2, 1], "manual_seed": 2}, "train": {"lr": 0.5, "epochs": 1000}, ` + corners + `}`},
	// Classes that overlap: the best line is wrong about some points, and stays where it is.
	{"overlap", `{"data": {"n_samples": 200, "cluster_std": 0.9}, "train": {"lr": 0.1, "epochs": 500}}`},
	{"moons", `{"data": {"kind": "moons", "n_samples": 200, "noise": 0.1, "random_state": 42}, "model": {"layers": [2, 8, 8, 1], "manual_seed": 3}, "train": {"optimizer": "adam", "lr": 0.01, "epochs": 200}, "queries": [[0.5, 0.25], [0, -0.5]]}`},
	{"circles", `{"data": {"kind": "circles", "n_samples": 200, "noise": 0.08, "factor": 0.5, "random_state": 9}, "model": {"layers": [2, 6, 1], "activation": "relu", "manual_seed": 4}, "train": {"optimizer": "adam", "lr": 0.02, "epochs": 200}, "queries": [[0, 0], [1, 0]]}`},
	{"spirals", `{"data": {"kind": "spirals", "n_samples": 200, "noise": 0.02, "random_state": 5}, "model": {"layers": [2, 16, 16, 1], "manual_seed": 1}, "train": {"optimizer": "adam", "lr": 0.03, "batch_size": 20, "epochs": 200}, "queries": [[0, 0.5], [0, -0.5]]}`},
	// Three classes: softmax, and three regions that meet in one point.
	{"three-classes", `{"data": {"n_samples": 150, "centers": [[-1, 0], [1, 0], [0, 1.5]], "cluster_std": 0.5, "random_state": 21}, "model": {"layers": [2, 3], "manual_seed": 6}, "train": {"loss": "cross_entropy", "lr": 0.1, "epochs": 200}, "queries": [[-1, 0], [1, 0], [0, 1.5]]}`},
	// Rosenblatt's rule of 1958: one point at a time, and an update only if it is on the wrong side. After 6 epochs none is.
	{"rosenblatt", `{"data": {"centers": [[-0.6, 0.6], [0.6, -0.6]], "random_state": 6}, "model": {"init": "zeros"}, "train": {"loss": "perceptron", "lr": 1, "batch_size": 1, "epochs": 10}}`},
	// With this weight decay each step should shrink the weights; the learning rate is so large that it overshoots zero
	// and makes them four times as large.
	{"diverging", `{"train": {"lr": 5, "weight_decay": 1, "epochs": 1000}}`},
	// Nothing yet: put points there.
	{"empty", `{"data": {"kind": "points"}, "train": {"lr": 0.1, "epochs": 0}}`},
}
