"""The follow-up list: what sieves it, its rows, and the current case beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.columns import Columns, bring_into_view
from station_app.ui.follow_ups.case_card import CaseCard
from station_app.ui.follow_ups.cases_table import CasesTable
from station_app.ui.follow_ups.shown import DAYS, CasesShown, Done
from station_app.ui.follow_ups.sieve import CaseSieve
from station_app.ui.follow_ups.wording import CLOSING, closed_word
from ui_kit import formats, strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.page_header import PageHeader

_LEFT, _RIGHT = 950, 300
_LOWEST = 260


class FollowUpView(QWidget):
    """See `surface.FollowUpSurface` for what the signals carry."""

    sieved = Signal(str, object, str)
    more = Signal()
    moved = Signal(int)
    opened = Signal(int)
    next_asked = Signal(int, int)
    owner_asked = Signal(int, str)
    taken = Signal(int)
    close_asked = Signal(int, str)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CasesShown | None = None
        self._header = PageHeader(self.tr("Hồ sơ chờ bổ sung"))
        self._late = Label(self.tr("đang tính"), tokens.CELL, tokens.MEDIUM, "muted")
        self._late.hide()
        self._header.controls.addWidget(self._late)
        self._trouble = InlinePanel("error", self.tr("Chưa làm được"), " ")
        self._done = InlinePanel("good", " ", " ", strip=True)
        self._sieve = CaseSieve()
        self._table = CasesTable()
        self._empty = Label("", tokens.SECTION, tokens.MEDIUM, "text2", align=strokes.CENTRE)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._count = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._card = CaseCard()
        for widget in (self._trouble, self._done, self._empty):
            widget.hide()
        self._rows = Card(padding=0)
        self._rows.body.setContentsMargins(1, 1, 1, 0)
        self._rows.body.setSpacing(0)
        self._rows.body.addWidget(self._table, 1)
        self._rows.body.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(tokens.MARGIN, 5, tokens.MARGIN, 6)
        foot.addWidget(self._count, 1)
        self._rows.body.addLayout(foot)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self._sieve)
        column.addWidget(self._rows, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.GAP)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._header)
        page.addWidget(self._trouble)
        page.addWidget(self._done)
        page.addWidget(Columns(((left, _LEFT), (self._card, _RIGHT))), 1)
        self.setFocusProxy(self._table)
        self._connect()

    def show_cases(self, shown: CasesShown, current: int) -> None:
        self._shown = shown
        self._rows.setMinimumHeight(theme.scaled(_LOWEST))
        self._header.set_words(
            self.tr("Hồ sơ chờ bổ sung"),
            self.tr("{0} · {1} hồ sơ chờ, {2} đã trễ · lâu nhất trước").format(
                shown.station, formats.integer(shown.waiting), formats.integer(shown.late)
            ),
        )
        self._sieve.show_cases(shown)
        self._card.show_owners(shown.owners)
        self._table.show_cases(shown.cases, current)
        anything = bool(shown.cases)
        self._table.setVisible(anything)
        self._empty.setVisible(not anything)
        self._card.setVisible(anything)
        self._empty.setText(
            self.tr("Không có hồ sơ nào khớp bộ lọc") if shown.waiting else self.tr("Không có hồ sơ chờ")
        )
        self._count.setText(
            self.tr("{0} trong {1} hồ sơ · tự đóng khi công dân được thu nhận").format(
                formats.integer(len(shown.cases)), formats.integer(shown.matching)
            )
        )
        if anything:
            self._card.show_case(shown.cases[current])
            self._card.show_phone("")

    def show_late(self, late: bool) -> None:
        self._late.setVisible(late)

    def show_phone(self, phone: str) -> None:
        self._card.show_phone(phone)
        if phone:
            bring_into_view(self._card)

    def show_done(self, done: Done | None) -> None:
        self._done.setVisible(done is not None)
        if done is not None:
            undo = self.tr("Ctrl+Z để hoàn tác")
            self._done.set_words(self._said(done), f"{done.name} · {undo}".lstrip(" ·"))

    def show_trouble(self, words: str) -> None:
        self._trouble.setVisible(bool(words))
        if words:
            self._done.hide()
            self._trouble.set_words(self.tr("Chưa làm được"), words)

    def _said(self, done: Done) -> str:
        if done.what == "next_on" and done.next_on is not None:
            return self.tr("Hẹn ngày {0}").format(formats.date(done.next_on))
        if done.what == "owner":
            return self.tr("Người theo dõi: {0}").format(done.owner_name or self.tr("chưa ai"))
        if done.what == "undone":
            return self.tr("Đã hoàn tác")
        return self.tr("Đã đóng: {0}").format(closed_word(done.what))

    def _connect(self) -> None:
        self._sieve.sieved.connect(self.sieved)
        self._table.moved.connect(self._move)
        self._table.ended.connect(self.more)
        self._table.opened.connect(self.opened)
        self._table.pressed.connect(self._press)
        self._card.phone_asked.connect(lambda: self.opened.emit(self._table.current()))
        self._card.next_asked.connect(lambda days: self.next_asked.emit(self._table.current(), days))
        self._card.owner_asked.connect(lambda user: self.owner_asked.emit(self._table.current(), user))
        self._card.taken.connect(lambda: self.taken.emit(self._table.current()))
        self._card.close_asked.connect(lambda reason: self.close_asked.emit(self._table.current(), reason))
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo_asked.emit),
            (QKeySequence(Qt.Key.Key_Escape), self._leave),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _leave(self) -> None:
        self._card.offer_closing(False)
        self._done.hide()
        self._table.setFocus()
        bring_into_view(self._table)

    def _move(self, index: int) -> None:
        if self._shown is not None:
            self._card.show_case(self._shown.cases[index])
            self._card.show_phone("")
        self.moved.emit(index)

    def _press(self, key: int) -> None:
        """A digit is a reason while these are offered, else days until the next date."""
        index, digit = self._table.current(), key - int(Qt.Key.Key_0)
        if index < 0:
            return
        if self._card.closing and 1 <= digit <= len(CLOSING):
            self.close_asked.emit(index, CLOSING[digit - 1])
        elif self._card.closing:
            return
        elif digit in DAYS:
            self.next_asked.emit(index, digit)
        elif key == int(Qt.Key.Key_M):
            self.taken.emit(index)
        elif key == int(Qt.Key.Key_Delete):
            self._card.offer_closing(True)
            bring_into_view(self._card)
