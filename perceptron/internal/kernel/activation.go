package kernel

// ApplyTanh replaces each number by its tanh.
func ApplyTanh(v []Vec) { applyByTable(v, tanhByTable, Tanh) }

// ApplySigmoid replaces each number by its σ.
func ApplySigmoid(v []Vec) { applyByTable(v, sigmoidByTable, Sigmoid) }

// applyByTable replaces each number v by far(v), most of them through a kernel that uses a table.
func applyByTable(v []Vec, byTable func(v []Vec, i int) (done int), far func(float64) float64) {
	for i := 0; ; i++ {
		done := byTable(v, i)
		i = done / 8
		if i == len(v) {
			return
		}
		for j := done % 8; j < 8; j++ {
			v[i][j] = far(v[i][j])
		}
	}
}
