"""The data that ships with the product: fonts, icons, sounds, translations, reference data."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_HERE = Path(
    __file__
).parent  # importlib.resources would cost the start of a program 15 ms for archives, which we aren't in


def read(name: str) -> bytes:
    """Return the bytes of the resource `name`, a relative path with forward slashes such as "data/outcomes.json".

    Raises FileNotFoundError for a name that is unknown, that is not written in its simplest form, or that would lead
    out of this package.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or str(path) != name or path.suffix == ".py":
        raise FileNotFoundError(name)
    found = _HERE.joinpath(*path.parts)
    if not found.is_file():
        raise FileNotFoundError(name)
    return found.read_bytes()
