"""Lets the next operator take the desk over: who it is, by PIN or password, and every shift that runs goes with it."""

from __future__ import annotations

from datetime import datetime
from string import ascii_lowercase
from typing import Any, Protocol

from campaign.calendar import parse_time
from campaign.refusal import NotPermitted, Refusal
from station_app.services.hand_over import HandOver, hand_over_desk, show_hand_over
from station_app.services.station import Station
from station_app.ui.asking import Asks, Event
from station_app.ui.hand_over.shown import HandOverShown, ShareShown, SuccessorShown
from station_app.ui.sign_in.shown import Trouble

KEYS = "123456789" + ascii_lowercase


class Counter(Protocol):
    """The desk as something that changes hands; ``station`` is that of who sits there."""

    @property
    def station(self) -> Station: ...

    @property
    def read(self) -> Asks: ...

    @property
    def write(self) -> Asks: ...

    def unlock(self, user: str, secret: str) -> Any:
        """To be called on a lane: what `seat` takes; it has a ``station`` of the successor's."""

    def seat(self, unlocked: Any) -> None:
        """The successor sits down where the other sat."""

    def now(self) -> datetime: ...

    def say(self, refusal: Refusal) -> str: ...


class HandOverView(Protocol):
    """``picked`` carries a user, ``entered`` a PIN or password, ``left`` nothing."""

    @property
    def picked(self) -> Event: ...

    @property
    def entered(self) -> Event: ...

    @property
    def left(self) -> Event: ...

    def show_hand_over(self, shown: HandOverShown) -> None: ...

    def choose(self, user: str) -> None:
        """With an empty field."""

    def show_trouble(self, trouble: Trouble | None) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def close_panel(self) -> None: ...


class HandOverPresenter:
    def __init__(self, view: HandOverView, counter: Counter) -> None:
        self._view, self._counter = view, counter
        self._user = ""
        self._asked = 0
        self._open = self._busy = False
        self._locked: dict[str, datetime] = {}
        view.picked.connect(self._pick)
        view.entered.connect(self._enter)
        view.left.connect(self.close)

    def open(self) -> None:
        """Asks for what would be handed over, and to whom."""
        station = self._counter.station
        self._open, self._user = True, ""
        self._counter.read.drop(self._asked)
        self._asked = self._counter.read.ask(lambda: show_hand_over(station), self._seen, self._refused)

    def close(self) -> None:
        """Nothing changes hands; what is under way is not stopped."""
        if not self._busy:
            self._counter.read.drop(self._asked)
            self._open = False
            self._view.close_panel()

    def tick(self) -> None:
        """A second has passed."""
        if self._open and self._user in self._locked:
            self._show_lock()

    def _seen(self, found: HandOver) -> None:
        successors = tuple(
            SuccessorShown(key, one.user, one.full_name, one.role, one.user in found.with_pin)
            for key, one in zip(KEYS, found.successors, strict=False)
        )
        shares = tuple(ShareShown(one.label or one.device, one.logged, one.counted) for one in found.shifts)
        self._view.show_hand_over(HandOverShown(self._counter.station.person.full_name, shares, successors))

    def _pick(self, user: str) -> None:
        if not self._busy:
            self._user = user
            self._view.choose(user)
            self._view.show_trouble(None)
            self._show_lock()

    def _enter(self, secret: str) -> None:
        user = self._user
        if not user or not secret or self._busy or user in self._locked:
            return
        self._view.show_trouble(None)
        self._set_busy(True)
        self._counter.read.ask(lambda: self._counter.unlock(user, secret), self._known, self._refused)

    def _known(self, unlocked: Any) -> None:
        station, successor = self._counter.station, unlocked.station.person
        if successor.temporary:
            self._refused(NotPermitted("password_temporary"))
            return
        self._counter.write.ask(
            lambda: hand_over_desk(station, successor), lambda _: self._done(unlocked), self._refused
        )

    def _done(self, unlocked: Any) -> None:
        self._set_busy(False)
        self.close()
        self._counter.seat(unlocked)

    def _refused(self, refusal: Refusal) -> None:
        self._set_busy(False)
        if self._user:
            self._view.choose(self._user)
        match refusal.code, refusal.fields:
            case "wrong_password", {"left": int(left)}:
                self._view.show_trouble(Trouble("wrong", left=left))
            case "locked_out", {"until": str(until)}:
                self._locked[self._user] = parse_time(until)
                self._show_lock()
            case _:
                self._view.show_trouble(Trouble("refused", words=self._counter.say(refusal)))

    def _show_lock(self) -> None:
        until = self._locked.get(self._user)
        if until is None:
            return
        seconds = int((until - self._counter.now()).total_seconds())
        if seconds <= 0:
            del self._locked[self._user]
        self._view.show_trouble(Trouble("locked", until=until, seconds=seconds) if seconds > 0 else None)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
