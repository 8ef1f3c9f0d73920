"""The search field and what else sieves the list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.entries.shown import STATES, DayShown
from station_app.ui.entries.wording import state_word
from station_app.ui.intake import words
from ui_kit import tokens
from ui_kit.pick_field import PickField
from ui_kit.text_field import TextField

_LONGEST = 100


class _SearchField(TextField):
    """``ended``: Enter or Down, on to the rows."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self.ended.emit()
            case _:
                super().keyPressEvent(event)


class SieveBar(QWidget):
    """``sieved`` [text, outcome, user, device, state]."""

    sieved = Signal(str, str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _SearchField(
            self.tr("Tìm hồ sơ"), placeholder=self.tr("4 số cuối, họ tên, mã phiếu"), height=tokens.SEGMENT
        )
        self.search.setMaxLength(_LONGEST)
        self.search.textEdited.connect(self._emit)
        height = tokens.SEGMENT
        self._outcome = PickField(self.tr("Kết quả"), height=height)
        self._by = PickField(self.tr("Người ghi"), height=height)
        self._device = PickField(self.tr("Thiết bị"), height=height)
        self._state = PickField(self.tr("Tình trạng"), height=height)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self.search, 29)
        for field in (self._outcome, self._by, self._device, self._state):
            row.addWidget(field, 19)  # each has room for its words, also beside a scroll bar
            field.currentIndexChanged.connect(self._emit)
        self._fill(self._state, self.tr("Mọi tình trạng"), ((state_word(state), state) for state in STATES))

    def empty(self) -> bool:
        """Forgets what is typed; False where nothing was."""
        if not self.search.text():
            return False
        self.search.clear()
        self._emit()
        return True

    def show_day(self, shown: DayShown) -> None:
        outcomes = (
            (f"{one.outcome.key}  {words.short(one.outcome, words.OUTCOMES)}", one.outcome.id) for one in shown.outcomes
        )
        self._fill(self._outcome, self.tr("Mọi kết quả"), outcomes)
        self._fill(self._by, self.tr("Mọi người ghi"), ((one.full_name, one.user) for one in shown.people))
        self._fill(self._device, self.tr("Mọi thiết bị"), ((one.label, one.device) for one in shown.devices))

    def _fill(self, field: PickField, all_of_them: str, items: Iterable[tuple[str, str]]) -> None:
        """What was picked stays picked, where it is still offered."""
        wanted = [(all_of_them, ""), *items]
        if wanted == [(field.itemText(at), field.itemData(at)) for at in range(field.count())]:
            return
        kept = field.currentData()
        field.blockSignals(True)
        field.clear()
        for text, value in wanted:
            field.add_item(text, value)
        field.setCurrentIndex(max(0, field.findData(kept)))
        field.blockSignals(False)

    def _emit(self) -> None:
        picked = [str(field.currentData() or "") for field in (self._outcome, self._by, self._device, self._state)]
        self.sieved.emit(self.search.text(), *picked)
