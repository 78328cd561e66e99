// Command perceptron trains and exports scenes, serves the built site, and builds it. See perceptron help.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// A command runs with the arguments after its name and returns the exit status: 0, 1 for failures from outside,
// 2 for bad input. It writes errors to stderr.
type command struct {
	name, args, about string
	run               func(args []string, stdin io.Reader, stdout, stderr io.Writer) int
}

var commands = []command{
	{"train", "[-scene FILE|-] [-preset NAME] [-csv FILE|-] [-json] [-data]", "train a scene and print what it learned", runTrain},
	{"export", "[-format pytorch|python-numpy|csv|svg] [-scene FILE|-] [-preset NAME] [-csv FILE|-] [-step N]",
		"print a scene as a script, as its points or as a picture", runExport},
	{"embed", "[-format element|iframe|jekyll|hugo] [-preset NAME] [-scene FILE|-] [-url PREFIX] DIR",
		"write the files a site needs for its figures, and print what to put into a page", runEmbed},
	{"serve", "[-addr HOST:PORT] [DIR]", "serve a built site, dist if none is named", runServe},
	{"build", "[-release] [-o DIR]", "build the site",
		func(args []string, _ io.Reader, stdout, stderr io.Writer) int { return runBuild(args, stdout, stderr) }},
	{"version", "", "print the versions of the project and of Go, and the commit", runVersion},
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs a command. If it could not write its output, that is a failure. Its errors can be shown in any terminal.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &output{Writer: stdout}
	stderr = plain{stderr}
	status := runCommand(args, stdin, out, stderr)
	if status == 0 && out.err != nil {
		fmt.Fprintln(stderr, "perceptron:", out.err)
		return 1
	}
	return status
}

func runCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		usage(stderr)
		return 2
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.run(args[1:], stdin, stdout, stderr)
		}
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		usage(stdout)
		return 0
	}
	fmt.Fprintf(stderr, "perceptron: %q: want train, export, embed, serve, build, version or help\n", args[0])
	return 2
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Perceptron Lab on the command line.\n\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  %s\n        %s\n", strings.TrimSpace("perceptron "+c.name+" "+c.args), c.about)
	}
	fmt.Fprint(w, "\nperceptron COMMAND -h says more.\n")
}
