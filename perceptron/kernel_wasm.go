package perceptron

// The kernels of kernel.go, in kernel_wasm.s.

//go:noescape
func forwardInput(l *layer, z []vec, x [][2]float64)

//go:noescape
func gradientInput(l *layer, delta []vec, x [][2]float64)

//go:noescape
func forwardHidden(l *layer, z, y []vec)

//go:noescape
func backwardHidden(l *layer, below, delta []vec)

//go:noescape
func gradientHidden(l *layer, delta, y []vec)

//go:noescape
func forwardOutput(l *layer, z []float64, y []vec)

//go:noescape
func backwardOutput(l *layer, below []vec, delta []float64)

//go:noescape
func gradientOutput(l *layer, delta []float64, y []vec)

//go:noescape
func tanhByTable(v []vec, i int) (done int)

//go:noescape
func sigmoidByTable(v []vec, i int) (done int)

//go:noescape
func applyReLU(v []vec)

//go:noescape
func tanhBackward(delta, y []vec)

//go:noescape
func sigmoidBackward(delta, y []vec)

//go:noescape
func reluBackward(delta, y []vec)

//go:noescape
func bceByTable(delta, z []float64, y []int, i int, sum float64) (done int, total float64)

//go:noescape
func sgdStep(theta, sum []vec, share, lr float64) (zero float64)

//go:noescape
func logisticByTable(l, grad *layer, x [][2]float64, y []int, sum float64) (n int, total float64)

//go:noescape
func logisticLossByTable(l *layer, x [][2]float64, y []int, sum float64) (n int, total float64)

//go:noescape
func logisticStepsByTable(l *layer, x [][2]float64, y []int, which []int, lr, shrink float64) (taken int, zero float64)

//go:noescape
func pick(x [][2]float64, y []int, fromX [][2]float64, fromY []int, which []int)
