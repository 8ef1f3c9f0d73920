"""The fee of the card: quietly beside the case type, and the row in which its receipt's number is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.intake.shown import FeeShown, ReceiptAsked
from ui_kit import formats, tokens
from ui_kit.key_cap import KeyCap
from ui_kit.label import Label
from ui_kit.text_field import TextField

_HEIGHT = 36


class FeeLine(QWidget):
    """`Lệ phí 25.000 đ · chưa thu`, or with the receipt's number."""

    def __init__(self) -> None:
        super().__init__()
        self._fee = Label("", tokens.CELL, tokens.SEMIBOLD)
        self._key = KeyCap("Ctrl T")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Label(self.tr("Lệ phí"), tokens.CAPTION, role="muted"))
        row.addWidget(self._fee)
        row.addWidget(self._key)

    def show_fee(self, shown: FeeShown) -> None:
        self._key.setVisible(bool(shown.due))
        self._fee.setText(self._words(shown))

    def _words(self, shown: FeeShown) -> str:
        if not shown.due:
            return self.tr("không thu")
        due = self.tr("{0} đ").format(formats.integer(shown.due))
        if not shown.taken:
            return self.tr("{0}, chưa thu").format(due)
        return (
            self.tr("{0}, biên lai {1}").format(due, shown.receipt)
            if shown.receipt
            else self.tr("{0}, đã thu").format(due)
        )


class ReceiptRow(QWidget):
    """``given`` [number]: Enter in it."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._trouble = Label("", tokens.CELL, tokens.MEDIUM, "orange_text")
        self.number = TextField(
            self.tr("Số biên lai"), placeholder=self.tr("số biên lai, để trống nếu chưa có"), height=_HEIGHT
        )
        self.number.returnPressed.connect(lambda: self.given.emit(self.number.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._title)
        row.addWidget(self.number, 1)
        row.addWidget(self._trouble, 1)
        row.addWidget(Label(self.tr("Enter nhận  ·  Esc thôi"), tokens.CAPTION, role="muted"))

    def show_asked(self, shown: ReceiptAsked) -> None:
        self._title.setText(self.tr("Thu {0} đ, biên lai số").format(formats.integer(shown.due)))
        self._trouble.setText(shown.sentence)
        self._trouble.setVisible(bool(shown.sentence))
        self.number.set_wrong(bool(shown.sentence))

    def focus_number(self) -> None:
        """The whole number is chosen: Enter takes it, a digit replaces it."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()
