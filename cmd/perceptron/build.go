package main

import (
	"flag"
	"fmt"
	"io"
	"regexp"
	"text/tabwriter"

	"perceptronlab/cmd/perceptron/site"
	"perceptronlab/cmd/perceptron/slim"
)

// runBuild builds the site: perceptron build [-release] [-base URL] [-plain] [-packages] [-budget BYTES] [-o DIR], in the
// project's folder.
func runBuild(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("perceptron build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", "dist", "the `folder` to write")
	release := flags.Bool("release", false, "compress as much as possible: takes half a minute")
	base := flags.String("base", "", "the `address` where the site will be, for previews of links and search engines")
	plain := flags.Bool("plain", false, "build the program as the go command does: twice as large, with lines in stack traces")
	packages := flags.Bool("packages", false, "print how much each Go package adds to the program")
	budget := flags.Int("budget", 0, "fail if a first visit fetches over one percent more `bytes` than this; 0: never")
	if status, ok := parse(flags, args); !ok {
		return status
	}
	if *budget < 0 {
		fmt.Fprintf(stderr, "perceptron build: -budget %d: want 0 or more\n", *budget)
		return 2
	}
	if *base != "" && !(isServed(*base) && whole.MatchString(*base)) {
		fmt.Fprintf(stderr, "perceptron build: -base %q: want an http or https address\n", *base)
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "perceptron build: %q: want no argument but flags\n", flags.Arg(0))
		return 2
	}
	say := func(doing string) { fmt.Fprintln(stderr, "perceptron build:", doing) }
	files, err := site.Build(site.Options{Root: ".", Out: *out, Release: *release, Plain: *plain, Base: *base, Progress: say})
	if err != nil {
		fmt.Fprintln(stderr, "perceptron:", err)
		return 1
	}
	printWeights(stdout, files)
	if *packages {
		list, err := site.Packages(".", say)
		if err != nil {
			fmt.Fprintln(stderr, "perceptron:", err)
			return 1
		}
		printPackages(stdout, list)
	}
	if weight := site.FirstVisitBytes(files); *budget > 0 && weight > *budget+*budget/100 {
		fmt.Fprintf(stderr, "perceptron build: a first visit fetches %d bytes, want at most %d\n", weight, *budget)
		return 1
	}
	return 0
}

// whole is the beginning of an address that is more than a path.
var whole = regexp.MustCompile(`^https?://`)

// printWeights prints the size of each file as it is sent, and what a first visit fetches in total.
func printWeights(w io.Writer, files []site.File) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "bytes\tgzip\tbrotli\t ")
	var raw, gz int
	for _, f := range files {
		fmt.Fprintf(table, "%d\t%d\t%d\t  %s\n", len(f.Data), len(f.Gzip), len(f.Brotli), f.Name)
		if f.FirstVisit() {
			raw, gz = raw+len(f.Data), gz+len(f.Gzip)
		}
	}
	fmt.Fprintf(table, "%d\t%d\t%d\t  a first visit to the Lab\n", raw, gz, site.FirstVisitBytes(files))
	fmt.Fprintf(table, "\t\t%d\t  fetched after it, in the background, for use without a network\n", site.OfflineBytes(files))
	table.Flush()
}

// printPackages prints the bytes of each Go package in the program, before compression.
func printPackages(w io.Writer, list []slim.Package) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\nbytes\t ")
	for _, p := range list {
		fmt.Fprintf(table, "%d\t  %s\n", p.Bytes, p.Name)
	}
	table.Flush()
}
