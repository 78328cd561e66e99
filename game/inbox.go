package game

import "sync"

// inbox holds messages that came between two ticks.
type inbox struct {
	mu       sync.Mutex
	messages [][]byte
}

func (b *inbox) put(m []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.messages = append(b.messages, m)
}

// drain returns what has come, in order, and empties the inbox.
func (b *inbox) drain() [][]byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.messages
	b.messages = nil
	return m
}

func (b *inbox) empty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.messages) == 0
}
