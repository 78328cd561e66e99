// What is left when everything else is taken away: the arithmetic of perceptron/, operation for operation, for the three
// workloads of data.h and nothing but them, so that a run ends in the same bits. No edits, no divergence, no other
// shape, loss or optimizer. Natively a program that answers lines as cmd/bench does; as wasm it exports train.

#include <stdint.h>

#include "data.h" // workloads, as bench.mjs writes them: struct workload workloads[]

#define MAX_SAMPLES 200 // samples

static double number(uint64_t bits) { double v; __builtin_memcpy(&v, &bits, 8); return v; }
static uint64_t bitsOf(double v) { uint64_t bits; __builtin_memcpy(&bits, &v, 8); return bits; }

// exp.go

#define LN2 0.69314718055994530942
#define LN2_HIGH 0x1.62e42feep-1
#define LN2_LOW 0x1.a39ef35793c76p-33
#define ROUND_SHIFT 0x1.8p52
#define EXP_LIMIT 708.0

static uint64_t expTable[128];

static double expNeg(double a) { // 0 ≤ a ≤ EXP_LIMIT
	double t = a * (128 / LN2) + ROUND_SHIFT, k = t - ROUND_SHIFT;
	double r = a - k * (LN2_HIGH / 128) - k * (LN2_LOW / 128);
	uint64_t bits = bitsOf(t);
	double p = r * (r * (0.5 - r * (1. / 6 - r * (1. / 24))) - 1);
	double s = number(expTable[bits & 127] - ((bits & ~UINT64_C(127)) << 45));
	return s + s * p;
}

static double log1p_(double q) {
	if (!(q <= 0x1.fffffffffffffp1023)) return q;
	double k = 0, f = q, lost = 0;
	if (q >= 0x1.a827999fcef34p-2) { // √2 − 1
		double u = 1 + q;
		lost = q < 1 ? (q - (u - 1)) / u : (1 - (u - q)) / u;
		uint64_t b = bitsOf(u);
		double m = number((b & UINT64_C(0xfffffffffffff)) | UINT64_C(0x3fe0000000000000));
		k = (double)((int)(b >> 52) - 1022);
		if (m < 0x1.6a09e667f3bcdp-1) m *= 2, k -= 1; // √½
		f = m - 1;
	}
	double s = f / (2 + f), z = s * s, sum = 0;
	for (double n = 21; n > 1; n -= 2) sum = z * (1 / n + sum);
	return k * LN2_HIGH + (k * LN2_LOW + lost + 2 * s + 2 * s * sum);
}

// softplus.go

#define NEAR_LEAST -64
#define NEAR_MOST 36
#define NEAR_SHIFT 0x1.8p47
#define KNOTS (32 * (NEAR_MOST - NEAR_LEAST) + 1)

static double curves[KNOTS][8];

static inline const double *nearest(double z, double *r) { // NEAR_LEAST ≤ z ≤ NEAR_MOST
	double s = z + NEAR_SHIFT;
	*r = z - (s - NEAR_SHIFT);
	return curves[bitsOf(s) - bitsOf(NEAR_SHIFT + NEAR_LEAST)];
}

static inline double softplus(double z) {
	if (z > NEAR_MOST) return z;
	if (z < NEAR_LEAST) return expNeg(-z < EXP_LIMIT ? -z : EXP_LIMIT);
	double r;
	const double *c = nearest(z, &r);
	return c[0] + r * (c[1] + r * (c[2] + r * (c[3] + r * (c[4] + r * (c[5] + r * c[6])))));
}

static inline double sigmoid(double z) {
	if (z > NEAR_MOST) return 1;
	if (z < NEAR_LEAST) return expNeg(-z < EXP_LIMIT ? -z : EXP_LIMIT);
	double r;
	const double *c = nearest(z, &r);
	double s = r * r, t = s * s;
	return (c[1] + c[2] * (2 * r)) + (c[3] * (3 * s) + c[4] * (4 * (s * r))) + (c[5] * (5 * t) + c[6] * (6 * (t * r)));
}

