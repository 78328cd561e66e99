package site

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"perceptronlab/cmd/perceptron/post"
	"perceptronlab/cmd/perceptron/raster"
)

// published is when the text of the posts was last changed.
var published = time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)

// The size of the picture that previews of links show, in CSS pixels; it is twice as dense.
const previewWidth, previewHeight = 600, 315

// posts are the pages of web/post/*.md, one a language, with their feeds and pictures. base is the address where the site will
// be, or "" if it isn't known.
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
	for _, own := range post.Languages {
		source := filepath.Join(root, "web/post", own.Language+".md")
		text, err := os.ReadFile(source)
		if err != nil {
			return nil, err
		}
		read, err := post.Read(own.Language, text, still)
		if err != nil {
			return nil, fmt.Errorf("build: %s: %w", source, err)
		}
		others := slices.DeleteFunc(slices.Clone(post.Languages), func(o post.Other) bool { return o == own })
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
			withNames(File{Name: own.Language + "/index.html", Data: html}, assets),
			File{Name: own.Language + "/feed.xml", Data: feed})
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
