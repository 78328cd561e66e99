package game

import (
	"encoding/json"
	"fmt"
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/table"
)

// Request answers what the page asks: protocol.ts's Request. It changes nothing.
func (g *Game) Request(text []byte) (string, error) {
	var r struct {
		Type, Format string
		Title        string
		Text         string
		Columns      [3]string
		From, Count  int
		Wrong        bool
		X, Y         float64
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return "", fmt.Errorf("request: %w", err)
	}
	switch r.Type {
	case "link":
		return g.session.Link(), nil
	case "scene":
		return string(g.session.Scene().JSON()), nil
	case "export":
		return exported(g.session, r.Format, r.Title)
	case "table":
		return tableReportOf(r.Text, table.Options{Columns: r.Columns})
	case "points":
		return g.pointList(r.From, r.Count, r.Wrong)
	case "units":
		return g.units()
	case "landscape":
		return g.landscape()
	case "limit":
		return g.limit()
	case "grabs":
		return strconv.FormatBool(g.hand.Grabs(g.gestureScene(), r.X, r.Y)), nil
	}
	return "", fmt.Errorf("request %q: want link, scene, export, table, points, units, landscape, limit or grabs", r.Type)
}

// exported is the run up to its present step as a script, or what it shows as a table or a picture. A picture with a title
// has numbers at its axes, too.
func exported(s *session.Session, format, title string) (string, error) {
	steps := export.Options{Steps: s.Snapshot().Step}
	switch format {
	case "pytorch":
		return export.PyTorch(s.Scene(), steps)
	case "python-numpy":
		return export.NumPy(s.Scene(), steps)
	case "csv":
		return string(table.Append(nil, s.Snapshot().Samples)), nil
	case "svg":
		return still.SVG(s.Snapshot(), still.Options{Title: title, Heading: title, Axes: title != ""}), nil
	}
	return "", fmt.Errorf("export %q: want pytorch, python-numpy, csv or svg", format)
}

// tableReport is protocol.ts's TableReport.
type tableReport struct {
	Separator string     `json:"separator"`
	Header    bool       `json:"header"`
	Names     []string   `json:"names"`
	Index     int        `json:"index"`
	Columns   [3]int     `json:"columns"`
	Rows      int        `json:"rows"`
	Classes   []string   `json:"classes"`
	Counts    []int      `json:"counts"`
	First     [][]string `json:"first"`
	Problem   string     `json:"problem"`
}

func tableReportOf(csv string, o table.Options) (string, error) {
	p, err := table.Look(csv, o)
	r := tableReport{
		Separator: string(p.Separator), Header: p.Header, Names: append([]string{}, p.Names...), Index: p.Index, Columns: p.Columns,
		Rows: p.Rows, Classes: append([]string{}, p.Classes...), Counts: append([]int{}, p.Counts...), First: append([][]string{}, p.First...),
	}
	if err != nil {
		r.Problem = err.Error()
	}
	text, err := json.Marshal(r)
	return string(text), err
}

// limit is the learning rate's limit as JSON.
func (g *Game) limit() (string, error) {
	var answer *float64
	if limit, ok := g.session.LearningRateLimit(); ok {
		answer = &limit
	}
	text, err := json.Marshal(answer)
	return string(text), err
}

// pointReport is protocol.ts's PointReport.
type pointReport struct {
	Index int         `json:"index"`
	X     [2]float32  `json:"x"` // as short as a float32 can be written
	Y     int         `json:"y"`
	P     []float64   `json:"p"`
	Class *int        `json:"class"`
	At    *[2]float64 `json:"at"`
}

// pointList is protocol.ts's PointList.
func (g *Game) pointList(from, count int, wrong bool) (string, error) {
	listed, total, err := g.session.Points(from, count, wrong)
	if err != nil {
		return "", err
	}
	p, rows := g.planeView(), []pointReport{}
	for _, l := range listed {
		r := pointReport{Index: l.Index, X: [2]float32{float32(l.X[0]), float32(l.X[1])}, Y: l.Label, At: seenAt(p, l.X)}
		_, r.P, r.Class = answer(l.Answer, g.snapshot)
		rows = append(rows, r)
	}
	text, err := json.Marshal(map[string]any{"total": total, "rows": rows})
	return string(text), err
}
