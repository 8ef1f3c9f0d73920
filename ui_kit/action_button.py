"""The button for an action: filled in blue for a screen's main action, outlined for the others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.key_cap import cap_size, paint_cap

_CAP_GAP = 10
_ICON = 16
_SIDE = 16
_TEXT_SIZES = {tokens.ACTION: 14, tokens.BIG_ACTION: 16, tokens.SEAL: 18, tokens.OUTCOME_KEY: 20}


class ActionButton(QAbstractButton):
    """A button with an optional icon and key cap; pressed by mouse, Space, Enter, or the screen's shortcut.

    `key` is only shown: the screen owns the shortcut. `height` is 40, 48, 56, 64 or 72 and sets the text size unless
    `pixels` does. While `set_progress` is given a share, the button carries its own progress.
    """

    def __init__(
        self,
        text: str,
        *,
        key: str = "",
        icon: str = "",
        primary: bool = False,
        height: int = tokens.ACTION,
        pixels: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._icon, self._primary, self._height = key, icon, primary, height
        self._pixels = pixels or _TEXT_SIZES.get(height, tokens.BODY)
        self._share: float | None = None
        self._detail = ""
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)

    def set_text(self, text: str) -> None:
        """Change the words on the button."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_progress(self, share: float | None, detail: str = "") -> None:
        """Show work under way: `share` from 0 to 1 with `detail` beside the text, or None for a plain button again."""
        self._share, self._detail = share, detail
        self.setAccessibleDescription(detail or self._key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._content_width()) + 2 * _SIDE, theme.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        radius = tokens.CONTROL_RADIUS
        if self._share is not None:
            self._paint_progress(painter, around, self._share)
            ink = "blue_text"
        elif not self.isEnabled():
            strokes.box(painter, around, radius, theme.colour("sunken"), theme.colour("border"))
            ink = "muted"
        elif self._primary:
            fill = theme.blend("on_blue", "blue", 0.12) if self.isDown() else theme.colour("blue")
            strokes.box(painter, around, radius, fill)
            ink = "on_blue"
        else:
            strokes.box(
                painter, around, radius, theme.colour("sunken" if self.isDown() else "surface"), theme.colour("ctl")
            )
            ink = "text"
        self._paint_content(painter, around, ink)

    def _paint_progress(self, painter: QPainter, around: QRectF, share: float) -> None:
        strokes.box(painter, around, tokens.CONTROL_RADIUS, theme.colour("blue_soft"))
        done = QRectF(2, 2, (around.width() - 4) * share, around.height() - 4)
        painter.fillRect(done, theme.blend("blue", "blue_soft", 0.22))
        strokes.box(painter, around, tokens.CONTROL_RADIUS, None, theme.colour("blue"), 2)

    def _paint_content(self, painter: QPainter, around: QRectF, ink: str) -> None:
        middle = around.center().y()
        left = around.left() + max(_SIDE / 2, (around.width() - self._content_width()) / 2)
        if self._icon:
            size = theme.scaled(_ICON)
            paint_icon(painter, self._icon, QRectF(left, middle - size / 2, size, size), theme.colour(ink))
            left += size + tokens.GAP
        font = theme.font(self._pixels, tokens.SEMIBOLD)
        room = around.right() - _SIDE / 2 - left
        if self._shows_cap():
            room -= cap_size(self._key).width() + _CAP_GAP
        left += strokes.line(painter, QRectF(left, 0, room, around.height()), self.text(), font, theme.colour(ink))
        if self._share is not None and self._detail:
            self._paint_detail(painter, QRectF(left + 12, 0, around.right() - left - 20, around.height()))
        elif self._shows_cap():
            paint_cap(painter, left + _CAP_GAP, middle, self._key, on_blue=ink == "on_blue")

    def _paint_detail(self, painter: QPainter, rect: QRectF) -> None:
        strokes.line(painter, rect, self._detail, theme.font(tokens.BODY, tokens.MEDIUM), theme.colour("blue_text"))

    def _shows_cap(self) -> bool:
        return bool(self._key) and self._share is None

    def _content_width(self) -> float:
        width = strokes.text_width(theme.font(self._pixels, tokens.SEMIBOLD), self.text())
        if self._icon:
            width += theme.scaled(_ICON) + tokens.GAP
        if self._share is not None and self._detail:
            width += 12 + strokes.text_width(theme.font(tokens.BODY, tokens.MEDIUM), self._detail)
        elif self._shows_cap():
            width += _CAP_GAP + cap_size(self._key).width()
        return width
