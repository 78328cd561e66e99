package session

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"perceptronlab/perceptron/scene"
)

var record = flag.Bool("record", false, "write what the recorded sessions come to, in place of comparing it")

// state is what is compared of a recorded session: to the bit, on every platform.
type state struct {
	Step       int         `json:"step"`
	Epoch      int         `json:"epoch"`
	Playing    bool        `json:"playing"`
	Points     int         `json:"points"`
	Edits      int         `json:"edits"`
	CanUndo    bool        `json:"canUndo"`
	CanRedo    bool        `json:"canRedo"`
	Loss       *float64    `json:"loss"`
	Accuracy   *float64    `json:"accuracy"`
	Losses     int         `json:"losses"`
	Queries    [][]float64 `json:"queries"`           // the probabilities of each
	Parameters [][]float64 `json:"parameters"`        // the first four of each list
	Refused    string      `json:"refused,omitempty"` // where and what; what was wanted may name all there is, of which there may be more later
}

func stateOf(s *Session, refused error) state {
	shot := s.Snapshot()
	now := state{
		Step: shot.Step, Epoch: shot.Epoch, Playing: shot.Playing, Points: shot.Samples.Len(), Edits: shot.Edits,
		CanUndo: shot.CanUndo, CanRedo: shot.CanRedo, Losses: len(shot.Losses.Losses), Queries: [][]float64{},
	}
	if shot.Loss == shot.Loss && shot.Accuracy == shot.Accuracy {
		now.Loss, now.Accuracy = &shot.Loss, &shot.Accuracy
	}
	for _, q := range shot.Queries {
		if !shot.Diverged {
			now.Queries = append(now.Queries, q.P)
		}
	}
	for _, list := range shot.Network.Parameters() {
		if !shot.Diverged {
			now.Parameters = append(now.Parameters, list[:min(4, len(list))])
		}
	}
	if refused != nil {
		now.Refused, _, _ = strings.Cut(refused.Error(), ": want")
	}
	return now
}

// testdata/recorded holds sessions as people had them: a command per line, {"ticks": n} for time that passes, and {"is": …} for
// the result. They were recorded with -record by the program that they test: they don't show what is right, but what a change
// alters.
func TestRecordedSessions(t *testing.T) {
	files, err := filepath.Glob("testdata/recorded/*.jsonl")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d recorded sessions, %v: want a dozen", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".jsonl"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := replay(t, text)
			if *record {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
			for i, line := range bytes.Split(bytes.TrimSpace(got), []byte("\n")) {
				if i >= len(want) || !bytes.Equal(line, want[i]) {
					t.Fatalf("line %d: got\n%s\nwant\n%s", i+1, line, slices.Concat(want, [][]byte{nil})[min(i, len(want))])
				}
			}
		})
	}
}

// replay carries out the commands, and returns them with the result of each group.
func replay(t *testing.T, text []byte) []byte {
	t.Helper()
	s := begin(t, scene.Default())
	var out bytes.Buffer
	var refused error
	say := func() {
		line, err := json.Marshal(map[string]state{"is": stateOf(s, refused)})
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(line, '\n'))
		refused = nil
	}
	for line := range bytes.SplitSeq(bytes.TrimSpace(text), []byte("\n")) {
		var head struct {
			Ticks int             `json:"ticks"`
			Is    json.RawMessage `json:"is"`
			Type  string          `json:"type"`
		}
		if err := json.Unmarshal(line, &head); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if head.Is != nil {
			say()
			continue
		}
		out.Write(append(line, '\n'))
		if head.Type == "" {
			for range head.Ticks {
				s.Advance(never)
			}
			continue
		}
		command, err := Decode(line)
		if err != nil {
			refused = err
		} else if err := s.Apply(command); err != nil {
			refused = err
		}
	}
	return out.Bytes()
}
