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
	var point [packedBytes]byte
	for i := range x {
		binary.LittleEndian.PutUint32(point[0:], math.Float32bits(float32(x[i][0])))
		binary.LittleEndian.PutUint32(point[4:], math.Float32bits(float32(x[i][1])))
		point[8] = byte(y[i])
		base64.StdEncoding.Encode(points[packedText*i:], point[:])
	}
	return s, points
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
		s.Data.X, s.Data.Y = make([][2]float64, n), make([]int, n)
		for i := range n {
			point := all[packedBytes*i:][:packedBytes]
			for j := range 2 {
				s.Data.X[i][j] = float64(math.Float32frombits(binary.LittleEndian.Uint32(point[4*j:])))
			}
			s.Data.Y[i] = int(point[8])
		}
		return nil
	})
}
