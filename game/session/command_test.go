package session

import "testing"

func TestAMissingNumberIsNotZero(t *testing.T) {
	for text, want := range map[string]string{
		`{"type": "addQuery", "x": [null, 1]}`:                         "addQuery.x: [null, 1]: want a finite number",
		`{"type": "addQuery", "x": [1]}`:                               "addQuery.x: [1]: want [x, y], each a finite number",
		`{"type": "addPoint", "x": [1, 2, 3], "y": 0}`:                 "addPoint.x: [1, 2, 3]: want [x, y], each a finite number",
		`{"type": "addQuery"}`:                                         "addQuery.x: nothing: want a finite number",
		`{"type": "addPoint", "x": [0, 1], "y": null}`:                 "addPoint.y: null: want a finite number",
		`{"type": "weights", "parameters": [[1, 2], [null]]}`:          "weights.parameters: [[1, 2], [null]]: want a finite number",
		`{"type": "seek"}`:                                             "seek.step: nothing: want a finite number",
		`{"type": "speed", "stepsPerFrame": null}`:                     "speed.stepsPerFrame: null: want a finite number",
		`{"type": "step", "n": null}`:                                  "step.n: null: want a finite number",
		`{"type": "load", "scene": {}, "restore": {"step": null}}`:     "load.restore.step: null: want a finite number",
		`{"type": "load", "scene": {}, "restore": {}}`:                 "load.restore.step: nothing: want a finite number",
		`{"type": "movePoint", "index": null, "x": [0, 0], "y": null}`: "movePoint.index: null: want a finite number",
	} {
		if _, err := Decode([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{`{"type": "stop", "loss": null, "tol": null, "noMistakes": true}`, `{"type": "movePoint", "index": 0, "x": [0, 0]}`, `{"type": "load", "restore": {"step": 1, "stop": {"loss": null}}}`, `{"type": "load", "restore": null}`} {
		if _, err := Decode([]byte(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}
