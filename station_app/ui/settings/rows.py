"""The lines of the settings' cards: what is set at the left, its control at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.services.devices import DeviceShown
from ui_kit import theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField


class GroupCard(Card):
    """A group of settings, with a line below that says what has just become of a change."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__(title, aside)
        self._told = StatusLabel(Mark.DONE, "", tokens.CELL)
        self._told.hide()

    def line(self, words: str, *controls: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        label = Label(words, wrap=True)
        label.setMinimumWidth(theme.scaled(110))
        row.addWidget(label, 2)
        for control in controls:
            row.addWidget(control, 3 if len(controls) == 1 else 0)
        self.body.addLayout(row)

    def finish(self) -> None:
        self.body.addWidget(self._told)

    def tell(self, *, done: str = "", trouble: str = "") -> None:
        self._told.setVisible(bool(done or trouble))
        if done or trouble:
            self._told.set_status(Mark.BEHIND if trouble else Mark.DONE, trouble or done)


class DeviceLine(QWidget):
    """A device's label and maker's number to write over; an empty ``device`` is a new one's line."""

    saved = Signal(str, str, str)

    def __init__(self, device: DeviceShown | None = None) -> None:
        super().__init__()
        self._device = device
        self._id = TextField(self.tr("Mã thiết bị mới"), placeholder=self.tr("mã, như TB-3"), height=40)
        name = device.device if device else self.tr("thiết bị mới")
        self._label = TextField(self.tr("Tên của {0}").format(name), placeholder=self.tr("tên gọi"), height=40)
        self._serial = TextField(self.tr("Số máy của {0}").format(name), placeholder=self.tr("số máy"), height=40)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        if device is None:
            row.addWidget(self._id, 2)
        else:
            row.addWidget(Label(device.device, weight=tokens.MEDIUM, code=True), 2)
            self._label.setText(device.label)
            self._serial.setText(device.serial)
        row.addWidget(self._label, 3)
        row.addWidget(self._serial, 2)
        button = ActionButton(self.tr("Lưu") if device else self.tr("Thêm"), height=40)
        button.setAccessibleName(self.tr("Lưu {0}").format(device.device) if device else self.tr("Thêm thiết bị mới"))
        button.clicked.connect(self._save)
        row.addWidget(button)
        for field in (self._id, self._label, self._serial):
            field.returnPressed.connect(self._save)

    def _save(self) -> None:
        device = self._device.device if self._device else self._id.text()
        if device.strip():
            self.saved.emit(device, self._label.text(), self._serial.text())


def column(*cards: QWidget) -> QWidget:
    """Cards one under another, at the top."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(tokens.MARGIN)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return made
