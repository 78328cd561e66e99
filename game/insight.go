package game

import (
	"math"
	"strconv"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// sceneReport is protocol.ts's SceneReport.
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
	ManualSeed  string       `json:"manual_seed"`
}

func sceneOf(s session.Snapshot) sceneReport {
	d, m := s.Data, s.Model
	return sceneReport{
		Kind: d.Kind, NSamples: d.NSamples, ClusterStd: d.ClusterStd, Noise: d.Noise, Factor: d.Factor,
		RandomState: d.RandomState, TestSize: d.TestSize, Centers: append([][2]float64{}, d.Centers...),
		Layers: m.Layers, Activation: m.Activation, Init: m.Init, ManualSeed: strconv.FormatUint(m.ManualSeed, 10),
	}
}

type testReport struct {
	N        int      `json:"n"`
	Loss     *float64 `json:"loss"`
	Accuracy *float64 `json:"accuracy"`
}

// marginReport is protocol.ts's MarginReport.
type marginReport struct {
	State    string   `json:"state"`
	Gamma    *float64 `json:"gamma"`
	Novikoff *float64 `json:"novikoff"`
	Angle    *float64 `json:"angle"`
}

func (r *report) addInsight(in session.Insight) {
	r.Confusion = in.Confusion
	if t := in.Test; t != nil {
		r.Test = &testReport{t.N, finite(t.Loss), finite(t.Accuracy)}
	}
	m := in.Margin
	if m == nil {
		return
	}
	r.Margin = &marginReport{State: strings.ReplaceAll(m.State.String(), " ", "-"), Gamma: m.Gamma, Novikoff: m.Novikoff}
	if m.Angle != nil {
		degrees := *m.Angle * 180 / math.Pi
		r.Margin.Angle = &degrees
	}
}

// otherReport is protocol.ts's OtherReport.
type otherReport struct {
	Name     string      `json:"name"`
	Colour   string      `json:"colour"`
	W        *[2]float64 `json:"w"`
	B        *float64    `json:"b"`
	Mistakes int         `json:"mistakes"`
	Accuracy *float64    `json:"accuracy"`
}

func othersOf(s session.Snapshot) []otherReport {
	list := []otherReport{}
	for i, o := range s.Others {
		r := otherReport{Name: o.Name, Colour: view.Hex(otherColor(s, i)), Mistakes: o.Mistakes}
		if finite(o.W[0]+o.W[1]+o.B) != nil && o.Line {
			r.W, r.B, r.Accuracy = &o.W, &o.B, finite(s.AccuracyOf(o))
		}
		list = append(list, r)
	}
	return list
}
