// Package export writes a scene as a Python script that makes the same run: PyTorch for one like the blog post's, NumPy
// for one that shows every formula. It also lists a scene's points, for a table. It is light: the page uses it too.
//
// A script prints what `perceptron train` prints, including edits at the steps where they were made: a line per epoch with
// the loss before it, then a line per query. Its numbers are ours to 1e-9, in PyTorch's float32 to 2e-6 (`make parity`).
// Where we report that a run diverged, a script continues with inf and nan.
package export

import (
	"fmt"

	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/refusal"

	"perceptronlab/perceptron/scene"
)

// Options say which part of a scene is exported.
type Options struct {
	// Steps is where the script ends, if train.epochs doesn't end it before. 0: only train.epochs ends it.
	Steps int
}

// PyTorch returns a script that needs torch, and scikit-learn for the data that are its own. The error is that of a scene
// that is not valid, has nothing to train on, or has no end.
func PyTorch(s scene.Scene, o Options) (string, error) { return script(s, o, &pytorch{}) }

// NumPy returns a script that needs NumPy alone: the data, PyTorch's random numbers, the network, its gradient and the
// optimizer are written out. The errors are those of PyTorch.
func NumPy(s scene.Scene, o Options) (string, error) { return script(s, o, &numpy{}) }

// A dialect writes the parts of a script, each into c at its present depth, and names what edits are made of.
type dialect interface {
	imports(c *python.Code, p *plan)
	data(c *python.Code, p *plan)
	model(c *python.Code, p *plan)
	loss(c *python.Code, p *plan)
	optimizer(c *python.Code, p *plan)
	report(c *python.Code, p *plan)               // prints the losses at an epoch's start
	reportAndLearn(c *python.Code, p *plan)       // both, for an epoch of one step
	learn(c *python.Code, p *plan)                // takes a step on the points of batch
	permutation() string                          // an expression: an epoch's order, drawn
	inOrder(n string) string                      // an expression: 0..n-1
	configure(c *python.Code, p *plan, e *change) // changes training values
	answers(c *python.Code, p *plan)              // prints the queries

	module() string                         // np or torch
	place(x string) string                  // an expression: a point [x, y] as X holds it
	append(x, label string) (X, y string)   // expressions: X and y with one more point
	without(array, i, afterI string) string // an expression: an array without its element i
	setParameters() string                  // the body of the function that sets all parameters
}

func script(s scene.Scene, o Options, d dialect) (string, error) {
	if o.Steps < 0 {
		return "", fmt.Errorf("steps %d: want 0 or more", o.Steps)
	}
	p, err := newPlan(s, o.Steps)
	if err != nil {
		return "", err
	}
	c := &python.Code{}
	for _, part := range []func(*python.Code, *plan){d.imports, d.data, d.model, d.loss, d.optimizer} {
		part(c, p)
	}
	helpers(c, p, d)
	p.loop(c, d)
	d.answers(c, p)
	return c.String(), nil
}

var (
	errNoEnd    = refusal.New("train.epochs", "0", refusal.EpochsToEnd)
	errNoPoints = refusal.New("data", "no points at step 0", refusal.AnyPoint)
)
