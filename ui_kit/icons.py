"""The line icons, painted in any colour of the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui_kit import theme
from ui_kit.tokens import Role


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint `icons/<name>.svg` as large as fits into the middle of `rect`. Raises FileNotFoundError."""
    drawing = _drawing(name, colour.name())
    size = drawing.defaultSize().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(rect.center())
    drawing.render(painter, place)


def icon(name: str, role: Role = "text2", size: int = 16) -> QIcon:
    """Return an icon in a colour of the present palette, for stock widgets; ask again when the theme changes."""
    colour = theme.colour(role)
    _drawing(name, colour.name())  # an unknown name must be told before there is a painter to leave behind
    pixmap = QPixmap(QSize(size, size) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return QIcon(pixmap)


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = resources.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(source))
