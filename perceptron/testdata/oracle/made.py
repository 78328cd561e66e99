"""What made a golden file."""
import platform
from importlib.metadata import version


def made_by(script, dtype, *tools, seed=None):
    """The first entry of a golden file. A seed that is in the data themselves is not repeated."""
    seeds = {} if seed is None else {"seed": seed}
    return {"made_by": {"script": script, "dtype": dtype, **seeds, "python": platform.python_version(), **{t: version(t).split("+")[0] for t in tools}}}
