package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// outcome is a run at its end, and the parameters it began with (after edits of step 0).
type outcome struct {
	initial [][]float64
	run     *scene.Run
	classes []string // their names in a table, if they are not 0..K-1
}

// A number is null in JSON if it is not finite: a run that diverged has such parameters.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if v := float64(n); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

type query struct {
	Point       [2]float64 `json:"point"`
	Probability []number   `json:"probability"`
	class       int
}

// queries are the points asked about, with the probability of class 1, or of each of K classes.
func (o *outcome) queries() []query {
	net := o.run.Trainer().Network()
	queries := []query{}
	for _, x := range o.run.Queries() {
		z := net.LogitsAt(x)
		p := make([]float64, len(z))
		perceptron.Probabilities(p, z, len(z))
		queries = append(queries, query{x, numbers(p), perceptron.Predict(z)})
	}
	return queries
}

// writeJSON writes one object, with the keys of docs/scene.md.
func (o *outcome) writeJSON(w io.Writer, withData bool) {
	t := o.run.Trainer()
	layers := t.Network().Layers()
	type data struct {
		X [][2]float64 `json:"x"`
		Y []int        `json:"y"`
	}
	out := struct {
		Initial    []any    `json:"initial"`
		Loss       []number `json:"loss"`
		Parameters []any    `json:"parameters"`
		Queries    []query  `json:"queries"`
		Accuracy   number   `json:"accuracy"`
		TestLoss   []number `json:"test_loss,omitempty"`
		Data       *data    `json:"data,omitempty"`
		Diverged   *int     `json:"diverged,omitempty"` // the step
		Classes    []string `json:"classes,omitempty"`
	}{
		Initial: nested(o.initial, layers), Loss: numbers(t.Losses()), TestLoss: numbers(t.TestLosses()),
		Parameters: nested(t.Network().Parameters(), layers), Queries: o.queries(), Accuracy: number(t.Accuracy()),
		Classes: o.classes,
	}
	if withData {
		x, y := t.Samples().Wide()
		out.Data = &data{x, y}
	}
	if step, diverged := t.Diverged(); diverged {
		out.Diverged = &step
	}
	text, err := json.Marshal(out)
	if err != nil {
		panic(err) // all numbers are finite or null
	}
	w.Write(append(text, '\n'))
}

// nested gives parameters the form of a PyTorch tensor's tolist(): a weight [out][in], a bias [out].
func nested(parameters [][]float64, layers []int) []any {
	var out []any
	for i, p := range parameters {
		if i%2 == 1 {
			out = append(out, numbers(p))
			continue
		}
		in := layers[i/2]
		rows := [][]number{}
		for ; len(p) > 0; p = p[in:] {
			rows = append(rows, numbers(p[:in]))
		}
		out = append(out, rows)
	}
	return out
}

func numbers(v []float64) []number {
	out := make([]number, len(v))
	for i, x := range v {
		out[i] = number(x)
	}
	return out
}

// writeText writes a line per epoch and a line per query, as the blog post prints them.
func (o *outcome) writeText(w io.Writer, withData bool) {
	t := o.run.Trainer()
	for k, name := range o.classes {
		fmt.Fprintf(w, "class %d %q\n", k, name)
	}
	if withData {
		s := t.Samples()
		for i := range s.Len() {
			x, y := s.At(i)
			fmt.Fprintln(w, "point", digits(x[0]), digits(x[1]), "class", y)
		}
	}
	held := t.TestLosses()
	for e, loss := range t.Losses() {
		fmt.Fprint(w, "epoch ", e, " loss ", digits(loss))
		if e < len(held) {
			fmt.Fprint(w, " test_loss ", digits(held[e]))
		}
		fmt.Fprintln(w)
	}
	if step, diverged := t.Diverged(); diverged {
		fmt.Fprintf(w, "diverged after step %d: the loss or a parameter is no longer a finite number\n", step)
		return
	}
	for _, q := range o.queries() {
		fmt.Fprint(w, "query ", digits(q.Point[0]), " ", digits(q.Point[1]), " probability")
		for _, p := range q.Probability {
			fmt.Fprint(w, " ", digits(float64(p)))
		}
		fmt.Fprintln(w, " class", q.class)
	}
}

// digits returns a number in the shortest form that reads back the same.
func digits(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
