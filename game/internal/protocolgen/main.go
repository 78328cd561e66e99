// Command protocolgen writes what the page must know of the Go program into a folder: protocol.ts, the types of what they say
// to each other, from the structs of the Go source, and entries.ts, what menus list:
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
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "protocolgen: want the module's folder, and the folder to write to")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "protocolgen:", err)
		os.Exit(1)
	}
}

func run(module, out string) error {
	src := source{}
	for _, folder := range []string{"game/figure", "game/session", "perceptron/scene"} {
		if err := src.read(filepath.Join(module, folder)); err != nil {
			return err
		}
	}
	text, err := protocol().typeScript(src)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(out, "protocol.ts"), []byte(text), 0o666),
		os.WriteFile(filepath.Join(out, "entries.ts"), []byte(entries()), 0o666),
	)
}
