"""Runs scripts one after another in one Python, since importing torch takes seconds: FORMAT SCRIPT...

What SCRIPT prints goes to SCRIPT.out. In the format python-numpy, torch and sklearn can't be imported.
"""
import contextlib
import sys

if sys.argv[1] == "python-numpy":
    sys.modules["torch"] = sys.modules["sklearn"] = None
else:
    import torch
    torch.set_num_threads(1)

for path in sys.argv[2:]:
    with open(path) as script, open(path + ".out", "w") as out, contextlib.redirect_stdout(out):
        exec(compile(script.read(), path, "exec"), {"__name__": "__main__"})
