package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed driver.py
var driver string

// runScripts exports the scenes, runs all scripts in one Python and returns what each printed. In every script old is
// first replaced by new, unless old is empty.
func runScripts(folder, program, python, format, old, new string, scenes []named) ([]string, error) {
	args := []string{"-c", driver, format}
	for _, s := range scenes {
		text, err := output(program, "export", "-format", format, "-scene", filepath.Join(folder, s.name+".json"))
		if err != nil {
			return nil, err
		}
		if old != "" {
			if !strings.Contains(text, old) {
				return nil, fmt.Errorf("%s: the script doesn't say %s", s.name, old)
			}
			text = strings.Replace(text, old, new, 1)
		}
		file := filepath.Join(folder, s.name+"."+format+".py")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return nil, err
		}
		args = append(args, file)
	}
	if _, err := output(python, args...); err != nil {
		return nil, err
	}
	printed := make([]string, len(scenes))
	for i, file := range args[3:] {
		text, err := os.ReadFile(file + ".out")
		if err != nil {
			return nil, err
		}
		printed[i] = string(text)
	}
	return printed, nil
}
