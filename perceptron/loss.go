package perceptron

// Loss is what training minimizes: the mean over the samples of a number ≥ 0 that compares logit and label.
// With s = 2y − 1, which is −1 for class 0 and 1 for class 1:
type Loss int

const (
	LossBCE          Loss = iota // −ln σ(sz), binary cross-entropy in nats; torch.nn.BCEWithLogitsLoss
	LossMSE                      // (σ(z) − y)²
	LossHinge                    // max(0, 1 − sz), a support vector machine's
	LossPerceptron               // max(0, −sz), Rosenblatt's
	LossCrossEntropy             // −ln softmax(z)[y] of K ≥ 2 logits, in nats; torch.nn.CrossEntropyLoss
)

// losses lists them all. A new one needs a line here and above, and its file.
var losses = [...]lossEntry{
	LossBCE:          bceLoss,
	LossMSE:          mseLoss,
	LossHinge:        hingeLoss,
	LossPerceptron:   perceptronLoss,
	LossCrossEntropy: crossEntropyLoss,
}

// A lossEntry is all that is known about a loss.
type lossEntry struct {
	name       string
	multiclass bool // for K ≥ 2 logits; else for one
	// probability: the label is compared with what σ or softmax makes of the logits; else with the logits themselves.
	probability bool

	// logistic: it is −ln σ(sz), with which a single neuron has kernels of its own.
	logistic bool

	form LossForm

	// sum returns the sum of the loss over logits z [n, k] against labels y [n], and writes its gradient to
	// delta [n, k]. n is at most blockLen.
	sum func(delta, z []float64, y []int, k int) float64
	// secondDerivative is L″(z) for one logit; nil if L is max(0, room − sz), or for K logits.
	secondDerivative func(z float64, y int) float64
	// derivatives is the sums of L′ and of L″ over logits z, where the L′ that sum wrote to delta makes L″ faster; else nil.
	derivatives func(delta, z []float64) (first, second float64)

	python LossPython
}

// LossForm is what the loss of a sample is over its logits: by that package valley looks for a minimum, and the page says what
// training will come to.
type LossForm struct {
	Convex bool
	Falls  bool    // for ever, the surer a right answer is: there is no minimum where the classes are separable
	Zero   bool    // from sz = Room on: how far a sample has to be on its own side for no loss
	Room   float64 // of one that is Zero
	// Softmax: with p the softmax of K logits, its second derivatives are diag(p) − ppᵀ.
	Softmax bool
}

// corrects reports whether only samples on the wrong side have a loss: a step for one of them is the correction of a mistake.
func (f *LossForm) corrects() bool { return f.Zero && f.Room == 0 }

// LossPython is how scripts write a loss.
type LossPython struct {
	TorchClass   string // an instance of torch.nn's class; empty if it has none
	TorchFormula string // an expression in z and y, both [n, 1], if torch.nn has no class
	TorchNote    string // a comment above it
	NumPy        string // a function of the loss's name, of z and y, that returns the mean and its gradient by z
}

// Losses lists them, in the order in which menus have them.
func Losses() []Loss { return every[Loss](len(losses)) }

// ParseLoss returns the loss that docs/scene.md calls name.
func ParseLoss(name string) (Loss, error) { return parse("loss", name, Losses()) }

func (l Loss) String() string { return losses[l].name }

// Multiclass reports whether the loss is for K ≥ 2 logits, one for each class, rather than for one.
func (l Loss) Multiclass() bool { return losses[l].multiclass }

// Probability reports whether the loss compares the label with a probability, σ(z) or softmax, rather than with z itself, of
// which only the sign is then meaningful.
func (l Loss) Probability() bool { return losses[l].probability }

// Form is what the loss of a sample is over its logits.
func (l Loss) Form() LossForm { return losses[l].form }

// Kinked reports whether the loss is piecewise linear, max(0, Room − (2y − 1)z): where the pieces meet, rounding decides which
// gradient applies.
func (l Loss) Kinked() bool { return !l.Multiclass() && losses[l].secondDerivative == nil }

// SecondDerivative is L″(z) of one logit against the label y. It panics if the loss is multiclass.
func (l Loss) SecondDerivative(z float64, y int) float64 {
	if l.Multiclass() {
		panic("perceptron: SecondDerivative of " + l.String() + ", which takes many logits")
	}
	if l.Kinked() {
		return 0
	}
	return losses[l].secondDerivative(z, y)
}

// Sample returns the loss of one sample from its logits z [K] against its label y, and writes its gradient by z to delta [K]. It
// panics if the lengths differ, or aren't such a loss's.
func (l Loss) Sample(delta, z []float64, y int) float64 {
	if len(delta) != len(z) || len(z) == 0 || (len(z) > 1) != l.Multiclass() {
		panic("perceptron: Sample of " + l.String() + " needs delta and z of as many logits as the loss has")
	}
	return l.sum(delta, z, []int{y}, len(z))
}

// Python is how scripts write the loss.
func (l Loss) Python() LossPython { return losses[l].python }

// sum returns the sum over a block, and writes its gradient: see lossEntry.
func (l Loss) sum(delta, z []float64, y []int, k int) float64 { return losses[l].sum(delta, z, y, k) }

// known reports whether there is such a loss.
func (l Loss) known() bool { return l >= 0 && int(l) < len(losses) }
