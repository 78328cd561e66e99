package export

import (
	"strconv"

	"perceptronlab/perceptron/scene"
)

// Data that need no more than NumPy, in both dialects: X [n, 2] and y [n] as docs/scene.md defines them.

var gates = map[string]string{"and": "[0, 0, 0, 1]", "or": "[0, 1, 1, 1]", "nand": "[1, 1, 1, 0]", "xor": "[0, 1, 1, 0]"}

func gateData(c *code, d scene.Data) {
	n, seed := itoa(d.NSamples), seedText(d)
	c.line("row = np.arange(", n, ") % 4  # of the truth table")
	c.line("X = np.stack([row // 2, row % 2], axis=1).astype(float)")
	if d.Noise > 0 {
		c.line("X += np.random.RandomState(", seed, ").normal(scale=", number(d.Noise), ", size=(", n, ", 2))")
	}
	c.line("y = np.array(", gates[d.Kind], ")[row]")
}

func spiralData(c *code, d scene.Data) {
	m, noise := itoa(d.NSamples/2), number(d.Noise)
	c.line("rng = np.random.RandomState(", seedText(d), ")")
	c.line("spirals = []")
	c.block("for k in (0, 1):", func() {
		c.line("i = np.arange(", m, ")")
		c.line("r = i / ", m)
		c.line("t = 1.75 * i / ", m, " * 2 * np.pi + k * np.pi")
		c.line("noise = rng.uniform(-", noise, ", ", noise, ", size=(", m, ", 2))")
		c.line("spirals.append(np.stack([r * np.sin(t), r * np.cos(t)], axis=1) + noise)")
	})
	c.line("X = np.concatenate(spirals)")
	c.line("y = np.repeat([0, 1], ", m, ")")
}

func pointData(c *code, d scene.Data) {
	if len(d.Y) == 0 {
		c.line("X, y = np.zeros((0, 2)), np.zeros(0, dtype=int)")
		return
	}
	c.list("X = np.array([", pairs(d.X, float32Number), "])")
	c.list("y = np.array([", numbers(d.Y), "])")
}

func seedText(d scene.Data) string { return strconv.FormatUint(uint64(d.RandomState), 10) }
