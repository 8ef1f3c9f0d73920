"""The scan field as hands use it: numbers typed or pasted, and keys that choose instead of being typed.

What a scanner sends comes by no key (station_app/ui/scanning): it only is shown here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from station_app.ui.intake.shown import FieldShown
from ui_kit.scan_field import ScanField

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDITING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End)


class ScanLine(ScanField):
    """``ended`` [text, by_hand]: Enter, or a paste that holds a line end. ``entered``: Enter with nothing new.

    What was read stays to be seen until the next key: a character begins anew, an editing key corrects it. ``chosen``
    [key]: one of the keys that choose, which `show_field` gave.
    """

    ended = Signal(str, bool)
    entered = Signal()
    chosen = Signal(str)

    def __init__(self, name: str, placeholder: str = "", hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, hint, parent=parent)
        self._read = False
        self._choices = ""
        self.setAcceptDrops(False)

    def show_read(self, text: str) -> None:
        """Shows what was read; "" empties the field."""
        self.set_scanned(text)
        self._read = bool(text)
        self.setCursorPosition(len(self.text()))

    def tell_why_empty(self, *, closed: bool, paused: bool) -> None:
        self.set_placeholder(
            self.tr("Chưa nhận hồ sơ trên thiết bị này")
            if closed
            else self.tr("Đang tạm dừng – không nhận hồ sơ")
            if paused
            else self.tr("Quét mã vạch hoặc gõ 12 số")
        )

    def show_half_typed(self, text: str) -> None:
        """What was typed and not ended goes on from there."""
        self.set_scanned(text)
        self._read = False

    def fresh_text(self) -> str:
        """What is typed and not ended."""
        return "" if self._read else self.scanned()

    def show_field(self, shown: FieldShown) -> None:
        self._choices = shown.choices
        self.setEnabled(shown.mode != "shut")
        self.set_wrong(shown.mode == "wrong")
        self.set_hint(
            {
                "ready": self.tr("sẵn sàng"),
                "keys": self.tr("F1–F7 ghi  ·  Esc bỏ"),
                "reason": self.tr("Bấm 1–{0} để chọn và ghi  ·  Esc bỏ").format(shown.choices[-1:]),
                "choose": self.tr("Bấm phím để chọn loại hồ sơ  ·  Esc bỏ"),
                "duplicate": self.tr("Esc xóa  ·  quét số khác"),
                "again": self.tr("Bấm phím kết quả lần nữa  ·  Esc bỏ"),
                "retry": self.tr("Enter ghi lại  ·  Esc bỏ"),
                "wrong": self.tr("quét lại  ·  ← sửa  ·  Esc xóa"),
                "lines": self.tr("đang nhận các dòng MRZ  ·  Esc bỏ"),
                "shut": "",
            }[shown.hint]
        )

    def event(self, event: QEvent) -> bool:
        # The screen's Ctrl+Z takes back an application, never a letter in this field.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()  # no number goes to the clipboard
        elif event.key() in _ENDS:
            if self.fresh_text():
                self.ended.emit(self.scanned(), True)
            else:
                self.entered.emit()
        elif event.text().isprintable() and event.text():
            self._type(event)
        else:
            if event.key() in _EDITING:
                self._read = False
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._begin_anew()
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """None: its entries would copy a number, or paste past `_paste`."""

    def _type(self, event: QKeyEvent) -> None:
        key = event.text().upper()
        if key in self._choices and (self._read or not self.text()):
            self.chosen.emit(key)
            return
        self._begin_anew()
        digits = self.text().replace(" ", "")
        if digits.isdecimal() and not key.isdecimal():
            self.setText(digits)  # a code that only begins with a number is not parted in threes
        super().keyPressEvent(event)

    def _begin_anew(self) -> None:
        if self._read:
            self.clear()
            self._read = False

    def _paste(self) -> None:
        """A paste with a line end is a scan, whatever stood in the field."""
        text = QGuiApplication.clipboard().text()
        if any(end in text for end in "\r\n\t"):
            self.ended.emit(text, False)
            return
        self._begin_anew()
        self.insert(text)
        self.textEdited.emit(self.text())