static inline double both(double z, double *sigmoid) { // softplus and σ
	if (z > NEAR_MOST) return *sigmoid = 1, z;
	if (z < NEAR_LEAST) return *sigmoid = expNeg(-z < EXP_LIMIT ? -z : EXP_LIMIT);
	double r;
	const double *c = nearest(z, &r);
	double q = c[6], p = q;
	for (int i = 5; i > 0; i--) q = c[i] + q * r, p = q + p * r;
	*sigmoid = p;
	return c[0] + q * r;
}

static void economize(double *a, double h) {
	double s = h * h;
	a[5] += a[7] * (7. / 4 * s);
	a[4] += a[6] * (3. / 2 * s);
	a[3] -= a[7] * (7. / 8 * s * s);
	a[2] -= a[6] * (9. / 16 * s * s);
	a[1] += a[7] * (7. / 64 * s * s * s);
	a[0] += a[6] * (1. / 32 * s * s * s);
}

static void makeCurves(void) {
	const double h = 1. / 64;
	for (int k = 0; k < KNOTS; k++) {
		double z = k / 32. + NEAR_LEAST, e = expNeg(__builtin_fabs(z)), l = log1p_(e), p = e / (1 + e);
		if (z > 0) l = z + l, p = 1 / (1 + e);
		double a[8] = {0}, f[9] = {0, 1}, factorial = 1;
		for (int n = 0; n < 8; n++) {
			for (int i = 8; i > 0; i--) a[n] = (a[n] + f[i]) * p;
			a[n] /= factorial;
			factorial *= n + 1;
			for (int i = 8; i > 0; i--) f[i] = i * f[i] - (i - 1) * f[i - 1];
		}
		economize(a, h);
		double c[8] = {l, a[0], a[1] / 2, a[2] / 3, a[3] / 4, a[4] / 5, a[5] / 6};
		__builtin_memcpy(curves[k], c, sizeof c);
	}
}

// tanh.go

#define TANH_SHIFT 0x1.8p46
#define TANH_KNOTS 4096

static double tanhCurves[TANH_KNOTS][6];

static inline double tanh_(double z) { // −32 ≤ z < 32
	double s = z + TANH_SHIFT, r = z - (s - TANH_SHIFT);
	const double *c = tanhCurves[(bitsOf(s) - bitsOf(TANH_SHIFT - 32)) % TANH_KNOTS];
	return c[0] + r * (c[1] + r * (c[2] + r * (c[3] + r * (c[4] + r * c[5]))));
}

static double tanhOf(double z) {
	if (z > 1) {
		double e = expNeg(2 * z);
		return (1 - e) / (1 + e);
	}
	double c = 41;
	for (double i = 39; i > 0; i -= 2) c = i + z * z / c;
	return z / c;
}

static void makeTanhCurves(void) {
	const double h = 1. / 128;
	tanhCurves[0][0] = -1;
	for (int k = 0; k < TANH_KNOTS / 2; k++) {
		double t = tanhOf(k / 64.), a[8] = {0}, f[10] = {0, 1}, factorial = 1;
		for (int n = 0; n < 8; n++) {
			for (int i = 8; i >= 0; i--) a[n] = a[n] * t + f[i];
			a[n] /= factorial;
			factorial *= n + 1;
			double g[10] = {0};
			for (int i = 1; i < 9; i++) g[i - 1] += i * f[i], g[i + 1] -= i * f[i];
			__builtin_memcpy(f, g, sizeof f);
		}
		if (k == 0) {
			a[5] += a[7] * (1.392304845413264 * h * h);
			a[3] -= a[7] * (0.43078061834694 * h * h * h * h);
		} else {
			economize(a, h);
		}
		for (int i = 0; i < 6; i++) {
			tanhCurves[TANH_KNOTS / 2 + k][i] = a[i];
			if (k) tanhCurves[TANH_KNOTS / 2 - k][i] = i % 2 ? a[i] : -a[i];
		}
	}
}

static void makeTables(void) {
	for (int j = 0; j < 128; j++) {
		double x = j * (LN2 / 128), sum = 1;
		for (double i = 20; i > 0; i--) sum = 1 + sum * x / i;
		expTable[j] = bitsOf(1 / sum);
	}
	makeCurves();
	makeTanhCurves();
}

