"""A paper as PDF: A4 across, black on white, the head of a table again on each page.

Needs Qt's fonts and painting, but no screen: where no application runs yet, one without windows is made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from paper.html import as_html, style
from paper.table import Paper

_MARGIN_MM = 15
_DPI = 150
_POINTS = 10


def as_pdf(paper: Paper, fonts: Sequence[bytes]) -> bytes:
    """``fonts``: the faces to write with, as TrueType files; the first one's family is used."""
    _application()
    family = _family(fonts)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(paper.title)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(QFont(family, _POINTS))
    document.setDefaultStyleSheet(style(family, _POINTS))
    document.setHtml(as_html(paper))
    page = QSizeF(writer.width(), writer.height())
    foot = writer.logicalDpiY() / 4
    document.setPageSize(QSizeF(page.width(), page.height() - foot))
    _paint(document, writer, page, foot, paper.mark, family)
    buffer.close()
    return bytes(content.data())


def _application() -> None:
    if QGuiApplication.instance() is None:
        if sys.platform != "win32" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication([Path(sys.argv[0]).name]))


_kept: list[QGuiApplication] = []


def _family(fonts: Sequence[bytes]) -> str:
    families = [QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(font)) for font in fonts]
    return families[0][0] if families and families[0] else QFont().family()


def _paint(document: QTextDocument, writer: QPdfWriter, page: QSizeF, foot: float, mark: str, family: str) -> None:
    painter = QPainter(writer)
    height, pages = page.height() - foot, document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        if mark:
            _paint_mark(painter, page, mark, family)
        painter.save()
        painter.translate(0, -number * height)
        document.drawContents(painter, QRectF(0, number * height, page.width(), height))
        painter.restore()
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(QFont(family, 8))
        where = QRectF(0, page.height() - foot, page.width(), foot)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{number + 1}/{pages}")
    painter.end()


def _paint_mark(painter: QPainter, page: QSizeF, mark: str, family: str) -> None:
    painter.save()
    painter.setPen(QColor(225, 225, 225))
    painter.setFont(QFont(family, 96, QFont.Weight.DemiBold))
    painter.translate(page.width() / 2, page.height() / 2)
    painter.rotate(-20)
    painter.drawText(QRectF(-page.width(), -400, 2 * page.width(), 800), Qt.AlignmentFlag.AlignCenter, mark)
    painter.restore()
