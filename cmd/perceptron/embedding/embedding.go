// Package embedding writes what somebody's site needs to show figures, and the snippet that shows one: for plain HTML, for
// an iframe, for Jekyll and for Hugo.
package embedding

import (
	"fmt"
	"strings"

	"perceptronlab/perceptron/scene"
)

// Options say what to write, and where.
type Options struct {
	Format string // one of Formats
	Built  string // the folder of the built site
	Dir    string // the folder to write into; for jekyll and hugo, the site's root
	URL    string // where the files will be served; empty: "/perceptron-lab/", or what the generator makes of it

	Scene scene.Scene
	Name  string // the preset's, or that of the scene's file; empty: the default scene, and posters of all presets
	JSON  []byte // the scene's own text; nil for a preset

	ID, Alt, Controls string // attributes of the figure; empty: none
	Width, Height     int    // of its still picture in CSS pixels, > 0: its ratio
	Poster            string // one of Posters, the still picture's file
}

// The still picture's default size: room for the plane, and for a bar of buttons below it.
const DefaultWidth, DefaultHeight = 800, 660

// Formats are the ways to put a figure into a page.
func Formats() []string { return []string{"element", "iframe", "jekyll", "hugo"} }

// Posters are the kinds of still pictures: PNG for mail, feeds and link previews, which don't show SVG.
func Posters() []string { return []string{"svg", "png"} }

// Result says what Write did.
type Result struct {
	Snippet string // what to put into a page, with a newline at its end
	Written []string
	Kept    int // files that were there already, with the right content
}

// Write writes the files that are not there yet, and leaves all others alone.
func Write(o Options) (Result, error) {
	built, err := readBuilt(o.Built)
	if err != nil {
		return Result{}, err
	}
	switch o.Format {
	case "element":
		return o.writeElement(built)
	case "iframe":
		return o.writeFrame(built)
	case "jekyll", "hugo":
		return o.writeGenerator(built, generators[o.Format])
	}
	return Result{}, fmt.Errorf("format %q: want %s", o.Format, strings.Join(Formats(), ", "))
}

func (o Options) writeElement(b built) (Result, error) {
	own, posters, err := o.posters()
	if err != nil {
		return Result{}, err
	}
	files := append(b.element(), posters...)
	attribute, value, file := o.sceneAttribute()
	if file != nil {
		files = append(files, *file)
		value = o.prefix() + value
	}
	w := writer{dir: o.Dir}
	w.write(files)
	return w.result(o.elementSnippet(b, attribute, value, own))
}

func (o Options) writeFrame(b built) (Result, error) {
	if b.frame == nil {
		return Result{}, fmt.Errorf("%s has no frame.html: want a site built by this version; make dist builds one", o.Built)
	}
	w := writer{dir: o.Dir}
	w.write(append(append(b.frame, b.program, b.licenses), b.views...))
	return w.result(o.frameSnippet())
}

// prefix is where the files will be served, with a slash at its end.
func (o Options) prefix() string {
	if o.URL == "" {
		return "/perceptron-lab/"
	}
	return strings.TrimSuffix(o.URL, "/") + "/"
}
