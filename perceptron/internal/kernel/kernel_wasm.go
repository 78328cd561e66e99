package kernel

// The kernels of kernel.go and kernel_*.go, in kernel_wasm.s.

//go:noescape
func ForwardInput(l *Layer, z []Vec, x [][2]float64)

//go:noescape
func GradientInput(l *Layer, delta []Vec, x [][2]float64)

//go:noescape
func ForwardHidden(l *Layer, z, y []Vec)

//go:noescape
func BackwardHidden(l *Layer, below, delta []Vec)

//go:noescape
func GradientHidden(l *Layer, delta, y []Vec)

//go:noescape
func ForwardOutput(l *Layer, z []float64, y []Vec)

//go:noescape
func BackwardOutput(l *Layer, below []Vec, delta []float64)

//go:noescape
func GradientOutput(l *Layer, delta []float64, y []Vec)

//go:noescape
func tanhByTable(v []Vec, i int) (done int)

//go:noescape
func sigmoidByTable(v []Vec, i int) (done int)

//go:noescape
func ApplyReLU(v []Vec)

//go:noescape
func TanhBackward(delta, y []Vec)

//go:noescape
func SigmoidBackward(delta, y []Vec)

//go:noescape
func ReLUBackward(delta, y []Vec)

//go:noescape
func bceByTable(delta, z []float64, y []int, i int, sum float64) (done int, total float64)

//go:noescape
func Update(theta, sum []Vec, share, lr float64) (zero float64)

//go:noescape
func logisticByTable(l, grad *Layer, x [][2]float32, y []uint8, sum float64) (n int, total float64)

//go:noescape
func logisticLossByTable(l *Layer, x [][2]float32, y []uint8, sum float64) (n int, total float64)

//go:noescape
func LogisticSteps(l *Layer, x [][2]float32, y []uint8, which []int, lr, shrink float64) (taken int, zero float64)

//go:noescape
func Pick(x [][2]float32, y []uint8, fromX [][2]float32, fromY []uint8, which []int)

//go:noescape
func Widen(x [][2]float64, y []int, fromX [][2]float32, fromY []uint8)
