package kernel

// A Layer maps In numbers to Out numbers. Its parameters are laid out in memory for a pass over many samples:
//
//	the first layer: W is [OutVecs, 2], for each eight units a Vec of weights by x0 and one by x1
//	the others:      W is [InVecs, rows], for each eight inputs a Vec of weights for each unit
//
// rows is Out, padded to whole Vecs for hidden units. B is [OutVecs]. A layer's gradient is a Layer of the same shape.
type Layer struct {
	In, Out         int
	InVecs, OutVecs int // Vecs that hold so many numbers
	W, B            []Vec
	rows            int // 0 for the first layer
}

// NewLayers returns the layers of a network whose units are counted layer by layer, its inputs first, and the memory of their
// parameters, which are zero.
func NewLayers(units []int) (layers []Layer, theta []Vec) {
	layers = make([]Layer, len(units)-1)
	size := 0
	for i := range layers {
		l := &layers[i]
		*l = Layer{In: units[i], Out: units[i+1], InVecs: vecs(units[i]), OutVecs: vecs(units[i+1])}
		switch i {
		case 0:
		case len(layers) - 1:
			l.rows = l.Out
		default:
			l.rows = 8 * l.OutVecs
		}
		size += l.weights() + l.OutVecs
	}
	theta = make([]Vec, size)
	rest := theta
	for i := range layers {
		l := &layers[i]
		n := l.weights()
		l.W, l.B, rest = rest[:n], rest[n:n+l.OutVecs], rest[n+l.OutVecs:]
	}
	return layers, theta
}

// weights is the number of Vecs of W.
func (l *Layer) weights() int {
	if l.rows == 0 {
		return 2 * l.OutVecs
	}
	return l.InVecs * l.rows
}

// Weight and Bias are the locations of parameters.
func (l *Layer) Weight(j, i int) *float64 {
	if l.rows == 0 {
		return &l.W[j/8*2+i][j%8]
	}
	return &l.W[i/8*l.rows+j][i%8]
}

func (l *Layer) Bias(j int) *float64 { return &l.B[j/8][j%8] }

// ClearPadding sets the lanes of y [n, OutVecs] that stand for no unit to zero.
func (l *Layer) ClearPadding(y []Vec) {
	if used := l.Out % 8; used > 0 {
		for i := l.OutVecs - 1; i < len(y); i += l.OutVecs {
			clear(y[i][used:])
		}
	}
}

// tile is eight rows of eight: the weights from eight units to eight.
type tile [8]Vec

// tile returns the weights, or their gradient, from Vec c of the layer's inputs to Vec o of its units.
func (l *Layer) tile(c, o int) *tile { return (*tile)(l.W[c*l.rows+8*o:]) }
