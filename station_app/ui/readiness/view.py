"""Opening a device's shift: the device and the crew, the checklist, and what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.ui.columns import Columns
from station_app.ui.readiness.checklist_card import ChecklistCard
from station_app.ui.readiness.crew_card import CrewCard
from station_app.ui.readiness.shown import Entered, Missing, OpeningShown, PeopleShown
from station_app.ui.readiness.summary_card import SummaryCard
from station_app.ui.readiness.zero_report import ZeroReport
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel
from ui_kit.page_header import PageHeader

_LEFT, _MIDDLE, _RIGHT = 344, 590, 288


class ReadinessView(QWidget):
    device_picked = Signal(str)
    window_picked = Signal(str)
    line_ticked = Signal(str)
    open_asked = Signal()
    zero_confirmed = Signal(str)
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crew, self._checklist, self._summary = CrewCard(), ChecklistCard(), SummaryCard()
        self._crew.device_picked.connect(self.device_picked)
        self._crew.window_picked.connect(self.window_picked)
        self._checklist.line_ticked.connect(self.line_ticked)
        self._summary.export_asked.connect(self.export_asked)
        self._trouble = InlinePanel("error", "", " ")
        self._trouble.hide()
        self._open = ActionButton(
            self.tr("Mở ca"), key="Ctrl Enter", primary=True, height=tokens.OUTCOME_KEY, pixels=tokens.TITLE
        )
        self._open.clicked.connect(self.open_asked)
        self._zero = ZeroReport()
        self._zero.confirmed.connect(self.zero_confirmed)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._summary, 1)
        column.addWidget(self._trouble)
        column.addWidget(self._open)
        column.addWidget(self._zero)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(0)
        page.addWidget(
            PageHeader(self.tr("Mở ca thiết bị"), self.tr("Kiểm tra một lần trước khi ghi hồ sơ đầu tiên của ca"))
        )
        page.addWidget(Columns(((self._crew, _LEFT), (self._checklist, _MIDDLE), (right, _RIGHT))), 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys).activated.connect(self.open_asked)
        for digit in range(1, 10):
            self._key(str(digit)).activated.connect(lambda digit=digit: self._pick(digit))
        self._shown: OpeningShown | None = None
        self._in_the_way = False
        self.setFocusProxy(self._open)

    def entered(self) -> Entered:
        override = self._summary.override
        return Entered(
            commander=self._crew.commander(),
            crew=self._crew.crew(),
            note=self._checklist.note.text().strip(),
            reason=override.reason.text().strip(),
            supervisor=override.chosen(),
            password=override.password.text(),
            late_reason=self._summary.late_reason.text().strip(),
        )

    def show_people(self, people: PeopleShown) -> None:
        self._crew.show_people(people)
        self._summary.show_people(people)

    def show_opening(self, shown: OpeningShown) -> None:
        first, self._shown = self._shown is None, shown
        self._crew.show_opening(shown)
        self._checklist.show_opening(shown)
        self._summary.show_opening(shown)
        window = next((window.label for window in shown.windows if window.id == shown.window), "")
        self._open.set_text(self.tr("Mở {0}").format(window[:1].lower() + window[1:]) if window else self.tr("Mở ca"))
        self._open.setEnabled(not shown.obstacle)
        self._zero.setVisible(bool(window))
        if shown.obstacle:
            self._say(*self._obstacle_words(shown))
        elif self._in_the_way:
            self._trouble.hide()
        self._in_the_way = bool(shown.obstacle)
        line = self._checklist.first_line()
        if first and line is not None:
            self.setFocusProxy(line)
            if self._open.hasFocus():
                line.setFocus()

    def show_missing(self, missing: Missing, line: str = "") -> None:
        override = self._summary.override
        match missing:
            case "commander":
                self._say(self.tr("Chưa có chỉ huy ca"), self.tr("Chọn hoặc gõ họ tên cán bộ chỉ huy."))
                self._crew.focus_commander()
            case "lines":
                self._say(
                    self.tr("Còn mục chưa kiểm"), self.tr("Bấm Space ở từng mục: một lần là đạt, hai lần là chưa đạt.")
                )
                self._checklist.focus_line(line)
            case "late_reason":
                self._say(self.tr("Biên nhận chậm quá lâu"), self.tr("Nêu lý do; vẫn mở được ca."))
                self._summary.late_reason.setFocus()
            case "reason":
                self._say(self.tr("Mục bắt buộc chưa đạt"), self.tr("Phụ trách điểm nêu lý do vẫn mở ca."))
                override.reason.setFocus()
            case "supervisor" | "password":
                self._say(self.tr("Cần phụ trách điểm"), self.tr("Phụ trách điểm nhập mật khẩu của mình."))
                override.password.setFocus()

    def show_refusal(self, words: str) -> None:
        self._say(self.tr("Chưa mở được ca"), words)

    def show_busy(self, busy: bool) -> None:
        self._open.setEnabled(not busy)
        self._zero.setEnabled(not busy)
        if busy:
            self._trouble.hide()

    def clear(self) -> None:
        self._trouble.hide()
        self._summary.override.clear()
        self._summary.late_reason.clear()
        self._checklist.note.clear()
        self._zero.fold()

    def _obstacle_words(self, shown: OpeningShown) -> tuple[str, str]:
        match shown.obstacle:
            case "no_plan":
                return self.tr("Chưa có kế hoạch cho hôm nay"), self.tr("Nhận kế hoạch từ USB của chỉ huy.")
            case "no_window":
                return self.tr("Hôm nay hết khung giờ"), self.tr("Chọn một khung giờ, hoặc chờ ngày mai.")
            case "revoked":
                return (
                    self.tr("Chỉ huy đã thu hồi khóa của trạm"),
                    self.tr("Gọi Đội 3 - Phòng Tham mưu. Hồ sơ đã ghi vẫn còn."),
                )
        return (
            ", ".join(shown.names),
            self.tr("Không ai được mở ca khi mục này chưa đạt. Giải phóng ổ đĩa, hoặc gọi người phụ trách phần mềm."),
        )

    def _say(self, title: str, text: str) -> None:
        self._trouble.set_words(title, text)
        self._trouble.show()

    def _pick(self, digit: int) -> None:
        if self._shown is not None:
            for device in self._shown.devices:
                if device.key == digit:
                    self.device_picked.emit(device.device)

    def _key(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
