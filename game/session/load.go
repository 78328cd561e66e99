package session

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
	"perceptronlab/perceptron/table"
)

func (c *Load) apply(s *Session) error {
	sc, restore, err := c.scene()
	if err != nil {
		return err
	}
	next := newSession(scene.Restart(sc))
	next.stepsPerTick = s.stepsPerTick
	if c.Restore != nil {
		restore = *c.Restore
	}
	if restore.Step < 0 || restore.Step > math.MaxInt32 {
		return refusal.New("restore.step", strconv.Itoa(restore.Step), wholeStep)
	}
	if err := next.restore(restore); err != nil {
		return err
	}
	next.pinned, next.race = s.pinned, s.race
	next.beginRace()
	next.history = s.history
	if c.First {
		next.history.forgetRuns()
	} else {
		next.history.add(&change{before: s.present(), kind: ofScene, left: s.leave()})
	}
	next.generation = s.generation + 1
	*s = *next
	return nil
}

// Check returns why the scene can't be loaded, as far as its text says: its error is scene.Parse's.
func (c Load) Check() error {
	_, _, err := c.scene()
	return err
}

// scene is the scene to load, and where a link says that the run was.
func (c Load) scene() (sc scene.Scene, at Restore, err error) {
	if c.Link != "" && (c.Scene != nil || c.Points != "") {
		return sc, at, refusal.New("link", c.Link, refusal.SceneOrLink)
	}
	if c.Scene != nil {
		sc, err = scene.ParsePacked(c.Scene, c.Points)
	} else {
		sc, at, err = ParseLink(c.Link)
	}
	if err == nil && c.With != "" {
		sc, err = sc.With(c.With)
	}
	if err == nil {
		err = checkQueries(sc)
	}
	return sc, at, err
}

func (c *Change) apply(s *Session) error {
	sc := s.folded()
	edits := sc.Edits
	sc.Edits = nil
	next, err := sc.With(c.With)
	if err != nil {
		return err
	}
	if err := checkQueries(next); err != nil {
		return err
	}
	sameData, sameQueries := reflect.DeepEqual(next.Data, sc.Data), slices.Equal(next.Queries, sc.Queries)
	next.Edits = slices.DeleteFunc(edits, func(e scene.Edit) bool {
		if e.OfQueries() {
			return !sameQueries
		}
		return !sameData
	})
	if err := s.restart(next); err != nil {
		return err
	}
	if !sameQueries {
		s.names = nil
	}
	return nil
}

// Bring hands over the table that was read.
func (c *CSV) Bring(t table.Table) { c.table = t }

func (c *CSV) apply(s *Session) error {
	t := c.table
	if !c.Read {
		var err error
		if t, err = table.Read(strings.NewReader(c.Text), table.Options{Columns: c.Columns}); err != nil {
			return err
		}
	} else if t.Samples.Len() == 0 {
		return refusal.New("csv.read", "true", refusal.TableRead)
	}
	sc := s.folded()
	next := sc.WithPoints(t.Samples)
	next.Edits = slices.DeleteFunc(sc.Edits, func(e scene.Edit) bool { return !e.OfQueries() })
	return s.restart(next)
}
