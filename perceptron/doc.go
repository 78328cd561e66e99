// Package perceptron is the mathematics of the Lab: networks of one neuron or many, trained step by step to separate the
// points of a plane into classes, with the numbers that PyTorch gives.
//
// Read internal/reference first: all of it in 160 lines, without regard to time, which the tests hold the rest to. Then, in this
// order, a thousand lines from top to bottom: activation.go and loss.go, what an activation and a loss are, with a file for each
// (activation_*.go, loss_*.go), the function above its derivative; predict.go, what logits say; network.go, what the parameters
// are; backprop.go, the forward and backward passes; pass.go, these over all samples; optimizer.go, how a gradient becomes a
// step, with a file for each (optimizer_*.go); trainer.go, the steps and epochs.
//
// The other files ask a trainer or a network something (progress.go, evaluate.go, ahead.go, losscurve.go, unit.go, mean.go,
// slopes.go), or change it during a run (edit.go). The time-consuming loops, and tanh, σ, eᶻ and ln, are in a package of their
// own, internal/kernel.
//
// All arithmetic is float64 in a fixed order, and the same bits come out on every platform.
package perceptron
