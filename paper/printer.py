"""The computer's own printer. What prints is imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from paper.qt_pages import lay_out_paper, paint_paper, paint_slip
from paper.slip import Slip
from paper.table import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def print_paper(paper: Paper) -> bool:
    """On the default printer, A4 across; False where there is none."""
    printer = _default_printer(paper.title)
    if printer is None:
        return False
    lay_out_paper(printer)
    paint_paper(paper, printer, QFont().family())
    return True


def print_slip(slip: Slip) -> bool:
    """On the default printer's own paper, a roll or a page; False where there is none."""
    printer = _default_printer(slip.heads[0])
    if printer is None:
        return False
    paint_slip(slip, printer, QFont().family())
    return True


def _default_printer(name: str) -> QPrinter | None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    chosen = QPrinterInfo.defaultPrinter()
    if chosen.isNull():
        return None
    printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    return printer
