"""How a table's cell is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui_kit import strokes, theme, tokens
from ui_kit.bullet_graph import paint_bullet
from ui_kit.delta_label import paint_delta
from ui_kit.hour_bars import paint_mini_bars
from ui_kit.key_cap import cap_size, paint_cap
from ui_kit.status_label import paint_status
from ui_kit.table_cells import Cell

_TRACK = 22
_ACTION_GAP = 6


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, align: Qt.AlignmentFlag) -> None:
    """Paint `cell` into `rect`."""
    painter.save()
    font = theme.font(cell.pixels, cell.weight)
    ink = theme.colour(cell.role or "text")
    if cell.bullet is not None:
        track = QRectF(rect.left(), round(rect.center().y() - _TRACK / 2), rect.width(), _TRACK)
        paint_bullet(painter, track, cell.bullet, bar_height=10, ground="surface")
    elif cell.delta:
        paint_delta(painter, rect, cell.text, cell.pixels, cell.weight, right=align == strokes.RIGHT)
    elif cell.mark is not None:
        paint_status(painter, rect, cell.mark, cell.text, cell.pixels, cell.weight, cell.role)
    else:
        if cell.hours:
            paint_mini_bars(painter, rect, cell.hours)
        words = QRectF(rect)
        if cell.lead:
            bold = theme.font(cell.pixels, tokens.SEMIBOLD)
            words.setLeft(
                words.left() + strokes.line(painter, words, cell.lead, bold, theme.colour(cell.lead_role)) + 8
            )
        if cell.action:
            _paint_action(painter, words, cell)
        strokes.line(painter, words, cell.text, font, ink, align)
    painter.restore()


def _paint_action(painter: QPainter, words: QRectF, cell: Cell) -> None:
    """Paint what a key does to this row at the right of `words`, and shorten `words` by it."""
    if cell.key:
        words.setRight(words.right() - cap_size(cell.key).width())
        paint_cap(painter, words.right(), words.center().y(), cell.key)
        words.setRight(words.right() - _ACTION_GAP)
    bold = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    taken = strokes.line(painter, words, cell.action, bold, theme.colour("blue_text"), strokes.RIGHT)
    words.setRight(words.right() - taken - _ACTION_GAP)
