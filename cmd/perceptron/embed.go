package main

import (
	"flag"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"perceptronlab/cmd/perceptron/embedding"
	"perceptronlab/perceptron/scene"
)

// runEmbed writes the files that a site needs for its figures, and prints what to put into a page:
// perceptron embed [-format element|iframe|jekyll|hugo] DIR, with flags for the figure.
func runEmbed(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("perceptron embed", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var o embedding.Options
	flags.StringVar(&o.Format, "format", "element", strings.Join(embedding.Formats(), ", "))
	flags.StringVar(&o.Built, "from", "dist", "the `folder` of the built site")
	flags.StringVar(&o.URL, "url", "", "where the files will be served: a path or an `address` (default /perceptron-lab/, or what Jekyll and Hugo make of it)")
	flags.StringVar(&o.ID, "id", "", "the figure's `id`, for links in the prose")
	flags.StringVar(&o.Alt, "alt", "", "what the figure shows, for those who can't see it")
	flags.StringVar(&o.Controls, "controls", "", "full, basic or none")
	flags.StringVar(&o.Poster, "poster", "svg", "the still picture's `kind`: svg, or png for mail, feeds and link previews")
	flags.IntVar(&o.Width, "width", embedding.DefaultWidth, "of the still picture, in CSS `pixels`, 1 to 4096")
	flags.IntVar(&o.Height, "height", embedding.DefaultHeight, "of the still picture, in CSS `pixels`, 1 to 4096")
	file := flags.String("scene", "", "the scene's JSON `file`, or - for standard input")
	preset := flags.String("preset", "", "a scene by `name`: "+strings.Join(scene.Presets(), ", "))
	if status, ok := parse(flags, args); !ok {
		return status
	}

	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "perceptron embed:", err)
		return status
	}
	switch {
	case flags.NArg() != 1 || flags.Arg(0) == "":
		return fail(2, fmt.Errorf("%q: want one folder, and flags before it", flags.Args()))
	case !slices.Contains(embedding.Formats(), o.Format):
		return fail(2, fmt.Errorf("-format %q: want %s", o.Format, strings.Join(embedding.Formats(), ", ")))
	case !isServed(o.URL):
		return fail(2, fmt.Errorf("-url %q: want a path, as /figures/, or an http or https address", o.URL))
	case !slices.Contains(embedding.Posters(), o.Poster):
		return fail(2, fmt.Errorf("-poster %q: want %s", o.Poster, strings.Join(embedding.Posters(), " or ")))
	case o.Width < 1 || o.Height < 1 || o.Width > 4096 || o.Height > 4096:
		return fail(2, fmt.Errorf("-width %d, -height %d: want 1 to 4096", o.Width, o.Height))
	case !slices.Contains([]string{"", "full", "basic", "none"}, o.Controls):
		return fail(2, fmt.Errorf("-controls %q: want full, basic or none", o.Controls))
	}
	if err := o.Fit(); err != nil {
		return fail(2, err)
	}
	o.Dir = flags.Arg(0)
	if err := chooseScene(&o, *file, *preset, stdin); err != nil {
		return fail(2, err)
	}
	result, err := embedding.Write(o)
	if err != nil {
		return fail(1, err)
	}
	fmt.Fprintf(stderr, "%s: %d files written, %d already there\n", o.Dir, len(result.Written), result.Kept)
	if _, err := io.WriteString(stdout, result.Snippet); err != nil {
		return fail(1, err)
	}
	return 0
}

// isServed reports whether files can be served at an address: a path, or an http address. What an address must escape is refused: it
// would end a string of a template.
func isServed(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "" || (u.Scheme == "http" || u.Scheme == "https") && u.Host != "") && u.RawQuery == "" && u.Fragment == "" &&
		!strings.ContainsAny(address, "\"'<>`{}\\")
}

var unfit = regexp.MustCompile(`[^a-z0-9-]+`)

// chooseScene reads the scene of a file or preset, and names it: by its preset, or by its file.
func chooseScene(o *embedding.Options, file, preset string, stdin io.Reader) (err error) {
	if file == "" || preset != "" {
		o.Name = preset
		o.Scene, err = chosenScene(file, preset, stdin)
		return err
	}
	if o.JSON, err = readInput(file, stdin); err != nil {
		return err
	}
	o.Name = strings.Trim(unfit.ReplaceAllString(strings.ToLower(strings.TrimSuffix(filepath.Base(file), ".json")), "-"), "-")
	if o.Name == "" {
		o.Name = "scene"
	}
	o.Scene, err = scene.Parse(o.JSON)
	return err
}
