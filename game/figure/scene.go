package figure

import (
	"strconv"

	"perceptronlab/game/session"
)

// sceneReport is what the scene says about data and model, for the controls that change it. Names and values are docs/scene.md's.
type sceneReport struct {
	Kind        string       `json:"kind"`
	NSamples    int          `json:"n_samples"`
	ClusterStd  float64      `json:"cluster_std"`
	Noise       float64      `json:"noise"`
	Factor      float64      `json:"factor"`
	RandomState uint32       `json:"random_state"`
	TestSize    float64      `json:"test_size"`
	Centers     [][2]float64 `json:"centers"`
	Layers      []int        `json:"layers"`
	Activation  string       `json:"activation"`
	Init        string       `json:"init"`
	ManualSeed  string       `json:"manual_seed"` // as text: it may be too large for a number to hold exactly
}

func sceneOf(s session.Snapshot) sceneReport {
	d, m := s.Data, s.Model
	return sceneReport{
		Kind: d.Kind, NSamples: d.NSamples, ClusterStd: d.ClusterStd, Noise: d.Noise, Factor: d.Factor,
		RandomState: d.RandomState, TestSize: d.TestSize, Centers: append([][2]float64{}, d.Centers...),
		Layers: m.Layers, Activation: m.Activation, Init: m.Init, ManualSeed: strconv.FormatUint(m.ManualSeed, 10),
	}
}
