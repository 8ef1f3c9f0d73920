"""What the report screen shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from paper.table import FileKind, Paper

ReportName = Literal["daily", "shift"]
REPORTS: tuple[ReportName, ...] = ("daily", "shift")
SAVED_AS: tuple[FileKind, ...] = ("pdf", "xlsx", "csv")


@dataclass(frozen=True, slots=True)
class Before:
    """What is to be looked at before printing. ``sealed`` of ``opened`` shifts; ``counted`` applications.

    ``agrees``: tables and applications tell the same; where they don't, nothing is handed in.
    """

    sealed: int
    opened: int
    counted: int
    devices: int
    agrees: bool
    final: bool
    zeroes: int


@dataclass(frozen=True, slots=True)
class ReportShown:
    """``at_two``: as known at 02:00; ``later``: there is a day after this one that may be shown."""

    day: date
    moment: datetime
    at_two: bool
    report: ReportName
    later: bool
    paper: Paper
    before: Before


@dataclass(frozen=True, slots=True)
class HandedIn:
    """``saved`` a file with its path, ``printed``, ``no_printer``, or ``refused`` with a sentence."""

    what: Literal["saved", "printed", "no_printer", "refused"]
    words: str = ""
