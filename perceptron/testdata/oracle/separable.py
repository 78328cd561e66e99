"""What scikit-learn and SciPy say of some small sets of two classes.

A linear SVC with a huge C gives the max-margin line of the separable sets; the same on (x, 1) and (-x, -1), which has
its line through the origin, the largest margin with the bias as a weight. SciPy's linear programs say whether there is a
line at all: strict, max t with s(w x + b) >= t and |w|, |b| <= 1; weak, with every s(w x + b) >= 0 and their sum > 0.
"""
import numpy as np
from scipy.optimize import linprog
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.svm import SVC

from made import made_by

SEED = 7


def svc(x, y):
    m = SVC(kernel="linear", C=1e6, tol=1e-9, max_iter=10_000_000).fit(x, y)
    w, b = m.coef_[0], m.intercept_[0]
    n = np.linalg.norm(w)
    return w / n, b / n, ((2 * y - 1) * (x @ w + b)).min() / n  # the margin that this line has, not what 1/|w| promises


def line(x, y):
    """Whether a line separates strictly, and whether one does weakly without going through all points."""
    s = 2 * y - 1
    rows = s[:, None] * np.c_[x, np.ones(len(x))]
    box = [(-1, 1)] * 3
    strict = linprog([0, 0, 0, -1], np.c_[-rows, np.ones(len(x))], np.zeros(len(x)), bounds=box + [(None, None)])
    weak = linprog(-rows.sum(0), -rows, np.zeros(len(x)), bounds=box)
    return bool(-strict.fun > 1e-9), bool(-weak.fun > 1e-9)


def case(name, x, y):
    x, y = np.asarray(x, dtype=np.float32).astype(float), np.asarray(y)
    strict, weak = line(x, y)
    c = {"name": name, "x": x.tolist(), "y": y.tolist(), "separable": strict, "touching": weak and not strict}
    if strict:
        w, b, gamma = svc(x, y)
        one = np.c_[x, np.ones(len(x))]
        _, _, folded = svc(np.r_[one, -one], np.r_[y, 1 - y])
        c |= {"w": w.tolist(), "b": b, "gamma": gamma, "gamma_folded": folded}
    return c


def make():
    rng = np.random.RandomState(SEED)
    cases = []
    for i in range(8):
        far = rng.uniform(1.5, 3)
        a = rng.uniform(0, 2 * np.pi)
        d = far * np.array([np.cos(a), np.sin(a)])
        x, y = make_blobs(30, centers=[-d / 2, d / 2] + rng.uniform(-1, 1, 2), cluster_std=far / 6, random_state=i)
        cases.append(case(f"blobs {i}", x, y))
    for i in range(4):
        w = rng.normal(size=2)
        x = rng.uniform(-1, 1, (40, 2))
        z = x @ w
        keep = abs(z) > 0.05
        cases.append(case(f"cut square {i}", x[keep], (z[keep] > 0).astype(int)))
    cases += [
        case("two points", [[0, 0], [1, 2]], [0, 1]),
        case("and", [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]),
        case("or", [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]),
        case("duplicates", [[0, 0], [0, 0], [0, 0], [1, 1], [1, 1]], [0, 0, 0, 1, 1]),
        case("parallel segments", [[0, 0], [2, 0], [1, 1], [3, 1]], [0, 0, 1, 1]),
        case("collinear, apart", [[0, 0], [1, 1], [2, 2], [3, 3], [5, 5]], [0, 0, 0, 1, 1]),
        case("a grid and a grid", [[i, j] for i in range(4) for j in range(4)] + [[i + 5, j + 1] for i in range(4) for j in range(4)], [0] * 16 + [1] * 16),
        case("a point and an edge", [[0, 0], [0, 4], [3, 1]], [0, 0, 1]),
        case("far from the origin", [[100, 100], [101, 100], [100, 103], [104, 104], [106, 103]], [0, 0, 0, 1, 1]),
        case("moons", *make_moons(30, noise=0, random_state=1)),
        case("xor", [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]),
        case("circles", *make_circles(30, noise=0.05, factor=0.5, random_state=2)),
        case("blobs, mixed", *make_blobs(30, centers=[[0, 0], [1, 0]], cluster_std=1, random_state=3)),
        case("one place", [[1, 1], [1, 1]], [0, 1]),
        case("a shared corner", [[0, 0], [1, 0], [0, 1], [1, 0], [2, 0], [2, 1]], [0, 0, 0, 1, 1, 1]),
        case("a corner on an edge", [[0, 0], [0, 2], [-1, 1], [0, 1], [2, 0], [2, 2]], [0, 0, 0, 1, 1, 1]),
        case("a shared edge", [[0, 0], [0, 2], [-1, 1], [0, 1], [0, 3], [2, 2]], [0, 0, 0, 1, 1, 1]),
        case("collinear, one place shared", [[0, 0], [1, 1], [1, 1], [2, 2]], [0, 0, 1, 1]),
        case("collinear, overlapping", [[0, 0], [2, 2], [1, 1], [3, 3]], [0, 0, 1, 1]),
        case("between two", [[0, 0], [2, 2], [1, 1]], [0, 0, 1]),
        case("in a triangle", [[0, 0], [4, 0], [0, 4], [1, 1]], [0, 0, 0, 1]),
        case("on a triangle's edge", [[0, 0], [4, 0], [0, 4], [2, 0]], [0, 0, 0, 1]),
        case("a segment through a triangle", [[0, 0], [4, 0], [0, 4], [-1, 1], [4, 1]], [0, 0, 0, 1, 1]),
        case("a segment's end on another", [[0, 0], [2, 0], [1, 0], [1, 1]], [0, 0, 1, 1]),
    ]
    for i in range(6):
        x = rng.randint(0, 5, (8, 2))
        cases.append(case(f"small integers {i}", x, (x @ [1, 1] + rng.randint(-1, 2, 8) > 4).astype(int)))

    return {**made_by("separable.py", "float64", "numpy", "scipy", "scikit-learn", seed=SEED), "cases": cases}
