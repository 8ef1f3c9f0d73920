"""The station's window at work: the door, who is at the desk, the lanes, and the lock."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from campaign.refusal import Refusal
from station_app.home import LOG
from station_app.home import Homes as Homes
from station_app.services.settings import Settings, read_settings
from station_app.ui.breakage import tell_breakage
from station_app.ui.clock_watch import ClockWatch
from station_app.ui.closing import Closing
from station_app.ui.doorway import look_in
from station_app.ui.exchange import Exchange
from station_app.ui.first_run import FirstRun
from station_app.ui.frame import Frame
from station_app.ui.inside import Inside
from station_app.ui.lanes import Lane
from station_app.ui.pin_trust import PinTrust
from station_app.ui.retention import Retention
from station_app.ui.scanning.at_the_door import ScansAtTheDoor
from station_app.ui.scanning.gear import Gear
from station_app.ui.seats import Seats
from station_app.ui.settings_in_use import SettingsInUse
from station_app.ui.sign_in.presenter import SignInPresenter
from station_app.ui.sign_in.view import IDLE_MINUTES, SignInView
from station_app.ui.speech import Speech
from station_app.ui.tidying import Tidying
from station_app.ui.unlocking import ClockFor, Unlocked, let_in, open_for, renewed

if TYPE_CHECKING:
    from station_app.door import Door
    from station_app.hardware.wedge import Burst
    from station_app.services.station import Station
    from station_app.ui.seat import Seat

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}  # of a shortcut only the latter is seen
_SIGNS_OF_LIFE = {*_KEYS, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class Desktop(QObject):
    """Everything that isn't needed for the first paint is imported after it, on the reading thread."""

    def __init__(
        self,
        homes: Homes,
        speech: Speech,
        clock_for: ClockFor,
        *,
        practising: bool,
        frame: Frame | None = None,
        settings: Settings | None = None,
    ) -> None:
        """``settings``: those in force already, by which the window was dressed."""
        super().__init__()
        self._homes, self._speech, self._clock_for = homes, speech, clock_for
        self.practising = practising
        self.frame = frame or Frame()
        self.inside = Inside(self.frame)
        self.read, self.write, self.slow = Lane("read", self, patient=True), Lane("write", self), Lane("slow", self)
        for lane in (self.read, self.write, self.slow):
            lane.broke.connect(self.broke)
        self.gear = Gear(self.inside.bottom, self._scanned, self._scanned_at_door, self)
        self._at_the_door = ScansAtTheDoor(self.inside.word)
        self._unlocked: Unlocked | None = None
        self._seats = Seats(self._make_seat)
        self._pins = PinTrust()
        self._seated = False
        self._clock = clock_for(drill=practising)
        self._watch = ClockWatch(self._clock)
        self._sign_in_view = SignInView()
        self._sign_in = SignInPresenter(self._sign_in_view, self)
        self.inside.add_page(self._sign_in_view)
        self._first_run = FirstRun(self, self._sign_in_view, clock_for)
        self.inside.show_page(self._sign_in_view)
        if self.frame.was_painted:
            QTimer.singleShot(0, self._begin)
        else:
            self.frame.painted.connect(self._begin)
        self.frame.closing.connect(self._close)
        self.frame.device_asked.connect(self._pick_place)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self.idle = QTimer(self, interval=IDLE_MINUTES * 60_000, singleShot=True)
        self.idle.timeout.connect(self.lock)
        self.settings = SettingsInUse(
            settings or Settings(), self.gear, self.idle, self._sign_in_view, self.inside.word, speech
        )
        self._closing = Closing(self.frame, self.inside, self.read, self.slow, self.write, self._take_store)
        self._exchange = Exchange(self)
        self._retention = Retention(self.write)
        for keys, act in (("Ctrl+L", self.lock), ("Shift+F10", self._change_person)):
            QShortcut(QKeySequence(keys), self.frame, act)
        self._tidying = Tidying()
        self.tick()

    @property
    def home(self) -> str:
        return str(self._home)

    @property
    def station(self) -> Station | None:
        """The unlocked one."""
        return self._unlocked.station if self._unlocked else None

    @property
    def log_folder(self) -> Path:
        """Where traces go: beside the store that they are about."""
        return self._home / LOG

    def now(self) -> datetime:
        return self._clock()

    def say(self, refusal: Refusal) -> str:
        return self._speech.say(refusal)

    def look(self) -> tuple[Door, Mapping[str, str]] | None:
        """Who may come in, and by which settings."""
        found = read_settings(self._home)
        self.read.tell(lambda: self.settings.use_found(found))
        return look_in(self._home, self.now, self._tell_step, practising=self.practising)

    def met(self, door: Door | None) -> None:
        """The sign-in screen has found a door, or none: the frame says which point it is, and that it is practice."""
        self.inside.drill.setVisible(door is not None and door.drill)
        self.inside.bottom.show_point(door.station if door else "–", door.unit if door else "")
        self._first_run.met(station=door is not None)
        if door is not None:
            self.inside.show_page(self._sign_in_view)
        self.read.ask(_warm_up, lambda _: None)

    def unlock(self, user: str, secret: str, *, by_password: bool = False) -> Unlocked:
        """Opens the store by a password, or, while it is open, lets another person in by theirs or by a PIN."""
        if self._unlocked is not None:
            return let_in(self._unlocked, user, secret, None if by_password else self._pins)
        return open_for(self._home, user, secret, self._clock_for)

    def hold(self, unlocked: Unlocked) -> bool:
        """Keeps the station open for somebody who sets a new password first; whether they must."""
        self._unlocked = unlocked
        self._pins.locked()
        return unlocked.station.person.temporary

    def renew(self, unlocked: Unlocked, password: str, new_password: str, pin: str) -> Unlocked:
        """One's own new password, PIN, or both; nothing is changed where the PIN is none."""
        return renewed(unlocked, password, new_password, pin)

    def enter(self, unlocked: Unlocked, *, taking_over: bool = False) -> None:
        """The person sits down: at what they left, or where the one before them sat."""
        from station_app.services.sign_in import tell_sign_in

        station = unlocked.station
        self.write.ask(lambda: tell_sign_in(station), lambda _: None)
        seat = self._seats.take(unlocked, taking_over=taking_over)
        self._unlocked = unlocked
        self._seated = True
        self._pins.seated()
        self.inside.bottom.show_point(station.identity.station, station.identity.unit)  # it may have been made just now
        seat.sit_down()
        if self.inside.rail is not None:
            self.inside.rail.lock_asked.connect(self.lock)
        self._at_the_door.let_in()
        self.gear.attend(self.frame)
        self.idle.start()

    def lock(self) -> None:
        """Back to the sign-in screen. The screens keep what was typed for who signs in again; work goes on."""
        if self._seat is None or not self._seated:
            return
        self._seated = False
        self._seat.rise()
        self._pins.locked()
        self._exchange.close()
        if popup := QApplication.activePopupWidget():
            popup.close()
        self.inside.word.hide()
        self.idle.stop()
        self.gear.rest(self.frame)
        self.inside.hide_rail()
        self.inside.hide_tabs()
        self.inside.bottom.show_nobody()
        self.inside.show_page(self._sign_in_view)
        self._sign_in.lock(self._seat.station.person.user, self._seat.last_at)

    def practise(self, on: bool) -> None:
        """Turns to the other station; the one behind the lock is closed."""
        self._seats.leave()
        self._closing.close_store(lambda: None)
        self.practising = on
        self._clock = self._clock_for(drill=on)
        self._watch = ClockWatch(self._clock)

    def broke(self, error: BaseException) -> None:
        tell_breakage(error, self.inside.word, self.say, self.log_folder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._seated:
            self.idle.start()
        return False

    def end(self) -> None:
        """The program ends: the threads finish what they have begun."""
        self._seconds.stop()
        self.gear.end()
        for lane in (self.read, self.slow, self.write):
            lane.stop()
        self._tidying.end()

    @property
    def _home(self) -> Path:
        return self._homes.folder(practising=self.practising)

    def _begin(self) -> None:
        self._seconds.start()
        handle = self.frame.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self.gear.rest(self.frame)
        QTimer.singleShot(0, self._sign_in.look)

    def tick(self) -> None:
        """A second has passed."""
        self._tidying.tick()
        self._watch.tell_step(self.station, self.write)
        self.inside.bottom.show_moment(self.now())
        if self._seated and self._seat is not None:
            self._seat.tick()
            self._exchange.tick()
            self._retention.tick(self._seat)
        else:
            self._sign_in.tick()
            self._first_run.show_moment(self.now())

    def _scanned(self, burst: Burst) -> None:
        if self._seated and self._seat is not None:
            self.idle.start()
            self._seat.scanned(burst)

    def _scanned_at_door(self) -> None:
        if not self._closing.begun:
            self._at_the_door.tell()

    def _change_person(self) -> None:
        if self._seated:
            self._exchange.open()

    def _pick_place(self, place: int) -> None:
        if self._seated and self._seat is not None:
            self._seat.pick_place(place)

    def _tell_step(self, step: str) -> None:
        self.read.tell(lambda: self._sign_in.preparing(step))

    @property
    def _seat(self) -> Seat | None:
        """Of who is at the desk, or was last."""
        return self._seats.current

    def _make_seat(self, unlocked: Unlocked) -> Seat:
        from station_app.ui.screens import PLACES
        from station_app.ui.seat import Seat

        lanes = self.read, self.write, self.slow
        seat = Seat(unlocked.station, unlocked.standing, self.inside, *lanes, self.gear, self._speech, PLACES)
        seat.hand_over_asked = self._exchange.open
        seat.settings_used, seat.shift_sealed = self.settings.use, self._keep_a_copy
        return seat

    def _keep_a_copy(self) -> None:
        self.settings.keep_a_copy(self.station, self.slow)

    def _close(self) -> None:
        self._seated = False
        self._closing.close_window()

    def _take_store(self) -> ExitStack:
        closing = self._unlocked.closing if self._unlocked else ExitStack()
        self._unlocked = None
        return closing


def _warm_up() -> None:
    """Imports what unlocking needs while the person still types the password."""
    import_module("station_app.bootstrap")
    import_module("station_app.services.show_standing")
