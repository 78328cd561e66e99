package figure

import (
	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// otherReport is a line to compare with: the pinned run's, or a baseline rule's.
type otherReport struct {
	Name     string      `json:"name"`
	Colour   string      `json:"colour"`
	W        *[2]float64 `json:"w"`        // nil if there is no line, or it diverged
	B        *float64    `json:"b"`        // as w
	Mistakes int         `json:"mistakes"` // how often a baseline has erred so far; 0 for a pinned run
	Accuracy *float64    `json:"accuracy"`
}

func othersOf(s session.Snapshot) []otherReport {
	list := []otherReport{}
	for i, o := range s.Others {
		r := otherReport{Name: o.Name, Colour: view.Hex(OtherColor(s, i)), Mistakes: o.Mistakes}
		if finite(o.W[0]+o.W[1]+o.B) != nil && o.Line {
			r.W, r.B, r.Accuracy = &o.W, &o.B, finite(s.AccuracyOf(o))
		}
		list = append(list, r)
	}
	return list
}

// OtherColor is the colour of the snapshot's i-th line to compare with.
func OtherColor(s session.Snapshot, i int) uint32 {
	if s.Others[0].Name != session.Pinned {
		i++
	}
	return view.OtherColor(i)
}
