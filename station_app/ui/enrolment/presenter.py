"""Leads the administrator from a made station to an enrolled one; begins wherever the journal and the sticks are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from bundle.stick import Stick
from campaign.refusal import InputRefused, Refusal, StorageRefused
from station_app.hardware.drives import Drive, removable_drives
from station_app.services.orders import Received, receive_orders
from station_app.services.request_enrolment import Requested, request_enrolment
from station_app.services.show_enrolment import Enrolment, show_enrolment
from station_app.services.show_sticks import folder_as_drive
from station_app.ui.asking import Desk, Event
from station_app.ui.enrolment.shown import NO_ANSWER, EnrolmentShown, StickShown

MOST_STICKS = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A plugged-in drive, or a folder in place of one. ``requested``, ``answered``: as `StickShown`."""

    root: Path
    free: int
    requested: bool
    answered: bool


class EnrolmentView(Protocol):
    """``picked`` carries a stick's key, ``folder_given`` a path, ``receive_asked`` the fingerprint as typed."""

    @property
    def picked(self) -> Event: ...

    @property
    def look_asked(self) -> Event: ...

    @property
    def folder_given(self) -> Event: ...

    @property
    def request_asked(self) -> Event: ...

    @property
    def receive_asked(self) -> Event: ...

    @property
    def left(self) -> Event: ...

    def show_enrolment(self, shown: EnrolmentShown) -> None: ...


class EnrolmentPresenter:
    def __init__(
        self, view: EnrolmentView, desk: Desk, drives: Callable[[], Iterable[Drive]] = removable_drives
    ) -> None:
        self._view, self._desk, self._drives = view, desk, drives
        self._standing: Enrolment | None = None
        self._sticks: tuple[Found, ...] = ()
        self._chosen: Path | None = None
        self._folder: Path | None = None
        self._looking = False
        self._busy: Literal["", "requesting", "receiving"] = ""
        self._written = self._trouble = ""
        view.picked.connect(self._pick)
        view.look_asked.connect(self._look)
        view.folder_given.connect(self._give_folder)
        view.request_asked.connect(self._request)
        view.receive_asked.connect(self._receive)
        view.left.connect(lambda: desk.go("people"))

    def shown(self) -> None:
        self._desk.read.ask(lambda: show_enrolment(self._desk.station), self._seen)
        self._look()

    def tick(self) -> None:
        """Sticks are looked for again by a key: nothing here hurries."""

    def _look(self) -> None:
        if self._looking:
            return
        self._looking = True
        self._desk.slow.ask(self._found, self._looked, self._not_looked)
        self._show()

    def _found(self) -> tuple[Found, ...]:
        drives = list(self._drives())
        if self._folder is not None:
            drives.insert(0, folder_as_drive(self._folder))
        return tuple(self._what_is_on(drive) for drive in drives[:MOST_STICKS])

    def _what_is_on(self, drive: Drive) -> Found:
        identity = self._desk.station.identity
        try:
            listing = Stick(drive.root).listing()
        except StorageRefused:  # pulled out just now, or not to be read
            return Found(drive.root, drive.free, False, False)
        requests, answers = (listing.of(kind, identity.station) for kind in ("request", "enrolment"))
        return Found(
            drive.root,
            drive.free,
            any(file.numbers == (identity.epoch,) for file in requests),
            any(file.numbers == (identity.epoch,) for file in answers),
        )

    def _looked(self, sticks: tuple[Found, ...]) -> None:
        self._looking, self._sticks = False, sticks
        roots = [stick.root for stick in sticks]
        if self._chosen not in roots:
            answered = [stick.root for stick in sticks if stick.answered]
            self._chosen = next(iter(answered or roots), None)
        self._show()

    def _not_looked(self, refusal: Refusal) -> None:
        self._looking = False
        self._folder = None
        self._refused(refusal)

    def _pick(self, key: int) -> None:
        if 0 < key <= len(self._sticks) and not self._busy:
            self._chosen, self._trouble = self._sticks[key - 1].root, ""
            self._show()

    def _give_folder(self, path: str) -> None:
        if path.strip() and not self._busy:
            self._folder = self._chosen = Path(path.strip()).expanduser()
            self._trouble = ""
            self._look()

    def _request(self) -> None:
        root = self._chosen
        if root is None or self._busy:
            return
        self._busy, self._trouble = "requesting", ""
        self._desk.slow.ask(lambda: request_enrolment(self._desk.station, Stick(root)), self._requested, self._refused)
        self._show()

    def _requested(self, requested: Requested) -> None:
        self._busy, self._written = "", Path(requested.file).name
        self._look()

    def _receive(self, roots: str) -> None:
        root = self._chosen
        if root is None or self._busy:
            return
        self._busy, self._trouble = "receiving", ""
        told = roots.strip() or None
        self._desk.slow.ask(
            lambda: receive_orders(self._desk.station, Stick(root), told), self._received, self._refused
        )
        self._show()

    def _received(self, received: Received) -> None:
        self._busy = ""
        if received.refused:  # the others were refused because of the first
            first = received.refused[0]
            self._trouble = self._desk.say(InputRefused(first.code, file=first.file))
        self._desk.journal_grew()
        self._desk.read.ask(lambda: show_enrolment(self._desk.station), self._answered)

    def _answered(self, standing: Enrolment) -> None:
        if not standing.enrolled and not self._trouble:
            self._trouble = NO_ANSWER
        self._seen(standing)

    def _seen(self, standing: Enrolment) -> None:
        self._standing = standing
        self._show()

    def _refused(self, refusal: Refusal) -> None:
        self._busy = ""
        self._trouble = self._desk.say(refusal)
        self._show()

    def _show(self) -> None:
        standing = self._standing
        if standing is None:
            return
        asked = bool(self._written) or any(stick.requested or stick.answered for stick in self._sticks)
        self._view.show_enrolment(
            EnrolmentShown(
                step="done" if standing.enrolled else "receive" if asked else "request",
                station=standing.station,
                fingerprint=standing.fingerprint,
                roots=standing.roots,
                needs_roots=not standing.trust_version and not standing.drill,
                sticks=tuple(
                    StickShown(
                        key,
                        stick.root.name or str(stick.root),
                        stick.free,
                        stick.requested,
                        stick.answered,
                        stick.root == self._chosen,
                    )
                    for key, stick in enumerate(self._sticks, 1)
                ),
                looking=self._looking,
                busy=self._busy,
                written=self._written,
                trouble=self._trouble,
                trust_version=standing.trust_version,
                plan_version=standing.plan_version,
            )
        )
