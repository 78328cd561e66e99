// Package table reads and writes labelled points as text: a row a point, with its two coordinates and its class,
// separated by commas, semicolons or tabs (RFC 4180).
package table

import (
	"io"
	"math"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
)

const (
	MaxClasses    = dataset.MaxClasses
	MaxRows       = dataset.MaxSamples
	maxCoordinate = 1e30 // float32 keeps room above
)

// Options say how a table is to be read.
type Options struct {
	MaxClasses int       // at most so many, and at most MaxClasses; 0: MaxClasses
	Columns    [3]string // which hold x1, x2 and class, by name or by number from 1; all "": as the table itself says
}

// Table is what a text holds.
type Table struct {
	Samples perceptron.Samples // in the order of the rows, coordinates rounded to float32
	Classes []string           // the name of each class; Samples.Y counts in it
}

// Read reads a table. Its first line may be sep=; (Excel); otherwise the separator is found in the first rows. Where it is not
// the comma, numbers may have a decimal comma. The first row is a header if neither of its first two cells is a number. Three
// columns are x1, x2 and class, in the order of the header's names where these give another; with more, the names or the options
// must say which. A column of row numbers without a name is skipped, and so are a separator at a row's end and empty rows.
//
// Classes that are numbers become 0..K-1 in ascending order, so that 0..K-1, or 0 and 1 with one of them missing, stay as
// they are and −1, 1 becomes 0, 1. False and no are 0, True and yes 1. Otherwise they are names, numbered as they first appear.
//
// What is wrong with the text is a *refusal.Error; other errors are r's.
func Read(text io.Reader, o Options) (Table, error) {
	r := NewReader(text, o)
	_, err := r.Next(math.MaxInt)
	return r.Table(), err
}
