package scene

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
)

// A parser reads one value from JSON text, or fails with a *refusal.Error at key. The text need not be valid JSON.
//
// What makes one is not inlined: each of the scene's keys would have the parser's code again, 15 kB of WebAssembly.
type parser[T any] func(key, text string) (T, error)

func numberIn(d *refusal.Domain) parser[float64] {
	return func(key, text string) (float64, error) {
		v, ok := parseNumber(text)
		if !ok || !d.OK(v) {
			return 0, wrong(key, text, d.Want)
		}
		return v, nil
	}
}

func parseNumber(text string) (float64, bool) {
	for i := range len(text) { // no Inf, no hexadecimal
		if c := text[i]; (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v + 0, err == nil // -0 is 0
}

// integerIn reads a whole number exactly, up to 2⁶⁴ − 1; 1e3 and 20.0 are whole too, up to 2⁵³.
//
//go:noinline
func integerIn[T int | uint32 | uint64](lo, hi T) parser[T] {
	return func(key, text string) (T, error) {
		u, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			v, ok := parseNumber(text)
			if ok = ok && v >= 0 && v <= 1<<53 && v == float64(uint64(v)); ok {
				u, err = uint64(v), nil
			}
		}
		if err != nil || u < uint64(lo) || u > uint64(hi) {
			return 0, wrong(key, text, refusal.WholeFrom.With(jsonText(lo), jsonText(hi)))
		}
		return T(u), nil
	}
}

func parseBool(key, text string) (bool, error) {
	if text != "true" && text != "false" {
		return false, wrong(key, text, refusal.TrueOrFalse)
	}
	return text == "true", nil
}

func wordOf(words []string) parser[string] {
	return func(key, text string) (v string, err error) {
		if json.Unmarshal([]byte(text), &v) != nil || !slices.Contains(words, v) {
			return "", wrong(key, text, refusal.OneOf.With(words))
		}
		return v, nil
	}
}

// listOf reads a list; an empty one is nil. An element is named by its place: "data.x[3]".
//
//go:noinline
func listOf[T any](element parser[T]) parser[[]T] {
	return func(key, text string) ([]T, error) {
		n, err := lengthOf(key, text)
		if n == 0 || err != nil {
			return nil, err
		}
		list := make([]T, 0, n)
		err = elements(key, text, func(key, text string) error {
			v, err := element(key, text)
			if err == nil {
				list = append(list, v)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		return list, nil
	}
}

// lengthOf is how many elements a list has.
func lengthOf(key, text string) (n int, err error) {
	if !strings.HasPrefix(text, "[") || !valid(text) {
		return 0, wrong(key, text, refusal.List)
	}
	split(text, func(string) bool { n++; return true })
	return n, nil
}

// elements calls read for each element of a list, until one is refused: that is read again, by its place.
func elements(key, text string, read func(key, text string) error) (err error) {
	i := 0
	split(text, func(text string) bool {
		if err = read(key, text); err != nil {
			err = read(key+"["+strconv.Itoa(i)+"]", text)
		}
		i++
		return err == nil
	})
	return err
}

// pairIn reads [x, y], both in the domain.
//
//go:noinline
func pairIn(d *refusal.Domain) parser[[2]float64] {
	return func(key, text string) ([2]float64, error) {
		inner, open := strings.CutPrefix(text, "[")
		inner, closed := strings.CutSuffix(inner, "]")
		first, second, two := strings.Cut(inner, ",")
		x, okX := parseNumber(strings.TrimSpace(first))
		y, okY := parseNumber(strings.TrimSpace(second))
		if !(open && closed && two && okX && okY && d.OK(x) && d.OK(y)) {
			return [2]float64{}, wrong(key, text, refusal.Pair.With(d.Want))
		}
		return [2]float64{x, y}, nil
	}
}

// checked adds a condition to a parser.
func checked[T any](parse parser[T], want refusal.Wanted, ok func(T) bool) parser[T] {
	return func(key, text string) (T, error) {
		v, err := parse(key, text)
		if err == nil && !ok(v) {
			err = wrong(key, text, want)
		}
		return v, err
	}
}
