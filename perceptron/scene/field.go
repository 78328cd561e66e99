package scene

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/refusal"
)

// A field is one key of a scene: how it is read from JSON, checked, and written.
type field struct {
	key   string // dotted: "train.lr"
	shape shape
	terse bool // not written where 0

	decode func(s *Scene, text string) error // from JSON text; checks too, and changes nothing when it fails
	value  func(s *Scene) any                // for jsonText
	copy   func(to, from *Scene)
	check  func(s *Scene) error // of a scene that was not read but made; nil: by decode
}

// A shape is the form of a value in JSON, and so in a fragment.
type shape int

const (
	scalar   shape = iota // a number, true or false
	word                  // a string
	list                  // of numbers
	pairList              // of pairs of numbers
)

// belongs reports whether the field applies to the scene's kind of data: a field that no kind names applies to all.
func (f *field) belongs(s *Scene) bool {
	if f.section() != "data" || !slices.ContainsFunc(dataset.Kinds(), f.of) {
		return true
	}
	kind, _ := dataset.KindOf(s.Data.Kind)
	return f.of(kind)
}

// of reports whether a kind of data names the field.
func (f *field) of(kind dataset.Kind) bool {
	return slices.ContainsFunc(kind.Params, func(p *dataset.Param) bool { return p.Key == f.name() })
}

// section and name are the two halves of the key: "train", "lr".
func (f *field) section() string { a, _, _ := strings.Cut(f.key, "."); return a }
func (f *field) name() string    { _, b, _ := strings.Cut(f.key, "."); return b }

// valid checks the value that the scene holds.
func (f *field) valid(s *Scene) error {
	if f.check != nil {
		return f.check(s)
	}
	return f.decode(&Scene{}, jsonText(f.value(s)))
}

func (f field) omitZero() field {
	f.terse = true
	return f
}

// fieldAt makes the field of a value that parse reads and that is kept at a place of the scene.
//
//go:noinline
func fieldAt[T any](key string, sh shape, parse parser[T], at func(*Scene) *T) field {
	return field{
		key: key, shape: sh,
		decode: func(s *Scene, text string) error {
			v, err := parse(key, text)
			if err == nil {
				*at(s) = v
			}
			return err
		},
		value: func(s *Scene) any { return *at(s) },
		copy:  func(to, from *Scene) { *at(to) = *at(from) },
	}
}

func number(key string, d *refusal.Domain, at func(*Scene) *float64) field {
	return fieldAt(key, scalar, numberIn(d), at)
}

func integer(key string, lo, hi int, at func(*Scene) *int) field {
	return fieldAt(key, scalar, integerIn(lo, hi), at)
}

func seed[T uint32 | uint64](key string, at func(*Scene) *T) field {
	return fieldAt(key, scalar, integerIn(0, ^T(0)), at)
}

func flag(key string, at func(*Scene) *bool) field {
	return fieldAt(key, scalar, parseBool, at)
}

func oneOf(key string, at func(*Scene) *string, words ...string) field {
	return fieldAt(key, word, wordOf(words), at)
}

// points are rounded to float32.
func points(key string, d *refusal.Domain, at func(*Scene) *[][2]float32) field {
	pair := pairIn(d)
	f := fieldAt(key, pairList, listOf(func(key, text string) ([2]float32, error) {
		p, err := pair(key, text)
		return perceptron.Single(p), err
	}), at)
	f.check = func(s *Scene) error { // there may be a million
		if withinBounds(d, *at(s)) {
			return nil
		}
		for i, x := range *at(s) {
			if x := perceptron.Double(x); !d.OK(x[0]) || !d.OK(x[1]) {
				return wrong(key+"["+strconv.Itoa(i)+"]", jsonText(x), refusal.Pair.With(d.Want))
			}
		}
		return nil
	}
	return f
}

// withinBounds reports whether all numbers are in the domain, which has no gap: so it asks of the least and the greatest alone.
func withinBounds(d *refusal.Domain, points [][2]float32) bool {
	low, high := float32(math.Inf(1)), float32(math.Inf(-1))
	for _, x := range points {
		for _, v := range x {
			if v < low {
				low = v
			}
			if v > high {
				high = v
			}
			if v != v {
				return false
			}
		}
	}
	return d.OK(float64(low)) && d.OK(float64(high))
}

func labels(key string, at func(*Scene) *[]uint8) field {
	f := fieldAt(key, list, listOf(func(key, text string) (uint8, error) {
		y, err := label(key, text)
		return uint8(y), err
	}), at)
	f.check = func(s *Scene) error { // there may be a million
		for i, y := range *at(s) {
			if y >= MaxUnits {
				_, err := label(key+"["+strconv.Itoa(i)+"]", strconv.Itoa(int(y)))
				return err
			}
		}
		return nil
	}
	return f
}
