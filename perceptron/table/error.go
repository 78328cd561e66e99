package table

import (
	"strconv"

	"perceptronlab/perceptron/refusal"
)

// wrong is the refusal of a cell. Lines count from 1, as an editor counts them; columns are those of the table: 1 and 2 for the
// coordinates, 3 for the class.
func wrong(line, column int, cell string, want refusal.Wanted) *refusal.Error {
	value := ""
	if cell != "" {
		value = strconv.Quote(shorten(cell))
	}
	return refusal.InTable(line, column, value, want)
}

// shorten cuts a cell that is too long for a message.
func shorten(cell string) string {
	const maxShown = 40
	if r := []rune(cell); len(r) > maxShown {
		return string(r[:maxShown]) + "…"
	}
	return cell
}
