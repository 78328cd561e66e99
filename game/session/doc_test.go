package session

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"perceptronlab/perceptron/scene"
)

// What docs/scene.md lists as held by a link besides its scene matches link.go's keys, and its examples survive a round trip.
func TestDocumentedLinkKeys(t *testing.T) {
	text, err := os.ReadFile("../../docs/scene.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(string(text), "\n| link key |")
	rows, _, _ = strings.Cut(rows, "\n\n")
	var said, want, parts []string
	for _, row := range regexp.MustCompile("\n\\| `([^`]*)` \\| `([^`]*)` \\|").FindAllStringSubmatch(rows, -1) {
		said, parts = append(said, row[1]), append(parts, row[2])
		s := begin(t, scene.Default())
		do(t, s, &Load{Link: row[2]})
		if got := s.Link(); got != row[2] {
			t.Errorf("%s comes back as %s", row[2], got)
		}
	}
	if want := "At most " + strconv.Itoa(MaxName) + " characters"; !strings.Contains(rows, want) {
		t.Errorf("docs/scene.md doesn't say of names: %s", want)
	}
	s := begin(t, scene.Default())
	do(t, s, &Load{Link: strings.Join(parts, "&")})
	if got := s.Link(); got != strings.Join(parts, "&") {
		t.Errorf("all examples come back as %s", got)
	}

	for _, file := range []string{"link.go", "names.go"} {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range regexp.MustCompile(`\b\w+Key\s*= "(.*)"`).FindAllSubmatch(code, -1) {
			want = append(want, string(key[1]))
		}
	}
	slices.Sort(said)
	if slices.Sort(want); !slices.Equal(said, want) {
		t.Errorf("docs/scene.md has the link keys %v, the code %v", said, want)
	}
}
