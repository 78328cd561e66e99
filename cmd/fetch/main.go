// Command fetch downloads the Go modules that everything else is built from, or says in one sentence why it can't. It needs no
// module itself, so that it works where nothing has been fetched yet.
package main

import (
	"fmt"
	"os"

	"perceptronlab/cmd/perceptron/modules"
)

func main() {
	fmt.Fprintln(os.Stderr, "fetching the Go modules of go.mod that are not here yet")
	if _, err := modules.Fetch("."); err != nil {
		fmt.Fprintln(os.Stderr, "fetch:", err)
		os.Exit(1)
	}
}
