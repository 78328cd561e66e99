package scene

import (
	"strconv"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// In a fragment, edits are step:change:values, joined by ';':
//
//	120:add:0.3,0.2,1;130:move:4,0.1,0.2;200:set:train.lr,0.1;210:weights:0.5,-1/0.25
//
// The values are those of JSON in its order: x, y, label; index, x, y, maybe a label; an index; key, value, …; and
// for weights the lists, joined by '/'.
func (e *Edit) fragment() string {
	text := strconv.Itoa(e.Step) + ":"
	at := func(v any) string { return list.fromJSON(jsonText(v)) }
	switch {
	case e.Add != nil:
		return text + "add:" + at(perceptron.Single(e.Add.X)) + "," + strconv.Itoa(e.Add.Y)
	case e.Move != nil:
		text += "move:" + strconv.Itoa(e.Move.Index) + "," + at(perceptron.Single(e.Move.X))
		if e.Move.Y != nil {
			text += "," + strconv.Itoa(*e.Move.Y)
		}
		return text
	case e.Remove != nil:
		return text + "remove:" + strconv.Itoa(e.Remove.Index)
	case e.AddQuery != nil:
		return text + "add_query:" + at(e.AddQuery.X)
	case e.MoveQuery != nil:
		return text + "move_query:" + strconv.Itoa(e.MoveQuery.Index) + "," + at(e.MoveQuery.X)
	case e.RemoveQuery != nil:
		return text + "remove_query:" + strconv.Itoa(e.RemoveQuery.Index)
	case e.Weights != nil:
		lists := make([]string, len(e.Weights))
		for i, w := range e.Weights {
			lists[i] = at(w)
		}
		return text + "weights:" + strings.Join(lists, "/")
	}
	var set []string
	for _, key := range sortedKeys(e.Set) {
		set = append(set, key+","+strings.Trim(jsonText(e.Set[key]), `"`))
	}
	return text + "set:" + strings.Join(set, ",")
}

func parseEditFragments(key, text string) (edits []Edit, err error) {
	if text == "" {
		return nil, nil
	}
	for i, part := range strings.Split(text, ";") {
		e, err := parseEditFragment(key+"["+strconv.Itoa(i)+"]", part)
		if err != nil {
			return nil, err
		}
		edits = append(edits, e)
	}
	return edits, nil
}

func parseEditFragment(key, text string) (Edit, error) {
	at, rest, _ := strings.Cut(text, ":")
	change, rest, _ := strings.Cut(rest, ":")
	v := strings.Split(rest, ",")
	want := func(values string) error { return wrong(key, text, refusal.EditForm.With(change, values)) }
	pair := func(i int) string { return "[" + v[i] + "," + v[i+1] + "]" }

	var member string
	switch change {
	case "add":
		if len(v) != 3 {
			return Edit{}, want("x,y,label")
		}
		member = `{"x":` + pair(0) + `,"y":` + v[2] + "}"
	case "move":
		if len(v) != 3 && len(v) != 4 {
			return Edit{}, wrong(key, text, refusal.EditForms.With(change, "index,x,y", "index,x,y,label"))
		}
		member = `{"index":` + v[0] + `,"x":` + pair(1)
		if len(v) == 4 {
			member += `,"y":` + v[3]
		}
		member += "}"
	case "remove", "remove_query":
		member = `{"index":` + rest + "}"
	case "add_query":
		if len(v) != 2 {
			return Edit{}, want("x,y")
		}
		member = `{"x":` + pair(0) + "}"
	case "move_query":
		if len(v) != 3 {
			return Edit{}, want("index,x,y")
		}
		member = `{"index":` + v[0] + `,"x":` + pair(1) + "}"
	case "weights":
		member = "[[" + strings.ReplaceAll(rest, "/", "],[") + "]]"
	case "set":
		if len(v)%2 != 0 {
			return Edit{}, want("key,value")
		}
		var set []string
		for i := 0; i < len(v); i += 2 {
			set = append(set, jsonText(v[i])+":"+setJSON(v[i], v[i+1]))
		}
		member = "{" + strings.Join(set, ",") + "}"
	default:
		return Edit{}, wrong(key, text, refusal.EditChange.With(changes))
	}
	return parseEdit(key, `{"step":`+at+`,"`+change+`":`+member+"}")
}

// setJSON is the value of a train key as JSON.
func setJSON(key, value string) string {
	if f := fieldOf(key); f != nil {
		return f.shape.toJSON(value)
	}
	return jsonText(value)
}
