"""Resources are read by their names, and nothing else is."""

from __future__ import annotations

import pytest

import resources


@pytest.mark.parametrize("name", ["fonts/Inter-Regular.ttf", "fonts/OFL.txt", "icons/scan.svg", "LICENSES.md"])
def test_a_resource_is_read_by_its_name(name: str) -> None:
    assert resources.read(name)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "fonts", "fonts/", "data/no_such.json", "../pyproject.toml", "fonts/../../pyproject.toml",
        "fonts/../LICENSES.md", "/etc/passwd", "icons//scan.svg", "./LICENSES.md", "icons\\scan.svg", "C:/secret",
        "__init__.py", "LICENSES.md\0",
    ],
)  # fmt: skip
def test_an_unknown_or_escaping_name_is_not_found(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        resources.read(name)
