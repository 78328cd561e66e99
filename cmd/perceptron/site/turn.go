package site

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// takeTurn waits until no other process builds in root, whose .cache they share, and returns what ends the turn.
func takeTurn(root string, say func(string)) (end func(), err error) {
	cache := filepath.Join(root, ".cache")
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(cache, "build.lock"))
	mine, err := lock.TryLock()
	if err == nil && !mine {
		say("waiting for another build in this folder")
		err = lock.Lock()
	}
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	return func() { lock.Unlock() }, nil
}
