"""The desk of the person who is signed in: the screens that they have open, the current device, the frame's figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bundle.qr import is_receipt_text
from campaign.refusal import Refusal
from station_app.hardware.wedge import Burst
from station_app.services.settings import Settings
from station_app.services.show_standing import Standing, chain_is_intact, show_standing
from station_app.services.station import Station
from station_app.ui.asking import Asks, Named, Screen, ScreenName, Sounds, TakesScans
from station_app.ui.inside import Inside
from station_app.ui.scanning.scanned_receipts import ScannedReceipts
from station_app.ui.screens import Place, rail_entries
from station_app.ui.seat_lane import SeatLane
from station_app.ui.speech import Speech

_SECONDS_BETWEEN_LOOKS = 60
"""How often the frame's figures are asked anew when nothing is saved: ages grow by themselves."""


class Seat:
    """A `Desk`. It outlives a lock, and others who sit here meanwhile, and with it all that was typed.

    While somebody is away, what their work still answers changes their screens, but nothing that is in view.
    """

    def __init__(
        self,
        station: Station,
        standing: Standing,
        inside: Inside,
        read: Asks,
        write: Asks,
        slow: Asks,
        sounds: Sounds,
        speech: Speech,
        places: tuple[Place, ...],
    ) -> None:
        self.station, self.sounds = station, sounds
        self.read, self.write, self.slow = SeatLane(read), SeatLane(write), SeatLane(slow)
        self._inside, self._speech = inside, speech
        self._standing = standing
        self._places = tuple(place for place in places if place.open_to(station.person))
        self._made: dict[ScreenName, tuple[QWidget, Screen]] = {}
        self._current: ScreenName | None = None
        self._here = False
        self.hand_over_asked: Callable[[], None] = lambda: None
        self.settings_used: Callable[[Settings], None] = lambda settings: None
        self.shift_sealed: Callable[[], None] = lambda: None
        """Somebody else is to take the desk over."""
        self._receipts = ScannedReceipts(inside.word, self, self._receipt_came)
        self._seconds = 0
        self._looking = self._look_again = self._told_of_scan = False
        unsealed = [device for device in standing.devices if device.state != "none"]
        self._device = (unsealed or list(standing.devices))[0].device if standing.devices else ""

    @property
    def device(self) -> str:
        return self._device

    @property
    def last_at(self) -> datetime | None:
        """The time of the last entry, as far as the frame knows."""
        return self._standing.last_at

    def sit_down(self) -> None:
        """Shows the rail and the screen that was left, or the one to begin with."""
        self._here = True
        person = self.station.person
        rail = self._inside.show_rail(rail_entries(self._places, person))
        rail.chosen.connect(self.go)
        self._inside.bottom.show_person(person.full_name, person.role)
        self._show_standing(self._standing)
        self.journal_grew()
        self._look_at_chain()
        if self._current is None:
            self.go(self._first_screen())
        else:
            self._open(self._current)

    def rise(self) -> None:
        """The person goes, for a while: nothing of theirs is in view; what runs, such as an export, goes on."""
        self._here = False

    def follow(self, former: Seat) -> None:
        """Takes over where somebody else sat: the same device, and the same screen where it is open to both."""
        self._device = former.device
        if former._current is not None and self._place(former._current) is not None:
            self._current = former._current

    def leave(self) -> None:
        """The person doesn't come back: what was typed is forgotten; what runs goes on."""
        self._here = False
        for lane in (self.read, self.write, self.slow):
            lane.leave()
        for view, _ in self._made.values():
            self._inside.drop_page(view)
        self._made.clear()

    def tick(self) -> None:
        """A second has passed."""
        self._seconds += 1
        if self._seconds % _SECONDS_BETWEEN_LOOKS == 0:
            self.journal_grew()
            self._look_at_chain()
        if self._current is not None:
            self._made[self._current][1].tick()

    def pick_device(self, device: str) -> None:
        if self._standing.of(device) is None or device == self._device:
            return
        self._device = device
        self._inside.bottom.show_device(self._standing.of(device))
        if self._current is not None:
            self._made[self._current][1].shown()

    def pick_place(self, place: int) -> None:
        """The device at a place of the list, from 0; one that isn't there is not picked."""
        if place < len(self._standing.devices):
            self.pick_device(self._standing.devices[place].device)

    def scanned(self, burst: Burst) -> None:
        """A receipt is taken whatever is in view. Any other scan goes to the screen, where it takes scans; elsewhere it
        does nothing, and is told to.
        """
        if is_receipt_text(burst.text):
            self._receipts.take(burst.text)
            return
        screen = self._made[self._current][1] if self._current else None
        if isinstance(screen, TakesScans):
            if self._told_of_scan:
                self._inside.word.hide()
            screen.scanned(burst)
        else:
            self._told_of_scan = True
            title = QCoreApplication.translate("Seat", "Mã vừa quét không dùng ở màn hình này")
            text = QCoreApplication.translate("Seat", "Chưa ghi gì. Vào Ghi hồ sơ (Alt+2) rồi quét lại.")
            self._inside.word.say("notice", title, text)

    def now(self) -> datetime:
        return self.station.clock()

    def go(self, screen: ScreenName) -> None:
        if screen == "hand_over":
            self.hand_over_asked()
        elif screen == "shift":
            self.read.ask(lambda: show_standing(self.station), self._open_shift)
        else:
            self._open(screen)

    def use_settings(self, settings: Settings) -> None:
        self.settings_used(settings)

    def journal_grew(self) -> None:
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        self.read.ask(lambda: show_standing(self.station), self._looked, self._look_refused)

    def say(self, refusal: Refusal) -> str:
        return self._speech.say(refusal)

    def label(self, named: Named) -> str:
        return self._speech.label(named)

    def _first_screen(self) -> ScreenName:
        """Who can enrol a station that isn't begins with that.

        Supervisors begin with the board; who logs, with intake where a shift is open, and else opens one.
        """
        known = {place.screen for place in self._places}
        open_now = any(device.state in ("open", "paused") for device in self._standing.devices)
        if "enrolment" in known and not self._standing.enrolled:
            return "enrolment"
        if self.station.person.role != "operator" or "readiness" not in known:
            return "board"
        return "intake" if open_now and "intake" in known else "shift"

    def _open_shift(self, standing: Standing) -> None:
        self._show_standing(standing)
        device = standing.of(self._device)
        self._open("readiness" if device is None or device.state == "none" else "shift_close")

    def _open(self, screen: ScreenName) -> None:
        place = self._place(screen)
        if place is None:
            return
        screen = place.screen
        if screen not in self._made:
            self._made[screen] = place.make(self)
            self._inside.add_page(self._made[screen][0])
        view, presenter = self._made[screen]
        self._current = screen
        if not self._here:
            return
        presenter.shown()
        self._inside.show_page(view)
        self._show_tabs(place)
        if self._inside.rail is not None:
            self._inside.rail.set_current(place.entry)

    def _place(self, screen: ScreenName) -> Place | None:
        """A screen's place, or the first one that the person may open behind an entry of the rail."""
        asked = [place for place in self._places if place.screen == screen]
        return next(iter(asked or [place for place in self._places if place.entry == screen]), None)

    def _show_tabs(self, place: Place) -> None:
        siblings = [other for other in self._places if other.tab and other.entry == place.entry]
        labels = [other.tab() for other in siblings if other.tab]
        tabs = (
            self._inside.show_tabs(labels, siblings.index(place)) if place in siblings and len(siblings) > 1 else None
        )
        if tabs:
            tabs.chosen.connect(lambda index: self.go(siblings[index].screen))
        else:
            self._inside.hide_tabs()

    def _looked(self, standing: Standing) -> None:
        self._looking = False
        self._show_standing(standing)
        if self._look_again:
            self._look_again = False
            self.journal_grew()

    def _look_refused(self, refusal: Refusal) -> None:
        self._looking = self._look_again = False
        self._inside.word.say("error", self.say(refusal))

    def _show_standing(self, standing: Standing) -> None:
        running = {device.device for device in self._standing.devices if device.state != "none"}
        if any(device.state == "none" and device.device in running for device in standing.devices):
            self.shift_sealed()
        self._standing = standing
        if not self._here:
            return
        self._inside.bottom.show_device(standing.of(self._device))
        self._inside.bottom.show_waiting(standing.waiting, self.now())

    def _receipt_came(self) -> None:
        """What waited may have been received: the frame and the screen in view are to know."""
        self.journal_grew()
        if self._here and self._current is not None:
            self._made[self._current][1].shown()

    def _look_at_chain(self) -> None:
        self.read.ask(lambda: chain_is_intact(self.station), self._chain_seen, self._look_refused)

    def _chain_seen(self, intact: bool) -> None:
        if self._here:
            self._inside.bottom.show_chain(intact=intact)
