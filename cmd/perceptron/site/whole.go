package site

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Whole does what must not be left half done. A signal to end the program that comes meanwhile is its error afterwards.
func Whole(act func() error) error {
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	err := act()
	signal.Stop(ends)
	select {
	case end := <-ends:
		return errors.Join(err, fmt.Errorf("ended by a signal: %v", end))
	default:
		return err
	}
}
