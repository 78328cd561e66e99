"""What scikit-learn makes of some data sets and splits.

Of n points each, or of many each so many-th, is kept as [x0, x1, y], with the fewest digits that give back the float32; of all
a digest: SHA-256 of x as little-endian float32 [n, 2], then y as little-endian int32 [n].

Of many, blocks of BLOCK points are summed, too, column by column: the bits v of x0, of x1 and y, as [sum of v, sum of (i + 1) v],
i from 0 in each block. Where one value of a block's column differs by d, the sums differ by d and by (i + 1) d: they say which
it is, and what it would be.
"""
import hashlib
import random

from made import made_by
from oracle import GATES, split

SEED = 1
BLOCK = 1000


def points(X, y):
    every = 1 if len(y) <= 300 else 200
    listed = [[float(str(X[i, 0])), float(str(X[i, 1])), int(y[i])] for i in range(0, len(y), every)]
    return {"n": len(y), "every": every, "points": listed, "digest": digest(X, y), **({"sums": sums(X, y)} if every > 1 else {})}


def sums(X, y):
    bits = X.astype("<f4").view("<u4")
    columns = [[int(v) for v in column] for column in (bits[:, 0], bits[:, 1], y)]
    blocks = ([column[i:i + BLOCK] for column in columns] for i in range(0, len(y), BLOCK))
    return [[[sum(c), sum((i + 1) * v for i, v in enumerate(c))] for c in block] for block in blocks]


def digest(X, y):
    return hashlib.sha256(X.astype("<f4").tobytes() + y.astype("<i4").tobytes()).hexdigest()


def case(kind, n, rng):
    d = {"kind": kind, "n_samples": n, "random_state": rng.getrandbits(32), "noise": rng.choice([0, 0.1, rng.random()]),
         "factor": rng.choice([0, 0.5, rng.random()]), "cluster_std": rng.choice([0, 0.4, rng.random()]),
         "centers": [[rng.uniform(-3, 3), rng.choice([0, -0.5, rng.uniform(-3, 3)])] for _ in range(rng.randint(1, 5))],
         "test_size": rng.choice([0, 0.25, rng.random()]) if n > 10 else 0}
    X, y, held = split(d)
    return {**d, **({"test": points(*held)} if held else {}), "train": points(X, y)}


def make():
    rng = random.Random(SEED)
    return {**made_by("datasets.py", "float32", "numpy", "scikit-learn", seed=SEED),
            "cases": [case(kind, n, rng) for kind in ["blobs", "moons", "circles", "spirals", *GATES]
                      for n in ([2, 3, 100, 101, 20000] if kind == "spirals" else [1, 2, 3, 7, 100, 101, 257, 20000])]}
