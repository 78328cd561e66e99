package slim

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"perceptronlab/cmd/perceptron/modules"
)

func TestEditsRefuseAnotherEbitengine(t *testing.T) {
	for file, e := range edits {
		if _, err := e("package other\n"); err == nil {
			t.Errorf("%s: the edit took a file that it doesn't know", file)
		}
	}
	for file, e := range standardEdits {
		if _, err := e("package other\n"); err == nil {
			t.Errorf("%s: the edit took a file that it doesn't know", file)
		}
	}
	for _, s := range ebitengineStandIns {
		if _, err := s.inPlaceOf("package other\n"); err == nil || !strings.Contains(err.Error(), s.file) {
			t.Errorf("%s: a stand-in for a file that it doesn't know: %v", s.file, err)
		}
	}
}

func TestAPieceMustOccurOnce(t *testing.T) {
	for _, c := range []struct {
		edit         edit
		source, want string
	}{
		{swap("b", "x"), "abc", "axc"},
		{swap("b", "x"), "abcb", ""},
		{cut("a", "c"), "abc", "b"},
		{cutFrom("b", "d"), "abcde", "ade"},
		{cutFrom("b", end), "abcde", "a"},
		{cutFrom("b", "d"), "abce", ""},
		{cutFrom("b", "d"), "abcbd", ""},
	} {
		got, err := c.edit(c.source)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q became %q, %v; want %q", c.source, got, err, c.want)
		}
	}
}

