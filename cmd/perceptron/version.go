package main

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

// version is the project's: the newest in CHANGELOG.md, and the npm package's.
const version = "0.2.0"

// runVersion prints the version, the commit that this program was built from if the go command knew it, and Go's version.
func runVersion(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("perceptron version", flag.ContinueOnError)
	flags.SetOutput(stderr)
	if status, ok := parse(flags, args); !ok {
		return status
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "perceptron version: %q: want no argument\n", flags.Arg(0))
		return 2
	}
	fmt.Fprintf(stdout, "perceptron %s\n", version)
	if info, ok := debug.ReadBuildInfo(); ok {
		if commit := commitOf(info.Settings); commit != "" {
			fmt.Fprintf(stdout, "commit %s\n", commit)
		}
	}
	fmt.Fprintf(stdout, "%s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return 0
}

// commitOf returns the commit of a build, and whether files were changed after it; empty if the build doesn't say.
func commitOf(settings []debug.BuildSetting) string {
	var commit, changed string
	for _, s := range settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				changed = ", with changes"
			}
		}
	}
	if commit == "" {
		return ""
	}
	return commit + changed
}
