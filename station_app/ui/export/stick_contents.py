"""What the chosen stick is and carries, in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station_app.ui.export.shown import StickShown

_FILE_SYSTEMS = {"vfat": "FAT32", "exfat": "exFAT", "ntfs": "NTFS", "ntfs3": "NTFS", "fuseblk": "NTFS"}
"""As people know them; others are told as the system calls them."""


def line(stick: StickShown) -> str:
    """`exFAT · 3 gói của điểm, mới nhất 0078 · mới: 1 biên nhận, 1 kế hoạch · 2 mục khác bỏ qua`."""
    translate = QCoreApplication.translate
    parts = []
    if stick.file_system:
        parts.append(_FILE_SYSTEMS.get(stick.file_system.lower(), stick.file_system))
    if stick.bundles:
        told = translate("StickContents", "{0} gói của điểm, mới nhất {1}")
        parts.append(told.format(len(stick.bundles), f"{stick.bundles[-1]:04d}"))
    if stick.others:
        parts.append(translate("StickContents", "{0} gói của điểm khác").format(stick.others))
    if stick.orders.total:
        kinds = (
            (stick.orders.receipts, translate("StickContents", "{0} biên nhận")),
            (stick.orders.plans, translate("StickContents", "{0} kế hoạch")),
            (stick.orders.trusts, translate("StickContents", "{0} bộ khóa tin cậy")),
        )
        names = ", ".join(words.format(count) for count, words in kinds if count)
        parts.append(translate("StickContents", "chưa nhận: {0}").format(names))
    if not (stick.bundles or stick.others or stick.orders.total):
        parts.append(translate("StickContents", "chưa có gói hay lệnh mới"))
    if stick.ignored:
        parts.append(translate("StickContents", "{0} mục lạ bỏ qua").format(stick.ignored))
    return " · ".join(parts)
