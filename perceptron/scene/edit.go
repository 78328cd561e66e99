package scene

import (
	"slices"
	"strings"

	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/refusal"
)

// changes are what an edit can be.
var changes = []string{"add", "move", "remove", "add_query", "move_query", "remove_query", "set", "weights"}

// oneChange is what is wanted of an edit.
var oneChange = refusal.EditObject.With(changes)

// parseEdit reads one edit. Whether its indices, labels and shapes fit, only the run can tell (form.validate).
func parseEdit(key, text string) (Edit, error) {
	if e, ok := quickEdit(text); ok && valid(text) {
		return e, nil
	}
	return anyEdit(key, text)
}

func anyEdit(key, text string) (e Edit, err error) {
	made := 0
	err = object(key, text, func(path, text string) (err error) {
		made++
		switch strings.TrimPrefix(path, key+".") {
		case "step":
			made--
			e.Step, err = step(path, text)
		case "add":
			e.Add = new(Point)
			err = members(path, text, required("x", &e.Add.X, sample), required("y", &e.Add.Y, label))
		case "move":
			e.Move = new(Moved)
			err = members(path, text, required("index", &e.Move.Index, index), required("x", &e.Move.X, sample),
				optional("y", &e.Move.Y, label))
		case "remove":
			e.Remove = new(Index)
			err = members(path, text, required("index", &e.Remove.Index, index))
		case "add_query":
			e.AddQuery = new(Query)
			err = members(path, text, required("x", &e.AddQuery.X, query))
		case "move_query":
			e.MoveQuery = new(Moved)
			err = members(path, text, required("index", &e.MoveQuery.Index, index), required("x", &e.MoveQuery.X, query))
		case "remove_query":
			e.RemoveQuery = new(Index)
			err = members(path, text, required("index", &e.RemoveQuery.Index, index))
		case "set":
			e.Set = map[string]any{}
			err = object(path, text, func(p, text string) error {
				return decodeSet(e.Set, p, strings.TrimPrefix(p, path+"."), text)
			}, refusal.TrainObject)
		case "weights":
			e.Weights, err = listOf(listOf(numberIn(refusal.AnyFinite)))(path, text)
		default:
			err = wrong(path, text, refusal.NoSuchChange.With(changes))
		}
		return err
	}, oneChange)
	if err == nil && (made != 1 || e.kinds() != 1) {
		err = wrong(key, text, oneChange)
	}
	return e, err
}

var (
	step  = integerIn(0, maxCount)
	index = integerIn(0, maxCount)
	query = pairIn(refusal.AnyFinite)
)

// sample reads a sample's place, rounded to float32.
func sample(key, text string) ([2]float64, error) {
	x, err := pairIn(dataset.Coordinate)(key, text)
	return dataset.Rounded(x), err
}

// decodeSet reads the value of a train key into set; path is where an error is.
func decodeSet(set map[string]any, path, key, text string) error {
	f := fieldOf(key)
	if f == nil || f.section() != "train" {
		return wrong(path, text, refusal.NoSuchKey.With(trainKeys()))
	}
	var s Scene
	if err := f.decode(&s, text); err != nil {
		return wrong(path, text, refusal.Of(err).Want)
	}
	set[key] = f.value(&s)
	return nil
}

func trainKeys() []string {
	keys := namesIn("train")
	for i, name := range keys {
		keys[i] = "train." + name
	}
	return keys
}

// OfSamples reports whether the edit changes the samples.
func (e Edit) OfSamples() bool { return e.Add != nil || e.Move != nil || e.Remove != nil }

// OfQueries reports whether the edit changes the asked points, and so doesn't affect training.
func (e Edit) OfQueries() bool {
	return e.AddQuery != nil || e.MoveQuery != nil || e.RemoveQuery != nil
}

// kinds counts the changes that the edit makes; there should be one.
func (e *Edit) kinds() (n int) {
	for _, has := range []bool{e.Add != nil, e.Move != nil, e.Remove != nil, e.AddQuery != nil, e.MoveQuery != nil,
		e.RemoveQuery != nil, len(e.Set) > 0, e.Weights != nil} {
		if has {
			n++
		}
	}
	return n
}

// A part is one member that an object may or must have.
type part struct {
	name   string
	needed bool
	read   func(key, text string) error
}

func required[T any](name string, to *T, parse parser[T]) part {
	return part{name, true, func(key, text string) (err error) {
		*to, err = parse(key, text)
		return err
	}}
}

func optional[T any](name string, to **T, parse parser[T]) part {
	return part{name, false, func(key, text string) error {
		v, err := parse(key, text)
		*to = &v
		return err
	}}
}

// members reads an object that has these parts and no others.
func members(key, text string, parts ...part) error {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.name
	}
	want := refusal.ObjectOf.With(names)
	var seen []string
	err := object(key, text, func(path, text string) error {
		name := strings.TrimPrefix(path, key+".")
		i := slices.Index(names, name)
		if i < 0 {
			return wrong(path, text, refusal.NoSuchKeyIn.With(want))
		}
		seen = append(seen, name)
		return parts[i].read(path, text)
	}, want)
	for _, p := range parts {
		if err == nil && p.needed && !slices.Contains(seen, p.name) {
			err = wrong(join(key, p.name), "", refusal.ValueIn.With(want))
		}
	}
	return err
}
