package scene

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/refusal"
)

func TestNothingIsTheDefault(t *testing.T) {
	for _, text := range []string{`{}`, ` {"data": {}, "model": {}, "train": {}} `, `{"version": 1}`, string(Default().JSON())} {
		s, err := Parse([]byte(text))
		if err != nil || !reflect.DeepEqual(s, Default()) {
			t.Errorf("%s: %+v, %v", text, s, err)
		}
	}
}

func TestParseKeeps(t *testing.T) {
	for text, ok := range map[string]func(Scene) bool{
		`{"model": {"manual_seed": 18446744073709551615}}`: func(s Scene) bool { return s.Model.ManualSeed == math.MaxUint64 },
		`{"model": {"manual_seed": 9007199254740993}}`:     func(s Scene) bool { return s.Model.ManualSeed == 1<<53+1 },
		`{"data": {"random_state": 4294967295}}`:           func(s Scene) bool { return s.Data.RandomState == math.MaxUint32 },
		`{"data": {"n_samples": 1e3}}`:                     func(s Scene) bool { return s.Data.NSamples == 1000 },
		`{"data": {"n_samples": 1000000}}`:                 func(s Scene) bool { return s.Data.NSamples == 1_000_000 },
		`{"train": {"lr": 5e-324}}`:                        func(s Scene) bool { return s.Train.LR == 5e-324 },
		`{"train": {"epochs": 0}}`:                         func(s Scene) bool { return s.Train.Epochs == 0 },
		`{"queries": []}`:                                  func(s Scene) bool { return len(s.Queries) == 0 },
		`{"queries": [[1e308, -0.0]]}`:                     func(s Scene) bool { return s.Queries[0] == [2]float64{1e308, 0} },
		`{"data": {"kind": "points"}}`:                     func(s Scene) bool { return len(s.Data.X) == 0 && len(s.Data.Y) == 0 },
		`{"data": {"kind": "points", "x": [[0.1, 2]], "y": [1]}}`: func(s Scene) bool {
			return s.Data.X[0] == [2]float32{0.1, 2}
		},
		`{"data": {"kind": "moons"}}`:                          func(s Scene) bool { return s.Data.Noise == 0 && s.Data.RandomState == 123 },
		`{"data": {"kind": "circles"}}`:                        func(s Scene) bool { return s.Data.Factor == 0.5 },
		`{"data": {"kind": "blobs", "noise": 0.3}}`:            func(s Scene) bool { return s.Data.Noise == 0 }, // not of blobs
		`{"edits": [{"step": 3, "set": {"train.epochs": 7}}]}`: func(s Scene) bool { return s.Edits[0].Set["train.epochs"] == 7 },
	} {
		if s, err := Parse([]byte(text)); err != nil || !ok(s) {
			t.Errorf("%s: %+v, %v", text, s, err)
		}
	}
}

