#!/usr/bin/python3
"""Runs scenes (docs/scene.md) on the real thing: NumPy, scikit-learn and PyTorch.

    oracle.py SCENE.json...    what each comes to, as a line of JSON; - is standard input

Results are given twice: as PyTorch prints them with its default float32 ("float32"), and with the same float32 start
carried on in float64 ("float64"), which is the exact answer up to rounding. Edits are not made: make parity has those.
"""
import json
import sys

import numpy as np
import torch
from sklearn import datasets
from sklearn.model_selection import train_test_split
from torch import nn

from made import made_by

torch.set_num_threads(1)

DEFAULT = {
    "data": {"kind": "blobs", "n_samples": 100, "centers": [[-0.5, 0.5], [0.5, -0.5]], "cluster_std": 0.4,
             "noise": 0, "factor": 0.5, "x": [], "y": [], "random_state": 123, "test_size": 0},
    "model": {"layers": [2, 1], "activation": "tanh", "init": "uniform", "manual_seed": 2},
    "train": {"loss": "bce", "optimizer": "sgd", "lr": 0.01, "momentum": 0, "nesterov": False, "weight_decay": 0,
              "batch_size": 0, "epochs": 1000},
    "queries": [[1.0, -1.0], [-1.0, 1.0]],
}
GATES = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0], "xor": [0, 1, 1, 0]}


def filled(scene):
    """The scene with every key."""
    if scene.get("edits"):
        raise SystemExit("edits: want none")
    sections = {name: {**DEFAULT[name], **scene.get(name, {})} for name in ("data", "model", "train")}
    return {**sections, "queries": scene.get("queries", DEFAULT["queries"])}


def make_data(d):
    """-> X float32 [n, 2], y int [n]"""
    kind, n, noise, seed = d["kind"], d["n_samples"], d["noise"], d["random_state"]
    if kind == "points":
        X, y = np.reshape(d["x"], (-1, 2)), np.asarray(d["y"], dtype=int)
    elif kind == "blobs":
        X, y = datasets.make_blobs(n, centers=d["centers"], cluster_std=d["cluster_std"], random_state=seed)
    elif kind == "moons":
        X, y = datasets.make_moons(n, noise=noise or None, random_state=seed)
    elif kind == "circles":
        X, y = datasets.make_circles(n, noise=noise or None, factor=d["factor"], random_state=seed)
    elif kind == "spirals":
        rng, m = np.random.RandomState(seed), n // 2
        i, X = np.arange(m), []
        for c in (0, 1):
            r, t = i / m, 1.75 * i / m * 2 * np.pi + c * np.pi
            X.append(np.stack([r * np.sin(t), r * np.cos(t)], axis=1) + rng.uniform(-noise, noise, size=(m, 2)))
        X, y = np.concatenate(X), np.repeat([0, 1], m)
    else:
        i = np.arange(n) % 4
        X, y = np.stack([i // 2, i % 2], axis=1).astype(float), np.asarray(GATES[kind])[i]
        if noise:
            X = X + np.random.RandomState(seed).normal(scale=noise, size=(n, 2))
    return X.astype(np.float32), y


def split(d):
    """-> X, y to train on, and X, y held back (or None)"""
    X, y = make_data(d)
    if not d["test_size"]:
        return X, y, None
    X, Xt, y, yt = train_test_split(X, y, test_size=d["test_size"], random_state=d["random_state"])
    return X, y, (Xt, yt)


def make_model(m):
    torch.manual_seed(m["manual_seed"])
    act = {"tanh": nn.Tanh, "relu": nn.ReLU, "sigmoid": nn.Sigmoid}[m["activation"]]
    modules = []
    for a, b in zip(m["layers"], m["layers"][1:]):
        modules += [nn.Linear(a, b), act()]
    net = nn.Sequential(*modules[:-1])
    if m["init"] == "zeros":
        for p in net.parameters():
            nn.init.zeros_(p)
    return net


def loss_of(kind, z, y):
    """The mean loss of logits z [n, k] against labels y [n]. bce is the post's own; no scene here saturates its sigmoid."""
    if kind == "cross_entropy":
        return nn.functional.cross_entropy(z, y)
    t = y.to(z.dtype).unsqueeze(1)
    if kind == "bce":
        return nn.functional.binary_cross_entropy(torch.sigmoid(z), t)
    if kind == "mse":
        return ((torch.sigmoid(z) - t) ** 2).mean()
    s = 2 * t - 1
    if kind == "hinge":
        return torch.clamp(1 - s * z, min=0).mean()
    if kind == "perceptron":
        return torch.clamp(-s * z, min=0).mean()
    raise SystemExit("unknown loss %r" % kind)


def make_optimizer(t, net):
    if t["optimizer"] == "adam":
        return torch.optim.Adam(net.parameters(), lr=t["lr"], weight_decay=t["weight_decay"])
    return torch.optim.SGD(net.parameters(), lr=t["lr"], momentum=t["momentum"], weight_decay=t["weight_decay"], nesterov=t["nesterov"])


def run(scene, dtype):
    X, y, held = split(scene["data"])
    x, y = torch.tensor(X, dtype=dtype), torch.tensor(y)
    if held:
        held = torch.tensor(held[0], dtype=dtype), torch.tensor(held[1])
    net = make_model(scene["model"])
    initial = [p.tolist() for p in net.parameters()]
    net = net.to(dtype)
    t = scene["train"]
    optimizer = make_optimizer(t, net)
    n, batch, losses, test_losses = len(y), t["batch_size"] or len(y), [], []
    for _ in range(t["epochs"]):
        with torch.no_grad():
            losses.append(loss_of(t["loss"], net(x), y).item())
            if held:
                test_losses.append(loss_of(t["loss"], net(held[0]), held[1]).item())
        order = torch.randperm(n) if batch < n else torch.arange(n)
        for i in range(0, n, batch):
            chosen = order[i:i + batch]
            optimizer.zero_grad()
            loss_of(t["loss"], net(x[chosen]), y[chosen]).backward()
            optimizer.step()
    with torch.no_grad():
        z, asked = net(x), net(torch.tensor(scene["queries"], dtype=dtype).reshape(-1, 2))
    several = z.shape[1] > 1
    predicted = z.argmax(1) if several else (z[:, 0] >= 0).long()
    probability = torch.softmax(asked, 1) if several else torch.sigmoid(asked)
    return {"initial": initial, "loss": losses, "parameters": [p.tolist() for p in net.parameters()],
            "queries": [{"point": q, "probability": p} for q, p in zip(scene["queries"], probability.tolist())],
            "accuracy": (predicted == y).float().mean().item(), **({"test_loss": test_losses} if held else {})}


def expected(scene):
    full = filled(scene)
    X, y, _ = split(full["data"])
    keep = slice(None) if len(y) <= 200 else slice(0, 50)
    return {**made_by("oracle.py", "float32, float64", "numpy", "scikit-learn", "torch"),
            "name": scene.get("name", ""), "scene": {k: v for k, v in scene.items() if k != "name"},
            "data": {"n": len(y), "x": X[keep].tolist(), "y": y[keep].tolist(), "x_sum": X.astype(np.float64).sum(0).tolist()},
            "float32": run(full, torch.float32), "float64": run(full, torch.float64)}


if __name__ == "__main__":
    if not sys.argv[1:]:
        raise SystemExit(__doc__)
    for path in sys.argv[1:]:
        print(json.dumps(expected(json.load(sys.stdin if path == "-" else open(path)))))
