"""The framed surface that holds one matter of a screen."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.label import Label

Fill = Literal["surface", "sunken"]
Edge = Literal["border", "ctl", "blue", "orange"]


class Card(QWidget):
    """A box with radius 8, an optional title row and a vertical layout `body` for its contents.

    `head` is the title row (title, stretch, aside); it is empty when there is no title. `accent` adds the blue bar at
    the left. An edge of `blue` or `orange` is 2 px wide unless `edge_width` says otherwise.
    """

    def __init__(
        self,
        title: str = "",
        aside: str = "",
        *,
        title_pixels: int = tokens.SECTION,
        fill: Fill = "surface",
        accent: bool = False,
        padding: int = tokens.MARGIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill: Fill = fill
        self._accent = accent
        self._edge: Edge = "border"
        self._edge_width = 1
        self.title = Label(title, title_pixels, tokens.SEMIBOLD, parent=self)
        self.aside = Label(aside, tokens.CAPTION, tokens.MEDIUM, "text2", align=strokes.RIGHT, parent=self)
        self.head = QHBoxLayout()
        self.head.setSpacing(tokens.GAP)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(tokens.GAP)
        if title:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.head.addWidget(self.aside)
            self.body.addLayout(self.head)
            self.setAccessibleName(title)
        else:
            self.title.hide()
            self.aside.hide()

    def set_title(self, title: str) -> None:
        """Change the title of a card made with one."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def set_edge(self, edge: Edge, width: int | None = None) -> None:
        """Change the edge: its palette field and width in pixels."""
        self._edge = edge
        self._edge_width = width if width is not None else (2 if edge in ("blue", "orange") else 1)
        self.update()

    def set_accent(self, accent: bool) -> None:
        """Show or hide the blue bar at the left."""
        if accent != self._accent:
            self._accent = accent
            self.update()

    def set_fill(self, fill: Fill) -> None:
        """Change the ground."""
        self._fill = fill
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        edge = theme.colour(self._edge)
        strokes.box(painter, around, tokens.CARD_RADIUS, theme.colour(self._fill), edge, self._edge_width)
        if self._accent:
            bar = QRectF(0, tokens.GAP, tokens.TIGHT, self.height() - 2 * tokens.GAP)
            strokes.box(painter, bar, 1, theme.colour("blue"))
