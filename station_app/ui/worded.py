"""Lengths of time and days in the window's language; figures without words are `ui_kit.formats`."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui_kit import formats

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Worded", "Thứ Hai"),
    QT_TRANSLATE_NOOP("Worded", "Thứ Ba"),
    QT_TRANSLATE_NOOP("Worded", "Thứ Tư"),
    QT_TRANSLATE_NOOP("Worded", "Thứ Năm"),
    QT_TRANSLATE_NOOP("Worded", "Thứ Sáu"),
    QT_TRANSLATE_NOOP("Worded", "Thứ Bảy"),
    QT_TRANSLATE_NOOP("Worded", "Chủ Nhật"),
)


def duration(minutes: int) -> str:
    """Write a length of time of `minutes` >= 0: `31 phút`, `22 giờ`, `1 giờ 23 phút`, `24 giờ 06 phút`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return QCoreApplication.translate("Worded", "{0} phút").format(rest)
    if not rest:
        return QCoreApplication.translate("Worded", "{0} giờ").format(hours)
    return QCoreApplication.translate("Worded", "{0} giờ {1} phút").format(hours, f"{rest:02d}")


def weekday(day: date) -> str:
    """Write `Thứ Năm`."""
    return QCoreApplication.translate("Worded", str(_WEEKDAYS[day.weekday()]))


def long_date(day: date) -> str:
    """Write `Thứ Năm, 08/04/2021`."""
    return f"{weekday(day)}, {formats.date(day)}"
