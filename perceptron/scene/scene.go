// Package scene holds the format of a run (docs/scene.md): what decides it (Scene), what a person changed while it
// ran (Edit), and the run itself (Run), which replays both to the same state bit for bit.
//
// fields.go is the list of all keys; Parse, JSON, Fragment and an edit's "set" all use it.
package scene

import (
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
)

// Scene is everything that decides a run. The JSON keys are those of scikit-learn and PyTorch.
type Scene struct {
	Version int          `json:"version"`
	Data    Data         `json:"data"`
	Model   Model        `json:"model"`
	Train   Train        `json:"train"`
	Queries [][2]float64 `json:"queries"`
	Edits   []Edit       `json:"edits"`
}

// Default is the run of the blog post, and supplies what a scene leaves out.
func Default() Scene {
	d := defaults()
	return Scene{
		Version: 1,
		Data:    Data{Kind: "blobs", Params: d.Data.Params},
		Model:   Model{Layers: []int{2, 1}, Activation: "tanh", Init: "uniform", ManualSeed: 2},
		Train:   Train{Loss: "bce", Optimizer: "sgd", LR: d.Train.LR, OptimizerParams: d.Train.OptimizerParams, Epochs: 1000},
		Queries: [][2]float64{{1, -1}, {-1, 1}},
	}
}

// Clone returns a scene that shares no memory with s.
func (s Scene) Clone() Scene {
	s.Data.Centers, s.Data.X, s.Data.Y = slices.Clone(s.Data.Centers), slices.Clone(s.Data.X), slices.Clone(s.Data.Y)
	s.Model.Layers, s.Queries, s.Edits = slices.Clone(s.Model.Layers), slices.Clone(s.Queries), slices.Clone(s.Edits)
	for i, e := range s.Edits {
		s.Edits[i] = e.clone()
	}
	return s
}

// Data says which points there are. Which fields apply depends on Kind (docs/scene.md's table); the others hold their
// defaults, so that another Kind can be set and is valid.
type Data struct {
	Kind string `json:"kind"`
	dataset.Params
	TestSize float64 `json:"test_size"`
}

// Inits are what Model's Init may be: as nn.Linear draws its parameters, or none drawn.
var Inits = [...]string{"uniform", "zeros"}

// Model is the network before training.
type Model struct {
	Layers     []int  `json:"layers"`
	Activation string `json:"activation"`
	Init       string `json:"init"`
	ManualSeed uint64 `json:"manual_seed"`
}

// Train says how the network learns.
type Train struct {
	Loss      string  `json:"loss"`
	Optimizer string  `json:"optimizer"`
	LR        float64 `json:"lr"`
	perceptron.OptimizerParams
	BatchSize int `json:"batch_size"`
	Epochs    int `json:"epochs"`
}

// Edit is one change made by hand after Step steps and before the next; exactly one other field is set.
type Edit struct {
	Step        int            `json:"step"`
	Add         *Point         `json:"add,omitempty"`
	Move        *Moved         `json:"move,omitempty"`
	Remove      *Index         `json:"remove,omitempty"`
	AddQuery    *Query         `json:"add_query,omitempty"`
	MoveQuery   *Moved         `json:"move_query,omitempty"`
	RemoveQuery *Index         `json:"remove_query,omitempty"`
	Set         map[string]any `json:"set,omitempty"`
	Weights     [][]float64    `json:"weights,omitempty"`
}

// Point is a labelled sample.
type Point struct {
	X [2]float64 `json:"x"`
	Y int        `json:"y"`
}

// Query is a point the model is asked about.
type Query struct {
	X [2]float64 `json:"x"`
}

// Moved is a new place, and for a sample maybe a new label, for the sample or query at Index.
type Moved struct {
	Index int        `json:"index"`
	X     [2]float64 `json:"x"`
	Y     *int       `json:"y,omitempty"`
}

// Index names a sample or query by its place in the list, from 0.
type Index struct {
	Index int `json:"index"`
}
