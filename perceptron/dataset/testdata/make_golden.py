#!/usr/bin/env python3
"""Write sklearn.json beside this file: what scikit-learn gives for some data sets and splits.

Points are kept as a digest: SHA-256 of x as little-endian float32 [n, 2], then y as little-endian int32 [n].
"""
import hashlib, json, os, platform, random
import numpy as np, sklearn
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.model_selection import train_test_split

GATES = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0], "xor": [0, 1, 1, 0]}


def make(d):
    kind, n, seed, noise = d["kind"], d["n_samples"], d["random_state"], d["noise"]
    if kind == "blobs":
        return make_blobs(n, centers=d["centers"], cluster_std=d["cluster_std"], random_state=seed)
    if kind == "moons":
        return make_moons(n, noise=noise or None, random_state=seed)
    if kind == "circles":
        return make_circles(n, noise=noise or None, factor=d["factor"], random_state=seed)
    rng = np.random.RandomState(seed)
    if kind == "spirals":
        X, y, m = [], [], n // 2
        for c in (0, 1):
            i = np.arange(m)
            r, t = i / m, 1.75 * i / m * 2 * np.pi + c * np.pi
            X.append(np.stack([r * np.sin(t), r * np.cos(t)], axis=1) + rng.uniform(-noise, noise, size=(m, 2)))
            y += [c] * m
        return np.concatenate(X), np.asarray(y)
    i = np.arange(n) % 4
    X = np.stack([i // 2, i % 2], axis=1).astype(float)
    return X + rng.normal(scale=noise, size=(n, 2)) if noise else X, np.asarray(GATES[kind])[i]


def digest(X, y):
    return hashlib.sha256(X.astype("<f4").tobytes() + np.asarray(y).astype("<i4").tobytes()).hexdigest()


random.seed(1)
cases = []
for kind in ["blobs", "moons", "circles", "spirals", *GATES]:
    for n in [1, 2, 3, 7, 100, 101, 257, 20000] if kind != "spirals" else [2, 3, 100, 101, 20000]:
        d = {"kind": kind, "n_samples": n, "random_state": random.getrandbits(32), "noise": random.choice([0, 0.1, random.random()]),
             "factor": random.choice([0, 0.5, random.random()]), "cluster_std": random.choice([0, 0.4, random.random()]),
             "centers": [[random.uniform(-3, 3), random.choice([0, -0.5, random.uniform(-3, 3)])] for _ in range(random.randint(1, 5))],
             "test_size": random.choice([0, 0.25, random.random()]) if n > 10 else 0}
        X, y = make(d)
        X = X.astype(np.float32)
        if d["test_size"]:
            X, Xt, y, yt = train_test_split(X, y, test_size=d["test_size"], random_state=d["random_state"])
            d["test"] = digest(Xt, yt)
        cases.append({**d, "train": digest(X, y)})
out = {"sklearn": sklearn.__version__, "numpy": np.__version__, "python": platform.python_version(), "cases": cases}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sklearn.json"), "w") as f:
    json.dump(out, f, indent=0)
    f.write("\n")
