"""The settings in force at this window, and what makes them take effect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from campaign.refusal import Refusal
from station_app.services.settings import Found, Settings
from station_app.ui.appearance import wear
from station_app.ui.asking import Asks
from station_app.ui.scanning.gear import Gear
from station_app.ui.sign_in.view import SignInView
from station_app.ui.speech import Speech
from station_app.ui.word_strip import WordStrip
from ui_kit import formats

if TYPE_CHECKING:
    from station_app.services.backup import BackedUp
    from station_app.services.station import Station


class SettingsInUse(QObject):
    """``idle`` is the timer that locks the window. Begins with the settings by which the window was dressed."""

    def __init__(
        self, settings: Settings, gear: Gear, idle: QTimer, sign_in: SignInView, word: WordStrip, speech: Speech
    ) -> None:
        super().__init__()
        self._settings, self._gear, self._idle, self._sign_in = settings, gear, idle, sign_in
        self._word, self._speech = word, speech

    def use(self, settings: Settings) -> None:
        """What was set takes effect: only what differs from before, so that nothing is interrupted for nothing."""
        before, self._settings = self._settings, settings
        if (settings.theme, settings.text_size) != (before.theme, before.text_size):
            wear(settings)
        if settings.scanner != before.scanner:
            self._gear.listen(settings.scanner)
        self._gear.volume = settings.loudness
        self.set_idle_minutes(settings.idle_minutes)

    def use_found(self, found: Found) -> None:
        """Those of the file; a word says which of them can't be read."""
        self.use(found.settings)
        if found.damaged or found.wrong:
            title = self.tr("Một số cài đặt không đọc được")
            names = ", ".join(found.wrong) or self.tr("cả tệp settings.toml")
            self._word.say("notice", title, self.tr("Dùng giá trị mặc định cho: {0}.").format(names))

    def set_idle_minutes(self, minutes: int) -> None:
        """After so long without a key or the mouse the window locks itself."""
        self._idle.setInterval(minutes * 60_000)
        self._sign_in.set_idle_minutes(minutes)

    def keep_a_copy(self, station: Station | None, lane: Asks) -> None:
        """A shift was sealed: the store is copied aside, where a place for that was set."""
        from station_app.services.backup import copy_aside

        folder = self._settings.backup_folder
        if station is not None and folder:
            lane.ask(lambda: copy_aside(station, Path(folder)), self._copied, self._not_copied)

    def _copied(self, made: BackedUp) -> None:
        """Only what wants doing is told: a copy that was made is nothing new."""
        if made.beyond:
            title = self.tr("Bản sao lưu chiếm quá chỗ dành sẵn {0}").format(formats.file_size(made.beyond))
            text = self.tr("Chưa xóa bản cũ nào: chỉ huy chưa nhận các bản ghi đó. Xuất USB và nhận biên nhận.")
            self._word.say("notice", title, text)

    def _not_copied(self, refusal: Refusal) -> None:
        title = self.tr("Chưa sao lưu được; ca đã niêm phong và vẫn an toàn")
        self._word.say("notice", title, self._speech.say(refusal))
