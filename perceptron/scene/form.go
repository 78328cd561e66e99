package scene

import (
	"math"
	"slices"
	"strconv"

	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/refusal"
)

// A form holds what decides whether an edit fits. It changes with every edit, but never by training.
type form struct {
	points, queries int
	layers          []int
	train           Train
}

// form is the form of the scene's run at its beginning.
func (s *Scene) form() form {
	return form{points: s.points() - s.heldBack(), queries: len(s.Queries), layers: s.Model.Layers, train: s.Train}
}

// validEdits returns the scene's edits in the form in which a run applies them, or says which of them doesn't fit.
func (s *Scene) validEdits() ([]Edit, error) {
	f := s.form()
	edits := slices.Clone(s.Edits)
	for i := range edits {
		at := "edits[" + strconv.Itoa(i) + "]"
		e, err := f.validate(edits[i])
		if err != nil {
			return nil, within(at, err)
		}
		if e.Step < 0 || i > 0 && e.Step < edits[i-1].Step {
			return nil, wrong(at+".step", strconv.Itoa(e.Step), refusal.StepsInOrder)
		}
		edits[i] = e
	}
	return edits, nil
}

// validate checks an edit and returns a copy of it in canonical form: a sample's place rounded to float32, set values of
// the right type. It updates the form to the state after the edit; on failure the form stays as it is.
func (f *form) validate(e Edit) (Edit, *refusal.Error) {
	if e.kinds() != 1 {
		return e, wrong("", e.json(), oneChange)
	}
	e = e.clone()
	switch {
	case e.Add != nil:
		if f.points >= maxPoints {
			return e, wrong("add", e.json(), refusal.PointsWithin.With(maxPoints))
		}
		if err := f.validateSample("add", &e.Add.X, &e.Add.Y); err != nil {
			return e, err
		}
		f.points++
	case e.Move != nil:
		if err := inRange("move.index", e.Move.Index, f.points); err != nil {
			return e, err
		}
		return e, f.validateSample("move", &e.Move.X, e.Move.Y)
	case e.Remove != nil:
		if err := inRange("remove.index", e.Remove.Index, f.points); err != nil {
			return e, err
		}
		f.points--
	case e.AddQuery != nil:
		if err := place("add_query.x", e.AddQuery.X, refusal.AnyFinite); err != nil {
			return e, err
		}
		f.queries++
	case e.MoveQuery != nil:
		if e.MoveQuery.Y != nil {
			return e, wrong("move_query.y", strconv.Itoa(*e.MoveQuery.Y), refusal.NoLabel)
		}
		if err := inRange("move_query.index", e.MoveQuery.Index, f.queries); err != nil {
			return e, err
		}
		return e, place("move_query.x", e.MoveQuery.X, refusal.AnyFinite)
	case e.RemoveQuery != nil:
		if err := inRange("remove_query.index", e.RemoveQuery.Index, f.queries); err != nil {
			return e, err
		}
		f.queries--
	case e.Weights != nil:
		return e, f.validateWeights(e.Weights)
	default:
		return e, f.validateSet(e.Set)
	}
	return e, nil
}

// follow updates the form to the state after an edit that was found valid.
func (f *form) follow(e Edit) {
	switch {
	case e.Add != nil:
		f.points++
	case e.Remove != nil:
		f.points--
	case e.AddQuery != nil:
		f.queries++
	case e.RemoveQuery != nil:
		f.queries--
	case e.Set != nil:
		f.train.Set(e.Set)
	}
}

func (f *form) validateSample(key string, x *[2]float64, y *int) *refusal.Error {
	if err := place(key+".x", *x, dataset.Coordinate); err != nil {
		return err
	}
	if k := classes(f.layers[len(f.layers)-1]); y != nil && (*y < 0 || *y >= k) {
		return wrong(key+".y", strconv.Itoa(*y), refusal.LabelTo.With(k-1))
	}
	*x = dataset.Rounded(*x)
	return nil
}

func place(key string, x [2]float64, d *refusal.Domain) *refusal.Error {
	if !d.OK(x[0]) || !d.OK(x[1]) {
		return wrong(key, jsonText(x), refusal.Pair.With(d.Want))
	}
	return nil
}

func inRange(key string, i, n int) *refusal.Error {
	if i >= 0 && i < n {
		return nil
	}
	var want refusal.Wanted = refusal.NoneThere
	if n > 0 {
		want = refusal.IndexTo.With(n - 1)
	}
	return wrong(key, strconv.Itoa(i), want)
}

// validateSet makes the values what the fields hold (a batch_size that came as 10.0 is the int 10), and checks them with
// the training values that stay.
func (f *form) validateSet(set map[string]any) *refusal.Error {
	s := Scene{Train: f.train}
	for _, key := range sortedKeys(set) {
		if err := decodeSet(set, "set."+key, key, jsonText(set[key])); err != nil {
			return refusal.Of(err)
		}
		fieldOf(key).decode(&s, jsonText(set[key]))
	}
	if err := s.Train.check(f.layers[len(f.layers)-1]); err != nil {
		return within("set", refusal.Of(err))
	}
	f.train = s.Train
	return nil
}

// validateWeights checks the shapes: weight [out·in] and bias [out] for each layer.
func (f *form) validateWeights(w [][]float64) *refusal.Error {
	if n := 2 * (len(f.layers) - 1); len(w) != n {
		return refusal.Count("weights", len(w), refusal.Lists, refusal.ParameterLists.With(n))
	}
	for i, list := range w {
		in, out := f.layers[i/2], f.layers[i/2+1]
		n, want := out*in, refusal.WeightsOf
		if i%2 == 1 {
			n, want = out, refusal.BiasesOf
		}
		key := "weights[" + strconv.Itoa(i) + "]"
		if len(list) != n {
			return refusal.Count(key, len(list), refusal.Numbers, want.With(n, in, out))
		}
		for _, v := range list {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return wrong(key, jsonText(list), refusal.FiniteNumbers)
			}
		}
	}
	return nil
}

// clone copies the edit so that it shares no memory.
func (e Edit) clone() Edit {
	e.Add, e.Move, e.Remove = copied(e.Add), copied(e.Move), copied(e.Remove)
	e.AddQuery, e.MoveQuery, e.RemoveQuery = copied(e.AddQuery), copied(e.MoveQuery), copied(e.RemoveQuery)
	if e.Move != nil {
		e.Move.Y = copied(e.Move.Y)
	}
	if e.Set != nil {
		set := make(map[string]any, len(e.Set))
		for k, v := range e.Set {
			set[k] = v
		}
		e.Set = set
	}
	if e.Weights != nil {
		w := make([][]float64, len(e.Weights))
		for i := range w {
			w[i] = slices.Clone(e.Weights[i])
		}
		e.Weights = w
	}
	return e
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
