"""Keeps the follow-up list, arranges its cases, and takes the last change back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from campaign.refusal import Refusal
from station_app.services.follow_ups import (
    OPEN,
    Arranged,
    Case,
    Cases,
    Key,
    Sieve,
    change_follow_up,
    follow_ups,
    phone_of,
)
from station_app.ui.asking import Desk
from station_app.ui.follow_ups.rendering import FollowUpNaming
from station_app.ui.follow_ups.shown import Done
from station_app.ui.follow_ups.surface import FollowUpSurface

PAGE = 100
"""Cases shown at first, and more each time the last of them is reached."""
_SECONDS_BETWEEN_LOOKS = 30


class FollowUpPresenter:
    def __init__(self, view: FollowUpSurface, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._naming = FollowUpNaming(desk)
        self._sieve, self._limit = Sieve(), PAGE
        self._cases: Cases | None = None
        self._current = 0
        self._last: tuple[Key, Arranged, str] | None = None
        self._asked = 0
        self._waiting = self._writing = False
        self._seconds = 0
        view.sieved.connect(self._sift)
        view.more.connect(self._more)
        view.moved.connect(self._move)
        view.opened.connect(self._open)
        view.next_asked.connect(self._set_next)
        view.owner_asked.connect(self._set_owner)
        view.taken.connect(lambda index: self._set_owner(index, desk.station.person.user))
        view.close_asked.connect(self._close)
        view.undo_asked.connect(self._undo)

    def shown(self) -> None:
        self._view.show_phone("")
        self._look()

    def tick(self) -> None:
        self._seconds += 1
        if self._waiting:
            self._view.show_late(True)
        elif self._seconds % _SECONDS_BETWEEN_LOOKS == 0:
            self._look()

    def _look(self) -> None:
        self._desk.read.drop(self._asked)
        station, sieve, limit = self._desk.station, self._sieve, self._limit
        self._waiting = True
        self._asked = self._desk.read.ask(lambda: follow_ups(station, sieve, limit), self._seen, self._refused)

    def _seen(self, cases: Cases) -> None:
        kept = self._case(self._current)
        self._waiting, self._cases = False, cases
        keys = [case.key for case in cases.cases]
        known = keys.index(kept.key) if kept and kept.key in keys else min(self._current, len(keys) - 1)
        if kept is not None and kept.key not in keys:
            self._view.show_phone("")
        self._current = known
        self._view.show_late(False)
        self._view.show_trouble("")
        self._view.show_cases(self._naming.cases(cases), known)

    def _refused(self, refusal: Refusal) -> None:
        self._waiting = self._writing = False
        self._view.show_late(False)
        self._view.show_trouble(self._desk.say(refusal))

    def _case(self, index: int) -> Case | None:
        cases = self._cases.cases if self._cases else ()
        return cases[index] if 0 <= index < len(cases) else None

    def _sift(self, reason: str, owner: str | None, which: str) -> None:
        outcome, _, why = reason.partition(" ")
        self._sieve = Sieve((outcome, why) if reason else None, owner, due=which == "due", here=which == "here")
        self._limit, self._current = PAGE, 0
        self._view.show_phone("")
        self._look()

    def _more(self) -> None:
        if self._cases and len(self._cases.cases) < self._cases.matching and not self._waiting:
            self._limit += PAGE
            self._look()

    def _move(self, index: int) -> None:
        if index != self._current:
            self._current = index
            self._view.show_phone("")

    def _open(self, index: int) -> None:
        case = self._case(index)
        if case is None:
            return
        station, key = self._desk.station, case.key

        def found(phone: str) -> None:
            current = self._case(self._current)
            if current is not None and current.key == key:
                self._view.show_phone(phone)

        self._desk.read.ask(lambda: phone_of(station, key), found, self._refused)

    def _set_next(self, index: int, days: int) -> None:
        if self._cases is not None:
            day = self._cases.today + timedelta(days=days)
            self._change(index, lambda arranged: replace(arranged, next_on=day), "next_on")

    def _set_owner(self, index: int, user: str) -> None:
        self._change(index, lambda arranged: replace(arranged, owner=user), "owner")

    def _close(self, index: int, reason: str) -> None:
        self._change(index, lambda arranged: replace(arranged, state=reason), reason)

    def _change(self, index: int, change: Callable[[Arranged], Arranged], what: str) -> None:
        case = self._case(index)
        if case is not None and change(case.arranged) != case.arranged:
            self._write(case.key, change(case.arranged), case.name, what)

    def _undo(self) -> None:
        if self._last is not None:
            key, before, name = self._last
            self._write(key, before, name, "undone")

    def _write(self, key: Key, arranged: Arranged, name: str, what: str) -> None:
        """One at a time: a key pressed meanwhile would be of a case that has moved."""
        if self._writing:
            return
        self._writing = True
        station = self._desk.station

        def changed(before: Arranged) -> None:
            self._writing = False
            undone = what == "undone"
            self._last = None if undone else (key, before, name)
            people = self._cases.people if self._cases else ()
            owner = next((one.full_name for one in people if one.user == arranged.owner), arranged.owner)
            self._view.show_done(Done(what, name, arranged.next_on, owner))
            if undone and arranged.state == OPEN:
                self._view.show_phone("")
            self._desk.journal_grew()
            self._look()

        self._desk.write.ask(lambda: change_follow_up(station, key, arranged), changed, self._refused)
