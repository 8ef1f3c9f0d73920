"""The list of the logged: what sieves it, its rows, and beside them the day or one application."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from station_app.ui import worded
from station_app.ui.columns import Columns, bring_into_view
from station_app.ui.entries.correction_card import CorrectionCard
from station_app.ui.entries.day_card import DayCard
from station_app.ui.entries.day_picker import DayPicker
from station_app.ui.entries.details_card import DetailsCard
from station_app.ui.entries.entries_table import EntriesModel, EntriesTable
from station_app.ui.entries.shown import (
    CorrectionShown,
    DayShown,
    DetailsShown,
    Done,
    Missing,
    Mode,
    NumbersShown,
    RowShown,
    SearchShown,
    VoidShown,
)
from station_app.ui.entries.sieve_bar import SieveBar
from station_app.ui.entries.void_card import VoidCard
from ui_kit import formats, strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.page_header import PageHeader

_LEFT, _RIGHT = 874, 380
_LOWEST = 260
"""Of the list: the head and some rows, however large the text is."""
_LATE_MS = 300


class EntriesView(QWidget):
    """See `surface.EntriesSurface` for what the signals carry."""

    day_picked = Signal(object)
    day_stepped = Signal(int)
    sieved = Signal(str, str, str, str, str)
    wanted = Signal(int)
    moved = Signal(int)
    opened = Signal(int)
    void_asked = Signal(int)
    correction_asked = Signal(int)
    left = Signal()
    numbers_asked = Signal()
    reason_picked = Signal(str)
    void_given = Signal(str, str)
    correction_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "day"
        self._header = PageHeader(self.tr("Hồ sơ đã ghi"))
        self._late = Label(self.tr("đang tính"), tokens.CELL, tokens.MEDIUM, "muted")
        self._late.hide()
        self._picker = DayPicker()
        self._header.controls.addWidget(self._late)
        self._header.controls.addWidget(self._picker)
        self._trouble = InlinePanel("error", self.tr("Chưa đọc được sổ"), " ")
        self._trouble.hide()
        self._sieve = SieveBar()
        self._model = EntriesModel(self)
        self._table = EntriesTable(self._model, self.tr("Hồ sơ đã ghi trong ngày, mới nhất trước"))
        self._empty = Label("", tokens.SECTION, tokens.MEDIUM, "text2", align=strokes.CENTRE)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._count = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._day_card, self._details = DayCard(), DetailsCard()
        self._void, self._correction = VoidCard(), CorrectionCard()
        self._side = QStackedWidget()
        for card in (self._day_card, self._details, self._void, self._correction):
            self._side.addWidget(card)
        self._rows = rows = Card(padding=0)
        rows.body.setContentsMargins(1, 1, 1, 0)
        rows.body.setSpacing(0)
        rows.body.addWidget(self._table, 1)
        rows.body.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(tokens.MARGIN, 5, tokens.MARGIN, 6)
        foot.addWidget(self._count, 1)
        rows.body.addLayout(foot)
        self._empty.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self._sieve)
        column.addWidget(rows, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.GAP)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._header)
        page.addWidget(self._trouble)
        page.addWidget(Columns(((left, _LEFT), (self._side, _RIGHT))), 1)
        self._patience = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._patience.timeout.connect(lambda: self._show_late(True))
        self.setFocusProxy(self._table)
        self._connect()
        self._take_keys()

    def show_day(self, shown: DayShown) -> None:
        self._rows.setMinimumHeight(theme.scaled(_LOWEST))
        self._header.set_words(
            self.tr("Hồ sơ đã ghi"),
            self.tr("{0} · {1} · {2} lượt ghi, {3} đã hủy").format(
                shown.station,
                worded.long_date(shown.day),
                formats.integer(shown.logged),
                formats.integer(shown.voided),
            ),
        )
        self._picker.show_day(shown.day, is_today=shown.is_today)
        self._sieve.show_day(shown)
        self._day_card.show_day(shown)

    def show_length(self, rows: int, search: SearchShown, *, fresh: bool) -> None:
        kept = max(0, self._table.currentIndex().row())
        self._model.set_length(rows, fresh=fresh)
        if not fresh and not search.running:
            self._model.renew()
        self._table.set_empty(rows == 0)
        self._empty.setVisible(rows == 0)
        if rows and (fresh or self._table.currentIndex().row() < 0):
            self._table.put_on(0 if fresh else kept)
        self._empty.setText(self._nothing(search))
        self._count.setText(self._counted(rows, search))

    def show_rows(self, first: int, rows: tuple[RowShown, ...]) -> None:
        self._model.set_rows(first, rows)

    def show_waiting(self, waiting: bool) -> None:
        if not waiting:
            self._patience.stop()
            self._show_late(False)
        elif not self._patience.isActive() and not self._late.isVisible():
            self._patience.start()

    def show_trouble(self, words: str) -> None:
        self._trouble.setVisible(bool(words))
        if words:
            self._trouble.set_words(self.tr("Chưa đọc được sổ"), words)

    def show_mode(self, mode: Mode) -> None:
        before, self._mode = self._mode, mode
        cards: dict[Mode, QWidget] = {
            "day": self._day_card,
            "details": self._details,
            "void": self._void,
            "correction": self._correction,
        }
        self._side.setCurrentWidget(cards[mode])
        if mode == "void":
            self._void.begin()
        elif mode == "correction":
            self._correction.begin()
        elif mode != before:
            bring_into_view(self._table if mode == "day" else self._details)
        if mode in ("day", "details") and before in ("void", "correction"):
            self._void.second.begin()
            self._correction.second.begin()
            self._table.setFocus()

    def show_details(self, shown: DetailsShown) -> None:
        self._details.done.hide()
        self._details.show_details(shown)
        self._void.show_details(shown)
        self._correction.show_details(shown)

    def show_void(self, shown: VoidShown) -> None:
        self._void.show_void(shown)

    def show_correction(self, shown: CorrectionShown) -> None:
        self._correction.show_correction(shown)

    def fill_numbers(self, numbers: NumbersShown) -> None:
        self._correction.fill_numbers(numbers)

    def show_missing(self, missing: Missing) -> None:
        if self._mode == "void":
            self._void.show_missing(missing)
        else:
            self._correction.second.show_missing(missing)

    def show_refusal(self, words: str) -> None:
        if self._mode == "void":
            self._void.second.show_refusal(words)
        elif self._mode == "correction":
            self._correction.second.show_refusal(words)
        else:
            self._details.show_refusal(words)

    def show_busy(self, busy: bool) -> None:
        self._void.second.show_busy(busy)
        self._correction.second.show_busy(busy)

    def show_done(self, done: Done, n: int) -> None:
        said = {"corrected": self.tr("Tính vào ca và giờ cũ."), "moved": self.tr("Tính vào ca đang mở, lúc này.")}
        if done in said:  # a void's particulars say so themselves
            self._details.done.set_words(self.tr("Đã ghi lại ở dòng sổ {0}").format(formats.integer(n)), said[done])
            self._details.done.show()
        self._table.setFocus()

    def _connect(self) -> None:
        self._picker.picked.connect(self.day_picked)
        self._picker.stepped.connect(self.day_stepped)
        self._sieve.sieved.connect(self.sieved)
        self._sieve.search.ended.connect(self._table.setFocus)
        # Asked for while a row is painted: it may answer at once, and must not do so within.
        self._model.wanted.connect(self.wanted, Qt.ConnectionType.QueuedConnection)
        self._table.moved.connect(self.moved)
        self._table.opened.connect(self.opened)
        self._details.numbers_asked.connect(self.numbers_asked)
        self._details.void_asked.connect(lambda: self.void_asked.emit(self._table.current()))
        self._details.correction_asked.connect(lambda: self.correction_asked.emit(self._table.current()))
        for card in (self._details, self._void, self._correction):
            card.left.connect(self.left)
        self._void.reason_picked.connect(self.reason_picked)
        self._void.given.connect(self.void_given)
        self._correction.given.connect(self.correction_given)

    def _take_keys(self) -> None:
        self._on("Ctrl+F", self, self._find)
        self._on("/", self._table, self._find)
        self._on("F2", self, self.numbers_asked.emit)
        self._on("Esc", self, self._escape)
        self._on("Ctrl+Return", self, self._send)
        self._on("Ctrl+Enter", self, self._send)
        self._on("Alt+Left", self, lambda: self.day_stepped.emit(-1))
        self._on("Alt+Right", self, lambda: self.day_stepped.emit(1))
        self._on("Alt+Home", self, lambda: self.day_picked.emit(None))
        self._on("Ctrl+D", self, lambda: self._ask(self.void_asked))
        self._on("Del", self._table, lambda: self._ask(self.void_asked))
        self._on("Ctrl+E", self, lambda: self._ask(self.correction_asked))

    def _on(self, key: str, owner: QWidget, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), owner, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _find(self) -> None:
        self._sieve.search.setFocus()
        self._sieve.search.selectAll()

    def _escape(self) -> None:
        """In the search field: empties it, then goes back to the rows."""
        if not self._sieve.search.hasFocus():
            self.left.emit()
        elif not self._sieve.empty():
            self._table.setFocus()

    def _ask(self, signal: SignalInstance) -> None:
        """Not over a form that is being written."""
        if self._mode in ("day", "details") and self._table.current() >= 0:
            signal.emit(self._table.current())

    def _send(self) -> None:
        if self._mode == "void":
            self._void.given.emit(self._void.second.user(), self._void.second.password.text())
        elif self._mode == "correction":
            self._correction.ask()

    def _show_late(self, late: bool) -> None:
        self._late.setVisible(late)
        self._model.set_muted(late)

    def _nothing(self, search: SearchShown) -> str:
        if search.active:
            return self.tr("đang tìm") if search.running else self.tr("Không có hồ sơ nào khớp")
        return self.tr("Chưa ghi hồ sơ nào trong ngày này")

    def _counted(self, rows: int, search: SearchShown) -> str:
        if search.short:
            return self.tr("Gõ ít nhất 4 chữ số, hoặc 2 chữ cái của một từ trong họ tên.")
        if not search.active:
            return self.tr("{0} hồ sơ, mới nhất trước").format(formats.integer(rows))
        found, total = formats.integer(search.found), formats.integer(search.total)
        if search.running:
            return self.tr("Thấy {0}, đã xem {1} trong {2}").format(found, formats.integer(search.looked), total)
        return self.tr("Thấy {0} trong {1} hồ sơ").format(found, total)
