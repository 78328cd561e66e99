"""What scikit-learn's linear models come to when shown samples in the order of torch.randperm.

Pocket has no counterpart there and is written out below, from Gallant, 1990.
"""
import numpy as np
import torch
from sklearn.datasets import make_blobs
from sklearn.linear_model import SGDClassifier, SGDRegressor

from made import made_by

EPOCHS = 7


def orders(seed, n):
    torch.manual_seed(seed)
    torch.nn.Linear(2, 1)
    return [torch.randperm(n).numpy() for _ in range(EPOCHS)]


def sgd(model, x, y, order):
    """The weights after 1, 2, … epochs, each fitted afresh in one pass over everything shown until then."""
    out = []
    for k in range(1, EPOCHS + 1):
        o = np.concatenate(order[:k])
        model.fit(x[o], y[o] if isinstance(model, SGDClassifier) else 2 * y[o] - 1)
        out.append([*np.ravel(model.coef_).tolist(), float(np.ravel(model.intercept_)[0])])
    return out


def pocket(x, y, order, lr):
    one, s = np.c_[x, np.ones(len(x))], 2 * y - 1
    pi, w, run_pi, run_w, num_w, out = np.zeros(3), np.zeros(3), 0, 0, -1, []
    for o in order:
        for i in o:
            if s[i] * (one[i] @ pi) > 0:
                run_pi += 1
                if run_pi > run_w:
                    num_pi = int((s * (one @ pi) > 0).sum())
                    if num_pi > num_w or (pi == w).all():
                        w, run_w, num_w = pi.copy(), run_pi, num_pi
            else:
                pi, run_pi = pi + lr * s[i] * one[i], 0
        out.append(w.tolist())
    return out


def case(seed, lr, std, n):
    x, y = make_blobs(n, centers=[[-0.5, 0.5], [0.5, -0.5]], cluster_std=std, random_state=seed)
    x = x.astype(np.float32).astype(float)
    o = orders(seed, n)
    common = {"penalty": None, "learning_rate": "constant", "eta0": lr, "shuffle": False, "max_iter": 1, "tol": None}
    return {"seed": seed, "lr": lr, "x": x.tolist(), "y": y.tolist(), "weights": {
        "rosenblatt": sgd(SGDClassifier(loss="perceptron", **common), x, y, o),
        "averaged": sgd(SGDClassifier(loss="perceptron", average=True, **common), x, y, o),
        "adaline": sgd(SGDRegressor(loss="squared_error", **{**common, "eta0": lr / 10}), x, y, o),
        "logistic": sgd(SGDClassifier(loss="log_loss", **common), x, y, o),
        "hinge": sgd(SGDClassifier(loss="hinge", **common), x, y, o),
        "pocket": pocket(x, y, o, lr),
    }}


def make():
    return {**made_by("baselines.py", "float64", "numpy", "scikit-learn", "torch"), "epochs": EPOCHS,
            "cases": [case(2, 1.0, 0.4, 30), case(3, 0.1, 0.6, 40), case(5, 0.05, 1.0, 25)]}
