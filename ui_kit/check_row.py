"""One line of a checklist, and the strip that heads a group of them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.check_box import SIZE, paint_check
from ui_kit.key_cap import cap_size, paint_cap
from ui_kit.marks import Mark, paint_mark
from ui_kit.status_label import paint_status

_HEIGHT = 37


class CheckState(Enum):
    """How a line of the checklist stands."""

    OPEN = "open"
    PASSED = "passed"
    WARNED = "warned"
    FAILED = "failed"


class CheckRow(QAbstractButton):
    """A box, what is checked, what was found, and at the right a key cap (a line ticked by hand) or a word.

    `by_hand` lines take the focus; a click, Space or the screen's key emits `clicked`, and the screen answers with
    `set_state`: the row never ticks itself. Measured lines only show.
    """

    def __init__(
        self,
        title: str,
        *,
        by_hand: bool,
        aside: str,
        detail_left: int = 284,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._by_hand, self._aside, self._detail_left = by_hand, aside, detail_left
        self._state, self._detail = CheckState.OPEN, ""
        self._last = False
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_hand else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not by_hand)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def set_state(self, state: CheckState, detail: str = "") -> None:
        """Show how the line stands, and what was found."""
        self._state, self._detail = state, detail
        self.setAccessibleDescription(" · ".join(part for part in (detail, self._aside) if part))
        self.update()

    def set_last(self, last: bool) -> None:
        """Leave out the hairline under the last line of a group."""
        self._last = last
        self.update()

    def state(self) -> CheckState:
        """Return how the line stands."""
        return self._state

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(440), theme.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        middle = around.center().y()
        edge = {CheckState.WARNED: "amber", CheckState.FAILED: "orange"}.get(self._state, "ctl")
        square = QRectF(tokens.MARGIN, round(middle - SIZE / 2), SIZE, SIZE)
        paint_check(painter, square, checked=self._state is CheckState.PASSED, edge=edge)
        if self._state is CheckState.FAILED:
            paint_mark(painter, Mark.FAILED, square.center(), 12)
        left = tokens.MARGIN + SIZE + 12
        detail_left = theme.scaled(self._detail_left)
        title = QRectF(left, 0, detail_left - left - tokens.GAP, around.height())
        strokes.line(painter, title, self.text(), theme.font(tokens.BODY, tokens.MEDIUM), theme.colour("text"))
        right = around.right() - tokens.MARGIN - self._paint_aside(painter, around)
        self._paint_detail(painter, QRectF(detail_left, 0, right - tokens.GAP - detail_left, around.height()))
        if not self._last:
            hairline = QRectF(left, around.bottom() - 1, around.width() - left - tokens.MARGIN, 1)
            painter.fillRect(hairline, theme.colour("grid"))

    def _paint_aside(self, painter: QPainter, around: QRectF) -> float:
        if self._by_hand:
            width = cap_size(self._aside).width()
            paint_cap(painter, around.right() - tokens.MARGIN - width, around.center().y(), self._aside)
            return width
        words = around.adjusted(0, 0, -tokens.MARGIN, 0)
        small = theme.font(tokens.CAPTION)
        return strokes.line(painter, words, self._aside, small, theme.colour("muted"), strokes.RIGHT)

    def _paint_detail(self, painter: QPainter, rect: QRectF) -> None:
        if self._state is CheckState.WARNED:
            paint_status(painter, rect, Mark.WAITING, self._detail, tokens.CELL)
        elif self._state is CheckState.FAILED:
            paint_status(painter, rect, Mark.FAILED, self._detail, tokens.CELL)
        else:
            strokes.line(painter, rect, self._detail, theme.font(tokens.CELL), theme.colour("text2"))


class GroupStrip(QWidget):
    """The sunken strip, 28 px high, that names a group of lines and counts them."""

    def __init__(self, text: str, aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(text, aside)

    def set_words(self, text: str, aside: str) -> None:
        """Change the name and the count."""
        self._text, self._aside = text, aside
        self.setAccessibleName(f"{text} {aside}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(200), theme.scaled(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        inner = QRectF(self.rect()).adjusted(tokens.MARGIN, 0, -tokens.MARGIN, 0)
        bold = theme.font(tokens.CELL, tokens.SEMIBOLD)
        strokes.line(painter, inner, self._text, bold, theme.colour("text"))
        small = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
        strokes.line(painter, inner, self._aside, small, theme.colour("text2"), strokes.RIGHT)