// Each of these is refused with a message that begins with the key and the value, and says what was wanted.
var refused = map[string]string{
	`{"train": {"lr": -1}}`:                                         "train.lr: -1: want a positive finite number",
	`{"train": {"lr": 0}}`:                                          "train.lr: 0: want a positive",
	`{"train": {"lr": 1e400}}`:                                      "train.lr: 1e400: want a positive finite",
	`{"train": {"lr": "0.1"}}`:                                      `train.lr: "0.1": want a positive`,
	`{"train": {"lr": null}}`:                                       "train.lr: null: want",
	`{"train": {"lr": [1]}}`:                                        "train.lr: [1]: want",
	`{"train": {"learning_rate": 1}}`:                               "train.learning_rate: 1: want no such key, but one of loss,",
	`{"train": {"LR": 1}}`:                                          "train.LR: 1: want no such key",
	`{"train": {"lr": 1, "lr": 1}}`:                                 "train.lr: 1: want this key only once",
	`{"train": {"momentum": -0.1}}`:                                 "train.momentum: -0.1: want",
	`{"train": {"nesterov": true}}`:                                 "train.nesterov: true: want train.momentum above 0",
	`{"train": {"nesterov": 1}}`:                                    "train.nesterov: 1: want true or false",
	`{"train": {"batch_size": -1}}`:                                 "train.batch_size: -1: want a whole number",
	`{"train": {"batch_size": 1.5}}`:                                "train.batch_size: 1.5: want a whole number",
	`{"train": {"epochs": 1e10}}`:                                   "train.epochs: 1e10: want",
	`{"train": {"loss": "l1"}}`:                                     `train.loss: "l1": want one of bce, mse`,
	`{"train": {"loss": "cross_entropy"}}`:                          `train.loss: "cross_entropy": want bce`,
	`{"train": {"optimizer": "rmsprop"}}`:                           `train.optimizer: "rmsprop": want one of sgd, adam`,
	`{"train": 3}`:                                                  "train: 3: want an object",
	`{"data": null}`:                                                "data: null: want an object",
	`{"data": {"kind": "square"}}`:                                  `data.kind: "square": want one of blobs`,
	`{"data": {"kind": 1}}`:                                         "data.kind: 1: want",
	`{"data": {"n_samples": 0}}`:                                    "data.n_samples: 0: want a whole number from 1 to 1000000",
	`{"data": {"n_samples": 1000001}}`:                              "data.n_samples: 1000001: want",
	`{"data": {"random_state": -1}}`:                                "data.random_state: -1: want",
	`{"data": {"random_state": 4294967296}}`:                        "data.random_state: 4294967296: want",
	`{"data": {"centers": [[1, 2], [3]]}}`:                          "data.centers[1]: [3]: want [x, y]",
	`{"data": {"centers": []}}`:                                     "data.centers: []: want at least one",
	`{"data": {"centers": [[1,1],[2,2],[3,3]]}}`:                    "data.centers: [[1, 1], [2, 2], [3, 3]]: want at most 2 classes",
	`{"data": {"cluster_std": -1}}`:                                 "data.cluster_std: -1: want",
	`{"data": {"kind": "moons", "noise": -1}}`:                      "data.noise: -1: want",
	`{"data": {"kind": "moons", "cluster_std": "x"}}`:               `data.cluster_std: "x": want`,
	`{"data": {"kind": "circles", "factor": 1}}`:                    "data.factor: 1: want a number from 0 to below 1",
	`{"data": {"test_size": 1}}`:                                    "data.test_size: 1: want",
	`{"data": {"n_samples": 1, "test_size": 0.1}}`:                  "data.test_size: 0.1: want at least one point left to train on, of 1 in all",
	`{"data": {"kind": "points", "x": [[0, 0]]}}`:                   "data.y: 0 labels: want one for each point of data.x, 1 in all",
	`{"data": {"kind": "points", "x": [[0, 0]], "y": [2]}}`:         "data.y[0]: 2: want at most 2 classes",
	`{"data": {"kind": "points", "x": [[0, 0]], "y": [0.5]}}`:       "data.y[0]: 0.5: want a whole number",
	`{"data": {"kind": "points", "x": [[0, 1e39]], "y": [0]}}`:      "data.x[0]: [0, 1e39]: want",
	`{"data": {"kind": "points", "x": [[0, null]], "y": [0]}}`:      "data.x[0]: [0, null]: want",
	`{"data": {"kind": "points", "x": [[0, [1,2]]], "y": [0]}}`:     "data.x[0]: [0, [1,2]]: want",
	`{"model": {"layers": [3, 1]}}`:                                 "model.layers: [3, 1]: want 2 inputs",
	`{"model": {"layers": [2]}}`:                                    "model.layers: [2]: want 2 inputs",
	`{"model": {"layers": [2, 65, 1]}}`:                             "model.layers[1]: 65: want a whole number from 1 to 64",
	`{"model": {"layers": [2,1,1,1,1,1,1,1,1]}}`:                    "model.layers: [2,1,1,1,1,1,1,1,1]: want 2 inputs, up to 6 hidden",
	`{"model": {"layers": [2, 3]}}`:                                 `train.loss: "bce": want cross_entropy for 3 outputs`,
	`{"model": {"manual_seed": 18446744073709551616}}`:              "model.manual_seed: 18446744073709551616: want",
	`{"model": {"init": "ones"}}`:                                   `model.init: "ones": want one of uniform, zeros`,
	`{"version": 2}`:                                                "version: 2: want 1",
	`{"name": "x"}`:                                                 `name: "x": want no such key`,
	`{"queries": [[1]]}`:                                            "queries[0]: [1]: want [x, y]",
	`{"queries": {}}`:                                               "queries: {}: want a list",
	`[]`:                                                            "scene: []: want an object",
	`{"edits": [{"step": 1}]}`:                                      "edits[0]: ",
	`{"edits": [{"step": -1, "remove": {"index": 0}}]}`:             "edits[0].step: -1: want",
	`{"edits": [{"add": {"x": [1, 2]}}]}`:                           "edits[0].add.y: nothing: want a value",
	`{"edits": [{"add": {"x": [1, 2], "y": 2}}]}`:                   "edits[0].add.y: 2: want a label from 0 to 1",
	`{"edits": [{"add": {"x": [1, 2], "y": 1, "z": 1}}]}`:           "edits[0].add.z: 1: want no such key",
	`{"edits": [{"remove": {"index": 100}}]}`:                       "edits[0].remove.index: 100: want an index from 0 to 99",
	`{"edits": [{"move_query": {"index": 2, "x": [0, 0]}}]}`:        "edits[0].move_query.index: 2: want an index from 0 to 1",
	`{"edits": [{"remove": {"index": 0}, "set": {"train.lr": 1}}]}`: "edits[0]: ",
	`{"edits": [{"remove": {"index": 0}, "weights": []}]}`:          "edits[0]: ",
	`{"edits": [{"set": {}}]}`:                                      "edits[0]: ",
	`{"edits": [{"set": {"train.lr": -1}}]}`:                        "edits[0].set.train.lr: -1: want a positive finite number",
	`{"edits": [{"set": {"lr": 1}}]}`:                               "edits[0].set.lr: 1: want no such key, but one of train.loss",
	`{"edits": [{"set": {"data.kind": "xor"}}]}`:                    `edits[0].set.data.kind: "xor": want no such key`,
	`{"edits": [{"set": {"train.nesterov": true}}]}`:                "edits[0].set.train.nesterov: true: want train.momentum",
	`{"edits": [{"weights": [[1, 2]]}]}`:                            "edits[0].weights: 1 list: want 2: weight, bias",
	`{"edits": [{"weights": [[1], [1]]}]}`:                          "edits[0].weights[0]: 1 number: want 2: the weight of a layer from 2 to 1",
	`{"edits": [{"step": 5, "remove": {"index": 0}}, {"step": 4, "remove": {"index": 0}}]}`: "edits[1].step: 4: want steps from 0 on, in order",
}

