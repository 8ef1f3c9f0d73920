"""A receipt that is scanned at the desk, whatever screen is in view: it is taken as one from a stick is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from campaign.refusal import Refusal
from station_app.services.orders import ReceiptTaken
from station_app.services.receive_scanned import receive_scanned
from station_app.ui.asking import Desk
from station_app.ui.word_strip import WordStrip
from ui_kit import formats


class ScannedReceipts(QObject):
    """Says in the window's word what became of each; ``changed`` is called when the journal has grown by it."""

    def __init__(self, word: WordStrip, desk: Desk, changed: Callable[[], None]) -> None:
        super().__init__()
        self._word, self._desk, self._changed = word, desk, changed

    def take(self, text: str) -> None:
        """``text``: a scan of which `bundle.qr.is_receipt_text` says that it is meant as a receipt."""
        station = self._desk.station
        self._desk.write.ask(lambda: receive_scanned(station, text), self._taken, self._refused)

    def _taken(self, taken: ReceiptTaken) -> None:
        through = formats.integer(taken.accepted_through)
        if taken.state == "old":
            title = self.tr("Biên nhận {0} đã cũ: không đổi gì").format(taken.serial)
            self._word.say("notice", title, self.tr("Điểm đã có biên nhận mới hơn hoặc đúng biên nhận này."))
            self._desk.sounds.play("warning")
            return
        title = self.tr("Biên nhận {0}: chỉ huy đã nhận đến bản ghi {1}").format(taken.serial, through)
        self._word.say("good", title)
        self._desk.sounds.play("saved")
        self._changed()

    def _refused(self, refusal: Refusal) -> None:
        self._word.say("error", self.tr("Chưa nhận biên nhận vừa quét"), self._desk.say(refusal))
        self._desk.sounds.play("refused")
        self._changed()
