package session

import (
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// MaxQueries is how many asked points a session has at most: each has a row and a label, with what the model says about it.
const MaxQueries = 1000

func (c *AddQuery) apply(s *Session) error {
	if err := fewQueries(len(s.run.QueryNumbers()) + 1); err != nil {
		return err
	}
	return s.edit(scene.Edit{AddQuery: (*scene.Query)(c)})
}

// checkQueries refuses a scene that has more of them at any step.
func checkQueries(s scene.Scene) error {
	n := len(s.Queries)
	most := n
	for _, e := range s.Edits {
		switch {
		case e.AddQuery != nil:
			n++
		case e.RemoveQuery != nil:
			n--
		}
		most = max(most, n)
	}
	return fewQueries(most)
}

func fewQueries(n int) error {
	if n > MaxQueries {
		return refusal.Count("queries", n, refusal.Points, refusal.AtMost.With(MaxQueries))
	}
	return nil
}
