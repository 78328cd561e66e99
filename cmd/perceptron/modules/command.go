package modules

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Go is what the go command prints in a folder, without the last newline. env, as "GOOS=js", is added to the environment.
// The error has what the command said.
func Go(dir string, env []string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	var stderr bytes.Buffer
	cmd.Dir, cmd.Env, cmd.Stderr = dir, append(os.Environ(), env...), &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, stderr.Bytes())
	}
	return strings.TrimSpace(string(out)), nil
}
