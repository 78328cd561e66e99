package view

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var colour = regexp.MustCompile(`#([0-9a-fA-F]{3,8})(?:[^0-9A-Za-z_-]|$)`)

// What the page shows has no colour of its own: style sheets name those of palette.css, other files have the same.
func TestNoFileHasAColourOfItsOwn(t *testing.T) {
	known := map[string]bool{}
	for _, c := range append(append(append([]uint32{LineColor, RingColor, TestLossColor}, classColors[:]...), queryColors...), otherColors...) {
		known[Hex(c)] = true
	}
	for _, s := range Shades {
		known[Hex(s.Light)], known[Hex(s.Dark)] = true, true
	}
	files := 0
	err := filepath.WalkDir("../../web", func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			switch d.Name() {
			case "node_modules", "test", "bench", "npm", "lighthouse":
				return filepath.SkipDir
			}
			return nil
		}
		kind := filepath.Ext(path)
		if !strings.Contains(" .css .html .svg .webmanifest ", " "+kind+" ") || d.Name() == "palette.css" {
			return nil
		}
		files++
		text, err := os.ReadFile(path)
		for _, found := range colour.FindAllStringSubmatch(string(text), -1) {
			hex := "#" + found[1]
			if kind == ".css" && hex != "#000" || kind != ".css" && !known[hex] { // #000 is all of a mask
				t.Errorf("%s: %s: want a colour of palette.go", path, hex)
			}
		}
		return err
	})
	if err != nil || files < 20 {
		t.Errorf("%d files read, %v", files, err)
	}
}
