"""Words for why a case is closed."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CLOSED = {
    "done_elsewhere": QT_TRANSLATE_NOOP("FollowUpWords", "Đã làm ở nơi khác"),
    "moved_away": QT_TRANSLATE_NOOP("FollowUpWords", "Đã chuyển đi nơi khác"),
    "declined": QT_TRANSLATE_NOOP("FollowUpWords", "Không còn nhu cầu"),
    "not_reached": QT_TRANSLATE_NOOP("FollowUpWords", "Không liên lạc được"),
    "settled": QT_TRANSLATE_NOOP("FollowUpWords", "Đã giải quyết cách khác"),
}
CLOSING = tuple(_CLOSED)
"""In the order of their digits."""


def closed_word(code: str) -> str:
    return QCoreApplication.translate("FollowUpWords", str(_CLOSED[code]))
