package session

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

// stepKey is what a link says beside its scene: the step that the run was at.
const stepKey = "step="

// Link is the scene with its edits, and the step the run is at, as a share link's fragment.
func (s *Session) Link() string {
	link := scene.Fragment(s.run.Scene())
	if s.run.Steps() == 0 {
		return link
	}
	if link != "" {
		link += "&"
	}
	return link + stepKey + strconv.Itoa(s.run.Steps())
}

func (c Load) apply(s *Session) error {
	sc, step, err := c.scene()
	if err != nil {
		return err
	}
	next, err := New(sc)
	if err != nil {
		return err
	}
	next.stepsPerTick = s.stepsPerTick
	restore := Restore{Step: step}
	if c.Restore != nil {
		restore = *c.Restore
	}
	if restore.Step < 0 || math.IsNaN(restore.StepsPerFrame) {
		return fmt.Errorf("restore: step %d at %v steps per frame: want a step ≥ 0 and a number", restore.Step, restore.StepsPerFrame)
	}
	if err := next.restore(restore); err != nil {
		return err
	}
	next.pinned, next.race = s.pinned, s.race
	next.againstRivals()
	next.history = s.history
	next.history.add(s.present(), false)
	next.generation = s.generation + 1
	*s = *next
	return nil
}

// scene is the scene to load, and the step that a link names.
func (c Load) scene() (sc scene.Scene, step int, err error) {
	if c.Scene != nil {
		sc, err = scene.Parse(c.Scene)
	} else {
		sc, step, err = parseLink(c.Link)
	}
	if err != nil || c.With == "" {
		return sc, step, err
	}
	sc, err = sc.With(c.With)
	return sc, step, err
}

// parseLink reads what Link wrote.
func parseLink(link string) (sc scene.Scene, step int, err error) {
	parts := strings.Split(strings.TrimPrefix(link, "#"), "&")
	if last := parts[len(parts)-1]; strings.HasPrefix(last, stepKey) {
		text := strings.TrimPrefix(last, stepKey)
		if step, err = strconv.Atoi(text); err != nil || step < 0 {
			return sc, 0, fmt.Errorf("step: %q: want a whole number of steps, 0 or more", text)
		}
		parts = parts[:len(parts)-1]
	}
	sc, err = scene.ParseFragment(strings.Join(parts, "&"))
	return sc, step, err
}

func (c Change) apply(s *Session) error {
	sc := s.folded()
	edits := sc.Edits
	sc.Edits = nil
	next, err := sc.With(c.With)
	if err != nil {
		return err
	}
	sameData, sameQueries := reflect.DeepEqual(next.Data, sc.Data), slices.Equal(next.Queries, sc.Queries)
	next.Edits = slices.DeleteFunc(edits, func(e scene.Edit) bool {
		if e.OfQueries() {
			return !sameQueries
		}
		return !sameData
	})
	return s.restart(next)
}

func (c CSV) apply(s *Session) error {
	sc := s.folded()
	t, err := table.Read(strings.NewReader(c.Text), table.MaxClasses)
	if err != nil {
		return err
	}
	next := sc.WithPoints(t.Samples)
	next.Edits = slices.DeleteFunc(sc.Edits, func(e scene.Edit) bool { return !e.OfQueries() })
	return s.restart(next)
}
