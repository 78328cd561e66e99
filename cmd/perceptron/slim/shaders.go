package slim

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"perceptronlab/game/kage"
)

//go:embed standin
var standins embed.FS

// A standIn replaces a whole file: the one that has this SHA-256, and no other. Without a text the file goes.
type standIn struct{ file, sha256, text string }

// ebitengineStandIns are what is left of Ebitengine's compiler of shaders when all shaders have been compiled, and of what this
// program never uses.
var ebitengineStandIns = []standIn{
	{"internal/graphics/shader.go", "5c497ea1bc6e190cb41c3b64c46073e40832b2dfa49424b065037dff5a1bf99c", "graphics_shader.go.txt"},
	{"internal/builtinshader/shader.go", "93075a8d103c7370556795ed2b8ca4ac6068bc767e04d3880903c8a5a1a28c77", "builtinshader.go.txt"},
	{"internal/shaderir/program.go", "0e298d33597b1c68e5a8394c8b3284200842f390478f8b634c0a3c743a31f490", "program.go.txt"},
	{"internal/shaderir/check.go", "df0130e574be86f90823f3ff8fcd5bdbc5b82d68d1aa997c80bec4ee83f7d495", ""},
	{"internal/shaderir/glsl/glsl.go", "f06f1cd64b539043b850be520bd9050235d0c180e1ce8df754415af1767c42e4", "glsl.go.txt"},
	{"internal/shaderir/glsl/type.go", "992dc7c2a4203615a9747796967cec1d31adfec61f496e2abcb430ec29934ffc", ""},
	{"internal/graphicscommand/image_js.go", "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359", "image_js.go.txt"},
	{"internal/ui/keys_js.go", "1d35bb5a07302cd29a1ab2498f0f43b657a8360fa920dd685b9f957c00476159", "keys_js.go.txt"},
	{"imagedumper.go", "bc0b1646e1b7f6554c1b03c1abc614989c32c7a7d5d5983855d87ca548f6497c", "imagedumper.go.txt"},
}

// precompile compiles Ebitengine's own shaders and the game's, with the compiler of a copy of Ebitengine that still has
// one, and puts the table and the stand-ins into the copy. It changes nothing but the copy.
func precompile(root, modfile, copied string) error {
	const command = "internal/precompile"
	source, err := standins.ReadFile("standin/precompile.go.txt")
	if err != nil {
		return err
	}
	dir := filepath.Join(copied, filepath.FromSlash(command))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), source, 0o644); err != nil {
		return err
	}
	input, err := json.Marshal(kage.Sources())
	if err != nil {
		return err
	}
	run := exec.Command("go", "run", "-modfile", modfile, ebitengine+"/"+command)
	var table, stderr bytes.Buffer
	run.Dir, run.Stdin, run.Stdout, run.Stderr = root, bytes.NewReader(input), &table, &stderr
	if err := run.Run(); err != nil {
		return fmt.Errorf("compiling the shaders: %w\n%s", err, stderr.Bytes())
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for _, s := range ebitengineStandIns {
		if err := s.putInto(copied); err != nil {
			return err
		}
	}
	// type.go ends with what only the compiler asks of a program.
	types := filepath.Join(copied, "internal", "shaderir", "type.go")
	if err := rewrite(types, cutFrom("func descendantLocalVars(", end)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(copied, "internal", "shaderir", "precompiled.go"), table.Bytes(), 0o644)
}

// putInto replaces the file below a folder.
func (s standIn) putInto(folder string) error {
	path := filepath.Join(folder, filepath.FromSlash(s.file))
	source, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text, err := s.inPlaceOf(string(source))
	if err != nil {
		return err
	}
	if s.text == "" {
		return os.Remove(path)
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// inPlaceOf is the text of the stand-in, or an error if the source isn't the one it stands in for.
func (s standIn) inPlaceOf(source string) (string, error) {
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(source))); sum != s.sha256 {
		return "", fmt.Errorf("%s has the SHA-256 %s, want %s", s.file, sum, s.sha256)
	}
	if s.text == "" {
		return "", nil
	}
	text, err := standins.ReadFile("standin/" + s.text)
	return string(text), err
}
