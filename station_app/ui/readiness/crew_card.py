"""The left card: which device, which window, who works, what the quota asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.readiness.shown import DeviceTile, OpeningShown, PeopleShown, PersonShown, QuotaShown, WindowTile
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.figure import Figure
from ui_kit.label import Label
from ui_kit.option_tile import OptionTile
from ui_kit.pick_field import PickField
from ui_kit.text_field import TextField

_DEVICES_A_ROW = 6
_TYPED = "typed"


class CrewCard(Card):
    device_picked = Signal(str)
    window_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Thiết bị và ca"))
        self._devices: tuple[DeviceTile, ...] = ()
        self._windows: tuple[WindowTile, ...] = ()
        self._device_tiles: dict[str, OptionTile] = {}
        self._window_tiles: dict[str, OptionTile] = {}
        self._device_grid, self._window_row = QGridLayout(), QHBoxLayout()
        for row in (self._device_grid, self._window_row):
            row.setSpacing(6)
        self._device_group, self._window_group = QButtonGroup(self), QButtonGroup(self)
        self._no_windows = Label(
            self.tr("Kế hoạch chưa có khung giờ cho hôm nay"), tokens.CELL, role="amber", wrap=True
        )
        self._commander = PickField(self.tr("Chỉ huy ca"), people=True)
        self._typed = TextField(self.tr("Họ tên chỉ huy ca"), placeholder=self.tr("Họ tên chỉ huy ca"))
        self._typed.setMaxLength(64)
        self._typed.hide()
        self._main = PickField(self.tr("Máy chính"), people=True)
        self._main.set_filled(True)
        self._second = PickField(self.tr("Máy phụ"), people=True)
        self._commander.currentIndexChanged.connect(self._commander_changed)
        self._quota = _QuotaPart()
        self.body.setSpacing(6)
        self.body.addWidget(Label(self.tr("Thiết bị và ca"), tokens.SECTION, tokens.SEMIBOLD))
        self.body.addWidget(self._caption(self.tr("Thiết bị")))
        self.body.addLayout(self._device_grid)
        self.body.addWidget(self._caption(self.tr("Khung giờ ca")))
        self.body.addLayout(self._window_row)
        self.body.addWidget(self._no_windows)
        self._part(self.tr("Cán bộ trong ca"))
        for field in (self._commander, self._typed, self._main, self._second):
            self.body.addWidget(field)
        self._part(self.tr("Định mức"))
        self.body.addWidget(self._quota)
        self.body.addStretch(1)

    def show_people(self, people: PeopleShown) -> None:
        """Fills the lists; what was picked stays picked where that person is still there."""
        nobody, typed = ("–", ""), (self.tr("Gõ tên khác…"), _TYPED)
        commanders = [nobody, *((one.full_name, one.full_name) for one in people.commanders), typed]
        self._offer(self._commander, self.tr("Chỉ huy ca: chọn hoặc gõ tên"), commanders, people.commander)
        self._offer(self._main, self.tr("Máy chính · chịu trách nhiệm ca"), _users(people.crew), people.me)
        self._offer(self._second, self.tr("Máy phụ"), [nobody, *_users(people.crew)], "")

    def show_opening(self, shown: OpeningShown) -> None:
        if self._devices != shown.devices:
            self._devices = shown.devices
            self._make_devices()
        if self._windows != shown.windows:
            self._windows = shown.windows
            self._make_windows()
        self._no_windows.setVisible(not shown.windows)
        _check(self._device_group, self._device_tiles, shown.device)
        _check(self._window_group, self._window_tiles, shown.window)
        self._quota.show_quota(shown.quota)

    def commander(self) -> str:
        """The full name that is picked or typed; "" for none."""
        value = self._commander.currentData()
        return self._typed.text().strip() if value == _TYPED else str(value or "")

    def crew(self) -> tuple[str, ...]:
        """Users, whoever answers for the shift first."""
        picked = [str(field.currentData() or "") for field in (self._main, self._second)]
        return tuple(dict.fromkeys(user for user in picked if user))

    def focus_commander(self) -> None:
        (self._typed if self._typed.isVisible() else self._commander).setFocus()

    def _offer(self, field: PickField, detail: str, offered: list[tuple[str, str]], proposed: str) -> None:
        kept = field.currentData() if field.count() else proposed
        field.blockSignals(True)
        field.clear()
        for text, value in offered:
            field.add_item(text, value, detail)
        field.setCurrentIndex(max(0, field.findData(kept)))
        field.blockSignals(False)

    def _commander_changed(self) -> None:
        self._typed.setVisible(self._commander.currentData() == _TYPED)
        if self._typed.isVisible():
            self._typed.setFocus()

    def _make_devices(self) -> None:
        words = {
            "none": self.tr("chờ"),
            "open": self.tr("đã mở"),
            "paused": self.tr("dừng"),
            "overdue": self.tr("quá giờ"),
        }
        _empty(self._device_grid, self._device_tiles)
        for at, device in enumerate(self._devices):
            tile = OptionTile(str(device.key) if device.key else device.device, words[device.state])
            tile.setAccessibleName(device.label)
            tile.setEnabled(device.state == "none")
            tile.clicked.connect(lambda _=False, device=device.device: self.device_picked.emit(device))
            self._device_group.addButton(tile)
            self._device_tiles[device.device] = tile
            self._device_grid.addWidget(tile, at // _DEVICES_A_ROW, at % _DEVICES_A_ROW)

    def _make_windows(self) -> None:
        _empty(self._window_row, self._window_tiles)
        for window in self._windows:
            detail = formats.clock_span(window.starts, window.ends)
            if window.zero:
                detail = self.tr("đã báo 0")
            elif window.used:
                detail = self.tr("đã có ca")
            tile = OptionTile(window.label, detail, height=tokens.BIG_ACTION, pixels=tokens.BODY)
            tile.clicked.connect(lambda _=False, window=window.id: self.window_picked.emit(window))
            self._window_group.addButton(tile)
            self._window_tiles[window.id] = tile
            self._window_row.addWidget(tile)

    def _part(self, title: str) -> None:
        self.body.addSpacing(4)
        self.body.addWidget(Divider())
        self.body.addSpacing(2)
        self.body.addWidget(Label(title, tokens.SECTION, tokens.SEMIBOLD))

    @staticmethod
    def _caption(text: str) -> Label:
        return Label(text, tokens.CAPTION, tokens.MEDIUM, "text2")


class _QuotaPart(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._day_words, self._window_words = (Label("", tokens.CAPTION, role="text2") for _ in range(2))
        self._day, self._window = Figure(pixels=tokens.FIGURE), Figure(pixels=tokens.FIGURE)
        self._pace = Label("", tokens.CELL, role="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for at, (words, figure) in enumerate(((self._day_words, self._day), (self._window_words, self._window))):
            grid.addWidget(words, 0, at)
            grid.addWidget(figure, 1, at)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        column.addWidget(self._pace)

    def show_quota(self, quota: QuotaShown | None) -> None:
        unit = self.tr("hồ sơ")
        if quota is None:
            self._day_words.setText(self.tr("Cả ngày"))
            self._day.set_number("–")
            self._window_words.setText("")
            self._window.set_number("")
            self._pace.setText("")
            return
        hours = formats.decimal(quota.minutes / 60).removesuffix(",0")
        self._day_words.setText(self.tr("Cả ngày, {0} ca").format(quota.windows))
        self._window_words.setText(self.tr("Riêng {0} ({1} giờ)").format(quota.label, hours))
        self._day.set_number(formats.integer(quota.day), unit)
        self._window.set_number(formats.integer(quota.window), unit)
        self._pace.setText(
            self.tr("{0} hồ sơ mỗi giờ · {1} giây mỗi hồ sơ").format(
                formats.decimal(quota.per_hour), formats.integer(quota.seconds_each)
            )
            if quota.seconds_each
            else self.tr("Hôm nay không có định mức")
        )


def _users(people: tuple[PersonShown, ...]) -> list[tuple[str, str]]:
    return [(one.full_name, one.user) for one in people]


def _empty(layout: QGridLayout | QHBoxLayout, tiles: dict[str, OptionTile]) -> None:
    for tile in tiles.values():
        layout.removeWidget(tile)
        tile.hide()
        tile.deleteLater()
    tiles.clear()


def _check(group: QButtonGroup, tiles: dict[str, OptionTile], chosen: str) -> None:
    group.setExclusive(False)
    for name, tile in tiles.items():
        tile.setChecked(name == chosen)
    group.setExclusive(True)
