"""The lines that ask for attention: two rows of words each, who knows of it at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from station_app.ui.board import attention_words as words
from station_app.ui.board.shown import AttentionShown
from ui_kit import strokes, theme, tokens
from ui_kit.key_cap import cap_size, paint_cap
from ui_kit.marks import Mark, paint_mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel
from ui_kit.tokens import Role

LINE = 44
_INSET = 12
_MARK = 20
_GRAVE = {"behind": Mark.BEHIND, "paused": Mark.PAUSED}


def mark_of(line: AttentionShown) -> Mark:
    if line.known_by:
        return Mark.DONE
    return _GRAVE.get(line.rule, Mark.FAILED) if line.grave else Mark.WAITING


class AttentionList(Table):
    """``acknowledged`` [line] on Enter, ``moved`` when another line is current, ``left`` on Esc.

    The current line stays so wherever it goes; the first of all until somebody moves.
    """

    acknowledged = Signal(object)
    moved = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = RowsModel((Column("", 0),))
        self._lines: tuple[AttentionShown, ...] = ()
        self._chosen: tuple[str, str, str] | None = None
        self._placing = False
        self.offers_enter = False
        name = QCoreApplication.translate("AttentionList", "Cần chú ý")
        super().__init__(name, self._model, row_height=LINE, headless=True, parent=parent)
        self.setSelectionMode(Table.SelectionMode.NoSelection)  # the current line is shown while the list has the keys
        self.opened.connect(self._acknowledge)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_lines(self, lines: tuple[AttentionShown, ...]) -> None:
        self._placing = True
        self._lines = lines
        self._model.set_rows([Row((Cell(words.whole(line)),), thing=line) for line in lines])
        chosen = next((at for at, line in enumerate(lines) if line.key == self._chosen), 0)
        if lines:
            self.setCurrentIndex(self._model.index(chosen, 0))
        self._placing = False

    def current(self) -> AttentionShown | None:
        row = self.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def forget_place(self) -> None:
        """The first line becomes the current one when the lines are next shown."""
        self._chosen = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _acknowledge(self, row: int) -> None:
        self.acknowledged.emit(self._lines[row])

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._placing and 0 <= current.row() < len(self._lines):
            self._chosen = self._lines[current.row()].key
            self.moved.emit()

    def paint_line(self, painter: QPainter, row: int, place: QRect) -> None:
        line, chosen = self._lines[row], self.is_chosen(row)
        painter.save()
        if chosen:
            painter.fillRect(place, theme.colour("blue_soft"))
            painter.fillRect(place.left(), place.top(), tokens.TIGHT, place.height(), theme.colour("blue"))
        elif row + 1 < len(self._lines):
            painter.fillRect(place.left() + _INSET, place.bottom(), place.width() - 2 * _INSET, 1, theme.colour("grid"))
        inner = QRectF(place).adjusted(_INSET, 4, -_INSET, -4)
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        mark = mark_of(line)
        size = theme.scaled(tokens.CELL) * 0.8
        paint_mark(painter, mark, QPointF(upper.left() + size / 2, upper.center().y()), size)
        upper.setLeft(upper.left() + theme.scaled(_MARK))
        lower = upper.translated(0, upper.height())
        ink: Role = "text2" if line.known_by else "text"
        lower = self._at_right(painter, lower, line, chosen=chosen and not line.known_by)
        told = f"{words.where(line)} · {words.what(line)}"
        weight = tokens.REGULAR if line.known_by else tokens.SEMIBOLD
        font = theme.font(tokens.CELL, weight)
        taken = strokes.line(painter, upper, told, font, theme.colour(ink))
        if line.cause:
            rest = upper.adjusted(taken, 0, 0, 0)
            strokes.line(painter, rest, f" · {line.cause}", theme.font(tokens.CELL), theme.colour("text2"))
        strokes.line(painter, lower, words.act(line), theme.font(tokens.CAPTION), theme.colour("text2"))
        painter.restore()

    def _at_right(self, painter: QPainter, lower: QRectF, line: AttentionShown, *, chosen: bool) -> QRectF:
        """Who knows of it, or the key by which one says so; returns what is left for the thing to do."""
        rest = QRectF(lower)
        font = theme.font(tokens.CAPTION, tokens.MEDIUM)
        if line.known_by:
            taken = strokes.line(painter, rest, words.known(line), font, theme.colour("blue_text"), strokes.RIGHT)
            rest.setRight(rest.right() - taken - tokens.GAP)
        elif chosen and self.offers_enter:
            width = cap_size("Enter").width()
            paint_cap(painter, rest.right() - width, rest.center().y() - 1, "Enter")
            rest.setRight(rest.right() - width - 6)
            told = QCoreApplication.translate("AttentionList", "đã biết")
            taken = strokes.line(painter, rest, told, font, theme.colour("blue_text"), strokes.RIGHT)
            rest.setRight(rest.right() - taken - tokens.GAP)
        return rest
