package session

import (
	"strconv"

	"perceptronlab/perceptron/refusal"
)

// A Listed is a sample as a table shows it, with what the model says about it.
type Listed struct {
	Index int
	Label int
	Answer
}

// A List is a part of the samples, or of those that the model gets wrong.
type List struct {
	Rows   []Listed
	Total  int // how many there are in all
	Looked int // among how many samples they were looked for, from the first: of a large model, and while the run plays, maybe not all
}

const maxListed = 100 // how many samples a table may ask for at once

// Points lists samples in order: count of them, fewer at the end, starting at the given place. With wrong, only those count
// that the model doesn't predict right.
func (s *Session) Points(from, count int, wrong bool) (List, error) {
	t := s.run.Trainer()
	samples, net := s.samples(), t.Network()
	switch {
	case from < 0:
		return List{}, refusal.New("points", "from "+strconv.Itoa(from), refusal.PlaceInList)
	case count < 1 || count > maxListed:
		return List{}, refusal.New("points", "count "+strconv.Itoa(count), refusal.WholeFrom.With("1", strconv.Itoa(maxListed)))
	}
	l := List{Looked: samples.Len()}
	threshold := s.thresholdLogit(net)
	list := func(i int) {
		x, y := samples.At(i)
		l.Rows = append(l.Rows, Listed{i, y, ask(net, threshold, x)})
	}
	if !wrong {
		l.Total = samples.Len()
		for i := from; i < min(from+count, l.Total); i++ {
			list(i)
		}
		return l, nil
	}
	l.Looked = min(l.Looked, s.countable())
	samples = samples.Part(0, l.Looked)
	eachSaid(net, samples, threshold, func(i, class int, open bool) {
		if class == int(samples.Y[i]) && !open {
			return
		}
		if l.Total >= from && len(l.Rows) < count {
			list(i)
		}
		l.Total++
	})
	return l, nil
}
