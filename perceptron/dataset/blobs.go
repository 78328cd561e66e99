package dataset

import (
	"strconv"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/random"
	"perceptronlab/perceptron/refusal"
)

var blobs = Kind{
	Name:    "blobs",
	Params:  []*Param{nSamples, centers, clusterStd},
	Samples: func(p Params) perceptron.Samples { return Blobs(p.NSamples, p.Centers, p.ClusterStd, p.RandomState) },
	Check: func(p Params, classes int) *refusal.Error {
		switch n := len(p.Centers); {
		case n == 0:
			return refusal.New("centers", "", refusal.Centers)
		case n > classes:
			return refusal.New("centers", "", refusal.ClassesWithin.With(classes))
		}
		return nil
	},
	SKLearn: "make_blobs",
	PyTorch: func(c *python.Code, p Params) {
		centers := strings.Join(python.Pairs(p.Centers, python.Number), ", ")
		c.List("X, y = make_blobs(", []string{"n_samples=" + strconv.Itoa(p.NSamples), "centers=[" + centers + "]",
			"cluster_std=" + python.Number(p.ClusterStd), "random_state=" + seed(p)}, ")")
	},
	NumPy: blobDraws,
	Random: func(r Random, p *Params, classes *int) {
		p.Centers = nil
		for range *classes {
			p.Centers = append(p.Centers, r.Place())
		}
		p.ClusterStd = r.Decimal(0, 0.6)
	},
}

// centers has one for each class, clusterStd is the standard deviation around each.
var (
	centers = &Param{
		Key: "centers", Domain: Coordinate,
		Pairs: func(p *Params) *[][2]float64 { return &p.Centers }, Default: "[[-0.5, 0.5], [0.5, -0.5]]",
	}
	clusterStd = &Param{
		Key: "cluster_std", Domain: spread,
		Number: func(p *Params) *float64 { return &p.ClusterStd }, Default: "0.4",
	}
)

// Blobs is sklearn.datasets.make_blobs(n, centers=centers, cluster_std=std, random_state=seed): around center k,
// class k, of n/K points; the first n mod K classes have one more. Blobs panics if there is no center.
func Blobs(n int, centers [][2]float64, std float64, seed uint32) perceptron.Samples {
	if len(centers) == 0 {
		panic("dataset: Blobs needs at least one center")
	}
	rng := random.NewNumPy(seed)
	s := empty(n)
	for k, c := range centers {
		size := n / len(centers)
		if k < n%len(centers) {
			size++
		}
		for range size {
			x := rng.Normal(c[0], std)
			s.add(x, rng.Normal(c[1], std), k)
		}
	}
	s.shuffle(rng)
	return s.rounded()
}

func blobDraws(c *python.Code, p Params) {
	sizes := make([]int, len(p.Centers))
	for i := range p.NSamples {
		sizes[i%len(sizes)]++
	}
	texts := make([]string, len(sizes))
	for i, n := range sizes {
		texts[i] = strconv.Itoa(n)
	}
	c.Line("# make_blobs of scikit-learn")
	c.Line("rng = np.random.RandomState(", seed(p), ")")
	c.List("centers = [", python.Pairs(p.Centers, python.Number), "]")
	c.List("sizes = [", texts, "]")
	c.Line("X = np.concatenate([rng.normal(center, ", python.Number(p.ClusterStd), ", size=(size, 2)) for center, size in zip(centers, sizes)])")
	c.Line("y = np.repeat(np.arange(", strconv.Itoa(len(sizes)), "), sizes)")
	shuffleDraws(c)
}
