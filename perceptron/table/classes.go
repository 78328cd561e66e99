package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"perceptronlab/perceptron/refusal"
)

// classes numbers the classes of a table, first as they appear.
type classes struct {
	max     int
	numeric bool // all so far are numbers
	names   []string
	values  []float64 // while numeric
	byName  map[string]int
}

// number returns the number of the class in a cell, or what was wanted instead; nil: nothing else.
func (c *classes) number(cell string, comma rune) (k int, want refusal.Wanted) {
	name := strings.TrimSpace(cell)
	if k, ok := c.byName[name]; ok {
		return k, nil
	}
	if name == "" {
		return 0, refusal.ClassCell
	}
	if !utf8.ValidString(name) {
		return 0, refusal.UTF8
	}
	v, isNumber := parseNumber(name, comma)
	k = len(c.names)
	if c.numeric && isNumber {
		if i := slices.Index(c.values, v); i >= 0 { // 1.0 is 1
			k = i
		}
	}
	if k == c.max && k == len(c.names) {
		return 0, refusal.ClassNames.With(c.max)
	}
	if k == len(c.names) {
		c.names = append(c.names, name)
		c.values = append(c.values, v)
	}
	c.numeric = c.numeric && isNumber
	if c.byName == nil {
		c.byName = map[string]int{}
	}
	c.byName[name] = k
	return k, nil
}

// truths numbers False and True, no and yes, whichever comes first, and adds the one that is missing; nil if the classes
// are different words.
func (c *classes) truths(y []uint8) []string {
	for _, pair := range [][2]string{{"false", "true"}, {"no", "yes"}} {
		var names [2]string
		place := make([]int, len(c.names))
		for k, name := range c.names {
			i := slices.Index(pair[:], strings.ToLower(name))
			if i < 0 || names[i] != "" {
				names = [2]string{}
				break
			}
			names[i], place[k] = name, i
		}
		if names == ([2]string{}) {
			continue
		}
		for i, name := range names {
			if name == "" {
				names[i] = alike(pair[i], names[1-i])
			}
		}
		for i, k := range y {
			y[i] = uint8(place[k])
		}
		return names[:]
	}
	return nil
}

// alike is a word in lower case, in upper case where the other is, or with its first letter as the other's.
func alike(word, other string) string {
	switch {
	case other == strings.ToUpper(other):
		return strings.ToUpper(word)
	case other != strings.ToLower(other):
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

// settle numbers classes that are numbers in ascending order in y, and returns the names of all.
func (c *classes) settle(y []uint8) []string {
	if names := c.truths(y); names != nil {
		return names
	}
	if !c.numeric {
		return c.names
	}
	if len(c.values) == 1 && c.values[0] == 1 { // one class of two
		for i := range y {
			y[i] = 1
		}
		return []string{"0", c.names[0]}
	}
	order := make([]int, len(c.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if c.values[a] < c.values[b] {
			return -1
		}
		return 1
	})
	place, names := make([]int, len(order)), make([]string, len(order))
	for at, k := range order {
		place[k], names[at] = at, c.names[k]
	}
	for i, k := range y {
		y[i] = uint8(place[k])
	}
	return names
}
