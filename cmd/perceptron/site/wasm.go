package site

import (
	"os"
	"path/filepath"

	"perceptronlab/cmd/perceptron/modules"
	"perceptronlab/cmd/perceptron/slim"
)

// buildWasm compiles cmd/lab for the browser: slim, or as the go command does by itself.
func buildWasm(root string, plain bool, say func(string)) ([]byte, error) {
	const stripped = "-ldflags=-s -w"
	if plain {
		return compileWasm(root, stripped)
	}
	flags, err := slim.Prepare(root, say)
	if err != nil {
		return nil, err
	}
	program, err := compileWasm(root, append(flags, stripped)...)
	if err != nil {
		return nil, err
	}
	version, err := goOutput(root, "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	return slim.Rewrite(program, version, say)
}

// Packages are the parts that Go packages have of the slim program.
func Packages(root string, say func(string)) ([]slim.Package, error) {
	end, err := takeTurn(root, say)
	if err != nil {
		return nil, err
	}
	defer end()
	flags, err := slim.Prepare(root, say)
	if err != nil {
		return nil, err
	}
	program, err := compileWasm(root, flags...)
	if err != nil {
		return nil, err
	}
	return slim.Packages(program)
}

func compileWasm(root string, flags ...string) ([]byte, error) {
	out, err := filepath.Abs(filepath.Join(root, ".cache", "lab.wasm")) // not among temporary files, where a signal would leave it
	if err != nil {
		return nil, err
	}
	os.Remove(out) // the go command writes over no file that it doesn't know, such as half of one
	args := append([]string{"build", "-trimpath", "-buildvcs=false"}, flags...)
	if _, err := goOutput(root, append(args, "-o", out, "./cmd/lab")...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// goOutput is what the go command prints when it works for the browser, without the last newline.
func goOutput(root string, args ...string) (string, error) {
	return modules.Go(root, []string{"GOOS=js", "GOARCH=wasm"}, args...)
}
