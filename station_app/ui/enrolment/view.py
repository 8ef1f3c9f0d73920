"""The rest of the set-up on one page: sticks at the left; request, fingerprints and the answer at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.columns import Columns
from station_app.ui.enrolment.shown import NO_ANSWER, EnrolmentShown, StickShown
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.option_card import OptionCard
from ui_kit.page_header import PageHeader
from ui_kit.step_bar import StepBar
from ui_kit.step_list import Step, StepState
from ui_kit.text_field import TextField

_LEFT, _RIGHT = 420, 818


class EnrolmentView(QWidget):
    picked = Signal(int)
    look_asked = Signal()
    folder_given = Signal(str)
    request_asked = Signal()
    receive_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = StepBar()
        self._sticks = Card(self.tr("USB đang cắm"), self.tr("F5 tìm lại"))
        self._list = QVBoxLayout()
        self._list.setSpacing(tokens.GAP)
        self._cards: list[OptionCard] = []
        self._none = Label(self.tr("Chưa thấy USB nào. Cắm USB rồi bấm F5."), role="text2", wrap=True)
        self._folder = TextField(self.tr("Hoặc một thư mục"), placeholder=self.tr("đường dẫn, rồi Enter"))
        self._folder.returnPressed.connect(lambda: self.folder_given.emit(self._folder.text()))
        self._sticks.body.addLayout(self._list)
        self._sticks.body.addWidget(self._none)
        self._sticks.body.addWidget(Label(self.tr("Hoặc một thư mục"), tokens.CAPTION, tokens.MEDIUM, "text2"))
        self._sticks.body.addWidget(self._folder)
        self._sticks.body.addStretch(1)
        own = Card(self.tr("Mã khóa của trạm"), self.tr("đọc qua điện thoại cho chỉ huy"))
        self._own = Label("", tokens.FIGURE, tokens.SEMIBOLD, code=True)
        own.body.addWidget(self._own)
        own.body.addWidget(
            Label(
                self.tr("Chỉ huy chỉ nhận đăng ký trạm khi mã khóa này khớp với yêu cầu trên USB."),
                tokens.CELL,
                role="text2",
                wrap=True,
            )
        )
        self._request = ActionButton(self.tr("Ghi yêu cầu lên USB"), key="Ctrl Enter", primary=True)
        self._request.clicked.connect(self.request_asked)
        self._written = InlinePanel("good", self.tr("Đã ghi yêu cầu"), " ")
        own.body.addWidget(self._request)
        own.body.addWidget(self._written)
        answer = Card(self.tr("Câu trả lời của chỉ huy"), self.tr("bộ khóa tin cậy và đăng ký trạm, trên USB mang về"))
        self._roots_label = Label(
            self.tr("Mã khóa gốc, chỉ huy đọc qua điện thoại (16 ký tự)"), tokens.CAPTION, tokens.MEDIUM, "text2"
        )
        self._roots = TextField(
            self.tr("Mã khóa gốc"), placeholder="1a2b 3c4d 5e6f 7a8b", pixels=tokens.TITLE, weight=tokens.MEDIUM
        )
        self._roots.setMaxLength(32)
        self._roots.returnPressed.connect(self._ask_receive)
        self._receive = ActionButton(self.tr("Nhận và kiểm tra"), key="Ctrl R")
        self._receive.clicked.connect(self._ask_receive)
        self._done = InlinePanel("good", self.tr("Trạm đã đăng ký xong"), " ")
        self._trouble = InlinePanel("error", self.tr("Chưa xong"), " ")
        self._people = ActionButton(self.tr("Thêm người dùng"), primary=True)
        self._people.clicked.connect(self.left)
        for widget in (self._roots_label, self._roots, self._trouble, self._done):
            answer.body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self._receive)
        buttons.addWidget(self._people)
        buttons.addStretch(1)
        answer.body.addLayout(buttons)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.MARGIN)
        column.addWidget(own)
        column.addWidget(answer)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(tokens.MARGIN)
        page.addWidget(PageHeader(self.tr("Đăng ký trạm"), self.tr("làm một lần, dừng lúc nào cũng được")))
        page.addWidget(self._steps)
        page.addWidget(Columns(((self._sticks, _LEFT), (right, _RIGHT))), 1)
        for keys, signal in (("F5", self.look_asked), ("Ctrl+Return", self.request_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._ask_receive)
        for digit in range(1, 10):
            key = QShortcut(QKeySequence(f"Alt+Shift+{digit}"), self)
            key.activated.connect(lambda digit=digit: self.picked.emit(digit))
        self.setFocusProxy(self._request)

    def show_enrolment(self, shown: EnrolmentShown) -> None:
        self._show_steps(shown)
        self._show_sticks(shown.sticks)
        self._none.setVisible(not shown.sticks)
        self._none.setText(
            self.tr("Đang tìm USB…") if shown.looking else self.tr("Chưa thấy USB nào. Cắm USB rồi bấm F5.")
        )
        ready = any(stick.chosen for stick in shown.sticks) and not shown.busy
        self._own.setText(shown.fingerprint)
        self._request.setVisible(shown.step != "done")
        self._request.setEnabled(ready)
        self._request.set_text(self.tr("Đang ghi…") if shown.busy == "requesting" else self.tr("Ghi yêu cầu lên USB"))
        self._written.setVisible(bool(shown.written))
        self._written.set_words(self.tr("Đã ghi yêu cầu"), shown.written)
        for widget in (self._roots_label, self._roots):
            widget.setVisible(shown.needs_roots)
        self._receive.setEnabled(ready)
        self._receive.setVisible(shown.step != "done")
        self._receive.set_text(self.tr("Đang kiểm tra…") if shown.busy == "receiving" else self.tr("Nhận và kiểm tra"))
        self._people.setVisible(shown.step == "done")
        self._trouble.setVisible(bool(shown.trouble))
        words = shown.trouble
        if words == NO_ANSWER:
            words = self.tr("USB này chưa có câu trả lời cho trạm {0}. Mang yêu cầu tới chỉ huy trước.").format(
                shown.station
            )
        self._trouble.set_words(self.tr("Chưa xong"), words)
        self._done.setVisible(shown.step == "done")
        self._done.set_words(self.tr("Trạm đã đăng ký xong"), self._done_words(shown))

    def _done_words(self, shown: EnrolmentShown) -> str:
        roots = self.tr("Bộ khóa tin cậy {0}, mã khóa gốc {1}.").format(shown.trust_version, shown.roots)
        if shown.plan_version:
            return roots + " " + self.tr("Kế hoạch {0}.").format(shown.plan_version)
        return roots + " " + self.tr("Còn kế hoạch: phụ trách điểm nhận ở Xuất USB, Nhận lệnh từ USB.")

    def _show_steps(self, shown: EnrolmentShown) -> None:
        order = ("made", "request", "receive")
        words = (self.tr("Lập trạm"), self.tr("Gửi yêu cầu"), self.tr("Nhận trả lời"))
        at = order.index(shown.step) if shown.step != "done" else len(order)
        states = [
            StepState.DONE if place < at else StepState.CURRENT if place == at else StepState.WAITING
            for place in range(len(order))
        ]
        steps = [Step(word, state) for word, state in zip(words, states, strict=True)]
        told = words[at] if at < len(words) else self.tr("xong")
        self._steps.set_steps(steps, self.tr("Bước {0} / 3: {1}").format(min(at + 1, 3), told))

    def _show_sticks(self, sticks: tuple[StickShown, ...]) -> None:
        while len(self._cards) > len(sticks):
            card = self._cards.pop()
            self._list.removeWidget(card)
            card.deleteLater()
        while len(self._cards) < len(sticks):
            card = OptionCard("", icon="usb")
            key = len(self._cards) + 1
            card.clicked.connect(lambda _=False, key=key: self.picked.emit(key))
            self._list.addWidget(card)
            self._cards.append(card)
        for card, stick in zip(self._cards, sticks, strict=True):
            detail = self.tr("có câu trả lời") if stick.answered else self.tr("có yêu cầu") if stick.requested else ""
            card.set_words(stick.name, detail, self.tr("trống {0}").format(formats.drive_space(stick.free)))
            card.setChecked(stick.chosen)

    def _ask_receive(self) -> None:
        self.receive_asked.emit(self._roots.text())
