package export

import (
	"strconv"

	"perceptronlab/perceptron/internal/python"

	"perceptronlab/perceptron/scene"
)

// Data that need no more than NumPy, in both dialects: X [n, 2] and y [n] as docs/scene.md defines them.

var gates = map[string]string{"and": "[0, 0, 0, 1]", "or": "[0, 1, 1, 1]", "nand": "[1, 1, 1, 0]", "xor": "[0, 1, 1, 0]"}

func gateData(c *python.Code, d scene.Data) {
	n, seed := strconv.Itoa(d.NSamples), seedText(d)
	c.Line("row = np.arange(", n, ") % 4  # of the truth table")
	c.Line("X = np.stack([row // 2, row % 2], axis=1).astype(float)")
	if d.Noise > 0 {
		c.Line("X += np.random.RandomState(", seed, ").normal(scale=", python.Number(d.Noise), ", size=(", n, ", 2))")
	}
	c.Line("y = np.array(", gates[d.Kind], ")[row]")
}

func spiralData(c *python.Code, d scene.Data) {
	m, noise := strconv.Itoa(d.NSamples/2), python.Number(d.Noise)
	c.Line("rng = np.random.RandomState(", seedText(d), ")")
	c.Line("spirals = []")
	c.Block("for k in (0, 1):", func() {
		c.Line("i = np.arange(", m, ")")
		c.Line("r = i / ", m)
		c.Line("t = 1.75 * i / ", m, " * 2 * np.pi + k * np.pi")
		c.Line("noise = rng.uniform(-", noise, ", ", noise, ", size=(", m, ", 2))")
		c.Line("spirals.append(np.stack([r * np.sin(t), r * np.cos(t)], axis=1) + noise)")
	})
	c.Line("X = np.concatenate(spirals)")
	c.Line("y = np.repeat([0, 1], ", m, ")")
}

func pointData(c *python.Code, d scene.Data) {
	if len(d.Y) == 0 {
		c.Line("X, y = np.zeros((0, 2)), np.zeros(0, dtype=int)")
		return
	}
	c.List("X = np.array([", python.Pairs(d.X, python.Float32), "])")
	c.List("y = np.array([", python.Numbers(d.Y), "])")
}

func seedText(d scene.Data) string { return strconv.FormatUint(uint64(d.RandomState), 10) }
