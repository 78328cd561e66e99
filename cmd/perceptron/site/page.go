package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/scene"
)

// page is an HTML file of web/, with the plain names of the files it uses replaced by hashed ones.
func page(root, name string, assets []File) (File, error) {
	text, err := os.ReadFile(filepath.Join(root, "web", name))
	return withNames(File{Name: name, Data: text}, assets), err
}

// labPage is the Lab's.
func labPage(root string, assets []File) (File, error) {
	p, err := page(root, "index.html", nil)
	if err == nil {
		p, err = withStatic(p)
	}
	if err == nil {
		p, err = prerender(root, p)
	}
	if err == nil {
		p, err = withPoster(p)
	}
	if err == nil {
		p, err = withStyle(root, p)
	}
	if err != nil {
		return File{}, err
	}
	return withPolicy(withNames(p, assets)), nil
}

// withStyle writes the page's style sheet into the page: the first picture needs no other file.
func withStyle(root string, p File) (File, error) {
	const place = "<style></style>"
	if bytes.Count(p.Data, []byte(place)) != 1 {
		return File{}, fmt.Errorf("build: web/%s: want %s once", p.Name, place)
	}
	css, err := styleSheet(filepath.Join(root, "web/lab.css"))
	p.Data = bytes.Replace(p.Data, []byte(place), slices.Concat([]byte("<style>"), bytes.TrimSpace(css), []byte("</style>")), 1)
	return p, err
}

var inline = regexp.MustCompile(`(?s)<(script|style)>(.*?)</`)

// withPolicy tells the page's policy the hashes of the scripts and styles that stand in the page.
func withPolicy(p File) File {
	hashes := map[string][]string{}
	for _, found := range inline.FindAllSubmatch(p.Data, -1) {
		sum := sha256.Sum256(found[2])
		kind := string(found[1])
		hashes[kind] = append(hashes[kind], "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	for kind, all := range hashes {
		p.Data = bytes.Replace(p.Data, []byte("{"+kind+"s}"), []byte(strings.Join(all, " ")), 1)
	}
	return p
}

// withNames replaces the plain names of files, in quotes, by the hashed ones, also those that a page in a folder below theirs
// uses.
func withNames(p File, assets []File) File {
	for _, asset := range assets {
		for _, folder := range []string{"", "../"} {
			plain, hashed := `"`+folder+plainName(asset.Name)+`"`, `"`+folder+asset.Name+`"`
			p.Data = bytes.ReplaceAll(p.Data, []byte(plain), []byte(hashed))
		}
	}
	return p
}

// markPages begins each page with a mark that says it is UTF-8, whatever a host says of pages: where Apache is told that all are
// Latin-1, their texts would be others than they are written, and their styles and scripts others than their policies allow.
func markPages(files []File) {
	for i, f := range files {
		if strings.HasSuffix(f.Name, ".html") {
			files[i].Data = slices.Concat([]byte("\ufeff"), f.Data)
		}
	}
}

// plainName is a hashed file's name without the hash.
func plainName(name string) string {
	parts := strings.Split(name, ".")
	return strings.Join(append(parts[:len(parts)-2:len(parts)-2], parts[len(parts)-1]), ".")
}

// withPoster puts the still picture of the page's scene in its place: before the first step, as the live figure
// will show it first.
func withPoster(p File) (File, error) {
	const place = "<!--poster-->"
	if bytes.Count(p.Data, []byte(place)) != 1 {
		return File{}, fmt.Errorf("build: web/%s: want %s once", p.Name, place)
	}
	run, err := session.New(scene.Default())
	if err != nil {
		return File{}, err
	}
	svg := still.SVG(run.Snapshot(), still.Options{Class: "poster"})
	p.Data = bytes.Replace(p.Data, []byte(place), []byte(svg), 1)
	return p, nil
}

// withStills puts the names of the presets' pictures in their place, as a JavaScript list.
func withStills(p File, assets []File) (File, error) {
	var names []string
	for _, f := range assets {
		if strings.HasSuffix(f.Name, ".svg") {
			names = append(names, f.Name)
		}
	}
	list, err := json.Marshal(names)
	if err != nil {
		return File{}, err
	}
	return filled(p, map[string]string{`["stills"]`: string(list)})
}

// posters are the pictures of the presets, trained: what a post shows until its figure is live, and what its feed shows.
func posters() ([]File, error) {
	var files []File
	for _, name := range scene.Presets() {
		s, _ := scene.Preset(name)
		svg, err := Poster(s, name)
		if err != nil {
			return nil, fmt.Errorf("poster %s: %w", name, err)
		}
		files = append(files, Hashed(name+".svg", []byte(svg)))
	}
	return files, nil
}

// Poster is a scene's picture at the end of its epochs, or untrained if it has no end.
func Poster(s scene.Scene, title string) (string, error) {
	shot, err := session.Trained(s, 0)
	if err != nil {
		return "", err
	}
	return still.SVG(shot, still.Options{Title: title}), nil
}
