"""What scikit-learn makes of some data sets and splits.

Of n points each, or of many each so many-th, is kept as [x0, x1, y], with the fewest digits that give back the float32; of all
a digest: SHA-256 of x as little-endian float32 [n, 2], then y as little-endian int32 [n].
"""
import hashlib
import random

from made import made_by
from oracle import GATES, split

SEED = 1


def points(X, y):
    every = 1 if len(y) <= 300 else 200
    listed = [[float(str(X[i, 0])), float(str(X[i, 1])), int(y[i])] for i in range(0, len(y), every)]
    return {"n": len(y), "every": every, "points": listed, "digest": digest(X, y)}


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
