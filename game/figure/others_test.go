package figure

import (
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/baseline"
)

func TestEveryRuleHasAColourOfItsOwn(t *testing.T) {
	s := session.Snapshot{Others: []session.Other{{Name: session.Pinned}}}
	for _, name := range baseline.Names() {
		s.Others = append(s.Others, session.Other{Name: name})
	}
	seen := map[uint32]string{}
	for i, o := range s.Others {
		colour := OtherColor(s, i)
		if other, taken := seen[colour]; taken {
			t.Errorf("%s and %s have one colour, %06x", other, o.Name, colour)
		}
		seen[colour] = o.Name
	}
}
