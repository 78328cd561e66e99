package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"perceptronlab/cmd/perceptron/post"
	"perceptronlab/cmd/perceptron/raster"
	"perceptronlab/web/src/words"
)

// published is when the text of the posts was last changed.
var published = time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)

// The size of the picture that previews of links show, in CSS pixels; it is twice as dense.
const previewWidth, previewHeight = 600, 315

// posts are the pages of web/post/*.md, one a language that has it, with their feeds and pictures. base is the address where the
// site will be, or "" if it isn't known.
func posts(root, base string, assets []File) ([]File, error) {
	layout, err := os.ReadFile(filepath.Join(root, "web/post/page.html"))
	if err != nil {
		return nil, err
	}
	var files []File
	keep := func(f File) string {
		if !slices.ContainsFunc(files, func(other File) bool { return other.Name == f.Name }) {
			files = append(files, f)
		}
		return f.Name
	}
	still := func(f post.Figure) (string, error) {
		svg, err := f.SVG()
		return "../" + keep(Hashed("figure-"+f.ID+".svg", []byte(svg))), err
	}
	source := func(l words.Language) string { return filepath.Join(root, "web/post", l.Code+".md") }
	posted := slices.DeleteFunc(slices.Clone(words.Languages()), func(l words.Language) bool {
		_, err := os.Stat(source(l))
		return errors.Is(err, fs.ErrNotExist)
	})
	for _, own := range posted {
		text, err := os.ReadFile(source(own))
		if err != nil {
			return nil, err
		}
		read, err := post.Read(own.Code, text, still)
		if err != nil {
			return nil, fmt.Errorf("build: %s: %w", source(own), err)
		}
		others := slices.DeleteFunc(slices.Clone(posted), func(l words.Language) bool { return l.Code == own.Code })
		picture, err := preview(read)
		if err != nil {
			return nil, err
		}
		page := post.Page{Post: read, Others: others, Base: base, Picture: keep(picture), Date: published}
		html, err := page.HTML(string(layout))
		if err != nil {
			return nil, fmt.Errorf("build: web/post/page.html: %w", err)
		}
		feed, err := page.Feed()
		if err != nil {
			return nil, err
		}
		files = append(files,
			withNames(File{Name: own.Code + "/index.html", Data: html}, assets),
			File{Name: own.Code + "/feed.xml", Data: feed})
	}
	return files, nil
}

// preview is the picture of the last figure of a post, as wide as previews of links show it.
func preview(p post.Post) (File, error) {
	shot, err := p.Figures[len(p.Figures)-1].Shot()
	if err != nil {
		return File{}, err
	}
	png, err := raster.PNG(shot, previewWidth, previewHeight)
	return Hashed("post.png", png), err
}

// aPost matches the names of files that only posts use.
var aPost = regexp.MustCompile(`^(post|figure-[^/]*)\.|/`)
