package main

import (
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersion(t *testing.T) {
	status, out, errs := cli("", "version")
	if status != 0 || errs != "" || !strings.HasPrefix(out, "perceptron "+version+"\n") || !strings.Contains(out, runtime.Version()) {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

func TestVersionIsTheNewestOfTheChangelog(t *testing.T) {
	text, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	newest := regexp.MustCompile(`(?m)^## (\d+\.\d+\.\d+) - \d{4}-\d\d-\d\d$`).FindStringSubmatch(string(text))
	if newest == nil || newest[1] != version {
		t.Errorf("CHANGELOG.md begins with %q, the program says %s", newest, version)
	}
}

func TestCommitOf(t *testing.T) {
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "eea041c10b2e4f5a6b7c8d9e0f1a2b3c4d5e6f70"}
	for _, c := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{nil, ""},
		{[]debug.BuildSetting{commit, {Key: "vcs.modified", Value: "false"}}, "eea041c10b2e"},
		{[]debug.BuildSetting{commit, {Key: "vcs.modified", Value: "true"}}, "eea041c10b2e, with changes"},
	} {
		if got := commitOf(c.settings); got != c.want {
			t.Errorf("%v: %q, want %q", c.settings, got, c.want)
		}
	}
}
