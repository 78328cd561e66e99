"""What NumPy's and PyTorch's generators give for some seeds. Each draw is keyed by the call that makes it, on a fresh generator."""
import numpy as np
import torch
from torch import nn

from made import made_by


def numpy_draws(seed):
    def rng():
        return np.random.RandomState(seed)

    shuffled = np.arange(100)
    rng().shuffle(shuffled)
    return {"seed": seed, "random_sample": rng().random_sample(5).tolist(), "standard_normal": rng().standard_normal(7).tolist(),
            "uniform(-2,3)": rng().uniform(-2, 3, 5).tolist(), "permutation(12)": rng().permutation(12).tolist(),
            "shuffle(100)": shuffled.tolist()}


def torch_draws(seed):
    def drawn(what):
        torch.manual_seed(seed)
        return what()

    def linears():
        return [p.tolist() for layer in (nn.Linear(2, 1), nn.Linear(2, 8), nn.Linear(8, 3)) for p in layer.parameters()]

    return {"seed": seed, "rand(5)": drawn(lambda: torch.rand(5).tolist()), "randperm(12)": drawn(lambda: torch.randperm(12).tolist()),
            "randperm(100)": drawn(lambda: torch.randperm(100).tolist()), "Linear(2,1),Linear(2,8),Linear(8,3)": drawn(linears)}


def make():
    return {**made_by("streams.py", "NumPy float64, PyTorch float32", "numpy", "torch"),
            "numpy": [numpy_draws(seed) for seed in (0, 1, 123, 4294967295)],
            "torch": [torch_draws(seed) for seed in (0, 2, 42, 2**40 + 7)]}
