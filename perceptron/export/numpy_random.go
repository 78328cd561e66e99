package export

import (
	"strconv"

	"perceptronlab/perceptron/internal/python"
)

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
