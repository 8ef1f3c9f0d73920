"""What goes wrong or waits, said in its place: never a dialog."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.label import Label
from ui_kit.marks import Mark, paint_mark
from ui_kit.tokens import Role

Kind = Literal["error", "notice", "good"]
_GROUNDS = {"error": "orange_soft", "notice": "amber_soft", "good": "blue_soft"}
_EDGES = {"error": "orange", "notice": "amber", "good": "blue"}
_INKS: dict[Kind, Role] = {"error": "orange_text", "notice": "amber", "good": "blue_text"}
_MARKS = {"error": Mark.BEHIND, "notice": Mark.WAITING, "good": Mark.DONE}


class _Sign(QWidget):
    """The icon or mark that begins a panel."""

    def __init__(self, kind: Kind, icon: str, size: int) -> None:
        super().__init__()
        self._kind, self._icon, self._size = kind, icon, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(self._size), theme.scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        if self._icon:
            paint_icon(painter, self._icon, around, theme.colour(_EDGES[self._kind]))
        else:
            paint_mark(painter, _MARKS[self._kind], QPointF(around.center()), around.width())


class InlinePanel(QWidget):
    """An orange error, an amber notice or a blue good word.

    `strip` writes title and text on one line, as for a warning that may stand for long. `row` is the layout of the
    first line, to which a strip's key cap or button is added; `body` takes what stands below. The panel tells screen
    readers of itself when it appears.
    """

    def __init__(
        self,
        kind: Kind,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        aside: str = "",
        strip: bool = False,
        edge: bool = True,
        title_pixels: int = tokens.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._edge = kind, edge
        self._laid_out = 0
        """The width that a layout gave it, 0 before: no page is to be made high for one that is a guess."""
        ink = _INKS[kind]
        self.title = Label(title, tokens.CELL if strip else title_pixels, tokens.SEMIBOLD, ink)
        self.text = Label(text, tokens.CELL, tokens.REGULAR, ink if strip else "text", wrap=not strip)
        self.aside = Label(aside, tokens.CAPTION, tokens.MEDIUM, ink, align=strokes.RIGHT)
        self.row = QHBoxLayout()
        self.row.setSpacing(tokens.TIGHT)
        self.row.addWidget(_Sign(kind, icon, 24 if icon == "warning" else 18 if icon else 12))
        self.row.addSpacing(tokens.TIGHT)
        self.row.addWidget(self.title)
        if strip:
            self.row.addWidget(self.text)
        self.row.addStretch(1)
        self.row.addWidget(self.aside)
        self.body = QVBoxLayout(self)
        across, down = tokens.MARGIN if edge else 12, 6 if strip else 12
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(tokens.GAP)
        self.body.addLayout(self.row)
        if not strip:
            self.body.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_words(title, text, aside)

    def set_words(self, title: str, text: str = "", aside: str = "") -> None:
        """Change what the panel says."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.aside.setText(aside)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if self.isVisible():
            self._tell()

    def sizeHint(self) -> QSize:
        """As high as its words are at its width."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self._laid_out)) if self._laid_out else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasHeightForWidth() and event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = theme.colour(_EDGES[self._kind]) if self._edge else None
        painter = strokes.smooth(QPainter(self))
        strokes.box(painter, QRectF(self.rect()), tokens.CARD_RADIUS, theme.colour(_GROUNDS[self._kind]), edge)

    def _tell(self) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
