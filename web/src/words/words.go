// Package words has the texts that the build writes, in every language: what stands in pages where no script runs, and what
// pictures show. The texts that scripts show are beside them, in TypeScript. A language is a folder here.
package words

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"sync"
)

// A Language is one that readers may choose. Unscripted and File are HTML, the other texts are not.
type Language struct {
	Code       string `json:"-"`          // as in lang="ko"
	Name       string `json:"name"`       // what it calls itself
	Unscripted string `json:"unscripted"` // in place of the Lab's script
	File       string `json:"file"`       // where the Lab is opened as a file
	Frame      struct {
		Open       string `json:"open"`       // the link to the live figure
		Unscripted string `json:"unscripted"` // in place of frame.html's script
	} `json:"frame"`
	Post map[string]string `json:"post"` // what the page around a post says
	Alt  Alt               `json:"alt"`
}

// Alt is what a still picture shows, for those who don't see it. What braces name is filled in (Fill): points, classes, steps, units.
type Alt struct {
	Any            string `json:"any"`            // of a scene that isn't known
	Empty          string `json:"empty"`          // without points
	Line           string `json:"line"`           // of one neuron
	TrainedLine    string `json:"trainedLine"`    // of one neuron after training
	Regions        string `json:"regions"`        // of a network
	TrainedRegions string `json:"trainedRegions"` // of a network after training
}

var braces = regexp.MustCompile(`\{(\w+)(?:: (.+?), (.+?))?\}`)

// Fill puts numbers and texts in the place of what braces name: {steps} or, with the word for one and for others,
// {steps: step, steps}.
func Fill(text string, with map[string]any) string {
	return braces.ReplaceAllStringFunc(text, func(found string) string {
		part := braces.FindStringSubmatch(found)
		value, one, more := fmt.Sprint(with[part[1]]), part[2], part[3]
		switch {
		case more == "":
			return value
		case value == "1":
			return value + " " + one
		}
		return value + " " + more
	})
}

//go:embed */static.json
var files embed.FS

// Languages are all that there are, English first, then by their codes.
var Languages = sync.OnceValue(func() []Language {
	all, err := read(files)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return all
})

func read(folder fs.FS) (all []Language, err error) {
	names, err := fs.Glob(folder, "*/static.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		l := Language{Code: path.Dir(name)}
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&l); err != nil {
			return nil, fmt.Errorf("web/src/words/%s: %w", name, err)
		}
		all = append(all, l)
	}
	english := slices.IndexFunc(all, func(l Language) bool { return l.Code == "en" })
	if english < 0 {
		return nil, fmt.Errorf("web/src/words: no en/static.json")
	}
	return slices.Insert(slices.Delete(slices.Clone(all), english, english+1), 0, all[english]), nil
}
