"""The computer's own printer: a paper on A4 across. What prints is imported when it is first needed."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument

from paper.html import as_html, style
from paper.table import Paper

_MARGIN_MM = 15
_POINTS = 10


def print_paper(paper: Paper) -> bool:
    """On the default printer; False where there is none."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    chosen = QPrinterInfo.defaultPrinter()
    if chosen.isNull():
        return False
    printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    document.documentLayout().setPaintDevice(printer)
    document.setDefaultStyleSheet(style(QFont().family(), _POINTS))
    document.setHtml(as_html(paper))
    document.setPageSize(QSizeF(printer.width(), printer.height()))
    document.print_(printer)
    return True
