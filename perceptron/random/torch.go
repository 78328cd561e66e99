package random

// Torch is PyTorch's CPU generator.
type Torch struct{ mt twister }

// NewTorch returns the generator after torch.manual_seed(seed). PyTorch too uses the seed's low 32 bits only.
func NewTorch(seed uint64) *Torch {
	return &Torch{newTwister(uint32(seed))}
}

// Clone returns a generator that will give the same draws as g and shares nothing with it.
func (g *Torch) Clone() *Torch {
	c := *g
	return &c
}

// Rand returns the next element of torch.rand: a float32 in [0, 1) of 24 random bits.
func (g *Torch) Rand() float32 {
	return float32(g.mt.draw()&(1<<24-1)) / (1 << 24)
}

// Uniform returns the next element that Tensor.uniform_(from, to) gives a float32 tensor, in [from, to]. The bounds are
// cast to float32 first; u·(to − from) + from is then rounded once, as PyTorch built for FMA does. A build without FMA
// rounds the product too and may differ in the last bit: the weights printed in the blog post are of that kind.
func (g *Torch) Uniform(from, to float64) float32 {
	a, b := float32(from), float32(to)
	product := float64(float64(g.Rand()) * float64(b-a)) // exact: 24 bits times 24 bits
	return float32(product + float64(a))
}

// Perm fills dst with torch.randperm(len(dst)): 0..n-1 in random order. It makes n-1 draws. n is at most 2³².
func (g *Torch) Perm(dst []int) {
	fillRange(dst)
	for i := 0; i < len(dst)-1; {
		words := g.mt.ready()
		words = words[:min(len(words), len(dst)-1-i)]
		for _, w := range words {
			v, left := temper(w), len(dst)-i
			j := i + int(v%uint64(left))
			dst[i], dst[j] = dst[j], dst[i]
			i++
		}
		g.mt.next += len(words)
	}
}

// fillRange fills dst with 0, 1, 2 …, eight in a turn of the loop.
func fillRange(dst []int) {
	i := 0
	for ; i+8 <= len(dst); i += 8 {
		p := (*[8]int)(dst[i:])
		p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7] = i, i+1, i+2, i+3, i+4, i+5, i+6, i+7
	}
	for ; i < len(dst); i++ {
		dst[i] = i
	}
}
