// Command protocolgen writes what the page must know about the Go program: protocol.ts, the types of what they say
// to each other, from the structs of the Go source; entries.ts, the entries of menus; marks.ts, those of
// classes; palette.css; and the lists of languages:
//
//	go generate ./game
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintln(os.Stderr, "protocolgen: want the module's folder, and those to write TypeScript, marks, CSS and lists of words to")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]); err != nil {
		fmt.Fprintln(os.Stderr, "protocolgen:", err)
		os.Exit(1)
	}
}

func run(module, out, views, css, lists string) error {
	src := source{}
	for _, folder := range []string{"game/figure", "game/session", "perceptron", "perceptron/dataset", "perceptron/scene", "perceptron/refusal"} {
		if err := src.read(filepath.Join(module, folder)); err != nil {
			return err
		}
	}
	text, err := protocol().typeScript(src)
	if err != nil {
		return err
	}
	posts, err := filepath.Glob(filepath.Join(module, "web/post/*.md"))
	if err != nil {
		return err
	}
	parts, err := os.ReadFile(filepath.Join(module, "web/src/words/en/views.ts"))
	if err != nil {
		return err
	}
	for name, list := range wordLists(viewWords(string(parts)), posts) {
		if err := os.WriteFile(filepath.Join(lists, name), []byte(list), 0o666); err != nil {
			return err
		}
	}
	return errors.Join(
		os.WriteFile(filepath.Join(out, "protocol.ts"), []byte(text), 0o666),
		os.WriteFile(filepath.Join(out, "entries.ts"), []byte(entries()), 0o666),
		os.WriteFile(filepath.Join(views, "marks.ts"), []byte(marks()), 0o666),
		os.WriteFile(filepath.Join(css, "palette.css"), []byte(palette()), 0o666),
	)
}
