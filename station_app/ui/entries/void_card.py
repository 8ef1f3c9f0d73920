"""Voiding one application: why, and who stands by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout

from station_app.ui.entries.second_person import SecondPerson
from station_app.ui.entries.shown import DetailsShown, Missing, VoidShown
from station_app.ui.intake import words
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.label import Label
from ui_kit.option_chip import OptionChip

_SHORT = 18
"""Letters of a reason that leave room for another beside it."""


class VoidCard(Card):
    """``given`` [user, password], ``reason_picked`` [id]."""

    given = Signal(str, str)
    reason_picked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Hủy bản ghi"), " ", padding=14)
        self._name = Label("", tokens.PERSON, tokens.SEMIBOLD, wrap=True)
        self._what = Label("", tokens.CELL, role="text2", wrap=True)
        self._question = Label(self.tr("Vì sao hủy?"), tokens.CAPTION, tokens.MEDIUM, "text2")
        self._grid = QGridLayout()
        self._grid.setSpacing(tokens.GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._chips: dict[str, OptionChip] = {}
        self._group = QButtonGroup(self)
        self._next = 0
        self.second = SecondPerson(self.tr("Hủy bản ghi này"))
        self.second.given.connect(lambda: self.given.emit(self.second.user(), self.second.password.text()))
        self.second.left.connect(self.left)
        self.body.setSpacing(tokens.GAP)
        for widget in (self._name, self._what, Divider(), self._question):
            self.body.addWidget(widget)
        self.body.addLayout(self._grid)
        told = self.tr("Hồ sơ bị trừ ở đúng ngày, ca, thiết bị và giờ đã ghi; số định danh được ghi lại.")
        self.body.addWidget(Label(told, tokens.CAPTION, role="muted", wrap=True))
        self.body.addStretch(1)
        self.body.addWidget(self.second)

    def show_details(self, shown: DetailsShown) -> None:
        self.aside.setText(self.tr("dòng sổ {0}").format(formats.integer(shown.n)))
        self._name.setText(shown.name or self.tr("Không ghi họ tên"))
        result = f"{shown.outcome.key} {words.result(shown.outcome, shown.reason)}".strip()
        self._what.setText(f"{formats.clock(shown.at)} · {shown.device} · {result}")

    def show_void(self, shown: VoidShown) -> None:
        for reason in shown.reasons:
            if reason.id not in self._chips:
                self._add(reason.key, reason.id, reason.label)
        self._group.setExclusive(False)
        for id, chip in self._chips.items():
            chip.setChecked(id == shown.chosen)
        self._group.setExclusive(True)
        self._question.set_role("text2")
        self.second.offer(shown.seconds)

    def begin(self) -> None:
        self.second.begin()
        next(iter(self._chips.values())).setFocus()

    def show_missing(self, missing: Missing) -> None:
        if missing == "reason":
            self._question.set_role("orange_text")
            next(iter(self._chips.values())).setFocus()
        else:
            self.second.show_missing(missing)

    def _add(self, key: str, id: str, label: str) -> None:
        chip = OptionChip(key, label, pill=False)
        chip.clicked.connect(lambda _=False: self._pick(id))
        self._group.addButton(chip)
        self._chips[id] = chip
        # Two in a row where both are short.
        width = 2 if len(label) > _SHORT else 1
        row, column = divmod(self._next, 2)
        if width == 2 and column:
            row, column = row + 1, 0
        self._grid.addWidget(chip, row, column, 1, width)
        self._next = 2 * row + column + width
        # In the password's field digits are letters of it.
        shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._pick(id))

    def _pick(self, id: str) -> None:
        self.reason_picked.emit(id)
        (self.second.password if self.second.user() else self.second.person).setFocus()
