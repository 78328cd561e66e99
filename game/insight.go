package game

import (
	"math"
	"strings"

	"perceptronlab/game/session"
)

// testReport is protocol.ts's test of a Snapshot.
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