// loss.go: the loss of a logit, added to *sum, and its gradient.
static inline double bce(double z, int y, double *sum) {
	double s = 1 - 2 * y, p;
	*sum += both(s * z, &p);
	return s * p;
}

// torch.go: the order of an epoch, over the Mersenne twister.

static uint32_t twister[624];
static int twisted;

static void seed(uint32_t s) {
	twister[0] = s;
	for (int i = 1; i < 624; i++) twister[i] = 1812433253u * (twister[i - 1] ^ (twister[i - 1] >> 30)) + i;
	twisted = 624;
}

static uint32_t draw(void) {
	if (twisted == 624) {
		for (int i = 0; i < 624; i++) {
			uint32_t v = (twister[i] & 0x80000000u) | (twister[i < 623 ? i + 1 : 0] & 0x7fffffffu);
			twister[i] = twister[i < 227 ? i + 397 : i - 227] ^ (v >> 1) ^ (-(v & 1) & 0x9908b0dfu);
		}
		twisted = 0;
	}
	uint32_t v = twister[twisted++];
	v ^= v >> 11;
	v ^= (v << 7) & 0x9d2c5680u;
	v ^= (v << 15) & 0xefc60000u;
	return v ^ (v >> 18);
}

static void permute(int *order, int n) {
	for (int i = 0; i < n; i++) order[i] = i;
	for (int i = 0; i < n - 1; i++) {
		int j = i + (int)(draw() % (uint32_t)(n - i)), kept = order[i];
		order[i] = order[j], order[j] = kept;
	}
}

// The single neuron, 2→1.

static double neuronLoss(const struct workload *w, double w0, double w1, double b) {
	double sum = 0;
	for (int i = 0; i < w->n; i++) sum += softplus((1 - 2 * w->y[i]) * (b + w0 * w->x[i][0] + w1 * w->x[i][1]));
	return sum / w->n;
}

static double trainNeuron(const struct workload *w, int epochs) {
	double w0 = w->parameters[0], w1 = w->parameters[1], b = w->parameters[2], lr = w->lr, share = 1. / w->n, loss = 0;
	int order[MAX_SAMPLES];
	while (epochs--) {
		if (w->batch == 1) {
			loss = neuronLoss(w, w0, w1, b);
			permute(order, w->n);
			for (int i = 0; i < w->n; i++) {
				double s = 1 - 2 * w->y[order[i]], x0 = s * w->x[order[i]][0], x1 = s * w->x[order[i]][1];
				double p = sigmoid(s * b + w0 * x0 + w1 * x1);
				w0 -= p * (lr * x0);
				w1 -= p * (lr * x1);
				b -= p * (lr * s);
			}
			continue;
		}
		double g0 = 0, g1 = 0, g = 0, sum = 0;
		for (int i = 0; i < w->n; i++) {
			double x0 = w->x[i][0], x1 = w->x[i][1], d = bce(b + w0 * x0 + w1 * x1, w->y[i], &sum);
			g0 += d * x0, g1 += d * x1, g += d;
		}
		loss = sum / w->n;
		w0 -= lr * (g0 * share), w1 -= lr * (g1 * share), b -= lr * (g * share);
	}
	return loss;
}

// Two hidden layers of eight tanh units, 2→8→8→1: a sample's outputs h1, h2, and the parameters, laid out as PyTorch does.

struct network { double w1[8][2], b1[8], w2[8][8], b2[8], w3[8], b3; };

static inline double sum8(const double *p) {
	return ((p[0] + p[1]) + (p[2] + p[3])) + ((p[4] + p[5]) + (p[6] + p[7]));
}

