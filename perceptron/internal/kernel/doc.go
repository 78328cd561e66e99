// Package kernel is where training spends its time: package perceptron's formulas as loops over samples, in a fixed order, so
// that the same bits come out on every platform.
//
// In reading order: vec.go and layer.go, how units and parameters lie in memory; exp.go, softplus.go and tanh.go, the functions
// and their tables; kernel.go, the loops over hidden units, and its kernel_*.go, those over activations, losses and the single
// neuron; activation.go, bce.go and logistic.go, what takes the numbers beyond a table; neuron.go, outputs without hidden units.
//
// For WebAssembly, where Go's compiler adds up the address of each float64 and takes a number's bits through memory,
// internal/kernelgen writes the kernels, operation for operation, in WebAssembly's own instructions (kernel_wasm.s).
// kernel_test.go and `make test-bits` hold both to the same bits.
//
// Slices have the lengths that the shapes say: a kernel doesn't check.
package kernel
