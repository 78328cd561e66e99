package session

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// kept is what a session has besides its scene and what Restore says: changes to undo and to redo, the pinned run, whether it is
// raced. A program that takes the place of another gets it from that, in JSON.
type kept struct {
	Undo   []keptChange `json:"undo,omitempty"`
	Redo   []keptChange `json:"redo,omitempty"`
	Pins   []keptPin    `json:"pins,omitempty"`   // each pinned run once, though many moments have it
	Pinned int          `json:"pinned,omitempty"` // its number in Pins, from 1
	Racing bool         `json:"racing,omitempty"`
}

// keptChange is a change.
type keptChange struct {
	Scene     json.RawMessage `json:"scene"`
	Kind      kind            `json:"kind"`
	Step      int             `json:"step"`
	Stop      Stop            `json:"stop"`
	Threshold float64         `json:"threshold"`
	Names     map[int]string  `json:"names,omitempty"`
	Pinned    int             `json:"pinned,omitempty"`
	Racing    bool            `json:"racing,omitempty"`
}

// keptPin is a pinned run. Its numbers are bits: those of a diverged run have no JSON.
type keptPin struct {
	W      [2]uint64 `json:"w"`
	B      uint64    `json:"b"`
	Line   bool      `json:"line,omitempty"`
	Epochs []int     `json:"epochs,omitempty"` // of the losses; none: each
	Losses []uint64  `json:"losses"`
}

// maxKept bounds the scenes' text, in bytes: of more, the last changes are kept.
const maxKept = 4 << 20

// Kept returns in JSON what Keep takes.
func (s *Session) Kept() ([]byte, error) {
	numbers := map[*Other]int{}
	k := kept{Racing: s.race != nil}
	pin := func(o *Other) int {
		if o != nil && numbers[o] == 0 {
			k.Pins = append(k.Pins, keptPin{[2]uint64{math.Float64bits(o.W[0]), math.Float64bits(o.W[1])}, math.Float64bits(o.B), o.Line, o.Losses.Epochs, bitsOf(o.Losses.Losses)})
			numbers[o] = len(k.Pins)
		}
		return numbers[o]
	}
	k.Pinned = pin(s.pinned)
	size := 0
	last := func(changes []*change) []keptChange {
		texts := make([]keptChange, len(changes))
		for i := len(changes) - 1; i >= 0; i-- {
			c := changes[i]
			text := c.before.scene.Scene().JSON()
			if size += len(text); size > maxKept {
				return texts[i+1:]
			}
			at := c.before.settings
			texts[i] = keptChange{text, c.kind, c.before.step, at.stop, at.threshold, at.names, pin(at.pinned), c.before.racing}
		}
		return texts
	}
	k.Undo, k.Redo = last(s.history.past), last(s.history.future)
	return json.Marshal(k)
}

// Keep takes over what another session's Kept returned, and can then undo what that could. If there was a race, it begins at the
// run's present step, or there is none. On an error nothing is changed.
func (s *Session) Keep(text []byte) error {
	var k kept
	if err := json.Unmarshal(text, &k); err != nil {
		return refusal.Unread("keep", err)
	}
	pins := make([]*Other, len(k.Pins))
	for i, p := range k.Pins {
		if n := len(p.Epochs); n > 0 && n != len(p.Losses) {
			return refusal.Count("keep", n, refusal.Epochs, refusal.Exactly.With(strconv.Itoa(len(p.Losses))))
		}
		pins[i] = &Other{
			Name: Pinned, Line: p.Line, Losses: perceptron.LossCurve{Epochs: p.Epochs, Losses: numbersOf(p.Losses)},
			W: [2]float64{math.Float64frombits(p.W[0]), math.Float64frombits(p.W[1])}, B: math.Float64frombits(p.B),
		}
	}
	past, err := changesOf(k.Undo, pins)
	if err != nil {
		return err
	}
	future, err := changesOf(k.Redo, pins)
	if err != nil {
		return err
	}
	pinned, err := numbered(pins, k.Pinned)
	if err != nil {
		return err
	}
	var r *race
	if k.Racing {
		if r, err = newRace(s); err != nil {
			return err
		}
	}
	s.history, s.pinned, s.race = history{past: past, future: future}, pinned, r
	s.beginRace()
	return nil
}

func changesOf(texts []keptChange, pins []*Other) ([]*change, error) {
	changes := make([]*change, len(texts))
	for i, t := range texts {
		sc, err := scene.Parse(t.Scene)
		if err != nil {
			return nil, err
		}
		if err := t.Stop.check(); err != nil {
			return nil, err
		}
		switch {
		case t.Step < 0 || t.Step > math.MaxInt32:
			return nil, refusal.New("keep.step", strconv.Itoa(t.Step), wholeStep)
		case t.Kind < ofScene || t.Kind > ofSettings:
			return nil, refusal.New("keep.kind", strconv.Itoa(int(t.Kind)), refusal.IndexTo.With(int(ofSettings)))
		case !(t.Threshold > 0 && t.Threshold < 1):
			return nil, refusal.New("keep.threshold", fmt.Sprint(t.Threshold), refusal.Probability)
		}
		names, err := namesOf(t.Names)
		if err != nil {
			return nil, err
		}
		pinned, err := numbered(pins, t.Pinned)
		if err != nil {
			return nil, err
		}
		changes[i] = &change{before: moment{sc.Record(), t.Step, settings{t.Stop, t.Threshold, names, pinned}, t.Racing}, kind: t.Kind}
	}
	return changes, nil
}

// numbered is the run with a number from 1 on; nil for 0.
func numbered(pins []*Other, number int) (*Other, error) {
	switch {
	case number == 0:
		return nil, nil
	case number < 0 || number > len(pins):
		return nil, refusal.New("keep.pinned", strconv.Itoa(number), refusal.IndexTo.With(len(pins)))
	}
	return pins[number-1], nil
}

func bitsOf(v []float64) []uint64 {
	bits := make([]uint64, len(v))
	for i, x := range v {
		bits[i] = math.Float64bits(x)
	}
	return bits
}

func numbersOf(bits []uint64) []float64 {
	v := make([]float64, len(bits))
	for i, b := range bits {
		v[i] = math.Float64frombits(b)
	}
	return v
}
