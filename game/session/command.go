package session

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

// A Command is what a person asks of the run. Coordinates are in data units, indices count from 0. Its effect shows in the
// next snapshot; an error means that nothing was changed, and names the value and what was wanted.
type Command interface {
	apply(*Session) error
}

type (
	// Play starts playing; from the end of the run, it plays for as many epochs again.
	Play struct{}
	// Pause stops playing.
	Pause struct{}
	// Finish plays to the end as fast as it goes.
	Finish struct{}
	// Seek goes to any step that has been trained, and pauses. A change made there forks the run.
	Seek struct {
		Step int `json:"step"`
	}
	// Undo takes back the last change made by hand.
	Undo struct{}
	// Redo repeats what was undone.
	Redo struct{}
	// Change starts over with other values of data, model or training, a fragment like n_samples=200&layers=2,8,1.
	// Samples changed by hand stay, unless the data change.
	Change struct {
		With string `json:"with"`
	}
	// CSV starts over with the points of a CSV or TSV text in place of the scene's, or with Read those of the table that was read
	// last.
	CSV struct {
		Text    string  `json:"text,omitempty"`
		Columns Columns `json:"columns,omitzero"`
		Read    bool    `json:"read,omitempty"`
		table   table.Table
	}
	// Step takes N optimiser steps, one if N is 0, and pauses.
	Step struct {
		N int `json:"n,omitempty"`
	}
	// Epoch takes steps to the end of the epoch and pauses.
	Epoch struct{}
	// Reset goes back to the initial weights and keeps what was changed by hand: points, asked points, training values.
	Reset struct{}
	// Speed sets how many steps a tick takes; less than 1 means a step every few ticks.
	Speed struct {
		StepsPerFrame float64 `json:"stepsPerFrame"`
	}
	// AddPoint adds a sample of class Y.
	AddPoint scene.Point
	// MovePoint moves a sample, or changes its class.
	MovePoint scene.Moved
	// RemovePoint removes a sample.
	RemovePoint scene.Index
	// AddQuery adds an asked point.
	AddQuery scene.Query
	// MoveQuery moves an asked point.
	MoveQuery scene.Moved
	// RemoveQuery removes an asked point.
	RemoveQuery scene.Index
	// Set changes a training value by its dotted key, such as train.lr.
	Set struct {
		Key   string `json:"key"`
		Value any    `json:"value"`
	}
	// Weights sets the parameters by hand: weight, bias, weight, bias …, each flattened by rows.
	Weights struct {
		Parameters [][]float64 `json:"parameters"`
	}
	// Load starts another scene: Scene in JSON, its own points perhaps apart from it, as scene.Packed gives them, or Link as a
	// share link's fragment; the values of With, also a fragment, replace the scene's own. Restore says where an earlier session was, to continue from there. First says that this
	// is what a page begins with, which can't be undone.
	Load struct {
		Scene   json.RawMessage `json:"scene,omitempty"`
		Points  string          `json:"points,omitempty"`
		Link    string          `json:"link,omitempty"`
		With    string          `json:"with,omitempty"`
		Restore *Restore        `json:"restore,omitempty"`
		First   bool            `json:"first,omitempty"`
	}
)

// Columns are those of x1, x2 and class, by name or by number from 1; three empty texts mean: as the table itself says.
type Columns [3]string

// Restore is where a session was, apart from its scene.
type Restore struct {
	Step          int            `json:"step"`
	Playing       bool           `json:"playing"`
	StepsPerFrame float64        `json:"stepsPerFrame,omitempty"` // 0: as it is
	Stop          Stop           `json:"stop"`
	Threshold     *float64       `json:"threshold,omitempty"` // without one: the usual one
	Names         map[int]string `json:"names,omitempty"`     // of asked points, by their numbers
}

func (*Play) apply(s *Session) error {
	s.play()
	return nil
}

func (*Pause) apply(s *Session) error {
	s.pause()
	return nil
}

func (*Finish) apply(s *Session) error {
	if s.run.Train().Epochs == 0 {
		return refusal.New("finish", "train.epochs is 0", refusal.RunWithEnd)
	}
	s.pause()
	s.play()
	s.toEnd = true
	return nil
}

// wholeStep is how far a run goes (docs/scene.md).
var wholeStep = refusal.WholeFrom.With(0, math.MaxInt32)

func (c *Step) apply(s *Session) error {
	if c.N < 0 || c.N > math.MaxInt32 {
		return refusal.New("step", strconv.Itoa(c.N), wholeStep)
	}
	s.takeSteps(max(1, c.N))
	return nil
}

func (*Epoch) apply(s *Session) error {
	s.takeSteps(s.run.Trainer().StepsLeft())
	return nil
}

func (*Reset) apply(s *Session) error { return s.restart(s.folded()) }

// maxStepsPerFrame keeps a typing error from freezing the page.
const maxStepsPerFrame = 100_000

func (c *Speed) apply(s *Session) error {
	if !(c.StepsPerFrame > 0 && c.StepsPerFrame <= maxStepsPerFrame) {
		return refusal.New("speed", fmt.Sprint(c.StepsPerFrame, " steps per frame"), refusal.SpeedWithin.With(maxStepsPerFrame))
	}
	s.stepsPerTick, s.carry = c.StepsPerFrame, 0
	return nil
}

