package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"perceptronlab/web/src/words"
)

// inEach is HTML of a text in every language, English first, each marked as its own but that.
func inEach(text func(l words.Language) string) string {
	var all []string
	for _, l := range words.Languages() {
		said := text(l)
		if l.Code != "en" {
			said = fmt.Sprintf(`<span lang="%s">%s</span>`, html.EscapeString(l.Code), said)
		}
		all = append(all, said)
	}
	return strings.Join(all, " ")
}

// withStatic writes into the Lab's page what it says where none of its scripts runs.
func withStatic(p File) (File, error) {
	return filled(p, map[string]string{
		"<!--unscripted-->": inEach(func(l words.Language) string { return l.Unscripted }),
		"<!--file-->":       inEach(func(l words.Language) string { return l.File }),
	})
}

// withStaticFrame is withStatic for the page of a frame, and gives its script the link's text by language.
func withStaticFrame(p File) (File, error) {
	var links [][2]string
	for _, l := range words.Languages() {
		links = append(links, [2]string{l.Code, l.Frame.Open})
	}
	list, err := json.Marshal(links) // in which < is escaped
	if err != nil {
		return File{}, err
	}
	return filled(p, map[string]string{
		"<!--unscripted-->": inEach(func(l words.Language) string { return html.EscapeString(l.Frame.Unscripted) }),
		"<!--open-->":       html.EscapeString(words.Languages()[0].Frame.Open),
		`[["open"]]`:        string(list),
	})
}

// filled is a page with texts in their places, each of which it has once.
func filled(p File, texts map[string]string) (File, error) {
	for place, text := range texts {
		if bytes.Count(p.Data, []byte(place)) != 1 {
			return File{}, fmt.Errorf("build: web/%s: want %s once", p.Name, place)
		}
		p.Data = bytes.Replace(p.Data, []byte(place), []byte(text), 1)
	}
	return p, nil
}
