package site

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/scene"
)

// indexPage is web/index.html with the still picture of its scene, and the names of the files it needs.
func indexPage(root string, program, script, style File) (File, error) {
	text, err := os.ReadFile(filepath.Join(root, "web/index.html"))
	if err != nil {
		return File{}, err
	}
	poster, err := poster(scene.Default())
	if err != nil {
		return File{}, err
	}
	for _, r := range []struct{ old, new string }{
		{"<!--poster-->", poster},
		{`"lab.css"`, `"` + style.Name + `"`},
		{`"lab.js"`, `"` + script.Name + `"`},
		{`"lab.wasm"`, `"` + program.Name + `"`},
	} {
		if bytes.Count(text, []byte(r.old)) != 1 {
			return File{}, fmt.Errorf("build: web/index.html: want %s once", r.old)
		}
		text = bytes.Replace(text, []byte(r.old), []byte(r.new), 1)
	}
	return File{Name: "index.html", Data: text}, nil
}

// poster is a scene before its first step: what the live figure shows first.
func poster(s scene.Scene) (string, error) {
	run, err := session.New(s)
	if err != nil {
		return "", err
	}
	return still.SVG(run.Snapshot(), still.Options{Class: "poster"}), nil
}
