package figure

import (
	"encoding/json"
	"testing"
)

// Places at the end of what numbers can hold are answered like any others: with a report that is JSON, or a refusal.
func TestPlacesAtTheEndOfNumbers(t *testing.T) {
	for _, fragment := range []string{
		"queries=1.2e308,0", "queries=1e300,1e300;-1e300,-1e300", "queries=-1.7e308,1.7e308;1.7e308,-1.7e308", "queries=5e-324,-5e-324",
		"kind=points&x=1e30,1e30;-1e30,-1e30&y=0,1&queries=1.7e308,0", "kind=points&x=1e-38,0;0,1e-38&y=0,1&queries=",
		"kind=points&x=1e30,1;1,1e-30&y=0,1&train.lr=1e30",
	} {
		f := begin(t, fragment)
		for _, message := range []string{
			`{"type": "fit"}`, `{"type": "zoom", "x": 300, "y": 200, "factor": 0.001}`, `{"type": "zoom", "x": 300, "y": 200, "factor": 1e9}`,
			`{"type": "pan", "dx": 1e300, "dy": -1e300}`, `{"type": "hover", "x": 1e308, "y": -1e308}`, `{"type": "step"}`, `{"type": "epoch"}`,
			`{"type": "tool", "tool": "add1"}`, `{"type": "press", "x": 1e6, "y": 1e6, "brush": true}`, `{"type": "drag", "x": -1e6, "y": 1e300}`,
			`{"type": "release", "x": 0, "y": 0}`, `{"type": "curve", "log": true}`, `{"type": "probe", "epoch": 1}`,
			`{"type": "layout", "plane": {"x": 0, "y": 0, "width": 1e9, "height": 1e9}, "curve": {"x": 0, "y": 0, "width": 1e300, "height": 1}}`,
			`{"type": "layout", "plane": {"x": 1e308, "y": 0, "width": 1e308, "height": 1e308}, "curve": null}`,
			`{"type": "undo"}`, `{"type": "undo"}`, `{"type": "finish"}`,
		} {
			_, _ = f.Handle([]byte(message)) // a refusal is an answer, too
			f.Advance(func() bool { return true })
			if report := f.Report(); !json.Valid(report) {
				t.Fatalf("%s, %s: %s", fragment, message, report)
			}
		}
		for _, q := range []string{"step", "costs", "landscape", "street", "ledger", "settling", "limit", "push", "units", "hidden", "guess", "losses"} {
			if answer, err := f.Request([]byte(`{"type": "` + q + `"}`)); err == nil && !json.Valid([]byte(answer)) {
				t.Errorf("%s, %s: %s", fragment, q, answer)
			}
		}
	}
}
