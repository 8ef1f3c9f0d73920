"""What is scanned while nobody is at the desk: it is nowhere, least of all in the password."""

from __future__ import annotations

from PySide6.QtCore import QObject

from station_app.ui.word_strip import WordStrip


class ScansAtTheDoor(QObject):
    """Says so in the window's word, and takes the word back when somebody is let in."""

    def __init__(self, word: WordStrip) -> None:
        super().__init__()
        self._word, self._told = word, False

    def tell(self) -> None:
        self._told = True
        title = self.tr("Chưa đăng nhập nên mã vừa quét không được dùng")
        self._word.say("notice", title, self.tr("Chưa ghi gì. Đăng nhập rồi quét lại."))

    def let_in(self) -> None:
        if self._told:
            self._told = False
            self._word.hide()
