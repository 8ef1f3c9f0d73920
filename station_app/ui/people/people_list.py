"""The station's people, one a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from station_app.services.show_people import PersonFacts
from station_app.ui.role_words import role_word
from ui_kit import formats, theme, tokens
from ui_kit.card import Card
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel

_ROW = 40
_LOWEST = 240
"""Of the list: the head and some rows, however large the text is."""


class PeopleList(Card):
    """``chosen`` carries a user."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Người của điểm"), " ", parent=parent)
        self._users: tuple[str, ...] = ()
        self._quiet = False
        self._model = RowsModel(
            (
                Column(self.tr("Họ và tên"), 200),
                Column(self.tr("Tên đăng nhập"), 120),
                Column(self.tr("Vai trò"), 140),
                Column(self.tr("Trạng thái"), 0),
                Column(self.tr("Đăng nhập gần nhất"), 130),
            )
        )
        self.table = Table(self.tr("Người của điểm"), self._model, row_height=_ROW, inset=tokens.GAP)
        self.table.selectionModel().currentRowChanged.connect(self._move)
        self.body.addWidget(self.table, 1)

    def show_people(self, people: tuple[PersonFacts, ...], chosen: str) -> None:
        self._quiet = True
        self.setMinimumHeight(theme.scaled(_LOWEST))
        self.aside.setText(self.tr("{0} người").format(formats.integer(len(people))))
        self._users = tuple(person.user for person in people)
        self._model.set_rows([Row(self._cells(person)) for person in people])
        if chosen in self._users:
            self.table.setCurrentIndex(self._model.index(self._users.index(chosen), 0))
        self._quiet = False

    def _move(self, now: QModelIndex, _: QModelIndex) -> None:
        if not self._quiet and 0 <= now.row() < len(self._users):
            self.chosen.emit(self._users[now.row()])

    def _cells(self, person: PersonFacts) -> tuple[Cell, ...]:
        came = person.last_signed_in
        moment = f"{formats.short_date(came.date())} {formats.clock(came)}" if came else self.tr("chưa lần nào")
        name = self.tr("{0} (mình)").format(person.full_name) if person.own else person.full_name
        return (
            Cell(name, weight=tokens.SEMIBOLD),
            Cell(person.user, role="text2"),
            Cell(role_word(person.role)),
            self._state(person),
            Cell(moment, role="text2" if came else "muted"),
        )

    def _state(self, person: PersonFacts) -> Cell:
        if person.locked_until is not None:
            words = self.tr("khóa đến {0}").format(formats.clock(person.locked_until))
            return Cell(words, role="orange_text", mark=Mark.BEHIND)
        if person.slotless:
            return Cell(self.tr("chưa có mật khẩu"), role="orange_text", mark=Mark.BEHIND)
        if person.temporary:
            return Cell(self.tr("mật khẩu tạm, phải đổi"), role="amber", mark=Mark.WAITING)
        if person.pin:
            return Cell(self.tr("có PIN"), role="blue_text", mark=Mark.DONE)
        return Cell(self.tr("mật khẩu"), role="text2")
