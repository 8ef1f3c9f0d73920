"""What sieves the follow-up list: reason, owner, and what is due or can be done here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.follow_ups.shown import WHICH, CasesShown
from station_app.ui.intake import words
from ui_kit import formats, tokens
from ui_kit.pick_field import PickField
from ui_kit.segmented_control import SegmentedControl


class CaseSieve(QWidget):
    """``sieved`` [reason id or "", user or None for everybody, which]."""

    sieved = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        labels = (self.tr("Tất cả"), self.tr("Đến hạn"), self.tr("Làm được ở đây"))
        self._which = SegmentedControl(labels, self.tr("Hồ sơ nào"))
        self._which.changed.connect(self._emit)
        self._reason = PickField(self.tr("Lý do"), height=tokens.SEGMENT)
        self._owner = PickField(self.tr("Người theo dõi"), height=tokens.SEGMENT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._which)
        row.addWidget(self._reason, 3)
        row.addWidget(self._owner, 2)
        for field in (self._reason, self._owner):
            field.currentIndexChanged.connect(self._emit)

    def show_cases(self, shown: CasesShown) -> None:
        reasons = [
            (f"{words.result(one.outcome, one.reason)} ({formats.integer(one.count)})", one.id) for one in shown.reasons
        ]
        owners = [
            (f"{one.full_name or self.tr('Chưa ai')} ({formats.integer(one.count)})", one.user) for one in shown.owners
        ]
        self._fill(self._reason, [(self.tr("Mọi lý do"), ""), *reasons])
        self._fill(self._owner, [(self.tr("Mọi người theo dõi"), None), *owners])

    @staticmethod
    def _fill(field: PickField, items: list[tuple[str, str | None]]) -> None:
        """What was picked stays picked, where it is still offered."""
        at = field.currentIndex()
        kept = field.itemData(at) if at >= 0 else items[0][1]
        values = [value for _, value in items]
        field.blockSignals(True)
        field.clear()
        for text, value in items:
            field.add_item(text, value)
        field.setCurrentIndex(values.index(kept) if kept in values else 0)
        field.blockSignals(False)

    def _emit(self) -> None:
        owner = self._owner.currentData() if self._owner.currentIndex() > 0 else None
        self.sieved.emit(str(self._reason.currentData() or ""), owner, WHICH[self._which.current()])
