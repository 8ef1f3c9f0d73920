"""Compares what is painted with committed pictures.

UPDATE_GOLDEN=1 writes the pictures anew: look at each of them before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

TOLERANCE = 12
"""How far a channel of a pixel may be from its golden value: less than the eye tells apart."""

STRAYS = 0.0005
"""The share of pixels that may be further away: a corner that another processor rounds differently."""

_REJECTED = Path("out/golden")


def assert_golden(painted: QWidget | QImage, golden: Path) -> None:
    """Fail unless `painted` looks as the picture `golden`; the picture that failed is left in out/golden/."""
    image = painted.grab().toImage() if isinstance(painted, QWidget) else painted
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(parents=True, exist_ok=True)
        assert image.save(str(golden)), f"can't write {golden}"
        return
    assert golden.exists(), f"{golden} is missing: write it with UPDATE_GOLDEN=1"
    expected = QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32)
    rejected = _REJECTED / golden.name
    problem = difference(image, expected)
    if problem:
        rejected.parent.mkdir(parents=True, exist_ok=True)
        image.save(str(rejected))
    assert not problem, f"{golden.name}: {problem}; what was painted is {rejected}"


def difference(image: QImage, expected: QImage) -> str:
    """Say how two pictures of format RGB32 differ, or return an empty string when they look the same."""
    if image.size() != expected.size():
        return f"{image.width()} x {image.height()} px instead of {expected.width()} x {expected.height()}"
    painted, wanted = bytes(image.constBits()), bytes(expected.constBits())
    if painted == wanted:
        return ""
    far = sum(
        any(abs(a - b) > TOLERANCE for a, b in zip(painted[at : at + 3], wanted[at : at + 3], strict=True))
        for at in range(0, len(painted), 4)
        if painted[at : at + 3] != wanted[at : at + 3]
    )
    allowed = int(image.width() * image.height() * STRAYS)
    return f"{far} pixels differ" if far > allowed else ""
