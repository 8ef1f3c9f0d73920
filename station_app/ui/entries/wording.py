"""Words for what the list's codes mean."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_SENT = {
    "unsent": QT_TRANSLATE_NOOP("EntriesWords", "chưa gửi"),
    "exported": QT_TRANSLATE_NOOP("EntriesWords", "đã xuất"),
    "received": QT_TRANSLATE_NOOP("EntriesWords", "đã nhận"),
}
_STATES = {
    "counted": QT_TRANSLATE_NOOP("EntriesWords", "Được tính"),
    "voided": QT_TRANSLATE_NOOP("EntriesWords", "Đã hủy"),
    "warned": QT_TRANSLATE_NOOP("EntriesWords", "Có cảnh báo"),
    "paper": QT_TRANSLATE_NOOP("EntriesWords", "Ghi bù từ giấy"),
    "unsent": QT_TRANSLATE_NOOP("EntriesWords", "Chưa gửi"),
    "exported": QT_TRANSLATE_NOOP("EntriesWords", "Đã xuất"),
    "received": QT_TRANSLATE_NOOP("EntriesWords", "Đã nhận"),
}
_SOURCES = {
    "qr": QT_TRANSLATE_NOOP("EntriesWords", "quét mã QR"),
    "mrz": QT_TRANSLATE_NOOP("EntriesWords", "quét dòng MRZ"),
    "barcode": QT_TRANSLATE_NOOP("EntriesWords", "quét mã vạch"),
    "typed": QT_TRANSLATE_NOOP("EntriesWords", "gõ tay"),
    "paper": QT_TRANSLATE_NOOP("EntriesWords", "ghi bù từ giấy"),
}
_SEXES = {"male": QT_TRANSLATE_NOOP("EntriesWords", "Nam"), "female": QT_TRANSLATE_NOOP("EntriesWords", "Nữ")}


def sent_word(code: str) -> str:
    return _say(_SENT[code])


def state_word(code: str) -> str:
    return _say(_STATES[code])


def source_word(code: str) -> str:
    return _say(_SOURCES[code]) if code in _SOURCES else code


def sex_word(code: str) -> str:
    return _say(_SEXES[code]) if code in _SEXES else ""


def _say(word: object) -> str:
    return QCoreApplication.translate("EntriesWords", str(word))
