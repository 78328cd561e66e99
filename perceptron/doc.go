// Package perceptron is the mathematics of the Lab: networks of one neuron or many, trained a step at a time to tell the
// points of a plane apart, with the numbers that PyTorch gives.
//
// In reading order: activation.go and loss.go, each function above its derivative; network.go, what the parameters are;
// backprop.go, the way forward and back; optimizer.go, what a step makes of a gradient; trainer.go, the steps and epochs;
// edit.go, what may change on the way. The loops that take the time, and what computes
// tanh, σ, eᶻ and ln, are a package of their own, internal/kernel.
//
// All arithmetic is float64 in a fixed order, and the same bits come out on every platform.
package perceptron
