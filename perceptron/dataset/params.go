package dataset

import (
	"slices"

	"perceptronlab/perceptron/refusal"
)

// Params are what points are made from, as docs/scene.md names them. A kind uses those that it lists, and RandomState.
type Params struct {
	Drawn
	X [][2]float32 `json:"x"` // of points that are given, and Y their labels
	Y []uint8      `json:"y"`
}

// Drawn are those of points that are drawn.
type Drawn struct {
	NSamples    int          `json:"n_samples"`
	Centers     [][2]float64 `json:"centers"`
	ClusterStd  float64      `json:"cluster_std"`
	Noise       float64      `json:"noise"`
	Factor      float64      `json:"factor"`
	RandomState uint32       `json:"random_state"`
}

// A Param is one value of Params, as the scene format has it. Where Params has it says what it is: one of the functions is set.
type Param struct {
	Key     string // in a scene's data
	Default string // what it is where a scene leaves it out, in JSON

	Number      func(p *Params) *float64
	Pairs       func(p *Params) *[][2]float64
	Points      func(p *Params) *[][2]float32
	Domain      *refusal.Domain // of a number, and of each one of a pair or a point
	Whole       func(p *Params) *int
	Least, Most int // of a whole number
	Labels      func(p *Params) *[]uint8
	Seed        func(p *Params) *uint32
}

// Limits of our own, which keep memory in bounds: how many points are made or given, and of how many classes.
const (
	MaxSamples = 1_000_000
	MaxClasses = 64
)

// maxCoordinate is float32(1e30): a limit of our own that keeps float32 finite, of a sample, of a center and of noise.
const maxCoordinate = 1.0000000150474662e30

// Coordinate is where a sample may be.
var Coordinate = &refusal.Domain{
	Want: refusal.NumberFrom.With("-1e30", "1e30"), OK: func(v float64) bool { return max(v, -v) <= maxCoordinate },
}

// Share is a part of all points.
var Share = &refusal.Domain{Want: refusal.Share, OK: func(v float64) bool { return v >= 0 && v < 1 }}

// spread is how far points may lie from where they would without noise.
var spread = &refusal.Domain{
	Want: refusal.NumberFrom.With("0", "1e30"), OK: func(v float64) bool { return v >= 0 && v <= maxCoordinate },
}

// Those that several kinds use. The others are in the files of their kinds.
var (
	nSamples = &Param{
		Key: "n_samples", Least: 1, Most: MaxSamples,
		Whole: func(p *Params) *int { return &p.NSamples }, Default: "100",
	}
	noise       = &Param{Key: "noise", Default: "0", Domain: spread, Number: func(p *Params) *float64 { return &p.Noise }}
	randomState = &Param{
		Key: "random_state", Seed: func(p *Params) *uint32 { return &p.RandomState }, Default: "123",
	}
)

// AllParams are the values of all kinds, each once, in the order in which kinds name them, and the seed.
//
//go:noinline
func AllParams() (all []*Param) {
	for i := range kinds {
		for _, p := range kinds[i].Params {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return append(all, randomState)
}
