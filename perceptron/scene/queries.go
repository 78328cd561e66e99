package scene

import "slices"

// queries are the points asked about, each with its number. What was handed out stays as it is: but for what is appended, the
// slices are copied on write.
type queries struct {
	x       [][2]float64
	numbers []int
	next    int // the number of the next to be added
}

func newQueries(x [][2]float64) queries {
	q := queries{x: slices.Clip(x), numbers: make([]int, len(x)), next: len(x)}
	for i := range q.numbers {
		q.numbers[i] = i
	}
	return q
}

func (q *queries) add(x [2]float64) {
	q.x, q.numbers = append(q.x, x), append(q.numbers, q.next)
	q.next++
}

// clone has no spare capacity, so that what either appends goes elsewhere.
func (q queries) clone() queries {
	q.x, q.numbers = slices.Clip(q.x), slices.Clip(q.numbers)
	return q
}

func (q *queries) move(i int, x [2]float64) {
	q.x = slices.Clone(q.x)
	q.x[i] = x
}

func (q *queries) remove(i int) {
	q.x, q.numbers = slices.Delete(slices.Clone(q.x), i, i+1), slices.Delete(slices.Clone(q.numbers), i, i+1)
}
