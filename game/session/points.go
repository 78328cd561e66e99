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

const (
	maxListed   = 100    // how many samples a table may ask for at once
	MaxSearched = 20_000 // among how many those that the model gets wrong are looked for
)

// Points lists samples in order: count of them, fewer at the end, starting at the given place. With wrong, only those count
// that the model doesn't predict right; it looks through no more than MaxSearched. total is how many there are in all.
func (s *Session) Points(from, count int, wrong bool) (rows []Listed, total int, err error) {
	t := s.run.Trainer()
	samples, net := t.Samples(), t.Network()
	switch {
	case from < 0:
		return nil, 0, refusal.New("points", "from "+strconv.Itoa(from), refusal.PlaceInList)
	case count < 1 || count > maxListed:
		return nil, 0, refusal.New("points", "count "+strconv.Itoa(count), refusal.WholeFrom.With("1", strconv.Itoa(maxListed)))
	case wrong && samples.Len() > MaxSearched:
		return nil, 0, refusal.New("points", "wrong ones of "+strconv.Itoa(samples.Len()), refusal.PointsWithin.With(MaxSearched))
	}
	threshold := s.thresholdLogit(net)
	list := func(i int) {
		rows = append(rows, Listed{i, samples.Y[i], ask(net, threshold, samples.X[i])})
	}
	if !wrong {
		for i := from; i < min(from+count, samples.Len()); i++ {
			list(i)
		}
		return rows, samples.Len(), nil
	}
	eachSaid(net, samples, threshold, func(i, class int, open bool) {
		if class == samples.Y[i] && !open {
			return
		}
		if total >= from && len(rows) < count {
			list(i)
		}
		total++
	})
	return rows, total, nil
}
