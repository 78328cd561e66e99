package figure

import (
	"strings"
	"testing"
)

func TestAFaultIsFoundBeforeASceneIsStarted(t *testing.T) {
	f := begin(t, "")
	before := f.Snapshot().Step
	for request, want := range map[string]string{
		`{"type": "fault", "link": "preset=xor&step=100"}`:                   "null",
		`{"type": "fault", "scene": {"data": {"kind": "moons"}}}`:            "null",
		`{"type": "fault", "link": "preset=xor&lr=fast"}`:                    `"value":"fast"`,
		`{"type": "fault", "link": "step=-1"}`:                               `"key":"step"`,
		`{"type": "fault", "scene": {"data": {"kind": "moons", "size": 3}}}`: `"key":"data.size"`,
	} {
		got, err := f.Request([]byte(request))
		if err != nil || !strings.Contains(got, want) {
			t.Errorf("%s: %s, %v; want %s", request, got, err, want)
		}
	}
	if f.Snapshot().Step != before {
		t.Error("a question changed the run")
	}
}
