#!/usr/bin/python3
"""Makes every golden file of the project.

    golden.py           makes all in a temporary folder, and compares them with those that are stored: make oracle
    golden.py --write   makes all in their places

A stored file is never edited by hand. It says which script and tools made it.
"""
import json
import shutil
import sys
import tempfile
from pathlib import Path

import combinations
import datasets
import oracle
import baselines
import separable
import streams
from compare import differences

HERE = Path(__file__).resolve().parent
PERCEPTRON = HERE.parent.parent

# By how much numbers may differ from one build of the tools to the next: relative above 1, for all that is below the key.
# What stands below no such key is the same to the last digit.
SCENES = {"float32": 2e-6, "float64": 1e-9, "initial": 0, "point": 0, "x_sum": 1e-12, "accuracy": 1e-7}
SVC = {"w": 1e-5, "b": 1e-5, "gamma": 1e-5, "gamma_folded": 1e-5}


def goldens():
    """Each golden file, what makes it, and its tolerances."""
    for scene in json.loads((HERE / "scenes.json").read_text()):
        yield f"testdata/{scene['name']}.json", lambda: oracle.expected(scene), SCENES
    yield "testdata/combinations.json", combinations.make, {"loss": 1e-9, "probabilities": 1e-9, "scene": 0}
    yield "testdata/random.json", streams.make, {}
    yield "dataset/testdata/sklearn.json", datasets.make, {}
    yield "margin/testdata/separable.json", separable.make, SVC
    yield "baseline/testdata/baselines.json", baselines.make, {"weights": 1e-12}


def make_all(root):
    for name, make, _ in goldens():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(make()) + "\n")


def compare_all(root):
    """Compares what lies below root with what is stored; whether all is the same."""
    same, versions = True, set()
    for name, _, tolerances in goldens():
        if not (PERCEPTRON / name).exists():
            print(f"perceptron/{name}: not stored")
            same = False
            continue
        stored, new = (json.loads((folder / name).read_text()) for folder in (PERCEPTRON, root))
        was, now = stored.pop("made_by", {}), new.pop("made_by")
        versions |= {f"{tool} {was.get(tool, '?')} then, {now[tool]} now" for tool in now if was.get(tool) != now[tool]}
        for line in differences(stored, new, tolerances):
            print(f"perceptron/{name}: {line}")
            same = False
    unknown = {str(p.relative_to(PERCEPTRON)) for p in PERCEPTRON.glob("**/testdata/*.json")} - {name for name, _, _ in goldens()}
    for name in sorted(unknown):
        print(f"perceptron/{name}: no script makes it")
    for line in sorted(versions):
        print(line)
    return same and not unknown


def check():
    root = Path(tempfile.mkdtemp(prefix="golden-"))
    make_all(root)
    if not compare_all(root):
        raise SystemExit(f"the golden files differ from what the tools give; theirs are in {root}")
    shutil.rmtree(root)
    print(len(list(goldens())), "golden files, as the tools give them")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        make_all(PERCEPTRON)
    elif not sys.argv[1:]:
        check()
    else:
        raise SystemExit(__doc__)
