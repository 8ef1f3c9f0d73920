"""One case: whom to call, who follows it, when next; and how it is closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.ui.follow_ups.shown import DAYS, CaseShown, OwnerShown
from station_app.ui.follow_ups.wording import CLOSING, closed_word
from station_app.ui.intake import words
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.option_chip import OptionChip
from ui_kit.pick_field import PickField
from ui_kit.status_label import StatusLabel


class CaseCard(Card):
    """``next_asked`` [days], ``owner_asked`` [user], ``close_asked`` [reason], ``phone_asked`` [], ``taken`` []."""

    next_asked = Signal(int)
    owner_asked = Signal(str)
    close_asked = Signal(str)
    phone_asked = Signal()
    taken = Signal()

    def __init__(self) -> None:
        super().__init__(padding=14, accent=True)
        self._name = Label("", tokens.PERSON, tokens.SEMIBOLD, wrap=True)
        self._what = Label("", tokens.CELL, role="text2", wrap=True)
        self._here = StatusLabel(Mark.OPEN, " ", tokens.CELL)
        self._late = StatusLabel(Mark.BEHIND, " ", tokens.CELL)
        self._phone = Label("", tokens.FIGURE, tokens.SEMIBOLD)
        self._tail = ""
        self._call = ActionButton(self.tr("Hiện số"), key="Enter", height=tokens.SEGMENT)
        self._call.clicked.connect(self.phone_asked)
        self.owner = PickField(self.tr("Người theo dõi"), height=tokens.SEGMENT)
        self.owner.activated.connect(lambda _: self.owner_asked.emit(str(self.owner.currentData())))
        take = ActionButton(self.tr("Tôi theo dõi"), key="M", height=tokens.SEGMENT)
        take.clicked.connect(self.taken)
        self._next = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._arranging(take))
        self._pages.addWidget(self._closing_reasons())
        self.body.setSpacing(tokens.GAP)
        for widget in (self._name, self._what, self._here, self._late, Divider()):
            self.body.addWidget(widget)
        self.body.addWidget(self._pages, 1)

    @property
    def closing(self) -> bool:
        """The reasons are offered."""
        return self._pages.currentIndex() == 1

    def offer_closing(self, offered: bool) -> None:
        self._pages.setCurrentIndex(int(offered))

    def show_owners(self, owners: tuple[OwnerShown, ...]) -> None:
        self.owner.clear()
        for one in owners:
            self.owner.add_item(one.full_name or self.tr("Chưa ai"), one.user)

    def show_case(self, case: CaseShown) -> None:
        self.offer_closing(False)
        self._name.setText(case.name or self.tr("Không ghi họ tên"))
        parts = (f"{case.outcome.key} {words.result(case.outcome, case.reason)}", words.unit(case.commune))
        number = formats.masked(case.last_digits) if case.last_digits else ""
        logged = self.tr("ghi ngày {0}").format(formats.date(case.day))
        self._what.setText(" · ".join(part for part in (*parts, number, logged) if part))
        if case.here:
            self._here.set_status(Mark.DONE, self.tr("Làm được tại đây khi công dân đến"))
        else:
            self._here.set_status(Mark.WAITING, self.tr("Chờ nơi khác giải quyết trước"))
        self._late.setVisible(case.late)
        late = self.tr("Đã quá ngày hẹn") if case.next_on else self.tr("Chờ {0} ngày, chưa hẹn").format(case.age)
        self._late.set_status(Mark.BEHIND, late)
        self._tail = case.phone
        self.owner.setCurrentIndex(max(0, self.owner.findData(case.owner)))
        told = formats.date(case.next_on) if case.next_on else self.tr("chưa có")
        self._next.setText(self.tr("Hẹn lần tới: {0}").format(told))

    def show_phone(self, phone: str) -> None:
        self._phone.setText(phone or (f"••• {self._tail}" if self._tail else self.tr("Không có số")))
        self._call.setVisible(bool(self._tail) and not phone)

    def _arranging(self, take: ActionButton) -> QWidget:
        close = ActionButton(self.tr("Đóng hồ sơ chờ"), key="Del", height=tokens.SEGMENT)
        close.clicked.connect(lambda: self.offer_closing(True))
        dates = []
        for days in DAYS:
            chip = OptionChip(str(days), self.tr("ngày"))
            chip.setAccessibleName(self.tr("Hẹn sau {0} ngày").format(days))
            chip.setCheckable(False)
            chip.clicked.connect(lambda _=False, days=days: self.next_asked.emit(days))
            dates.append(chip)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(Label(self.tr("Điện thoại"), tokens.CAPTION, tokens.MEDIUM, "text2"))
        column.addLayout(_side_by_side(self._phone, self._call))
        column.addWidget(Label(self.tr("Người theo dõi"), tokens.CAPTION, tokens.MEDIUM, "text2"))
        column.addWidget(self.owner)
        column.addWidget(take)
        column.addWidget(self._next)
        column.addLayout(_side_by_side(*dates))
        column.addStretch(1)
        column.addWidget(close)
        return holder

    def _closing_reasons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("Vì sao đóng? Esc để thôi"), tokens.CAPTION, tokens.MEDIUM, "text2"))
        for place, reason in enumerate(CLOSING, 1):
            chip = OptionChip(str(place), closed_word(reason))
            chip.setCheckable(False)
            chip.clicked.connect(lambda _=False, reason=reason: self.close_asked.emit(reason))
            column.addWidget(chip)
        column.addStretch(1)
        return holder


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