func TestParseRefuses(t *testing.T) {
	for text, want := range refused {
		_, err := Parse([]byte(text))
		var e *refusal.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want an *Error", text, err)
		} else if !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s:\n got %v\nwant %s …", text, err, want)
		}
	}
}

func TestParseRefusesOtherText(t *testing.T) {
	for _, text := range []string{``, `{`, `{} {}`, `{}x`, `{"train": {"lr": NaN}}`, `{"train": {"lr": .5}}`, `{"train": {"lr": 0.1,}}`, `null`, `"x"`} {
		if _, err := Parse([]byte(text)); err == nil {
			t.Errorf("%q was read without an error", text)
		}
	}
}

// What is made in Go and not read is checked as well.
func TestValidate(t *testing.T) {
	for want, change := range map[string]func(*Scene){
		"version: 0":                 func(s *Scene) { s.Version = 0 },
		"train.lr: NaN":              func(s *Scene) { s.Train.LR = math.NaN() },
		"train.weight_decay: +Inf":   func(s *Scene) { s.Train.WeightDecay = math.Inf(1) },
		"train.loss: \"\\\"\": want": func(s *Scene) { s.Train.Loss = `"` },
		"model.layers: []":           func(s *Scene) { s.Model.Layers = nil },
		"queries[1]: [0, NaN]":       func(s *Scene) { s.Queries = [][2]float64{{}, {0, math.NaN()}} },
		"data.x[0]: [+Inf, 0]": func(s *Scene) {
			s.Data = Data{Kind: "points", Params: dataset.Params{X: [][2]float32{{float32(math.Inf(1))}}, Y: []uint8{0}}}
		},
		"edits[0]: ":               func(s *Scene) { s.Edits = []Edit{{}} },
		"edits[0].add.x: [NaN, 0]": func(s *Scene) { s.Edits = []Edit{{Add: &Point{X: [2]float64{math.NaN()}}}} },
	} {
		s := Default()
		change(&s)
		if err := s.Validate(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s …", err, want)
		}
		if _, err := NewRun(s); err == nil {
			t.Errorf("%s: a run began", want)
		}
	}
}
