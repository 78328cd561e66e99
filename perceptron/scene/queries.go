package scene

import "slices"

// queries are the points asked about, each with its number. The slices are copied on write: those handed out stay as they are.
type queries struct {
	x       [][2]float64
	numbers []int
	next    int // the number of the next to be added
}

func newQueries(x [][2]float64) queries {
	q := queries{x: x, numbers: make([]int, len(x)), next: len(x)}
	for i := range q.numbers {
		q.numbers[i] = i
	}
	return q
}

func (q *queries) add(x [2]float64) {
	q.x, q.numbers = append(slices.Clip(q.x), x), append(slices.Clip(q.numbers), q.next)
	q.next++
}

func (q *queries) move(i int, x [2]float64) {
	q.x = slices.Clone(q.x)
	q.x[i] = x
}

func (q *queries) remove(i int) {
	q.x, q.numbers = slices.Delete(slices.Clone(q.x), i, i+1), slices.Delete(slices.Clone(q.numbers), i, i+1)
}
