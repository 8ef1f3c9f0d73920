"""Papers and slips on a Qt device: a PDF file or a printer. Needs fonts and painting, but no screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from paper.html import as_html, style
from paper.slip import QR_IMAGE, Slip, qr_png, slip_html
from paper.table import Paper

_MARGIN_MM = 15
_DPI = 150
_POINTS = 10
_SLIP_POINTS = 9
_SLIP_MARGIN_MM = 3
_MM_AN_INCH = 25.4
_QR_MM = 30
_LONGEST_MM = 400
ROLLS_MM = (58, 80)
"""The usual widths of receipt paper."""


def family_of(fonts: Sequence[bytes]) -> str:
    """The family of the first of TrueType files, all of them loaded; without any, the program's own."""
    application()
    families = [QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(font)) for font in fonts]
    return families[0][0] if families and families[0] else QFont().family()


def application() -> None:
    """Where no application runs yet, one without windows is made."""
    if QGuiApplication.instance() is None:
        if sys.platform != "win32" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication([Path(sys.argv[0]).name]))


_kept: list[QGuiApplication] = []


def paper_as_pdf(paper: Paper, family: str) -> bytes:
    """A4 across, black on white, the head of a table again on each page."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(paper.title)
    lay_out_paper(writer)
    paint_paper(paper, writer, family)
    buffer.close()
    return bytes(content.data())


def slip_as_pdf(slip: Slip, family: str, width_mm: int = ROLLS_MM[-1]) -> bytes:
    """One page of the roll's width, as long as the slip."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(slip.heads[0])
    margins = QMarginsF(_SLIP_MARGIN_MM, _SLIP_MARGIN_MM, _SLIP_MARGIN_MM, _SLIP_MARGIN_MM)

    def lay_out(height_mm: float) -> None:
        size = QPageSize(
            QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
        )
        portrait = QPageLayout.Orientation.Portrait
        writer.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))

    lay_out(_LONGEST_MM)
    height = _slip_document(slip, writer, family, writer.width()).size().height()
    lay_out(min(height / _DPI * _MM_AN_INCH + 2 * _SLIP_MARGIN_MM + 1, _LONGEST_MM))
    painter = QPainter(writer)
    _slip_document(slip, writer, family, writer.width()).drawContents(painter)
    painter.end()
    buffer.close()
    return bytes(content.data())


def paint_slip(slip: Slip, device: QPagedPaintDevice, family: str) -> None:
    """At the top left of a page, 80 mm wide; on a roll as wide as it is."""
    wide = ROLLS_MM[-1] / _MM_AN_INCH * device.logicalDpiX()
    document = _slip_document(slip, device, family, min(device.width(), round(wide)))
    painter = QPainter(device)
    document.drawContents(painter)
    painter.end()


def lay_out_paper(device: QPagedPaintDevice) -> None:
    """A4 across."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    across = QPageLayout.Orientation.Landscape
    device.setPageLayout(QPageLayout(page, across, margins, QPageLayout.Unit.Millimeter))


def paint_paper(paper: Paper, device: QPagedPaintDevice, family: str) -> None:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(QFont(family, _POINTS))
    document.setDefaultStyleSheet(style(family, _POINTS))
    document.setHtml(as_html(paper))
    page, foot = QSizeF(device.width(), device.height()), device.logicalDpiY() / 4
    document.setPageSize(QSizeF(page.width(), page.height() - foot))
    painter = QPainter(device)
    height, pages = page.height() - foot, document.pageCount()
    for number in range(pages):
        if number:
            device.newPage()
        if paper.mark:
            _paint_mark(painter, page, paper.mark, family)
        painter.save()
        painter.translate(0, -number * height)
        document.drawContents(painter, QRectF(0, number * height, page.width(), height))
        painter.restore()
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(QFont(family, _POINTS - 2))
        where = QRectF(0, height, page.width(), foot)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{number + 1}/{pages}")
    painter.end()


def _paint_mark(painter: QPainter, page: QSizeF, mark: str, family: str) -> None:
    painter.save()
    painter.setPen(QColor(225, 225, 225))
    painter.setFont(QFont(family, 96, QFont.Weight.DemiBold))
    painter.translate(page.width() / 2, page.height() / 2)
    painter.rotate(-20)
    around = QRectF(-page.width(), -page.height(), 2 * page.width(), 2 * page.height())
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, mark)
    painter.restore()


def _slip_document(slip: Slip, device: QPagedPaintDevice, family: str, width: int) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(family, _SLIP_POINTS))
    document.setDefaultStyleSheet(style(family, _SLIP_POINTS))
    if slip.qr:
        image = QImage.fromData(qr_png(slip.qr))
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(QR_IMAGE), image)
    document.setHtml(slip_html(slip, round(_QR_MM / _MM_AN_INCH * device.logicalDpiX())))
    document.setTextWidth(width)
    return document
