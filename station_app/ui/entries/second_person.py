"""Who stands by when something logged is changed: their name and password, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.entries.shown import Missing, PersonChoice
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.label import Label
from ui_kit.pick_field import PickField
from ui_kit.text_field import TextField

_HEIGHT = 40


class SecondPerson(QWidget):
    """``given``: the button was pressed, or Enter in the password. ``left``: the other one."""

    given = Signal()
    left = Signal()

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = Label(self.tr("Người chứng kiến, khác người đang đăng nhập"), tokens.CAPTION, role="text2")
        self._trouble = Label("", tokens.CAPTION, tokens.MEDIUM, "orange_text", wrap=True)
        self._trouble.hide()
        self.person = PickField(self.tr("Người chứng kiến"), height=_HEIGHT)
        self.password = TextField(
            self.tr("Mật khẩu người chứng kiến"), placeholder=self.tr("Mật khẩu"), secret=True, height=_HEIGHT
        )
        self._people: tuple[PersonChoice, ...] | None = None
        self.button = ActionButton(action, key="Ctrl ↵", primary=True)
        self._back = ActionButton(self.tr("Bỏ"), key="Esc")
        who = QHBoxLayout()
        who.setSpacing(tokens.GAP)
        who.addWidget(self.person, 5)
        who.addWidget(self.password, 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.GAP)
        buttons.addWidget(self.button, 1)
        buttons.addWidget(self._back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._who)
        whole.addWidget(self._trouble)
        whole.addLayout(who)
        whole.addLayout(buttons)
        self.password.returnPressed.connect(self.given)
        self.button.clicked.connect(self.given)
        self._back.clicked.connect(self.left)

    def offer(self, people: tuple[PersonChoice, ...]) -> None:
        if people == self._people:
            return
        self._people = people
        kept = self.person.currentData()
        self.person.clear()
        self.person.add_item(self.tr("Chọn người") if people else self.tr("Chưa có phụ trách"), "")
        for one in people:
            self.person.add_item(one.full_name, one.user)
        alone = 1 if len(people) == 1 else 0
        self.person.setCurrentIndex(max(alone, self.person.findData(kept)))

    def user(self) -> str:
        return str(self.person.currentData() or "")

    def begin(self) -> None:
        """Nobody's password stays in the field."""
        self.password.clear()
        self._trouble.hide()
        self._who.show()

    def show_missing(self, missing: Missing) -> None:
        (self.person if missing == "second" else self.password).setFocus()

    def show_refusal(self, words: str) -> None:
        """In the caption's place, so that the button keeps its own."""
        self._trouble.setText(f"▼ {words}")
        self._trouble.show()
        self._who.hide()
        self.password.clear()
        self.password.setFocus()

    def show_busy(self, busy: bool) -> None:
        """The fields keep the focus, which a disabled one would lose."""
        self.button.setEnabled(not busy)
        self._back.setEnabled(not busy)
