// Package perceptron is the mathematics of the Lab: networks of one neuron or many, trained step by step to separate the
// points of a plane into classes, with the numbers that PyTorch gives.
//
// Read internal/reference first: all of it in a hundred lines, without regard to time, which the tests hold the rest to. Then, in
// this order: activation.go and loss.go, what an activation and a loss are, with a file for each (activation_*.go, loss_*.go),
// the function above its derivative; network.go, what the parameters are; backprop.go, the forward and backward passes;
// optimizer.go, how a gradient becomes a step; trainer.go, the steps and epochs; edit.go, what may change during a run. The
// time-consuming loops, those of a single neuron apart (Network.logistic), and tanh, σ, eᶻ and ln, are in a package of their
// own, internal/kernel.
//
// All arithmetic is float64 in a fixed order, and the same bits come out on every platform.
package perceptron
