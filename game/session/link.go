package session

import (
	"math"
	"strconv"
	"strings"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// What a link says besides its scene and the names of its asked points: where the run was, when it pauses by itself, and from
// which probability it predicts class 1.
const (
	stepKey       = "step"
	thresholdKey  = "threshold"
	stopLossKey   = "stop.loss"
	stopTolKey    = "stop.tol"
	noMistakesKey = "stop.no_mistakes"
)

// Link is the scene with its edits and the session's settings, and the step it is at, as a share link's fragment.
func (s *Session) Link() string {
	var parts []string
	if link := scene.Fragment(s.run.Scene()); link != "" {
		parts = append(parts, link)
	}
	add := func(key, value string) { parts = append(parts, key+"="+value) }
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	if names := s.nameList(); names != "" {
		add(namesKey, names)
	}
	if v := s.stop.Loss; v != nil {
		add(stopLossKey, number(*v))
	}
	if v := s.stop.Tol; v != nil {
		add(stopTolKey, number(*v))
	}
	if s.stop.NoMistakes {
		add(noMistakesKey, "true")
	}
	if p := s.ownThreshold(); p != 0 {
		add(thresholdKey, number(p))
	}
	if step := s.run.Steps(); step > 0 {
		add(stepKey, strconv.Itoa(step))
	}
	return strings.Join(parts, "&")
}

// LinkWithin is Link, unless it is longer than a number of bytes, 0 for any: then ok is false. Of very much it finds that at
// once.
func (s *Session) LinkWithin(longest int) (link string, ok bool) {
	if longest > 0 && scene.LeastFragment(s.run.Now()) > longest {
		return "", false
	}
	link = s.Link()
	return link, longest <= 0 || len(link) <= longest
}

// ParseLink reads what Link wrote: the scene, and where the run was. Its errors are scene.Parse's.
func ParseLink(link string) (sc scene.Scene, at Restore, err error) {
	var ofScene []string
	seen := map[string]bool{}
	for _, part := range strings.Split(strings.TrimPrefix(link, "#"), "&") {
		key, value, _ := strings.Cut(part, "=")
		switch key {
		case stepKey:
			if at.Step, err = strconv.Atoi(value); err != nil || at.Step < 0 || at.Step > math.MaxInt32 {
				err = refusal.Quoted("step", "", value, wholeStep)
			}
		case namesKey:
			at.Names, err = parseNames(value)
		case stopLossKey:
			at.Stop.Loss, err = linkNumber(key, value)
		case stopTolKey:
			at.Stop.Tol, err = linkNumber(key, value)
		case thresholdKey:
			at.Threshold, err = linkNumber(key, value)
		case noMistakesKey:
			if at.Stop.NoMistakes = value == "true"; !at.Stop.NoMistakes && value != "false" {
				err = refusal.Quoted(key, "", value, refusal.TrueOrFalse)
			}
		default:
			ofScene = append(ofScene, part)
			continue
		}
		if err == nil && seen[key] {
			err = refusal.Quoted(key, "", value, refusal.Once)
		}
		seen[key] = true
		if err != nil {
			return sc, Restore{}, err
		}
	}
	sc, err = scene.ParseFragment(strings.Join(ofScene, "&"))
	return sc, at, err
}

func linkNumber(key, text string) (*float64, error) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, refusal.Quoted(key, "", text, refusal.Number)
	}
	return &v, nil
}
