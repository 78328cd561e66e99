package site

import (
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
)

// A signal waits until what must be whole is done.
func TestASignalLeavesNothingHalfDone(t *testing.T) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGTERM)
	defer signal.Stop(heard)
	whole := false
	err := Whole(func() error {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Signal(syscall.SIGTERM)
		}
		if err != nil {
			t.Skip(err)
		}
		<-heard
		whole = true
		return os.ErrPermission
	})
	if !whole || !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "ended by a signal: terminated") {
		t.Errorf("done: %v, %v", whole, err)
	}
	if err := Whole(func() error { return nil }); err != nil {
		t.Error(err)
	}
}
