package table

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Separators are what may separate cells. The last one must be declared (sep=|).
const Separators = "\t;,|"

// likely are those that are looked for, the likeliest first: a text with decimal commas (0,5;1,2;0) has semicolons, too.
var likely = []rune(Separators[:3])

// separator is the first that divides the first rows into equally many cells, three at least, two of them numbers; or else the
// one that splits the first line into three cells, or the most frequent one.
func separator(text string) rune {
	for _, s := range likely {
		if parts(firstRows(text, s), s) {
			return s
		}
	}
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \r\n"), "\n")
	most, best := 0, ','
	for _, s := range likely {
		n, quoted := 0, false
		for _, r := range line {
			if r == '"' {
				quoted = !quoted
			}
			if r == s && !quoted {
				n++
			}
		}
		if n == 2 {
			return s
		}
		if n > most {
			most, best = n, s
		}
	}
	return best
}

func parts(rows [][]string, comma rune) bool {
	if len(rows) == 0 {
		return false
	}
	last := rows[len(rows)-1]
	numbers := 0
	for _, cell := range last {
		if _, ok := parseNumber(cell, comma); ok {
			numbers++
		}
	}
	uneven := slices.ContainsFunc(rows[1:], func(cells []string) bool { return len(cells) != len(last) })
	return !uneven && len(last) >= 3 && numbers >= 2
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// isHeader reports whether a table's first row names its columns. The first name may be missing, if that column numbers the rows.
func isHeader(cells []string, comma rune) bool {
	if len(cells) > 3 && strings.TrimSpace(cells[0]) == "" {
		cells = cells[1:]
	}
	return len(cells) > 1 && !numberLike(cells[0], comma) && !numberLike(cells[1], comma)
}

// written reports whether a cell is meant as a number though it isn't an acceptable one: empty, NaN, an infinity, hexadecimal.
func written(cell string) bool {
	cell = strings.TrimSpace(cell)
	_, err := strconv.ParseFloat(cell, 64)
	return cell == "" || err == nil || errors.Is(err, strconv.ErrRange)
}

// parseNumber reads a decimal number: 1, -0.5, 2e-3, −1 with a true minus, and 0,5 where the comma doesn't separate cells.
func parseNumber(cell string, comma rune) (float64, bool) {
	if plain(cell) {
		v, err := strconv.ParseFloat(cell, 64)
		return v + 0, err == nil // -0 is 0
	}
	cell = strings.ReplaceAll(strings.TrimSpace(cell), "−", "-")
	if comma != ',' && strings.Count(cell, ",") == 1 && !strings.Contains(cell, ".") {
		cell = strings.Replace(cell, ",", ".", 1)
	}
	if !plain(cell) {
		return 0, false
	}
	v, err := strconv.ParseFloat(cell, 64)
	return v + 0, err == nil
}

// plain reports whether all of a cell are characters that a number may have: no Inf, no hexadecimal, no underscore.
func plain(cell string) bool {
	for i := range len(cell) {
		if c := cell[i]; (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return false
		}
	}
	return true
}
