package table

import (
	"strconv"

	"perceptronlab/perceptron"
)

// Append appends the samples to dst as a table: the header x1,x2,label, then a row a sample. Coordinates are float32 in
// the shortest form that gives them back.
func Append(dst []byte, s perceptron.Samples) []byte {
	dst = append(dst, "x1,x2,label\n"...)
	for i, x := range s.X {
		for _, v := range x {
			dst = append(strconv.AppendFloat(dst, float64(v), 'g', -1, 32), ',')
		}
		dst = append(strconv.AppendInt(dst, int64(s.Y[i]), 10), '\n')
	}
	return dst
}
