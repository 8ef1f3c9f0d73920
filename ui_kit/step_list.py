"""The steps of a piece of work, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.marks import Mark, paint_mark, paint_tick
from ui_kit.progress_bar import paint_progress

_CIRCLE = 24
_PITCH = 44
_BAR_LEFT = 190
_BAR_RIGHT = 150


class StepState(Enum):
    """How far a step is."""

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Step:
    """One step: its words, how far it is, a note at the right, and for the current one the share done (0 to 1)."""

    text: str
    state: StepState
    aside: str = ""
    share: float | None = None


def circle_size() -> int:
    """Return the diameter of a step's circle."""
    return theme.scaled(_CIRCLE)


def paint_step_circle(painter: QPainter, centre: QPointF, number: int, state: StepState, *, filled: bool) -> None:
    """Paint the circle of a step; a current one holds a dot, or its number on blue when `filled`."""
    half = circle_size() / 2
    around = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    bold = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    if state is StepState.DONE:
        strokes.box(painter, around, half, theme.colour("blue"))
        paint_tick(painter, centre, 11, theme.colour("on_blue"))
    elif state is StepState.FAILED:
        strokes.box(painter, around, half, theme.colour("orange_soft"), theme.colour("orange"), 2)
        paint_mark(painter, Mark.BEHIND, centre, 10)
    elif state is StepState.CURRENT and filled:
        strokes.box(painter, around, half, theme.colour("blue"))
        strokes.line(painter, around, str(number), bold, theme.colour("on_blue"), strokes.CENTRE)
    elif state is StepState.CURRENT:
        strokes.box(painter, around, half, theme.colour("surface"), theme.colour("blue"), 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("blue"))
        painter.drawEllipse(centre, 4.5, 4.5)
    else:
        strokes.box(painter, around, half, theme.colour("surface"), theme.colour("ctl"))
        strokes.line(painter, around, str(number), bold, theme.colour("muted"), strokes.CENTRE)


class StepList(QWidget):
    """Circles joined by a line, 44 px apart, with words, a progress bar in the current step, and notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step], alternative: str = "") -> None:
        """Show the steps; `alternative` says in words where the work stands."""
        self._steps = tuple(steps)
        self.setAccessibleName(alternative)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(420), max(0, len(self._steps) - 1) * theme.scaled(_PITCH) + circle_size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        pitch, circle = theme.scaled(_PITCH), circle_size()
        x = circle / 2
        for index, step in enumerate(self._steps):
            middle = x + index * pitch
            if index + 1 < len(self._steps):
                ink = "blue" if step.state is StepState.DONE else "border"
                painter.setPen(QPen(theme.colour(ink), 2))
                bottom = middle + circle / 2
                painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + pitch - circle - 4))
            paint_step_circle(painter, QPointF(x, middle), index + 1, step.state, filled=False)
            self._paint_words(painter, QRectF(0, middle - circle / 2, self.width(), circle), step)

    def _paint_words(self, painter: QPainter, row: QRectF, step: Step) -> None:
        busy = step.state in (StepState.CURRENT, StepState.FAILED)
        waiting = step.state is StepState.WAITING
        role = "orange_text" if step.state is StepState.FAILED else "text2" if waiting else "text"
        words = row.adjusted(circle_size() + 12, 0, 0, 0)
        font = theme.font(tokens.BODY, tokens.MEDIUM if waiting else tokens.SEMIBOLD)
        taken = strokes.line(painter, words, step.text, font, theme.colour(role))
        small = theme.font(tokens.CELL, tokens.SEMIBOLD if busy else tokens.REGULAR)
        ends = words.adjusted(taken + 12, 0, 0, 0)
        note_role = "text" if step.state is StepState.CURRENT else "text2" if role == "text" else role
        strokes.line(painter, ends, step.aside, small, theme.colour(note_role), strokes.RIGHT)
        if step.share is not None:
            left = max(theme.scaled(_BAR_LEFT), words.left() + taken + 16)
            bar = QRectF(left, row.center().y() - 4, row.right() - theme.scaled(_BAR_RIGHT) - left, 8)
            paint_progress(painter, bar, step.share)
