"""A past day looked at once more, alone or beside another, and what is seen taken along as a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.columns import Columns
from station_app.ui.entries.day_picker import DayPicker
from station_app.ui.history.day_card import DayCard
from station_app.ui.history.shown import HistoryShown, Kept
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.page_header import PageHeader
from ui_kit.segmented_control import SegmentedControl
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField

_SIDE = 619


class HistoryView(QWidget):
    """See `presenter.HistoryView` for what the signals carry."""

    day_picked = Signal(object)
    day_stepped = Signal(int)
    compare_asked = Signal()
    other_picked = Signal(object)
    other_stepped = Signal(int)
    device_toggled = Signal(str)
    window_chosen = Signal(str)
    table_asked = Signal()
    picture_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader(self.tr("Xem lại"), self.tr("Space: đưa thiết bị lên biểu đồ hoặc bỏ ra"))
        self._late = Label(self.tr("đang tính"), tokens.CELL, tokens.MEDIUM, "muted")
        self._late.hide()
        self._windows_place = QHBoxLayout()
        self._windows: SegmentedControl | None = None
        self._ids: tuple[str, ...] = ()
        self._compare = ActionButton(self.tr("So với ngày khác"), key="Ctrl D", height=tokens.SEGMENT)
        self._compare.clicked.connect(self.compare_asked)
        self._header.controls.addWidget(self._late)
        self._header.controls.addLayout(self._windows_place)
        self._header.controls.addWidget(self._compare)
        self._trouble = InlinePanel("error", self.tr("Chưa đọc được ngày này"), " ")
        self._trouble.hide()
        self._picker, self._other_picker = DayPicker(), DayPicker()
        self._picker.picked.connect(self.day_picked)
        self._picker.stepped.connect(self.day_stepped)
        self._other_picker.picked.connect(self.other_picked)
        self._other_picker.stepped.connect(self.other_stepped)
        self._day = DayCard(self.tr("Ngày xem lại"))
        self._other = DayCard(self.tr("Ngày đem so"))
        self._other_side = QWidget()
        for card in (self._day, self._other):
            card.toggled.connect(self.device_toggled)
        one_side = QWidget()
        for side, picker, card in (
            (one_side, self._picker, self._day),
            (self._other_side, self._other_picker, self._other),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(_column(picker, card))
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._header)
        page.addWidget(self._trouble)
        page.addWidget(Columns(((one_side, _SIDE), (self._other_side, _SIDE))), 1)
        page.addLayout(self._made_keeping())
        self._other_side.hide()
        self._take_keys()
        self.setFocusProxy(self._day.list)

    def folder(self) -> str:
        return self._folder.text().strip()

    def picture(self) -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.grab().save(buffer, "PNG")
        return bytes(content.data())

    def show_history(self, shown: HistoryShown) -> None:
        self._trouble.hide()
        self._show_windows(shown)
        self._picker.show_day(shown.day.day, is_today=shown.is_last)
        self._day.show_day(shown.day)
        self._other_side.setVisible(shown.other is not None)
        self._compare.set_text(self.tr("Xem một ngày") if shown.other else self.tr("So với ngày khác"))
        if shown.other:
            self._other_picker.show_day(shown.other.day, is_today=False)
            self._other.show_day(shown.other)

    def show_late(self, late: bool) -> None:
        self._late.setVisible(late)

    def show_refusal(self, words: str) -> None:
        self._trouble.set_words(self.tr("Chưa đọc được ngày này"), words)
        self._trouble.show()

    def show_kept(self, kept: Kept) -> None:
        saved = kept.what == "saved"
        words = self.tr("Đã lưu {0}").format(kept.words) if saved else kept.words
        self._kept.set_status(Mark.DONE if saved else Mark.BEHIND, words)
        self._kept.show()

    def _show_windows(self, shown: HistoryShown) -> None:
        """The whole day, or one window of the plan of that day."""
        ids = ("", *(id for id, _ in shown.windows))
        if ids != self._ids:
            if self._windows:
                self._windows.deleteLater()
            labels = (self.tr("Cả ngày"), *(label for _, label in shown.windows))
            self._windows = SegmentedControl(labels, self.tr("Phần của ngày"), current=ids.index(shown.window))
            self._windows.changed.connect(lambda at: self.window_chosen.emit(self._ids[at]))
            self._windows_place.addWidget(self._windows)
            self._ids = ids

    def _made_keeping(self) -> QHBoxLayout:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = TextField(self.tr("Lưu vào thư mục"), height=tokens.SEGMENT)
        self._folder.setText(documents)
        table = ActionButton(self.tr("Lưu CSV"), key="Ctrl S", height=tokens.SEGMENT)
        table.clicked.connect(self.table_asked)
        picture = ActionButton(self.tr("Lưu ảnh PNG"), key="Ctrl Shift S", height=tokens.SEGMENT)
        picture.clicked.connect(self.picture_asked)
        self._kept = StatusLabel(Mark.DONE, "", tokens.CELL)
        self._kept.hide()
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(Label(self.tr("Lưu vào thư mục"), tokens.CAPTION, role="muted"))
        row.addWidget(self._folder, 2)
        row.addWidget(table)
        row.addWidget(picture)
        row.addWidget(self._kept, 3)
        return row

    def _take_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Alt+Left", lambda: self.day_stepped.emit(-1)),
            ("Alt+Right", lambda: self.day_stepped.emit(1)),
            ("Alt+Home", lambda: self.day_picked.emit(None)),
            ("Alt+Shift+Left", lambda: self.other_stepped.emit(-1)),
            ("Alt+Shift+Right", lambda: self.other_stepped.emit(1)),
            ("Ctrl+D", self.compare_asked.emit),
            ("Ctrl+S", self.table_asked.emit),
            ("Ctrl+Shift+S", self.picture_asked.emit),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _column(picker: DayPicker, card: DayCard) -> QVBoxLayout:
    row = QHBoxLayout()
    row.addWidget(picker)
    row.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(tokens.GAP)
    column.addLayout(row)
    column.addWidget(card, 1)
    return column
