"""Closing a shift: what was logged, the device's counter, the seal, and the slip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.papers.shift_slip import shift_slip
from station_app.ui import worded
from station_app.ui.columns import Columns
from station_app.ui.print_button import PrintButton
from station_app.ui.shift_close.count_card import CountCard
from station_app.ui.shift_close.hand_over_card import HandOverCard
from station_app.ui.shift_close.logged_card import LoggedCard
from station_app.ui.shift_close.shown import ClosingShown, Missing
from station_app.ui.shift_close.slip import Slip
from ui_kit import formats, strokes, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.page_header import PageHeader
from ui_kit.step_bar import StepBar
from ui_kit.step_list import Step, StepState

_LEFT, _MIDDLE, _RIGHT = 430, 412, 380


class ShiftCloseView(QWidget):
    counter_typed = Signal(str)
    reason_chosen = Signal(int)
    reason_typed = Signal(str)
    seal_asked = Signal()
    back_asked = Signal()
    next_asked = Signal()
    hand_over_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader(self.tr("Đóng ca và niêm phong"))
        self._late = Label("", tokens.CELL, tokens.SEMIBOLD, "amber", align=strokes.RIGHT)
        self._header.controls.addWidget(self._late)
        self._steps = StepBar()
        self._logged, self._count, self._hand_over = LoggedCard(), CountCard(), HandOverCard()
        self._count.counter_typed.connect(self.counter_typed)
        self._count.reason_chosen.connect(self.reason_chosen)
        self._count.reason_typed.connect(self.reason_typed)
        self._count.counted.connect(self._after_counter)
        self._hand_over.asked.connect(self.hand_over_asked)
        self._trouble = InlinePanel("error", "", " ")
        self._trouble.hide()
        self._seal = ActionButton(
            self.tr("Niêm phong ca"), key="Ctrl Enter", icon="seal", primary=True, height=tokens.SEAL
        )
        self._seal.clicked.connect(self.seal_asked)
        self._next = ActionButton(self.tr("Ca tiếp theo"), key="Ctrl Enter", primary=True, height=tokens.SEAL)
        self._next.clicked.connect(self.next_asked)
        self._next.hide()
        self._print = PrintButton(self.tr("In phiếu niêm phong"))
        self._print.hide()
        self._back = ActionButton(self.tr("Quay lại ghi"), key="Esc", height=tokens.SEAL, pixels=tokens.BODY)
        self._back.clicked.connect(self.back_asked)
        self._foot = Label("", tokens.CELL, role="text2", wrap=True)
        self._slip = Slip()
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(0)
        page.addWidget(self._header)
        page.addWidget(self._steps)
        page.addSpacing(tokens.GAP)
        page.addWidget(Columns(((self._left(), _LEFT), (self._middle(), _MIDDLE), (self._right(), _RIGHT))), 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys).activated.connect(self._press)
        self._key("Esc").activated.connect(self.back_asked)
        self._key("Ctrl+P").activated.connect(self._print.press)
        for digit in range(1, 5):
            self._key(str(digit)).activated.connect(lambda digit=digit: self.reason_chosen.emit(digit))
        self._shown: ClosingShown | None = None
        self.setFocusProxy(self._count.counter)

    def show_closing(self, shown: ClosingShown) -> None:
        sealed_now = shown.sealed and (self._shown is None or not self._shown.sealed)
        self._shown = shown
        window = shown.window[:1].lower() + shown.window[1:]
        span = f" {formats.clock_span(shown.starts, shown.ends)}" if shown.starts and shown.ends else ""
        self._header.set_words(
            self.tr("Đã niêm phong {0}").format(window) if shown.sealed else self.tr("Đóng ca và niêm phong"),
            f"{shown.device} · {shown.window}{span} · {shown.operator}",
        )
        self._show_late(shown)
        self._show_steps(shown)
        self._logged.show_closing(shown)
        self._count.show_closing(shown)
        self._hand_over.setVisible(not shown.sealed and not shown.overdue)
        self._hand_over.show_receivers(shown.receivers)
        self._slip.show_slip(shown.slip)
        self._seal.set_text(self.tr("Niêm phong {0}").format(window))
        self._seal.setVisible(not shown.sealed)
        self._next.setVisible(shown.sealed)
        self._print.setVisible(shown.sealed)
        name = f"phieu-ca-{shown.slip.day.isoformat()}-{shown.slip.last}"
        self._print.set_slip(shift_slip(shown.slip) if shown.sealed else None, name)
        self._back.setVisible(not shown.overdue and not shown.sealed)
        self._foot.setText(
            self.tr("Dấu niêm phong đã vào sổ. Chép dấu vào biên bản bàn giao.")
            if shown.sealed
            else self.tr(
                "Niêm phong khóa {0} lượt ghi của ca. Mở lại cần phụ trách điểm và lý do; dòng cũ không bị xóa."
            ).format(formats.integer(shown.logged))
        )
        if sealed_now:
            self._quiet()
            self._next.setFocus()

    def show_missing(self, missing: Missing) -> None:
        match missing:
            case "counter":
                self._say(self.tr("Chưa có bộ đếm"), self.tr("Đọc bộ đếm trên thiết bị rồi gõ vào."))
                self._count.counter.setFocus()
            case "reason":
                self._say(self.tr("Chênh lệch chưa có lý do"), self.tr("Chọn một lý do, phím 1-4."))
                self._count.focus_reason()
            case "typed_reason":
                self._say(self.tr("Chưa ghi rõ lý do"), self.tr("Gõ lý do vào ô bên dưới."))
                self._count.words.setFocus()
            case "receiver":
                self._say(self.tr("Chưa chọn người nhận"), "")
                self._hand_over.receiver.setFocus()
            case "password":
                self._say(self.tr("Chưa có mật khẩu người nhận"), self.tr("Người nhận nhập mật khẩu của mình."))
                self._hand_over.password.setFocus()

    def show_refusal(self, words: str) -> None:
        self._say(self.tr("Chưa làm được, sổ không đổi"), words)

    def show_handed_over(self, full_name: str) -> None:
        self._quiet()
        self._hand_over.show_done(full_name)

    def show_busy(self, busy: bool) -> None:
        self._seal.setEnabled(not busy)
        self._hand_over.setEnabled(not busy)
        if busy:
            self._quiet()

    def clear(self) -> None:
        self._quiet()
        self._count.clear()
        self._hand_over.password.clear()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.MARGIN)
        column.addWidget(self._logged)
        column.addWidget(self._seal)
        column.addWidget(self._next)
        column.addWidget(self._trouble)
        column.addWidget(self._foot)
        column.addStretch(1)
        return left

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.MARGIN)
        column.addWidget(self._count)
        column.addWidget(self._print)
        column.addWidget(self._hand_over)
        column.addWidget(self._back)
        column.addStretch(1)
        return middle

    def _right(self) -> QWidget:
        paper = Card(self.tr("Phiếu niêm phong"), self.tr("khổ 80 mm"), title_pixels=tokens.CELL, fill="sunken")
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._slip)
        paper.body.addLayout(row, 1)
        return paper

    def _show_late(self, shown: ClosingShown) -> None:
        words = ""
        if shown.overdue:
            words = self.tr("Ca đã quá 04:00: đóng ca này rồi mở ca mới")
        elif shown.late:
            words = self.tr("Quá giờ đóng ca {0}").format(worded.duration(shown.late))
        self._late.setText(words)

    def _show_steps(self, shown: ClosingShown) -> None:
        titles = (self.tr("Kiểm số"), self.tr("Lý do chênh lệch"), self.tr("Niêm phong"))
        steps = [Step(title, StepState(state)) for title, state in zip(titles, shown.steps, strict=True)]
        current = next((step.text for step in steps if step.state in (StepState.CURRENT, StepState.FAILED)), titles[-1])
        self._steps.set_steps(steps, self.tr("bước: {0}").format(current))

    def _say(self, title: str, text: str) -> None:
        self._trouble.set_words(title, text)
        self._trouble.show()
        self._foot.hide()

    def _quiet(self) -> None:
        self._trouble.hide()
        self._foot.show()

    def _after_counter(self) -> None:
        if self._shown is not None and self._shown.difference:
            self._count.focus_reason()
        else:
            self._seal.setFocus()

    def _press(self) -> None:
        sealed = self._shown is not None and self._shown.sealed
        (self.next_asked if sealed else self.seal_asked).emit()

    def _key(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
