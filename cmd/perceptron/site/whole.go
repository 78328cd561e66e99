package site

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// SIGHUP: Go names it on some platforms only.
const hangup = syscall.Signal(1)

// Whole does what must not be left half done. A signal to end the program that comes meanwhile is its error afterwards.
func Whole(act func() error) error {
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, os.Interrupt, syscall.SIGTERM, hangup)
	err := act()
	signal.Stop(ends)
	select {
	case end := <-ends:
		return errors.Join(err, fmt.Errorf("ended by a signal: %v", end))
	default:
		return err
	}
}
