package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

// source is where a command's scene comes from.
type source struct{ scene, preset, csv, columns *string }

func sourceFlags(flags *flag.FlagSet) source {
	return source{
		flags.String("scene", "", "the scene's JSON `file`, or - for standard input; without it, the blog post's scene"),
		flags.String("preset", "", "a scene by `name`: "+strings.Join(scene.Presets(), ", ")),
		flags.String("csv", "", "a `file` of points x1, x2, class, or - for standard input, in place of the scene's points"),
		flags.String("columns", "", "which `columns` of -csv hold x1, x2 and the class, by name or by number from 1, as in 3,4,species"),
	}
}

// read reads the scene. classes are the names that a table gives the classes, nil if they are 0..K-1.
func (f source) read(stdin io.Reader) (s scene.Scene, classes []string, err error) {
	if *f.scene == "-" && *f.csv == "-" {
		return s, nil, errors.New("-scene and -csv: want one of them from standard input")
	}
	if *f.columns != "" && *f.csv == "" {
		return s, nil, fmt.Errorf("-columns %q: want -csv with it", *f.columns)
	}
	s, err = chosenScene(*f.scene, *f.preset, stdin)
	if err != nil || *f.csv == "" {
		return s, nil, err
	}
	columns, err := f.wanted()
	if err != nil {
		return s, nil, err
	}
	own := *f.scene == "" && *f.preset == "" // no network was asked for: make one that fits
	outputs := s.Model.Layers[len(s.Model.Layers)-1]
	most := max(outputs, 2)
	if own {
		most = table.MaxClasses
	}
	t, err := readTable(*f.csv, stdin, table.Options{MaxClasses: most, Columns: columns})
	if err != nil {
		return s, nil, err
	}
	s = s.WithPoints(t.Samples)
	for k, name := range t.Classes {
		if name != strconv.Itoa(k) {
			return s, t.Classes, nil
		}
	}
	return s, nil, nil
}

// wanted returns the columns that were named.
func (f source) wanted() (columns [3]string, err error) {
	if *f.columns == "" {
		return columns, nil
	}
	names := strings.Split(*f.columns, ",")
	if len(names) != 3 {
		return columns, fmt.Errorf("-columns %q: want three, of x1, x2 and the class, as in 3,4,species", *f.columns)
	}
	return [3]string(names), nil
}

func readTable(file string, stdin io.Reader, o table.Options) (table.Table, error) {
	text, err := readInput(file, stdin)
	if err != nil {
		return table.Table{}, err
	}
	t, err := withHint(table.Read(bytes.NewReader(text), o))
	if wrong := new(refusal.Error); errors.As(err, &wrong) && file != "-" {
		err = fmt.Errorf("%s: %w", file, err)
	}
	return t, err
}

// withHint adds, to the refusal of a table with more columns, how to say which to use.
func withHint(t table.Table, err error) (table.Table, error) {
	if wrong := new(refusal.Error); errors.As(err, &wrong) && wrong.Column > 3 && refusal.ThreeColumns.Names(wrong.Want) {
		err = fmt.Errorf("%w, or -columns to say which they are", err)
	}
	return t, err
}

// chosenScene reads the scene of a file or preset; the blog post's, if neither is named.
func chosenScene(file, preset string, stdin io.Reader) (scene.Scene, error) {
	var text []byte
	var err error
	switch {
	case file != "" && preset != "":
		return scene.Scene{}, errors.New("-scene and -preset: want one of them")
	case preset != "":
		s, ok := scene.Preset(preset)
		if !ok {
			return s, fmt.Errorf("-preset %q: want one of %s", preset, strings.Join(scene.Presets(), ", "))
		}
		return s, nil
	case file == "":
		return scene.Default(), nil
	default:
		text, err = readInput(file, stdin)
	}
	if err != nil {
		return scene.Scene{}, err
	}
	return scene.Parse(text)
}
