package dataset

// Params are what points are made from, as docs/scene.md names them. A kind uses those that its Keys name, and
// RandomState. What each may be, package scene says, which reads them.
type Params struct {
	NSamples    int          `json:"n_samples"`
	Centers     [][2]float64 `json:"centers"`
	ClusterStd  float64      `json:"cluster_std"`
	Noise       float64      `json:"noise"`
	Factor      float64      `json:"factor"`
	RandomState uint32       `json:"random_state"`
	X           [][2]float64 `json:"x"` // of points that are given, and Y their labels
	Y           []int        `json:"y"`
}

// Default has what a scene leaves out.
func Default() Params {
	return Params{
		NSamples: 100, Centers: [][2]float64{{-0.5, 0.5}, {0.5, -0.5}}, ClusterStd: 0.4, Factor: 0.5, RandomState: 123,
	}
}