static inline double forward(const struct network *n, const double *x, double *h1, double *h2) {
	double p[8];
	for (int j = 0; j < 8; j++) h1[j] = n->b1[j] + n->w1[j][0] * x[0] + n->w1[j][1] * x[1];
	for (int j = 0; j < 8; j++) h1[j] = tanh_(h1[j]);
	for (int j = 0; j < 8; j++) {
		for (int i = 0; i < 8; i++) p[i] = n->w2[j][i] * h1[i];
		h2[j] = n->b2[j] + sum8(p);
	}
	for (int j = 0; j < 8; j++) h2[j] = tanh_(h2[j]);
	for (int i = 0; i < 8; i++) p[i] = n->w3[i] * h2[i];
	return n->b3 + sum8(p);
}

static inline void backward(const struct network *n, struct network *g, double d, const double *x, const double *h1, const double *h2) {
	double d1[8], d2[8], p[8];
	for (int i = 0; i < 8; i++) g->w3[i] += d * h2[i];
	g->b3 += d;
	for (int i = 0; i < 8; i++) d2[i] = d * n->w3[i] * (1 - h2[i] * h2[i]);
	for (int j = 0; j < 8; j++) {
		for (int i = 0; i < 8; i++) g->w2[j][i] += d2[j] * h1[i];
		g->b2[j] += d2[j];
	}
	for (int i = 0; i < 8; i++) {
		for (int j = 0; j < 8; j++) p[j] = n->w2[j][i] * d2[j];
		d1[i] = sum8(p) * (1 - h1[i] * h1[i]);
	}
	for (int j = 0; j < 8; j++) {
		g->w1[j][0] += d1[j] * x[0];
		g->w1[j][1] += d1[j] * x[1];
		g->b1[j] += d1[j];
	}
}

static double trainNetwork(const struct workload *w, int epochs) {
	struct network n, g;
	double *p = (double *)&n, *sum = (double *)&g, h1[8], h2[8], loss = 0;
	int order[MAX_SAMPLES], size = sizeof n / sizeof *p;
	__builtin_memcpy(p, w->parameters, sizeof n);
	__builtin_memset(sum, 0, sizeof g);
	while (epochs--) {
		double total = 0;
		for (int i = 0; i < w->n;) {
			int end = i + 64 < w->n ? i + 64 : w->n;
			double s = 0;
			for (; i < end; i++) s += softplus((1 - 2 * w->y[i]) * forward(&n, w->x[i], h1, h2));
			total += s;
		}
		loss = total / w->n;
		permute(order, w->n);
		for (int i = 0; i < w->n;) {
			int end = i + w->batch < w->n ? i + w->batch : w->n;
			double s = 0, share = 1. / (end - i);
			for (; i < end; i++) {
				const double *x = w->x[order[i]];
				double d = bce(forward(&n, x, h1, h2), w->y[order[i]], &s);
				backward(&n, &g, d, x, h1, h2);
			}
			for (int k = 0; k < size; k++) p[k] -= w->lr * (sum[k] * share);
			__builtin_memset(sum, 0, sizeof g);
		}
	}
	return loss;
}

// train runs a workload from its first step and returns the last loss recorded.
__attribute__((visibility("default"))) double train(int workload, int epochs) {
	const struct workload *w = &workloads[workload];
	if (!expTable[0]) makeTables();
	seed(w->seed);
	for (int i = 0; i < w->drawn; i++) draw();
	return w->count == 3 ? trainNeuron(w, epochs) : trainNetwork(w, epochs);
}

#ifndef __wasm__
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void) {
	char name[32];
	int epochs;
	while (scanf("%31s %d", name, &epochs) == 2) {
		for (unsigned i = 0; i < sizeof workloads / sizeof *workloads; i++) {
			if (strcmp(name, workloads[i].name)) continue;
			struct timespec a, b;
			clock_gettime(CLOCK_MONOTONIC, &a);
			double loss = train(i, epochs);
			clock_gettime(CLOCK_MONOTONIC, &b);
			printf("%.0f %.17g\n", (b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec), loss);
			fflush(stdout);
		}
	}
}
#else
void *memcpy(void *to, const void *from, __SIZE_TYPE__ n) { return __builtin_memcpy(to, from, n); } // -mbulk-memory
void *memset(void *to, int c, __SIZE_TYPE__ n) { return __builtin_memset(to, c, n); }
#endif
