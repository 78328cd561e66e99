package region

import (
	"math"
	"math/rand/v2"
	"testing"
)

// between is a value between four nodes, as the picture interpolates it.
func between(v [4]float64, fx, fy float64) float64 {
	return (v[0]*(1-fx)+v[1]*fx)*(1-fy) + (v[2]*(1-fx)+v[3]*fx)*fy
}

// shown is what a cell says about a point in it: the likeliest class, its probability, and how far it is ahead.
func (c *Cell) shown(fx, fy float64) (class int, p, margin float64) {
	best, next, sum := math.Inf(-1), math.Inf(-1), 0.0
	for k := range c.N {
		z := between(c.LogP[k], fx, fy)
		sum += math.Exp(z)
		if z > best {
			best, next, class = z, best, c.Class[k]
		} else {
			next = math.Max(next, z)
		}
	}
	if c.Rest {
		sum += math.Exp(between(c.Other, fx, fy))
	}
	return class, math.Exp(best) / sum, best - next
}

// At any point of any cell, what is shown is what all classes together say, except in the few cells where more than MaxClasses
// meet.
func TestACellTellsWhatAllClassesSay(t *testing.T) {
	const columns, rows = 24, 18
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		what           string
		classes        int
		steep          float64
		wrong, unclear float64 // shares of the places
	}{
		{"three classes", 3, 3, 0, 0}, {"four, steep", 4, 40, 0, 0}, {"nine classes", 9, 3, 0.005, 0.03},
		{"nine, steep", 9, 60, 0.005, 0.01}, {"64 classes", 64, 6, 0.01, 0.03}, {"64, nearly the same", 64, 0.01, 0.3, 0.01},
	} {
		logits := make([]float64, columns*rows*c.classes)
		for k := range c.classes {
			// The logit of a class is highest at its own center: −|x − center|², up to a term that all have in common.
			cx, cy := random.Float64()*2-1, random.Float64()*2-1
			for row := range rows {
				for column := range columns {
					x, y := 2*float64(column)/(columns-1)-1, 2*float64(row)/(rows-1)-1
					logits[(row*columns+column)*c.classes+k] = c.steep * (2*cx*x + 2*cy*y - cx*cx - cy*cy)
				}
			}
		}
		var m Map
		m.Update(columns, rows, c.classes, logits)
		wrong, unclear, places := 0, 0, 0
		for row := range rows - 1 {
			for column := range columns - 1 {
				cell := &m.Cells[row*(columns-1)+column]
				for range 10 {
					fx, fy := random.Float64(), random.Float64()
					best, sum, class := math.Inf(-1), 0.0, 0
					for k := range c.classes {
						i := (row*columns+column)*c.classes + k
						z := between([4]float64{logits[i], logits[i+c.classes], logits[i+columns*c.classes], logits[i+(columns+1)*c.classes]}, fx, fy)
						sum += math.Exp(z)
						if z > best {
							best, class = z, k
						}
					}
					places++
					got, p, _ := cell.shown(fx, fy)
					if got != class {
						wrong++
					} else if math.Abs(p-math.Exp(best)/sum) > 0.02 {
						unclear++
					}
				}
			}
		}
		if most := c.wrong * float64(places); float64(wrong) > most {
			t.Errorf("%s: another class at %d of %d places, want at most %.0f", c.what, wrong, places, most)
		}
		if most := c.unclear * float64(places); float64(unclear) > most {
			t.Errorf("%s: another probability at %d of %d places, want at most %.0f", c.what, unclear, places, most)
		}
	}
}

// A class that leads in the middle of a cell and at none of its corners is one of the cell's.
func TestAClassOfTheMiddleIsSeen(t *testing.T) {
	var m Map
	m.Update(2, 2, 3, []float64{0, -50, -20, -50, 0, -20, 0, -50, -20, -50, 0, -20})
	if class, p, margin := m.Cells[0].shown(0.5, 0.5); class != 2 || p < 0.98 || math.Abs(margin-5) > 1e-9 {
		t.Errorf("class %d at p = %g, %g ahead: want class 2, 5 ahead of the others", class, p, margin)
	}
}

func TestDepthBoundsWhatIsInTheCells(t *testing.T) {
	var m Map
	m.Update(3, 2, 5, []float64{9, 0, -700, 3, 1, 2, 2, 2, 2, 2, -1e5, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 9, 9, 9, 9, 9})
	for _, c := range m.Cells {
		for k := range c.N {
			for i := range 4 {
				if v := c.LogP[k][i]; !(v <= 1e-12 && -v <= m.Depth) || !(c.Other[i] <= 1e-12 && -c.Other[i] <= m.Depth) {
					t.Errorf("%v: want numbers in −%g..0", c, m.Depth)
				}
			}
		}
	}
	nan := math.NaN()
	m.Update(2, 2, 3, []float64{nan, nan, nan, math.Inf(1), 0, 0, 1, 2, 3, nan, 1, math.Inf(-1)}) // ends
}

func BenchmarkUpdate(b *testing.B) {
	for name, spread := range map[string]float64{"flat": 0.1, "trained": 30} {
		b.Run(name, func(b *testing.B) {
			const columns, rows, classes = 115, 80, 64
			logits := make([]float64, columns*rows*classes)
			for i := range logits {
				k, node := i%classes, i/classes
				x, y := float64(node%columns)/columns, float64(node/columns)/rows
				logits[i] = spread * math.Cos(float64(k)+3*x) * math.Sin(float64(k*k)+3*y)
			}
			var m Map
			for b.Loop() {
				m.Update(columns, rows, classes, logits)
			}
		})
	}
}
