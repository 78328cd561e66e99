package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"

	"perceptronlab/perceptron/scene"
)

// runTrain trains a scene to its end: perceptron train [-scene FILE|-] [-preset NAME] [-csv FILE|-] [-json] [-data].
func runTrain(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("perceptron train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	from := sourceFlags(flags)
	asJSON := flags.Bool("json", false, "print one JSON object: initial, loss, parameters, queries, accuracy …")
	withData := flags.Bool("data", false, "print the points trained on as well")
	if status, ok := parse(flags, args); !ok {
		return status
	}

	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "perceptron train:", err)
		return status
	}
	if flags.NArg() > 0 {
		return fail(2, fmt.Errorf("%q: want no argument but flags; a scene's file comes after -scene", flags.Arg(0)))
	}
	s, classes, err := from.read(stdin)
	if err != nil {
		return fail(2, err)
	}
	out, err := train(s)
	if err != nil {
		return fail(2, err)
	}
	out.classes = classes
	w := bufio.NewWriter(stdout)
	if *asJSON {
		out.writeJSON(w, *withData)
	} else {
		out.writeText(w, *withData)
	}
	if err := w.Flush(); err != nil {
		return fail(1, err)
	}
	return 0
}

// train runs a scene with its edits to its last epoch, or to where it diverges.
func train(s scene.Scene) (outcome, error) {
	r, err := scene.NewRun(s)
	if err != nil {
		return outcome{}, err
	}
	r.Trainer().KeepAllLosses()
	out := outcome{initial: r.Trainer().Network().Parameters(), run: r}
	for !r.Ended() {
		before := r.Steps()
		r.Step()
		if _, diverged := r.Trainer().Diverged(); diverged {
			break
		}
		if r.Steps() == before {
			return out, fmt.Errorf("data: no points at step %d: want at least one to train on", before)
		}
		if r.Train().Epochs == 0 && !editsFollow(r) {
			return out, errors.New("train.epochs: 0: want at least 1, for the run to end")
		}
	}
	return out, nil
}

// editsFollow reports whether a recorded edit is still to come, which may set train.epochs.
func editsFollow(r *scene.Run) bool {
	return r.Applied() < r.Now().Len()
}
