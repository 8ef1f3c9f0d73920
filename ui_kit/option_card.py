"""One of a few choices with a line of detail."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.key_cap import paint_cap
from ui_kit.marks import Mark, paint_mark, paint_tick


class OptionCard(QAbstractButton):
    """A key cap or an icon, a title and a detail, 64 px high; checked adds a tick. Checkable.

    With an icon the card stands for a thing, such as a stick: `aside` is written at its right, and `set_blocked`
    shows it as refused.
    """

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        key: str = "",
        icon: str = "",
        aside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._icon = key, icon
        self._blocked = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", tokens.CARD_RADIUS)
        self.set_words(title, detail, aside)

    def set_words(self, title: str, detail: str = "", aside: str = "") -> None:
        """Change the words on the card."""
        self.setText(title)
        self._detail, self._aside = detail, aside
        self.setAccessibleName(title)
        self.setAccessibleDescription(" · ".join(part for part in (self._key, detail, aside) if part))
        self.update()

    def set_blocked(self, blocked: bool) -> None:
        """Show the thing as refused: it can't be chosen."""
        self._blocked = blocked
        self.setEnabled(not blocked)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(190), theme.scaled(60 if self._icon else 64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        self._paint_ground(painter, around)
        third = around.height() / 3
        upper = QRectF(0, third - theme.scaled(10), around.width(), theme.scaled(20))
        lower = upper.translated(0, theme.scaled(21))
        ink = "blue_text" if self.isChecked() and not self._icon else "text"
        if not self.isEnabled() and not self._blocked:
            ink = "muted"
        if self._icon:
            left, pixels = theme.scaled(56), tokens.BODY
            size = theme.scaled(22)
            spot = QRectF(theme.scaled(30) - size / 2, around.center().y() - size / 2, size, size)
            role = "orange_text" if self._blocked else "blue_text" if self.isChecked() else "text2"
            paint_icon(painter, self._icon, spot, theme.colour(role))
        else:
            left = round(12 + paint_cap(painter, 12, upper.center().y(), self._key) + 10)
            pixels = tokens.CELL
        right = -theme.scaled(38) if self._icon else -6
        bold = theme.font(pixels, tokens.SEMIBOLD)
        strokes.line(painter, upper.adjusted(left, 0, right, 0), self.text(), bold, theme.colour(ink))
        small = theme.font(tokens.CAPTION, tokens.MEDIUM if self._blocked else tokens.REGULAR)
        ends = lower.adjusted(left, 0, -14, 0)
        detail_role = "orange_text" if self._blocked else "text2" if self.isEnabled() else "muted"
        taken = strokes.line(painter, ends, self._detail, small, theme.colour(detail_role))
        small = theme.font(tokens.CAPTION)
        strokes.line(
            painter, ends.adjusted(taken + 8, 0, 0, 0), self._aside, small, theme.colour("text2"), strokes.RIGHT
        )
        self._paint_corner(
            painter, QPointF(around.right() - 22 if self._icon else around.right() - 16, 0), upper, lower
        )

    def _paint_ground(self, painter: QPainter, around: QRectF) -> None:
        radius = tokens.CARD_RADIUS
        if self._blocked:
            strokes.box(painter, around, radius, theme.colour("sunken"), theme.colour("orange"))
        elif not self.isEnabled():
            strokes.box(painter, around, radius, theme.colour("sunken"), theme.colour("border"))
        elif self.isChecked():
            strokes.box(painter, around, radius, theme.colour("blue_soft"), theme.colour("blue"), 2)
        else:
            strokes.box(painter, around, radius, theme.colour("surface"), theme.colour("ctl"))

    def _paint_corner(self, painter: QPainter, at: QPointF, upper: QRectF, lower: QRectF) -> None:
        at.setY((upper if self._icon else lower).center().y())
        if self._blocked:
            paint_mark(painter, Mark.BEHIND, at, 13)
        elif self.isChecked():
            paint_tick(painter, at, 13, theme.colour("blue"))
