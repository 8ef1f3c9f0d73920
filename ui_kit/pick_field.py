"""A field that offers a list to pick from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.person_avatar import paint_avatar

_DETAIL = Qt.ItemDataRole.UserRole + 1
_SIDE = 12
_CHEVRON = 18
_AVATAR, _AVATAR_LEFT = 32, 8


class PickField(QComboBox):
    """A list to pick from, with the accessible name `name`; `people` shows initials and a line of detail."""

    def __init__(
        self,
        name: str,
        *,
        people: bool = False,
        height: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._height = height or (tokens.ACTION if people else tokens.FIELD)
        self._filled = False
        self._aside = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def add_item(self, text: str, value: object, detail: str = "") -> None:
        """Offer `text`; `currentData()` returns `value` when it is picked."""
        self.addItem(text, value)
        self.setItemData(self.count() - 1, detail, _DETAIL)

    def set_filled(self, filled: bool) -> None:
        """Fill the circle of initials in blue: the person in charge."""
        self._filled = filled
        self.update()

    def set_aside(self, aside: str) -> None:
        """Write words in blue before the chevron."""
        self._aside = aside
        self.update()

    def is_cut(self) -> bool:
        """Tell whether what is picked ends in … for want of room."""
        bold = theme.font(tokens.BODY, tokens.SEMIBOLD)
        return strokes.text_width(bold, self.currentText()) > self._room().width() + 0.5

    def _room(self) -> QRectF:
        """Return the place of the words."""
        room = QRectF(self.rect()).adjusted(_SIDE, 0, -theme.scaled(_CHEVRON) - 14, 0)
        if self._aside:
            small = theme.font(tokens.CAPTION, tokens.MEDIUM)
            room.setRight(room.right() - min(room.width(), strokes.text_width(small, self._aside)) - 8)
        if self._people and self.currentIndex() >= 0:
            room.setLeft(_AVATAR_LEFT + theme.scaled(_AVATAR) + 10)
        return room

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(120), theme.scaled(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        enabled = self.isEnabled()
        ground, edge = ("surface", "ctl") if enabled else ("sunken", "border")
        strokes.box(painter, around, tokens.CONTROL_RADIUS, theme.colour(ground), theme.colour(edge))
        size = theme.scaled(_CHEVRON)
        chevron = QRectF(around.right() - 10 - size, around.center().y() - size / 2, size, size)
        paint_icon(painter, "chevron_down", chevron, theme.colour("text2" if enabled else "muted"))
        words = self._room()
        ink = theme.colour("text" if enabled else "muted")
        bold = theme.font(tokens.BODY, tokens.SEMIBOLD)
        if self._aside:
            small = theme.font(tokens.CAPTION, tokens.MEDIUM)
            whole = around.adjusted(_SIDE, 0, -size - 14, 0)
            strokes.line(painter, whole, self._aside, small, theme.colour("blue_text"), strokes.RIGHT)
        if not self._people or self.currentIndex() < 0:
            strokes.line(painter, words, self.currentText(), bold, ink)
            return
        circle = theme.scaled(_AVATAR)
        paint_avatar(
            painter,
            QRectF(_AVATAR_LEFT, around.center().y() - circle / 2, circle, circle),
            self.currentText(),
            filled=self._filled,
        )
        reach = theme.scaled(9)
        strokes.line(painter, words.translated(0, -reach), self.currentText(), bold, ink)
        detail = str(self.currentData(_DETAIL) or "")
        strokes.line(painter, words.translated(0, reach), detail, theme.font(tokens.CAPTION), theme.colour("text2"))
