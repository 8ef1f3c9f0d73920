"""Adds, changes, resets and removes the station's people: one act at a time, in the card beside the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from campaign.refusal import Refusal
from station_app.services.passwords import reset_password
from station_app.services.permission import ROLES
from station_app.services.show_people import PersonFacts, show_people
from station_app.services.users import add_user, change_user, remove_user
from station_app.ui.asking import Desk, Event
from station_app.ui.people.shown import Act, Done, PeopleShown, Told


class PeopleView(Protocol):
    """``chosen`` carries a user, ``act_asked`` an `Act`; ``left`` and ``removed`` nothing.

    ``added`` carries login name, full name, role and password; ``changed`` full name and role; ``reset`` a password
    that the person has typed, or "" for one to be made up.
    """

    @property
    def chosen(self) -> Event: ...

    @property
    def act_asked(self) -> Event: ...

    @property
    def left(self) -> Event: ...

    @property
    def added(self) -> Event: ...

    @property
    def changed(self) -> Event: ...

    @property
    def reset(self) -> Event: ...

    @property
    def removed(self) -> Event: ...

    def show_people(self, shown: PeopleShown) -> None: ...

    def begin(self, act: Act) -> None:
        """Empty fields for an act, and the focus in the first; back to the list for none."""


class PeoplePresenter:
    def __init__(self, view: PeopleView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._people: tuple[PersonFacts, ...] = ()
        self._chosen = ""
        self._act: Act = "none"
        self._told: Told | None = None
        self._asked = 0
        self._busy = False
        view.chosen.connect(self._choose)
        view.act_asked.connect(self._begin)
        view.left.connect(self._leave)
        view.added.connect(self._add)
        view.changed.connect(self._change)
        view.reset.connect(self._reset)
        view.removed.connect(self._remove)

    def shown(self) -> None:
        self._look()

    def tick(self) -> None:
        if any(person.locked_until for person in self._people):
            self._show()

    def _look(self) -> None:
        station = self._desk.station
        self._desk.read.drop(self._asked)
        self._asked = self._desk.read.ask(lambda: show_people(station), self._seen, self._refused)

    def _seen(self, people: tuple[PersonFacts, ...]) -> None:
        self._people = people
        if self._person() is None:
            self._chosen = people[0].user if people else ""
        self._show()

    def _person(self) -> PersonFacts | None:
        return next((person for person in self._people if person.user == self._chosen), None)

    def _choose(self, user: str) -> None:
        if self._act == "none" and not self._busy and user != self._chosen:
            self._chosen, self._told = user, None
            self._show()

    def _begin(self, act: Act) -> None:
        if self._busy or (act != "add" and self._person() is None):
            return
        self._act, self._told = act, None
        self._show()
        self._view.begin(act)

    def _leave(self) -> None:
        if not self._busy:
            self._act, self._told = "none", None
            self._show()
            self._view.begin("none")

    def _add(self, user: str, full_name: str, role: str, password: str) -> None:
        station = self._desk.station
        self._do("add", "added", user, full_name, lambda: add_user(station, user, ROLES[role], full_name, password))

    def _change(self, full_name: str, role: str) -> None:
        station, user = self._desk.station, self._chosen
        self._do("change", "changed", user, full_name, lambda: change_user(station, user, ROLES[role], full_name))

    def _remove(self) -> None:
        station, user = self._desk.station, self._chosen
        self._do("remove", "removed", user, self._name(), lambda: remove_user(station, user))

    def _reset(self, password: str) -> None:
        station, user = self._desk.station, self._chosen
        self._do("reset", "reset", user, self._name(), lambda: reset_password(station, user, password or None))

    def _do(self, act: Act, done: Done, user: str, full_name: str, call: Callable[[], object]) -> None:
        if self._busy or self._act != act:
            return

        def then(answer: object) -> None:
            password = answer if isinstance(answer, str) else ""
            self._busy, self._act = False, "none"
            self._told = Told(done, full_name, password)
            self._chosen = user
            self._desk.journal_grew()
            self._show()
            self._view.begin("none")
            self._look()

        self._busy, self._told = True, None
        self._show()
        self._desk.write.ask(call, then, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        self._told = Told(words=self._desk.say(refusal))
        self._show()

    def _name(self) -> str:
        person = self._person()
        return person.full_name if person else ""

    def _show(self) -> None:
        person = self._person()
        until = person.locked_until if person else None
        seconds = max(0, int((until - self._desk.now()).total_seconds())) if until else 0
        self._view.show_people(PeopleShown(self._people, self._chosen, self._act, self._told, self._busy, seconds))
