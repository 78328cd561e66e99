package table

import (
	"fmt"
	"strconv"
)

// Error says what is wrong with a cell. Lines count from 1, as an editor counts them; columns are those of the table:
// 1 and 2 for the coordinates, 3 for the class.
type Error struct {
	Line, Column int
	Value, Want  string
}

func (e *Error) Error() string {
	value := "nothing"
	if e.Value != "" {
		value = strconv.Quote(shorten(e.Value))
	}
	return fmt.Sprintf("line %d, column %d: %s: want %s", e.Line, e.Column, value, e.Want)
}

// shorten cuts a cell that is too long for a message.
func shorten(cell string) string {
	const most = 40
	if r := []rune(cell); len(r) > most {
		return string(r[:most]) + "…"
	}
	return cell
}