func (c *AddPoint) apply(s *Session) error    { return s.edit(scene.Edit{Add: (*scene.Point)(c)}) }
func (c *MovePoint) apply(s *Session) error   { return s.edit(scene.Edit{Move: (*scene.Moved)(c)}) }
func (c *RemovePoint) apply(s *Session) error { return s.edit(scene.Edit{Remove: (*scene.Index)(c)}) }
func (c *MoveQuery) apply(s *Session) error   { return s.edit(scene.Edit{MoveQuery: (*scene.Moved)(c)}) }
func (c *RemoveQuery) apply(s *Session) error {
	return s.edit(scene.Edit{RemoveQuery: (*scene.Index)(c)})
}
func (c *Set) apply(s *Session) error {
	return s.edit(scene.Edit{Set: map[string]any{c.Key: c.Value}})
}
func (c *Weights) apply(s *Session) error { return s.edit(scene.Edit{Weights: c.Parameters}) }

type kindEntry struct {
	word string
	zero Command
}

// kinds lists the commands, each with the word that names it in JSON.
var kinds = []kindEntry{
	{"play", &Play{}},
	{"pause", &Pause{}},
	{"step", &Step{}},
	{"epoch", &Epoch{}},
	{"finish", &Finish{}},
	{"seek", &Seek{}},
	{"undo", &Undo{}},
	{"redo", &Redo{}},
	{"stop", &Stop{}},
	{"threshold", &Threshold{}},
	{"change", &Change{}},
	{"csv", &CSV{}},
	{"pin", &Pin{}},
	{"unpin", &Unpin{}},
	{"race", &Race{}},
	{"reset", &Reset{}},
	{"speed", &Speed{}},
	{"addPoint", &AddPoint{}},
	{"movePoint", &MovePoint{}},
	{"removePoint", &RemovePoint{}},
	{"addQuery", &AddQuery{}},
	{"moveQuery", &MoveQuery{}},
	{"removeQuery", &RemoveQuery{}},
	{"nameQuery", &NameQuery{}},
	{"set", &Set{}},
	{"weights", &Weights{}},
	{"load", &Load{}},
}

// Decode reads a command from JSON: {"type": "play"}, {"type": "addPoint", "x": [0.3, 0.2], "y": 1} …
func Decode(text []byte) (Command, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &fields); err != nil {
		return nil, refusal.Unread("command", err)
	}
	var kind string
	if err := json.Unmarshal(fields["type"], &kind); err != nil {
		return nil, refusal.New("command", "", refusal.Command.With(kindNames()))
	}
	i := slices.IndexFunc(kinds, func(k kindEntry) bool { return k.word == kind })
	if i < 0 {
		return nil, refusal.Quoted("", "command ", kind, refusal.OneOf.With(kindNames()))
	}
	delete(fields, "type")
	rest, err := json.Marshal(fields)
	if err != nil {
		return nil, refusal.Unread("command "+kind, err)
	}
	command := reflect.New(reflect.TypeOf(kinds[i].zero).Elem()).Interface().(Command)
	if name, raw, want := lacking(reflect.TypeOf(command).Elem(), fields); want != nil {
		return nil, refusal.New(kind+"."+name, refusal.Shorten(raw, 60), want)
	}
	d := json.NewDecoder(bytes.NewReader(rest))
	d.DisallowUnknownFields()
	if err := d.Decode(command); err != nil {
		return nil, refusal.Unread("command "+kind, err)
	}
	return command, nil
}

// lacking names a number of a command, or of what it points to, that is null, which is what JSON makes of NaN, or isn't there: both
// would be read as 0. So it does with a place of another length than [x, y]. Want is nil if there is none.
func lacking(command reflect.Type, fields map[string]json.RawMessage) (name, raw string, want refusal.Wanted) {
	if command.Kind() != reflect.Struct {
		return "", "", nil
	}
	for i := range command.NumField() {
		f := command.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		raw, ok := fields[name]
		if f.Type.Kind() == reflect.Pointer {
			var inner map[string]json.RawMessage
			if json.Unmarshal(raw, &inner) == nil && inner != nil {
				if lacks, raw, want := lacking(f.Type.Elem(), inner); want != nil {
					return name + "." + lacks, raw, want
				}
			}
		}
		if !ofNumbers(f.Type) || !ok && options == "omitempty" {
			continue
		}
		if !ok && f.Type.Kind() != reflect.Slice {
			return name, "nothing", refusal.Finite
		}
		if bytes.Contains(raw, []byte("null")) {
			return name, string(raw), refusal.Finite
		}
		var numbers []json.RawMessage
		if f.Type.Kind() == reflect.Array && json.Unmarshal(raw, &numbers) == nil && len(numbers) != f.Type.Len() {
			return name, string(raw), refusal.Pair.With(refusal.Finite)
		}
	}
	return "", "", nil
}

// ofNumbers reports whether a type is a number, or a list of them.
func ofNumbers(t reflect.Type) bool {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
		t = t.Elem()
	}
	return t.Kind() == reflect.Float64 || t.Kind() == reflect.Int
}

func kindNames() []string {
	names := make([]string, 0, len(kinds))
	for _, k := range kinds {
		names = append(names, k.word)
	}
	sort.Strings(names)
	return names
}
