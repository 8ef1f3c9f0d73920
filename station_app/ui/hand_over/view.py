"""The panel at the right edge in which the next operator takes the desk over; the scan field stays free."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from station_app.ui.hand_over.shown import HandOverShown
from station_app.ui.role_words import role_word
from station_app.ui.sign_in.shown import Trouble
from station_app.ui.sign_in.trouble_words import trouble_words
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.option_card import OptionCard
from ui_kit.text_field import TextField

WIDTH = 400


class HandOverPanel(Card):
    """A number or letter picks a person, then PIN or password and Enter; Esc goes back, and at last closes."""

    picked = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đổi người trực"), parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", tokens.CARD_RADIUS)
        self.set_edge("blue")
        self._cards: dict[str, OptionCard] = {}
        self._keys: dict[str, str] = {}
        self._given = Label("", tokens.BODY, tokens.SEMIBOLD, wrap=True)
        self._shares = Label("", tokens.CELL, role="text2", wrap=True)
        self._who = Label(self.tr("Ai nhận máy?"), tokens.CELL, role="text2")
        people = QWidget()
        self._people = QVBoxLayout(people)
        self._people.setContentsMargins(2, 2, 2, 2)
        self._people.setSpacing(tokens.GAP)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(people)
        for ground in (scroll.viewport(), people):  # the card's own shows through
            ground.setAutoFillBackground(False)
        self._secret = TextField(self.tr("PIN hoặc mật khẩu người nhận"), secret=True, height=tokens.ACTION)
        self._secret.returnPressed.connect(self._enter)
        self._secret.installEventFilter(self)
        self._words = Label("", tokens.CELL, role="orange_text", wrap=True)
        self._take = ActionButton(self.tr("Nhận máy"), key="Enter", primary=True)
        self._take.clicked.connect(self._enter)
        self._close = ActionButton(self.tr("Thôi, không đổi"), key="Esc")
        self._close.clicked.connect(self.left)
        kept = Label(
            self.tr("Ca đang mở chạy tiếp, số của từng người chốt vào sổ. Chữ gõ dở giữ lại cho người giao."),
            tokens.CAPTION,
            role="muted",
            wrap=True,
        )
        parts: tuple[QWidget, ...] = (self._given, self._shares, self._who, scroll, self._secret, self._words)
        for widget in (*parts, self._take, self._close, kept):
            self.body.addWidget(widget, 1 if widget is scroll else 0)
        self._words.hide()

    def show_hand_over(self, shown: HandOverShown) -> None:
        for card in self._cards.values():
            self._people.removeWidget(card)
            card.deleteLater()
        while self._people.count():
            self._people.takeAt(0)
        self._given.setText(self.tr("Người giao: {0}").format(shown.giver))
        lines = [
            self.tr("{device}: {logged} lượt ghi, {counted} đã thu nhận").format(
                device=share.device, logged=formats.integer(share.logged), counted=formats.integer(share.counted)
            )
            for share in shown.shares
        ]
        self._shares.setText("\n".join(lines) or self.tr("Không có ca nào đang chạy: chỉ đổi người ngồi máy."))
        self._who.setText(self.tr("Ai nhận máy?") if shown.successors else self.tr("Chưa có ai khác nhận máy được."))
        self._cards, self._keys = {}, {}
        for one in shown.successors:
            card = OptionCard(one.full_name, self._detail(one.role, one.pin), key=one.key.upper())
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            card.clicked.connect(lambda _=False, user=one.user: self.picked.emit(user))
            self._people.addWidget(card)
            self._cards[one.user], self._keys[one.key] = card, one.user
        self._people.addStretch(1)
        self.choose("")
        self._words.hide()

    def choose(self, user: str) -> None:
        self._secret.clear()
        for name, card in self._cards.items():
            card.setChecked(name == user)
            if name == user:
                self._scroll.ensureWidgetVisible(card)
        for widget in (self._secret, self._take):
            widget.setEnabled(bool(user))
        if user:
            self._secret.setPlaceholderText(self.tr("PIN hoặc mật khẩu"))
            self._secret.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._secret.setPlaceholderText(self.tr("Bấm số để chọn người nhận"))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, trouble: Trouble | None) -> None:
        words = trouble_words(trouble)
        self._words.setText(f"▼ {words}" if words else "")
        self._words.setVisible(bool(words))
        self._secret.set_wrong(trouble is not None)
        if trouble is not None and trouble.kind == "locked":
            self._secret.setEnabled(False)
            self._take.setEnabled(False)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif trouble is None and any(card.isChecked() for card in self._cards.values()):
            self._secret.setEnabled(True)
            self._take.setEnabled(True)

    def show_busy(self, busy: bool) -> None:
        self._take.set_text(self.tr("Đang nhận…") if busy else self.tr("Nhận máy"))
        self._secret.setReadOnly(busy)

    def close_panel(self) -> None:
        self._secret.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        user = self._keys.get(event.text().lower()) if event.text() else None
        if user is not None:
            self.picked.emit(user)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._cards:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.choose("")
                self.show_trouble(None)
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return False

    def _step(self, step: int) -> None:
        users = list(self._cards)
        at = next((place for place, card in enumerate(self._cards.values()) if card.isChecked()), None)
        if at is None:
            self.picked.emit(users[0] if step > 0 else users[-1])
        elif 0 <= at + step < len(users):
            self.picked.emit(users[at + step])

    def _enter(self) -> None:
        self.entered.emit(self._secret.text())

    def _detail(self, role: str, pin: bool) -> str:
        return " · ".join([role_word(role), self.tr("PIN hoặc mật khẩu") if pin else self.tr("mật khẩu")])
