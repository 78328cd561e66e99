package table

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// separator is the one that makes three cells of the first line, tabs and semicolons before commas (0,5;1,2;0 has both);
// or else the one there is most of.
func separator(text string) rune {
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \r\n"), "\n")
	most, best := 0, ','
	for _, s := range []rune{'\t', ';', ','} {
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

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

func isHeader(cells []string, comma rune) bool {
	if len(cells) < 2 {
		return false
	}
	_, one := parseNumber(cells[0], comma)
	_, two := parseNumber(cells[1], comma)
	return !one && !two && !written(cells[0]) && !written(cells[1])
}

// written tells whether a cell is meant as a number though it is none that counts: empty, NaN, an infinity, hexadecimal.
func written(cell string) bool {
	cell = strings.TrimSpace(cell)
	_, err := strconv.ParseFloat(cell, 64)
	return cell == "" || err == nil || errors.Is(err, strconv.ErrRange)
}

// parseNumber reads a decimal number: 1, -0.5, 2e-3, and 0,5 where the comma doesn't separate cells.
func parseNumber(cell string, comma rune) (float64, bool) {
	cell = strings.TrimSpace(cell)
	if comma != ',' && strings.Count(cell, ",") == 1 && !strings.Contains(cell, ".") {
		cell = strings.Replace(cell, ",", ".", 1)
	}
	if strings.Trim(cell, "0123456789+-.eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(cell, 64)
	return v + 0, err == nil // -0 is 0
}
