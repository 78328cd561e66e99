package export

import (
	"strconv"

	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// What scikit-learn and PyTorch draw, with NumPy.

func blobDraws(c *python.Code, d scene.Data) {
	sizes := make([]int, len(d.Centers))
	for i := range d.NSamples {
		sizes[i%len(sizes)]++
	}
	texts := make([]string, len(sizes))
	for i, n := range sizes {
		texts[i] = strconv.Itoa(n)
	}
	c.Line("# make_blobs of scikit-learn")
	c.Line("rng = np.random.RandomState(", seedText(d), ")")
	c.List("centers = [", python.Pairs(d.Centers, python.Number), "]")
	c.List("sizes = [", texts, "]")
	c.Line("X = np.concatenate([rng.normal(center, ", python.Number(d.ClusterStd), ", size=(size, 2)) for center, size in zip(centers, sizes)])")
	c.Line("y = np.repeat(np.arange(", strconv.Itoa(len(sizes)), "), sizes)")
	shuffleDraws(c)
}

func moonDraws(c *python.Code, d scene.Data) {
	upper := d.NSamples / 2
	c.Line("# make_moons of scikit-learn")
	c.Line("rng = np.random.RandomState(", seedText(d), ")")
	c.Line("t, u = np.linspace(0, np.pi, ", strconv.Itoa(upper), "), np.linspace(0, np.pi, ", strconv.Itoa(d.NSamples-upper), ")")
	c.Line("upper, lower = np.stack([np.cos(t), np.sin(t)], axis=1), np.stack([1 - np.cos(u), 1 - np.sin(u) - 0.5], axis=1)")
	c.Line("X, y = np.concatenate([upper, lower]), np.repeat([0, 1], [len(t), len(u)])")
	shuffleDraws(c)
	noiseDraws(c, d)
}

func circleDraws(c *python.Code, d scene.Data) {
	outer := d.NSamples / 2
	c.Line("# make_circles of scikit-learn")
	c.Line("rng = np.random.RandomState(", seedText(d), ")")
	c.Line("t = np.linspace(0, 2 * np.pi, ", strconv.Itoa(outer), ", endpoint=False)")
	c.Line("u = np.linspace(0, 2 * np.pi, ", strconv.Itoa(d.NSamples-outer), ", endpoint=False)")
	c.Line("outer, inner = np.stack([np.cos(t), np.sin(t)], axis=1), np.stack([np.cos(u), np.sin(u)], axis=1) * ", python.Number(d.Factor))
	c.Line("X, y = np.concatenate([outer, inner]), np.repeat([0, 1], [len(t), len(u)])")
	shuffleDraws(c)
	noiseDraws(c, d)
}

func shuffleDraws(c *python.Code) {
	c.Line("order = np.arange(len(X))")
	c.Line("rng.shuffle(order)")
	c.Line("X, y = X[order], y[order]")
}

func noiseDraws(c *python.Code, d scene.Data) {
	if d.Noise > 0 {
		c.Line("X += rng.normal(scale=", python.Number(d.Noise), ", size=X.shape)")
	}
}

// torchDraws writes what nn.Linear and, for batches, torch.randperm draw. Both of PyTorch's and NumPy's generators are
// Mersenne Twisters, seeded alike by 32 bits.
func torchDraws(c *python.Code, p *plan) {
	c.Section("PyTorch's random numbers after torch.manual_seed: both generators are Mersenne Twisters, seeded by 32 bits")
	c.Line("words = np.random.RandomState(", strconv.Itoa(int(uint32(p.scene.Model.ManualSeed))), ")")
	c.Function(func() { c.Text(uniformText) })
	c.Function(func() { c.Text(linearText) })
	if p.shape != wholeEpochs {
		c.Function(func() { c.Text(randpermText) })
	}
}

const uniformText = `def uniform(bound, shape):
    """Tensor.uniform_(-bound, bound): float32, of 24 random bits each."""
    bits = words.randint(0, 2**32, size=shape, dtype=np.uint32) & 0xFFFFFF
    low, width = -np.float32(bound), np.float32(bound) - -np.float32(bound)
    return (bits / 2**24 * np.float64(width) + np.float64(low)).astype(np.float32).astype(np.float64)`

const linearText = `def linear(n_in, n_out):
    """The weight and bias of a new nn.Linear(n_in, n_out)."""
    bound = np.sqrt(3) * (np.sqrt(2 / (1 + np.sqrt(5) ** 2)) / np.sqrt(n_in))  # kaiming_uniform_(a=sqrt(5))
    return uniform(bound, (n_out, n_in)), uniform(1 / np.sqrt(n_in), n_out)`

const randpermText = `def randperm(n):
    """torch.randperm(n)"""
    order = np.arange(n)
    for i, word in enumerate(words.randint(0, 2**32, size=n - 1, dtype=np.uint32)):
        j = i + int(word) % (n - i)
        order[i], order[j] = order[j], order[i]
    return order`
