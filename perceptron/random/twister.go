package random

// twister is the 32-bit Mersenne Twister of Matsumoto and Nishimura, MT19937. Its words are handled as uint64, so that nothing
// has to be truncated to 32 bits, which takes an instruction each time in Go's WebAssembly.
type twister struct {
	words [624]uint32
	next  int // of words, the first not yet drawn
}

// newTwister returns init_genrand(seed).
func newTwister(seed uint32) twister {
	t := twister{next: 624}
	t.words[0] = seed
	for i := 1; i < 624; i++ {
		v := t.words[i-1]
		t.words[i] = 1812433253*(v^v>>30) + uint32(i)
	}
	return t
}

// draw returns the next word.
func (t *twister) draw() uint32 {
	v := temper(t.ready()[0])
	t.next++
	return uint32(v)
}

// ready returns the words that come next, at least one, each to be tempered. A caller that takes n of them adds n to next.
func (t *twister) ready() []uint32 {
	if t.next == 624 {
		t.twist()
		t.next = 0
	}
	return t.words[t.next:]
}

func temper(word uint32) uint64 {
	v := uint64(word)
	v ^= v >> 11
	v ^= v << 7 & 0x9d2c5680
	v ^= v << 15 & 0xefc60000
	return v ^ v>>18
}

// twist makes the next 624 words.
func (t *twister) twist() {
	w := &t.words
	v := uint64(w[0])
	for i := 0; i < 624-397; i++ {
		u := uint64(w[i+1])
		w[i] = w[i+397] ^ mix(v, u)
		v = u
	}
	for i := 624 - 397; i < 623; i++ {
		u := uint64(w[i+1])
		w[i] = w[i+397-624] ^ mix(v, u)
		v = u
	}
	w[623] = w[396] ^ mix(v, uint64(w[0]))
}

// mix is a word's high bit before the other bits of the next, times the matrix A.
func mix(v, u uint64) uint32 {
	return uint32((v&0x80000000|u&0x7fffffff)>>1 ^ -(u&1)&0x9908b0df)
}
