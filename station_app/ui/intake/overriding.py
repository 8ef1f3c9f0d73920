"""F8: a supervisor accepts a number that was accepted before, by password and reason, at the operator's own seat."""

from __future__ import annotations

from collections.abc import Callable

from campaign.refusal import InputRefused, NotPermitted, Refusal
from station_app.services.colleagues import colleagues
from station_app.services.permission import Person
from station_app.services.station import Station
from station_app.ui.asking import Desk
from station_app.ui.intake.saving import Override
from station_app.ui.intake.shown import OverrideAsked, RecordShown

PersonOf = Callable[[Station, str, str], Person]
"""Who somebody is by user name and password. Raises NotPermitted("wrong_password", "locked_out")."""


class Overriding:
    """``changed`` is called when the panel changes, ``granted`` with the override."""

    def __init__(
        self,
        desk: Desk,
        person_of: PersonOf,
        changed: Callable[[], None],
        granted: Callable[[Override], None],
    ) -> None:
        self._desk, self._person_of, self._changed, self._granted = desk, person_of, changed, granted
        self.open = False
        self._supervisors: tuple[tuple[str, str], ...] = ()
        self._sentence = ""
        self._round = 0
        self._busy = False

    @property
    def own(self) -> bool:
        """Who is signed in may override, and gives only a reason."""
        return self._desk.station.person.may("override")

    def prepare(self) -> None:
        """Asks who may override, so that the panel need not wait for it."""
        station = self._desk.station
        if not self.own:
            self._desk.read.ask(lambda: _supervisors(station), self._offer, lambda _: None)

    def ask(self) -> None:
        """Opens the panel."""
        self.open, self._sentence = True, ""
        self.prepare()
        self._changed()

    def close(self) -> None:
        """Whatever is still on its way is dropped: a password that comes late overrides nothing."""
        self._round += 1
        self.open = self._busy = False
        self._sentence = ""

    def give(self, user: str, password: str, reason: str) -> None:
        reason = " ".join(reason.split())
        if not self.open or self._busy:
            return
        if not reason:
            self._tell(InputRefused("reason_needed"))
            return
        station, person_of = self._desk.station, self._person_of
        if self.own:
            self._grant(Override(station.person, reason))
            return
        if not user:
            self._tell(NotPermitted("second_person_needed"))
            return
        self._round += 1
        current = self._round
        self._busy = True
        self._changed()
        self._desk.write.ask(
            lambda: person_of(station, user, password),
            lambda person: self._vouched(current, person, reason),
            lambda refusal: self._refused(current, refusal),
        )

    def shown(self, other: RecordShown | None) -> OverrideAsked:
        return OverrideAsked(other, self._supervisors, self.own, self._sentence, self._busy)

    def _offer(self, supervisors: tuple[tuple[str, str], ...]) -> None:
        if supervisors != self._supervisors:
            self._supervisors = supervisors
            self._changed()

    def _vouched(self, current: int, person: Person, reason: str) -> None:
        if current == self._round:
            self._grant(Override(person, reason))

    def _grant(self, override: Override) -> None:
        self.close()
        self._granted(override)

    def _refused(self, current: int, refusal: Refusal) -> None:
        if current == self._round:
            self._tell(refusal)

    def _tell(self, refusal: Refusal) -> None:
        self._busy = False
        self._sentence = self._desk.say(refusal)
        self._changed()


def _supervisors(station: Station) -> tuple[tuple[str, str], ...]:
    with station.store.read() as snapshot:
        people = colleagues(station, snapshot)
    return tuple((person.user, person.full_name) for person in people if person.overrides)
