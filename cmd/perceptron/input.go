package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
)

// maxInput is how much of a scene or a table is read: more than two million points take.
const maxInput = 1 << 27

// readInput reads a file, or standard input for "-".
func readInput(file string, stdin io.Reader) ([]byte, error) {
	r, name := stdin, "standard input"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r, name = f, file
	}
	buffered := bufio.NewReader(io.LimitReader(r, maxInput+1))
	start, _ := buffered.Peek(4)
	if bytes.Equal(start, make([]byte, 4)) {
		return nil, fmt.Errorf("%s: not text: want a scene or a table", name)
	}
	if bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")) { // as Windows PowerShell writes it
		return nil, fmt.Errorf("%s: want text in UTF-8, not UTF-16", name)
	}
	text, err := io.ReadAll(buffered)
	if err == nil && len(text) > maxInput {
		err = fmt.Errorf("%s: more than %d MB: want a scene or a table", name, maxInput>>20)
	}
	return text, err
}
