"""The steps of a procedure, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.step_list import Step, StepState, circle_size, paint_step_circle


class StepBar(QWidget):
    """A card 48 px high with equally wide steps and chevrons between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step], alternative: str = "") -> None:
        """Show the steps; `alternative` says in words where the procedure stands."""
        self._steps = tuple(steps)
        self.setAccessibleName(alternative)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(160) * max(1, len(self._steps)), theme.scaled(tokens.ACTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        strokes.box(painter, around, tokens.CARD_RADIUS, theme.colour("surface"), theme.colour("border"))
        middle = around.center().y()
        circle = circle_size()
        pitch = around.width() / max(1, len(self._steps))
        for index, step in enumerate(self._steps):
            left = index * pitch + tokens.MARGIN
            centre = QPointF(round(left) + circle / 2, middle)
            paint_step_circle(painter, centre, index + 1, step.state, filled=True)
            role = {
                StepState.CURRENT: "blue_text",
                StepState.FAILED: "orange_text",
                StepState.WAITING: "muted",
            }.get(step.state, "text")
            weight = tokens.MEDIUM if step.state is StepState.WAITING else tokens.SEMIBOLD
            words = QRectF(left + circle + 10, 0, pitch - circle - 58, around.height())
            strokes.line(painter, words, step.text, theme.font(tokens.BODY, weight), theme.colour(role))
            if index + 1 < len(self._steps):
                spot = QRectF((index + 1) * pitch - 13, middle - 8, 16, 16)
                paint_icon(painter, "chevron_right", spot, theme.colour("text2"))
