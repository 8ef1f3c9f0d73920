"""A receipt's code to be scanned: as a picture for paper, or on the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import segno

from db.durable import write_durably

TERMINAL = "-"
"""In place of a file."""
KINDS = (".png", ".svg", ".pdf")
_QUIET = 4
"""Empty cells round a code, which readers need."""
_SCALE = 6
"""Pixels, or points, of a cell."""


def draw_code(text: str, file: Path) -> None:
    """Writes a picture of one of `KINDS`, whole or not at all. Raises StorageRefused."""
    content = io.BytesIO()
    _code(text).save(content, kind=file.suffix.lower().removeprefix("."), scale=_SCALE, border=_QUIET)
    write_durably(file, content.getvalue())


def show_code(text: str) -> None:
    """Prints it in half blocks: some 100 columns and 50 lines."""
    _code(text).terminal(border=_QUIET, compact=True)


def _code(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="m")
