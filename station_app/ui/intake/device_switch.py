"""The point's devices: one PC logs for all of them, and which one is always to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from station_app.ui.intake.shown_beside import DeviceTile
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.option_tile import OptionTile

_COLUMNS = 6


class DeviceSwitch(Card):
    """``picked`` [number of Ctrl+1 … Ctrl+9]."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Thiết bị đang ghi"), " ", title_pixels=tokens.BODY)
        self.body.setContentsMargins(tokens.MARGIN, 10, tokens.MARGIN, 12)
        self._grid = QGridLayout()
        self._grid.setSpacing(tokens.GAP)
        self.body.addLayout(self._grid)
        self._tiles: list[OptionTile] = []
        self._current = 0

    def show_devices(self, tiles: Sequence[DeviceTile]) -> None:
        while len(self._tiles) > len(tiles):
            self._tiles.pop().deleteLater()
        for place in range(len(self._tiles), len(tiles)):
            tile = OptionTile("", "")
            tile.clicked.connect(lambda _=False, number=place + 1: self._pick(number))
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            self._tiles.append(tile)
        for shown, tile in zip(tiles, self._tiles, strict=True):
            tile.set_words(str(shown.number), self._state(shown))
            tile.setAccessibleName(self._told(shown))
            tile.setToolTip(self._told(shown))
            tile.setChecked(shown.current)
            if shown.current:
                self._current = shown.number
        self.aside.setText(f"Ctrl 1{formats.DASH}{len(tiles)}")

    def _pick(self, number: int) -> None:
        """The choice is the screen's: until it answers, the tile stays as it was."""
        self._tiles[number - 1].setChecked(number == self._current)
        self.picked.emit(number)

    def _state(self, shown: DeviceTile) -> str:
        """As short as a tile is narrow; the tool tip says it in full."""
        return {
            "none": formats.DASH,
            "paused": self.tr("dừng"),
            "sealed": self.tr("đóng"),
            "overdue": self.tr("quá giờ"),
        }.get(shown.state, formats.signed(shown.ahead))

    def _told(self, shown: DeviceTile) -> str:
        states = {
            "none": self.tr("chưa mở ca"),
            "paused": self.tr("đang tạm dừng"),
            "sealed": self.tr("đã niêm phong"),
            "overdue": self.tr("ca quá giờ"),
        }
        return f"{shown.label} · {states.get(shown.state, formats.signed(shown.ahead))}"
