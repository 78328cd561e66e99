"""Every loss with every optimizer, in whole and small batches and point by point, on a single layer and on networks: what
PyTorch comes to after some epochs, in float64."""
from itertools import product

import torch

from made import made_by
from oracle import filled, run

BINARY = {"kind": "blobs", "n_samples": 103, "centers": [[-0.5, 0.5], [0.5, -0.5]], "cluster_std": 0.6, "random_state": 1}
THREE = {**BINARY, "centers": [[-1, 0], [1, 0], [0, 1.5]]}
LOSSES = ["bce", "mse", "hinge", "perceptron", "cross_entropy"]
OPTIMIZERS = [
    {"optimizer": "sgd", "lr": 0.1},
    {"optimizer": "sgd", "lr": 0.1, "weight_decay": 0.01},
    {"optimizer": "sgd", "lr": 0.1, "momentum": 0.9},
    {"optimizer": "sgd", "lr": 0.1, "momentum": 0.9, "nesterov": True},
    {"optimizer": "adam", "lr": 0.01, "weight_decay": 0.01},
]
HIDDEN = [([], "tanh"), ([5], "relu"), ([9], "sigmoid"), ([8, 8], "tanh")]
# One epoch of single points: in two, momentum makes a difference of 1e-15 in one weight a million times as large.
BATCHES = [{"batch_size": 0, "epochs": 40}, {"batch_size": 10, "epochs": 4}, {"batch_size": 1, "epochs": 1}]


def case(loss, optimizer, hidden, activation, batch):
    three = loss == "cross_entropy"
    scene = {"data": THREE if three else BINARY,
             "model": {"layers": [2, *hidden, 3 if three else 1], "activation": activation, "manual_seed": 1},
             "train": {"loss": loss, **optimizer, **batch}, "queries": [[0.5, 0.25], [-1, 1], [3, -2]]}
    came = run(filled(scene), torch.float64)
    return {"scene": scene, "loss": came["loss"][-1], "probabilities": [q["probability"] for q in came["queries"]]}


def make():
    return {**made_by("combinations.py", "float64", "numpy", "scikit-learn", "torch"),
            "cases": [case(loss, optimizer, *hidden, batch) for loss, optimizer, hidden, batch in product(LOSSES, OPTIMIZERS, HIDDEN, BATCHES)]}
