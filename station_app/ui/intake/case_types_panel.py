"""All case types, each on a key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.ui.intake import words
from station_app.ui.intake.shown import CaseTypes
from ui_kit import tokens
from ui_kit.option_chip import OptionChip

_COLUMNS = 4


class CaseTypesPanel(QWidget):
    """``chosen`` [key]."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Loại hồ sơ"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.GAP)
        self._chips: dict[str, OptionChip] = {}

    def show_types(self, shown: CaseTypes) -> None:
        if list(self._chips) != [choice.id for choice in shown.choices]:
            for chip in self._chips.values():
                chip.deleteLater()
            self._chips = {}
            for place, choice in enumerate(shown.choices):
                chip = OptionChip(choice.key, words.short(choice, words.CASE_TYPES), pill=False)
                chip.setToolTip(choice.label)
                chip.clicked.connect(lambda _=False, key=choice.key: self.chosen.emit(key))
                self._grid.addWidget(chip, place // _COLUMNS, place % _COLUMNS)
                self._chips[choice.id] = chip
        for id, chip in self._chips.items():
            chip.setChecked(id == shown.current)
