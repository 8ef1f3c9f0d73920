"""How a table's row is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui_kit import theme, tokens
from ui_kit.cell_painting import paint_cell
from ui_kit.table_cells import Cell, Column, RowTone

_GROUNDS = {RowTone.PLAIN: "surface", RowTone.FRESH: "blue_soft", RowTone.LATE: "amber_soft"}


@dataclass(frozen=True, slots=True)
class RowLook:
    """All that a row shows: two that are equal look alike, in the same columns.

    `widths` are those of the columns in px; a cell takes the place of those without one that follow. `chosen`: the keys
    act on it; `selected`: they would if its table had the focus. `ruled`: a line parts it from the row below.
    """

    cells: tuple[Cell | None, ...]
    widths: tuple[int, ...]
    height: int
    tone: RowTone
    chosen: bool
    selected: bool
    ruled: bool

    @property
    def width(self) -> int:
        """Of the whole row in px."""
        return sum(self.widths)


def paint_row(painter: QPainter, look: RowLook, columns: Sequence[Column], inset: int) -> None:
    """Paint a row with its upper left corner at 0, 0; `inset` px at its ends are not written in."""
    width, height = look.width, look.height
    # An alarm stays to be seen under the cursor: the bar at the left marks that.
    if look.tone is RowTone.ALARM:
        ground = theme.blend("orange_soft", "surface", 0.6)
    else:
        soft = look.chosen or (look.selected and look.tone is RowTone.PLAIN)
        ground = theme.colour("blue_soft" if soft else _GROUNDS[look.tone])
    painter.fillRect(0, 0, width, height, ground)
    if look.chosen:
        painter.fillRect(0, 0, tokens.TIGHT, height, theme.colour("blue"))
    elif look.ruled and look.tone is RowTone.PLAIN:
        painter.fillRect(inset, height - 1, width - 2 * inset, 1, theme.colour("grid"))
    for at, cell in enumerate(look.cells):
        if cell is not None and look.widths[at]:
            place = QRectF(sum(look.widths[:at]), 0, _reach(look, at), height)
            paint_cell(painter, inside(place, at, columns, inset), cell, columns[at].align)


def inside(place: QRectF, at: int, columns: Sequence[Column], inset: int) -> QRectF:
    """Return the part of column `at`, which takes `place`, that is written in."""
    left = inset if at == 0 else 0
    right = inset if at == len(columns) - 1 else theme.scaled(columns[at].gap)
    return place.adjusted(left, 0, -right, 0)


def _reach(look: RowLook, at: int) -> int:
    end = at + 1
    while end < len(look.cells) and look.cells[end] is None:
        end += 1
    return sum(look.widths[at:end])
