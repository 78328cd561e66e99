package game

import (
	"encoding/json"
	"fmt"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/table"
)

// answerRequest carries out protocol.ts's Request.
func answerRequest(s *session.Session, text []byte) (string, error) {
	var r struct{ Type, Format string }
	if err := json.Unmarshal(text, &r); err != nil {
		return "", fmt.Errorf("request: %w", err)
	}
	switch r.Type {
	case "link":
		return s.Link(), nil
	case "scene":
		return string(s.Scene().JSON()), nil
	case "export":
		return exported(s, r.Format)
	}
	return "", fmt.Errorf("request %q: want link, scene or export", r.Type)
}

// exported is the run up to its present step as a script, or what it shows as a table or a picture.
func exported(s *session.Session, format string) (string, error) {
	steps := export.Options{Steps: s.Snapshot().Step}
	switch format {
	case "pytorch":
		return export.PyTorch(s.Scene(), steps)
	case "python-numpy":
		return export.NumPy(s.Scene(), steps)
	case "csv":
		return string(table.Append(nil, s.Snapshot().Samples)), nil
	case "svg":
		return still.SVG(s.Snapshot(), still.Options{}), nil
	}
	return "", fmt.Errorf("export %q: want pytorch, python-numpy, csv or svg", format)
}
