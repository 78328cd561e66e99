package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"math"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

// runExport prints a scene in another form: perceptron export [-format pytorch|python-numpy|csv|svg] and the flags of
// a scene. With -step N, scripts end after that many steps, and the picture is of that moment.
func runExport(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("perceptron export", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "pytorch", "pytorch or python-numpy, a script that makes the same run; csv, the points; svg, the figure")
	steps := flags.Int("step", 0, "end after `N` steps of the optimiser; 0: after train.epochs")
	from := sourceFlags(flags)
	if status, ok := parse(flags, args); !ok {
		return status
	}

	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "perceptron export:", err)
		return status
	}
	write, known := exporters[*format]
	switch {
	case flags.NArg() > 0:
		return fail(2, fmt.Errorf("%q: want no argument but flags; a scene's file comes after -scene", flags.Arg(0)))
	case !known:
		return fail(2, fmt.Errorf("-format %q: want pytorch, python-numpy, csv or svg", *format))
	case *steps < 0 || *steps > maxSteps:
		return fail(2, fmt.Errorf("-step %d: want a whole number from 0 to %d", *steps, maxSteps))
	}
	s, _, err := from.read(stdin)
	if err != nil {
		return fail(2, err)
	}
	text, err := write(s, *steps)
	if err != nil {
		return fail(2, err)
	}
	w := bufio.NewWriter(stdout)
	w.WriteString(text)
	if err := w.Flush(); err != nil {
		return fail(1, err)
	}
	return 0
}

// maxSteps is how far a run goes (docs/scene.md).
const maxSteps = 1<<31 - 1

// exporters make the text of a scene, at its end or after some steps.
var exporters = map[string]func(s scene.Scene, steps int) (string, error){
	"pytorch": func(s scene.Scene, steps int) (string, error) {
		return export.PyTorch(s, export.Options{Steps: steps})
	},
	"python-numpy": func(s scene.Scene, steps int) (string, error) {
		return export.NumPy(s, export.Options{Steps: steps})
	},
	"csv": func(s scene.Scene, _ int) (string, error) {
		samples, err := export.Points(s)
		return string(table.Append(nil, samples)), err
	},
	"svg": svg,
}

// svg returns the figure as the page's still picture. Without steps it shows the scene's end.
func svg(s scene.Scene, steps int) (string, error) {
	if steps == 0 {
		out, err := train(s)
		if err != nil {
			return "", err
		}
		steps = out.run.Steps()
	}
	shot, err := session.Trained(s, steps)
	if err != nil {
		return "", err
	}
	return still.SVG(shot, still.Options{Title: title(shot), Heading: heading(shot), Axes: true}) + "\n", nil
}

// heading says where the run is.
func heading(s session.Snapshot) string {
	if math.IsNaN(s.Loss) {
		return fmt.Sprintf("epoch %d", s.Epoch)
	}
	return fmt.Sprintf("epoch %d, loss %.5f", s.Epoch, s.Loss)
}

// title says what the figure shows.
func title(s session.Snapshot) string {
	plural := func(n int, what string) string {
		if n != 1 {
			what += "s"
		}
		return fmt.Sprint(n, " ", what)
	}
	return fmt.Sprintf("%s of %d classes, and which class the model sees where, after %s",
		plural(s.Samples.Len(), "point"), max(2, s.Network.Outputs()), plural(s.Step, "step"))
}
