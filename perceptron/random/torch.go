package random

import "gonum.org/v1/gonum/mathext/prng"

// Torch is PyTorch's CPU generator.
type Torch struct{ mt prng.MT19937 }

// NewTorch returns the generator after torch.manual_seed(seed). PyTorch too uses the seed's low 32 bits only.
func NewTorch(seed uint64) *Torch {
	g := &Torch{}
	g.mt.Seed(seed)
	return g
}

// Clone returns a generator that will give the same draws as g and shares nothing with it.
func (g *Torch) Clone() *Torch {
	c := *g
	return &c
}

// Rand returns the next element of torch.rand: a float32 in [0, 1) of 24 random bits.
func (g *Torch) Rand() float32 {
	return float32(g.mt.Uint32()&(1<<24-1)) / (1 << 24)
}

// Uniform returns the next element that Tensor.uniform_(from, to) gives a float32 tensor, in [from, to]. The bounds are
// cast to float32 first; u·(to − from) + from is then rounded once, as PyTorch built for FMA does. A build without FMA
// rounds the product too and may differ in the last bit: the weights printed in the blog post are of that kind.
func (g *Torch) Uniform(from, to float64) float32 {
	a, b := float32(from), float32(to)
	product := float64(float64(g.Rand()) * float64(b-a)) // exact: 24 bits times 24 bits
	return float32(product + float64(a))
}

// Perm fills dst with torch.randperm(len(dst)): 0..n-1 in random order. It makes n-1 draws.
func (g *Torch) Perm(dst []int) {
	for i := range dst {
		dst[i] = i
	}
	n := len(dst)
	for i := range max(n-1, 0) {
		j := i + int(g.mt.Uint32()%uint32(n-i))
		dst[i], dst[j] = dst[j], dst[i]
	}
}
