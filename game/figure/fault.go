package figure

import (
	"encoding/json"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/refusal"
)

// faultRequest asks what is wrong with a scene, as JSON or as a share link's fragment, before anything is started; null: nothing
// is.
type faultRequest struct {
	Scene json.RawMessage `json:"scene,omitempty"`
	Link  string          `json:"link,omitempty"`
}

func (r *faultRequest) answer(*Figure) (any, error) {
	if err := (session.Load{Scene: r.Scene, Link: r.Link}).Check(); err != nil {
		return refusal.Of(err), nil
	}
	return (*refusal.Error)(nil), nil
}
