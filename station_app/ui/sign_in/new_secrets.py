"""A new password and a PIN, asked for in the card of whoever has given the password in force."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui_kit import theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.label import Label
from ui_kit.text_field import TextField

_PIN_DIGITS = 6


class NewSecrets(QWidget):
    """``given`` [new password, the same again, PIN]: each perhaps ""; ``left``: Esc."""

    given = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new, self._again = (
            TextField(name, placeholder=name, secret=True, height=tokens.FIELD)
            for name in (self.tr("Mật khẩu mới"), self.tr("Gõ lại mật khẩu mới"))
        )
        self._pin = TextField(
            self.tr("Mã PIN 4 đến 6 chữ số"),
            placeholder=self.tr("Mã PIN, 4 đến 6 số"),
            secret=True,
            height=tokens.FIELD,
        )
        self._pin.setMaxLength(_PIN_DIGITS)
        self._pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._save = ActionButton(self.tr("Lưu và vào"), key="Enter", primary=True)
        self._leave = ActionButton("", key="Esc")
        self._why = Label("", tokens.CELL, role="text2", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.scaled(56), 2, tokens.GAP, 4)
        grid.setHorizontalSpacing(tokens.MARGIN)
        grid.setVerticalSpacing(tokens.GAP)
        grid.addWidget(self._why, 0, 0, 1, 3)
        for column, field in enumerate((self._new, self._again, self._pin)):
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
            field.installEventFilter(self)
            field.returnPressed.connect(self._give)
        grid.addWidget(self._save, 2, 0, 1, 2)
        grid.addWidget(self._leave, 2, 2)
        self._save.clicked.connect(self._give)
        self._leave.clicked.connect(self.left)

    def ask(self, must: bool) -> None:
        self.forget()
        self._leave.set_text(self.tr("Để sau") if must else self.tr("Vào, không đổi"))
        self._why.setText(
            self.tr("Mật khẩu đang dùng là tạm: đặt mật khẩu của riêng mình rồi vào.")
            if must
            else self.tr("Đổi mật khẩu, đặt PIN, hoặc cả hai. Ô để trống thì giữ như cũ.")
        )
        self._pin.setPlaceholderText(self.tr("Mã PIN, nếu muốn") if must else self.tr("Mã PIN, 4 đến 6 số"))

    def forget(self) -> None:
        """What was typed is gone."""
        for field in (self._new, self._again, self._pin):
            field.clear()

    def allow(self, allowed: bool) -> None:
        for widget in (self._new, self._again, self._pin, self._save, self._leave):
            widget.setEnabled(allowed)

    def take_focus(self) -> None:
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def _give(self) -> None:
        """Enter goes on to the next empty field where something is begun."""
        typed: list[QLineEdit] = [self._new, self._again]
        if self._new.text() and not self._again.text() and self.focusWidget() is not self._again:
            typed[1].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.given.emit(self._new.text(), self._again.text(), self._pin.text())
