"""A new computer in a dead one's place: its key for the telephone, the request, and the journal from a stick."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.await_rebuild.shown import AwaitShown, StickShown
from station_app.ui.frame import SIDE, SIZE
from station_app.ui.sign_in.side import Side
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.option_card import OptionCard
from ui_kit.text_field import TextField

_MARGIN = 64


class AwaitView(QWidget):
    opened = Signal(str)
    picked = Signal(int)
    folder_given = Signal(str)
    request_asked = Signal()
    take_asked = Signal(str)
    practice_asked = Signal(bool)
    look_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = Side()
        self.side.practice_asked.connect(self.practice_asked)
        self._title = Label("", tokens.BIG_FIGURE, tokens.SEMIBOLD, wrap=True)
        self._sub = Label("", role="text2", wrap=True)
        self._trouble = InlinePanel("error", self.tr("Chưa xong"), " ")
        right = QVBoxLayout()
        right.setContentsMargins(_MARGIN, 20, _MARGIN, 12)
        right.setSpacing(tokens.MARGIN)
        cards = (self._key_card(), self._stick_card(), self._answer_card())
        for widget in (self._title, self._sub, *cards, self._trouble):
            right.addWidget(widget)
        right.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side, SIDE)
        whole.addLayout(right, SIZE[0] - SIDE)
        for keys, act in (
            ("F5", self.look_again.emit),
            ("Ctrl+Return", self.request_asked.emit),
            ("Ctrl+R", self._ask_take),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._was_open = False
        self.setFocusProxy(self._password)

    def show_moment(self, now: datetime) -> None:
        self.side.show_moment(now, behind=False)

    def show_awaiting(self, shown: AwaitShown) -> None:
        is_open, ready = bool(shown.fingerprint), bool(shown.fingerprint) and not shown.busy
        chosen = any(stick.chosen for stick in shown.sticks)
        self.side.show_point(shown.station, shown.unit)
        self._title.setText(self.tr("Máy này chờ sổ của trạm {0}").format(shown.station))
        self._sub.setText(self._told(shown))
        self._password_label.setText(self.tr("Mật khẩu của {0}").format(shown.full_name))
        for widget in (self._password_label, self._password, self._open):
            widget.setVisible(not is_open)
        self._open.setEnabled(not shown.busy)
        self._open.set_text(self.tr("Đang mở…") if shown.busy == "opening" else self.tr("Mở"))
        for widget in (self._fingerprint, self._request):
            widget.setVisible(is_open)
        self._fingerprint.setText(shown.fingerprint)
        self._request.setEnabled(ready and chosen)
        self._request.set_text(self.tr("Đang ghi…") if shown.busy == "requesting" else self.tr("Ghi yêu cầu lên USB"))
        self._written.setText(self.tr("Đã ghi {0}").format(shown.written) if shown.written else "")
        self._show_sticks(shown.sticks)
        self._none.setVisible(not shown.sticks)
        self._none.setText(self.tr("Đang tìm USB…") if shown.looking else self.tr("Cắm USB rồi bấm F5."))
        for widget in (self._roots_label, self._roots):
            widget.setVisible(shown.needs_roots)
        self._take.setEnabled(ready and (chosen or not shown.epoch))
        self._take.set_text(self.tr("Nhận sổ từ USB"))
        busy = shown.busy in ("taking", "entering")
        share = shown.done / shown.total if shown.total else 0.0
        detail = f"{formats.integer(shown.done)} / {formats.integer(shown.total)}" if shown.total else ""
        self._take.set_progress(share if busy else None, detail or self.tr("đang kiểm tra"))
        self._trouble.setVisible(bool(shown.trouble))
        self._trouble.set_words(self.tr("Chưa xong"), shown.trouble)
        self.side.switch.setEnabled(not shown.busy)
        self._move_focus(is_open)

    def clear_password(self) -> None:
        self._password.clear()

    def _told(self, shown: AwaitShown) -> str:
        if shown.fingerprint and not shown.epoch:
            return self.tr("Sổ đã về máy này; bấm Nhận sổ một lần nữa là xong.")
        if shown.epoch:
            return self.tr(
                "Đọc mã khóa dưới đây cho chỉ huy qua điện thoại. Chỉ huy ghi câu trả lời lên USB; nhận xong, trạm ghi"
                " tiếp ở kỳ sổ {0}."
            ).format(shown.epoch)
        return self.tr(
            "Máy cũ hỏng: chỉ huy trả lại sổ đã nhận, máy này ghi tiếp. Người đã bắt đầu việc này mở bằng mật khẩu."
        )

    def _key_card(self) -> Card:
        card = Card(self.tr("Mã khóa của máy này"), self.tr("đọc qua điện thoại cho chỉ huy"))
        self._password_label = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._password = TextField(self.tr("Mật khẩu"), secret=True)
        self._open = ActionButton(self.tr("Mở"), key="Enter", primary=True)
        self._open.clicked.connect(self._ask_open)
        self._password.returnPressed.connect(self._ask_open)
        self._fingerprint = Label("", tokens.FIGURE, tokens.SEMIBOLD, code=True)
        self._request = ActionButton(self.tr("Ghi yêu cầu lên USB"), key="Ctrl Enter")
        self._request.clicked.connect(self.request_asked)
        self._written = Label("", tokens.CELL, role="text2")
        card.body.addWidget(self._password_label)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self._password, 1)
        row.addWidget(self._open)
        row.addWidget(self._fingerprint)
        row.addStretch(1)
        row.addWidget(self._request)
        card.body.addLayout(row)
        card.body.addWidget(self._written)
        return card

    def _stick_card(self) -> Card:
        card = Card(self.tr("USB đang cắm"), self.tr("F5 tìm lại"))
        self._cards: list[OptionCard] = []
        self._list = QHBoxLayout()
        self._list.setSpacing(tokens.GAP)
        self._none = Label("", role="text2")
        folder = TextField(self.tr("Hoặc một thư mục"), placeholder=self.tr("hoặc đường dẫn một thư mục, rồi Enter"))
        folder.returnPressed.connect(lambda: self.folder_given.emit(folder.text()))
        card.body.addLayout(self._list)
        card.body.addWidget(self._none)
        card.body.addWidget(folder)
        return card

    def _answer_card(self) -> Card:
        card = Card(self.tr("Câu trả lời của chỉ huy"), self.tr("sổ, đăng ký kỳ mới và bộ khóa tin cậy"))
        self._roots_label = Label(
            self.tr("Mã khóa gốc, chỉ huy đọc qua điện thoại (16 ký tự)"), tokens.CAPTION, tokens.MEDIUM, "text2"
        )
        self._roots = TextField(self.tr("Mã khóa gốc"), placeholder="1a2b 3c4d 5e6f 7a8b")
        self._roots.setMaxLength(32)
        self._roots.returnPressed.connect(self._ask_take)
        self._take = ActionButton(self.tr("Nhận sổ từ USB"), key="Ctrl R", primary=True)
        self._take.clicked.connect(self._ask_take)
        card.body.addWidget(self._roots_label)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self._roots, 1)
        row.addWidget(self._take)
        card.body.addLayout(row)
        return card

    def _show_sticks(self, sticks: tuple[StickShown, ...]) -> None:
        while len(self._cards) > len(sticks):
            card = self._cards.pop()
            self._list.removeWidget(card)
            card.deleteLater()
        while len(self._cards) < len(sticks):
            card, key = OptionCard("", icon="usb"), len(self._cards) + 1
            card.clicked.connect(lambda _=False, key=key: self.picked.emit(key))
            self._list.addWidget(card)
            self._cards.append(card)
        for card, stick in zip(self._cards, sticks, strict=True):
            card.set_words(stick.name, self.tr("có sổ của trạm") if stick.answered else self.tr("chưa có câu trả lời"))
            card.setChecked(stick.chosen)

    def _move_focus(self, is_open: bool) -> None:
        """From the password to what is next, once."""
        if is_open == self._was_open:
            return
        self._was_open = is_open
        target = self._request if is_open else self._password
        self.setFocusProxy(target)
        if self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_open(self) -> None:
        self.opened.emit(self._password.text())

    def _ask_take(self) -> None:
        self.take_asked.emit(self._roots.text())
