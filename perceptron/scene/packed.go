package scene

import (
	"encoding/base64"
	"encoding/binary"
	"io"
	"math"

	"perceptronlab/perceptron/refusal"
)

// A packed point is x₁ and x₂ as little-endian float32, which is all that a scene holds of them, and a byte for the class.
const (
	packedBytes = 4 + 4 + 1
	packedText  = packedBytes / 3 * 4 // in base64, which doesn't need padding
)

// Packed is the scene without its own points, and these in twelve characters each, half as many as in JSON and made in a ninth
// of the time; there may be a million. ParsePacked puts both together.
func (s Scene) Packed() (rest Scene, points []byte) {
	x, y := s.Data.X, s.Data.Y
	s.Data.X, s.Data.Y = nil, nil
	points = make([]byte, packedText*len(x))
	// In blocks: a browser makes a function fast between two calls of it, not while it runs.
	const block = 1024
	for from := 0; from < len(x); from += block {
		to := min(from+block, len(x))
		pack(points[packedText*from:packedText*to], x[from:to], y[from:to])
	}
	return s, points
}

func pack(text []byte, x [][2]float32, y []uint8) {
	all := make([]byte, 0, packedBytes*len(x))
	for i, at := range x {
		for _, v := range at {
			all = binary.LittleEndian.AppendUint32(all, math.Float32bits(v))
		}
		all = append(all, y[i])
	}
	base64.StdEncoding.Encode(text, all)
}

// ParsePacked is Parse of a scene without its points, and these as Packed gives them.
func ParsePacked(data []byte, points string) (Scene, error) {
	return parse(data, func(s *Scene) error {
		if len(points) == 0 {
			return nil
		}
		all, err := base64.StdEncoding.DecodeString(points)
		if err == nil && len(all)%packedBytes != 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return refusal.Unread("points", err)
		}
		n := len(all) / packedBytes
		s.Data.X, s.Data.Y = make([][2]float32, n), make([]uint8, n)
		for i := range n {
			point := all[packedBytes*i:][:packedBytes]
			for j := range 2 {
				s.Data.X[i][j] = math.Float32frombits(binary.LittleEndian.Uint32(point[4*j:]))
			}
			s.Data.Y[i] = point[8]
		}
		return nil
	})
}