// A program that was rewritten prints what it printed before, to the end of its crash but for files and lines.
func TestRewrittenProgramDoesTheSame(t *testing.T) {
	program := compiled(t)
	var said []string
	slim, err := Rewrite(program, goVersion(t), func(s string) { said = append(said, s) })
	if err != nil || len(said) > 0 {
		t.Fatalf("%v, %q", err, said)
	}
	if is, was := compressed(t, slim), compressed(t, program); is > was*9/10 {
		t.Errorf("compressed, %d bytes of %d are left: what was dropped?", is, was)
	}
	before, after := output(t, program), output(t, slim)
	lines := regexp.MustCompile(`(?m)^\t.*$`) // "\t/path/file.go:12 +0x5" of a trace; without files "\t?:0 +0x5"
	if !strings.Contains(before, "main.crash[...](") || !strings.Contains(before, "main.go:") {
		t.Fatalf("the program didn't crash as it should:\n%s", before)
	}
	if strings.Contains(after, "main.go:") {
		t.Errorf("files and lines are still there:\n%s", after)
	}
	noArguments := regexp.MustCompile(`(?m)^(main\.[\w\[\].]+)\(.*\)$`)
	plain := func(s string) string {
		return noArguments.ReplaceAllString(lines.ReplaceAllString(s, ""), "$1()")
	}
	for _, name := range []string{"main.tripled\x00", "main.names[go.shape.int]\x00"} {
		if !bytes.Contains(program, []byte(name)) || bytes.Contains(slim, []byte(name)) {
			t.Errorf("the name %q, which no trace has: want it in the program alone", name)
		}
	}
	if plain(before) != plain(after) {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

// With another Go the tables stay as they are, and the build says so.
func TestAnotherGoKeepsItsTables(t *testing.T) {
	program := compiled(t)
	for _, version := range []string{"go1.25.3", "go1.260", "devel"} {
		var said []string
		slim, err := Rewrite(program, version, func(s string) { said = append(said, s) })
		if err != nil || len(said) != 1 || !strings.Contains(said[0], version) {
			t.Fatalf("%s: %v, %q", version, err, said)
		}
		if !bytes.Contains(slim, []byte("testdata/program/main.go")) {
			t.Errorf("%s: the names of files are gone", version)
		}
	}
}

func TestMemoryIsTheSame(t *testing.T) {
	program := compiled(t)
	sections, err := split(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.id != dataSection {
			continue
		}
		memory, err := initialMemory(s.body)
		if err != nil {
			t.Fatal(err)
		}
		again, err := initialMemory(segmentsOf(memory))
		if err != nil || !bytes.Equal(bytes.TrimRight(memory, "\x00"), again) {
			t.Fatalf("other bytes, %v", err)
		}
		return
	}
	t.Fatal("no data section")
}

// What isn't a whole program is an error, never a panic.
func TestBadPrograms(t *testing.T) {
	program := compiled(t)
	silent := func(string) {}
	for _, bad := range [][]byte{nil, program[:4], program[:9], []byte("<!doctype html>"), program[:len(program)/2], program[:len(program)-1]} {
		if _, err := Rewrite(bad, goVersion(t), silent); err == nil {
			t.Errorf("%d bytes were taken for a program", len(bad))
		}
	}
	// A byte changed in the tables: they stay, or the program is refused.
	for at := len(program) / 2; at < len(program); at += len(program) / 40 {
		changed := bytes.Clone(program)
		changed[at] ^= 0x55
		_, _ = Rewrite(changed, goVersion(t), silent)
	}
}

func TestPackageOf(t *testing.T) {
	for function, want := range map[string]string{
		"runtime.mallocgc": "runtime", "perceptronlab_game_view.Plane.ToPx": "perceptronlab_game_view", "type__eq.x": "generated", "_rt0_wasm_js": "generated",
		"github.com_hajimehoshi_ebiten_v2_internal_ui.init": "github.com_hajimehoshi_ebiten_v2_internal_ui", "golang.org_x_sync_errgroup.(*Group).Go": "golang.org_x_sync_errgroup",
	} {
		if got := packageOf(function); got != want {
			t.Errorf("%s is of %q, want %q", function, got, want)
		}
	}
}

func TestLEB128(t *testing.T) {
	for _, v := range []int64{0, 1, 63, 64, -1, -64, -65, 1 << 31, -1 << 31, 1<<62 - 1} {
		b := appendSigned(nil, v)
		r := reader{bytes: b}
		if got := r.signed(); got != v || r.at != len(b) {
			t.Errorf("%d became %d, in %d of %d bytes", v, got, r.at, len(b))
		}
	}
}

var once []byte

// compiled is testdata/program for the browser, stripped as the site's is.
func compiled(t *testing.T) []byte {
	t.Helper()
	if once != nil {
		return once
	}
	out := filepath.Join(t.TempDir(), "program.wasm")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "./testdata/program")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	program, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	once = program
	return program
}

func compressed(t *testing.T, program []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err == nil {
		_, err = w.Write(program)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// output is all that a program prints under node.
func output(t *testing.T, program []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(path, program, 0o644); err != nil {
		t.Fatal(err)
	}
	goroot, err := modules.Go(".", nil, "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	// A large environment doesn't fit in a wasm program's first page.
	run := exec.Command("node", "--stack-size=8192", filepath.Join(goroot, "lib", "wasm", "wasm_exec_node.js"), path)
	run.Env = []string{"PATH=" + os.Getenv("PATH")}
	said, err := run.CombinedOutput()
	if err == nil {
		t.Fatalf("it didn't crash:\n%s", said)
	}
	return string(said)
}

func goVersion(t *testing.T) string {
	t.Helper()
	version, err := modules.Go(".", nil, "env", "GOVERSION")
	if err != nil {
		t.Fatal(err)
	}
	return version
}

// What is folded is laid out again before anything else can look at it.
func TestGridsUnfold(t *testing.T) {
	const at, pages = 4000, 4
	draw := rand.New(rand.NewPCG(1, 2))
	var grids []grid
	want := make([]byte, pages<<16)
	for to := 65536; len(grids) < 8; {
		g := grid{at: to}
		width := 1 + draw.IntN(20)
		for range 1 + draw.IntN(100) {
			row := make([]uint32, width)
			for k := range row {
				row[k] = [...]uint32{0, 1, none, none - 1, 1 << 31, 1<<31 - 1, draw.Uint32(), draw.Uint32N(200), uint32(len(g.rows))}[draw.IntN(9)]
				binary.LittleEndian.PutUint32(want[to:], row[k])
				to += 4
			}
			g.rows = append(g.rows, row)
		}
		grids = append(grids, g)
	}
	memory := append(make([]byte, at), folded(at, grids)...)
	if len(memory) > 65536 {
		t.Fatalf("%d bytes are too many for the first page", len(memory))
	}
	sections, err := withStart([]section{
		{typeSection, []byte{0}}, {importSection, []byte{0}}, {functionSection, []byte{0}},
		{5, []byte{1, 0, pages}}, {7, []byte("\x01\x03mem\x02\x00")}, // the memory, and its name outside
		{codeSection, []byte{0}}, {dataSection, segmentsOf(memory)},
	}, unfold(at))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "unfold.wasm")
	if err := os.WriteFile(path, joined(sections), 0o644); err != nil {
		t.Fatal(err)
	}
	const read = `WebAssembly.instantiate(require('fs').readFileSync(process.argv[1])).then(({ instance }) =>
		process.stdout.write(Buffer.from(instance.exports.mem.buffer, 65536)))`
	got, err := exec.Command("node", "-e", read, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want[65536:]) {
		t.Errorf("the memory is another")
	}
}

func TestAProgramWithAStart(t *testing.T) {
	sections := []section{{typeSection, []byte{0}}, {importSection, []byte{0}}, {functionSection, []byte{0}}, {startSection, []byte{0}}, {codeSection, []byte{0}}}
	if _, err := withStart(sections, unfold(0)); err == nil {
		t.Error("a second start was added")
	}
}
