package figure

import (
	"cmp"
	"strconv"

	"perceptronlab/perceptron/refusal"
)

// takeMessage takes a sample in hand that isn't under the pointer, as one of a list, until leave. Hold: rather for good, until it is
// taken so once more, another is, samples come or go, or a place is asked about.
type takeMessage struct {
	Index int  `json:"index"`
	Hold  bool `json:"hold,omitempty"`
}

func (m *takeMessage) apply(f *Figure) error {
	if n := f.snapshot.Samples.Len(); m.Index < 0 || m.Index >= n {
		return refusal.New("take.index", strconv.Itoa(m.Index), refusal.IndexTo.With(n-1))
	}
	f.pointer = nil
	switch i := m.Index + 1; {
	case !m.Hold:
		f.pointed = i
	case f.hand.Kept == i:
		f.hand.Kept = 0
	default:
		f.hand.Kept = i
	}
	return nil
}

// chosen is the sample in hand that isn't under the pointer, from 1; 0: none.
func (f *Figure) chosen() int { return cmp.Or(f.pointed, f.hand.Kept) }
