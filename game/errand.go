package game

import "perceptronlab/perceptron/dataset"

// An errand is a message on its way: where very many points are made for it, it is left after a while, and the figure is as before
// until it is gone on with.
type errand struct {
	goOn chan struct{}
	left chan bool // whether it is done
	kind string
	err  error
}

// errand is to carry out a message.
func (g *Game) errand(message []byte) *errand {
	e := &errand{goOn: make(chan struct{}), left: make(chan bool)}
	go func() {
		<-e.goOn
		e.kind, e.err = g.figure.Handle(message)
		e.left <- true
	}()
	return e
}

// run goes on with an errand, and reports whether it is done.
func (g *Game) run(e *errand) (done bool) {
	usual := dataset.Rest
	defer func() { dataset.Rest = usual }() // what a page asks for in between makes its points at once
	dataset.Rest = func() {
		if !g.hurried && clock()-g.began > long {
			e.left <- false
			<-e.goOn
		}
	}
	e.goOn <- struct{}{}
	return <-e.left
}
