"""A field for a commune: its code, or a few letters of its name with or without their marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from station_app.ui.intake.communes import CommuneOffer, plain
from ui_kit.text_field import TextField

_PLAIN = Qt.ItemDataRole.UserRole + 1


class _Finder(QCompleter):
    """Finds in the plain spelling, writes the proper one."""

    def splitPath(self, path: str) -> list[str]:
        return [plain(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class CommuneField(TextField):
    def __init__(self, name: str, placeholder: str, height: int) -> None:
        super().__init__(name, placeholder=placeholder, height=height)
        self._offers = QStandardItemModel(self)
        finder = _Finder(self._offers, self)
        finder.setCompletionRole(_PLAIN)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(8)
        self.setCompleter(finder)
        # A picked unit is what was typed, as far as the screen is concerned.
        finder.activated.connect(lambda text: self.textEdited.emit(str(text)))

    def offer(self, offers: Sequence[CommuneOffer]) -> None:
        self._offers.clear()
        for offer in offers:
            item = QStandardItem(offer.text)
            item.setData(offer.plain, _PLAIN)
            self._offers.appendRow(item)
