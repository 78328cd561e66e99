package session

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// NameQuery gives an asked point a name of at most 40 characters (MaxName); without one it is called by its number again.
type NameQuery struct {
	Index int    `json:"index"`
	Name  string `json:"name"`
}

// MaxName is in characters: as many as have room beside a point.
const MaxName = 40

func (c *NameQuery) apply(s *Session) error {
	numbers := s.run.QueryNumbers()
	if c.Index < 0 || c.Index >= len(numbers) {
		return refusal.New("nameQuery.index", strconv.Itoa(c.Index), refusal.IndexTo.With(len(numbers)-1))
	}
	name, err := checkName(c.Name)
	if err != nil {
		return err
	}
	if s.names[numbers[c.Index]] == name {
		return nil
	}
	before := s.present()
	// A new map: moments and snapshots keep the old one.
	names := maps.Clone(s.names)
	if names == nil {
		names = map[int]string{}
	}
	if names[numbers[c.Index]] = name; name == "" {
		delete(names, numbers[c.Index])
	}
	s.names = names
	s.history.add(&change{before: before, kind: ofSettings})
	s.changes++
	return nil
}

// namesOf returns names by the numbers of asked points, as a link or a saved session has them.
func namesOf(given map[int]string) (map[int]string, error) {
	names := map[int]string{}
	for number, name := range given {
		name, err := checkName(name)
		if err != nil {
			return nil, err
		}
		if name != "" {
			names[number] = name
		}
	}
	return names, nil
}

// checkName returns the name as it is kept: without marks that turn what stands behind it around.
func checkName(name string) (string, error) {
	if !utf8.ValidString(name) {
		return "", refusal.Quoted("name", "", name, refusal.UTF8)
	}
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if refusal.Turns(r) {
			return -1
		}
		return r
	}, name))
	if utf8.RuneCountInString(name) > MaxName || strings.ContainsFunc(name, unicode.IsControl) {
		return "", refusal.Quoted("name", "", name, refusal.NameWithin.With(MaxName))
	}
	return name, nil
}

// namesKey is the key of a link: names=0:Anna;3:Bo%20Kim, by the asked points' numbers.
const namesKey = "names"

func (s *Session) nameList() string {
	var list []string
	for _, number := range slices.Sorted(maps.Keys(s.names)) {
		if slices.Contains(s.run.QueryNumbers(), number) {
			list = append(list, strconv.Itoa(number)+":"+scene.Escape(s.names[number]))
		}
	}
	return strings.Join(list, ";")
}

func parseNames(text string) (map[int]string, error) {
	names := map[int]string{}
	for _, part := range strings.Split(text, ";") {
		digits, name, _ := strings.Cut(part, ":")
		number, err := strconv.Atoi(digits)
		if err != nil || number < 0 {
			return nil, refusal.Quoted("names", "", part, refusal.NumberedNames)
		}
		names[number] = scene.Unescape(name)
	}
	return names, nil
}
