"""How two values that were read from JSON differ."""


def differences(stored, new, tolerances, at="", tolerance=0):
    """-> lines that say where, but for numbers within the tolerance, relative above 1, of the innermost key that has one."""
    if isinstance(stored, dict) and isinstance(new, dict):
        for key in sorted(stored.keys() | new.keys()):
            if key not in stored or key not in new:
                yield f"{at}.{key}: only {'stored' if key in stored else 'regenerated'}"
            else:
                yield from differences(stored[key], new[key], tolerances, f"{at}.{key}", tolerances.get(key, tolerance))
    elif isinstance(stored, list) and isinstance(new, list) and len(stored) == len(new):
        for i, (a, b) in enumerate(zip(stored, new)):
            yield from differences(a, b, tolerances, f"{at}[{i}]", tolerance)
    elif tolerance and isinstance(stored, (int, float)) and isinstance(new, (int, float)):
        if not abs(stored - new) <= tolerance * max(1, abs(new)):
            yield f"{at}: {stored!r} stored, {new!r} regenerated, want at most {tolerance:g} between them"
    elif type(stored) is not type(new) or stored != new:
        yield f"{at}: {short(stored)} stored, {short(new)} regenerated"


def short(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:60] + "…"
