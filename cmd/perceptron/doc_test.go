package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"perceptronlab/perceptron/table"
)

// TestMain makes this binary the program itself when it is called as perceptron, for the shell in TestDocumentedCommands.
func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) == "perceptron" {
		main()
	}
	os.Exit(m.Run())
}

// commandSections is what docs/scene.md says about each command, by its name.
func commandSections(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../../docs/scene.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for _, section := range strings.Split(string(text), "\n### perceptron ")[1:] {
		name, about, _ := strings.Cut(section, "\n")
		sections[name], _, _ = strings.Cut(about, "\n## ")
	}
	return sections
}

func TestDocumentedFlags(t *testing.T) {
	sections := commandSections(t)
	for _, c := range commands {
		said := map[string]string{}
		for _, row := range regexp.MustCompile("\n\\| (`-.*?) \\|(.*?)\\|").FindAllStringSubmatch(sections[c.name], -1) {
			for _, name := range regexp.MustCompile("`-([a-z]+)").FindAllStringSubmatch(row[1], -1) {
				said[name[1]] = strings.Trim(row[2], " `")
			}
		}
		_, _, usage := cli("", c.name, "-h")
		flags := map[string]string{}
		for _, f := range regexp.MustCompile(`(?m)^  -([a-z]+).*\n.*?(?:\(default "?(.*?)"?\))?$`).FindAllStringSubmatch(usage, -1) {
			flags[f[1]] = f[2]
		}
		if got, want := fmt.Sprint(said), fmt.Sprint(flags); got != want {
			t.Errorf("perceptron %s: docs/scene.md has the flags and defaults %s\nthe code %s", c.name, got, want)
		}
		delete(sections, c.name)
	}
	for name := range sections {
		t.Errorf("docs/scene.md has a command %q that there isn't", name)
	}
}

func TestDocumentedTables(t *testing.T) {
	want := fmt.Sprintf("of at most %d rows and %d classes", table.MaxRows, table.MaxClasses)
	if about := strings.Join(strings.Fields(commandSections(t)["train"]), " "); !strings.Contains(about, want) {
		t.Errorf("docs/scene.md doesn't say: %s", want)
	}
}

// Every example in docs/scene.md prints what it shows there; … is any text, and on a line of its own any lines. They run one
// after the other in a folder that has a built site, except build, which makes one.
func TestDocumentedCommands(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, dir := t.TempDir(), t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "perceptron")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(builtSite(t), filepath.Join(dir, "dist")); err != nil {
		t.Fatal(err)
	}
	shell := func(command string) *exec.Cmd {
		sh := exec.Command("sh", "-c", command)
		sh.Dir, sh.Env = dir, append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
		return sh
	}
	sections := commandSections(t)
	for _, c := range commands {
		ran := 0
		for _, block := range regexp.MustCompile("(?s)\n```console\n(.*?)```").FindAllStringSubmatch(sections[c.name], -1) {
			for _, example := range strings.Split("\n"+block[1], "\n$ ")[1:] {
				command, want, _ := strings.Cut(example, "\n")
				ran++
				var got string
				switch {
				case strings.HasPrefix(command, "perceptron build"):
					continue
				case strings.HasPrefix(command, "perceptron serve "):
					got = served(t, shell(strings.Replace(command, "perceptron serve", "exec perceptron serve -addr 127.0.0.1:0", 1)))
				default:
					out, _ := shell(command).CombinedOutput() // an example may be refused
					got = string(out)
				}
				if !matches(got, want) {
					t.Errorf("$ %s\n%s\ndocs/scene.md says:\n%s", command, got, want)
				}
			}
		}
		if ran == 0 {
			t.Errorf("docs/scene.md has no example of perceptron %s", c.name)
		}
	}
}

// served is the first line that a server prints, with its default port put in.
func served(t *testing.T, server *exec.Cmd) string {
	t.Helper()
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	server.Process.Signal(os.Interrupt)
	if err := server.Wait(); err != nil {
		t.Error(err)
	}
	return regexp.MustCompile(`:\d+/`).ReplaceAllString(line, ":8080/")
}

func matches(got, want string) bool {
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		if line == "…" {
			lines = append(lines, `[\s\S]*`)
		} else {
			lines = append(lines, strings.ReplaceAll(regexp.QuoteMeta(line), "…", ".*"))
		}
	}
	return regexp.MustCompile("^" + strings.Join(lines, "\n") + "$").MatchString(strings.TrimSpace(got))
}

func TestExamplesAreCompared(t *testing.T) {
	for _, c := range []struct {
		got, want string
		ok        bool
	}{
		{"a 1.25 b\n", "a 1.2… b\n", true}, {"a 1.25 b\nc\n", "a 1.2… b\n", false}, {"a\nb\nc\n", "a\n…\n", true}, {"", "", true}, {"a", "", false},
	} {
		if matches(c.got, c.want) != c.ok {
			t.Errorf("%q as %q: want %v", c.got, c.want, c.ok)
		}
	}
}
