"""Look through a day's applications piece by piece: what is found shows at once, and a search may end at any piece."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from campaign.searching import Wanted
from db.reads.entries import NEWEST, Glance, Key, glance_below
from station_app.services.sending import Sending, Sent
from station_app.services.station import Station

State = Literal["counted", "voided", "warned", "paper", "unsent", "exported", "received"]

PIECE = 2000
"""Applications looked at in one call: some milliseconds, so that nothing else on the lane waits for long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What passes: an outcome, who logged (a user), a device, a state, and what is typed; "" and None let all pass."""

    outcome: str = ""
    by: str = ""
    device: str = ""
    state: State | None = None
    wanted: Wanted | None = None

    @property
    def open(self) -> bool:
        """Lets everything pass: no search is needed."""
        return self == Sieve()


@dataclass(frozen=True, slots=True)
class Piece:
    """``found``: newest first; ``looked``: how many were looked at; ``then``: where the next piece begins, if any."""

    found: tuple[Key, ...]
    looked: int
    then: Key | None


def search_entries(station: Station, day: date, sieve: Sieve, *, below: Key = NEWEST, piece: int = PIECE) -> Piece:
    """One piece of a search, from the newest to the oldest."""
    code = station.identity.station
    with station.store.read() as snapshot:
        glances = glance_below(
            snapshot, code, day.isoformat(), below, limit=piece, with_subjects=sieve.wanted is not None
        )
        sending = Sending.of(station, snapshot) if sieve.state in get_args(Sent) else None
    found = tuple((one.epoch, one.n) for one in glances if _passes(sieve, one, sending))
    last = glances[-1] if len(glances) == piece else None
    return Piece(found, len(glances), (last.epoch, last.n) if last else None)


def _passes(sieve: Sieve, one: Glance, sending: Sending | None) -> bool:
    return (
        sieve.outcome in ("", one.outcome)
        and sieve.by in ("", one.by)
        and sieve.device in ("", one.device)
        and (sieve.state is None or _is(sieve.state, one, sending))
        and (sieve.wanted is None or sieve.wanted.fits(one.form_id, one.subject))
    )


def _is(state: State, one: Glance, sending: Sending | None) -> bool:
    match state:
        case "counted":
            return bool(one.counted)
        case "voided":
            return bool(one.voided_n)
        case "warned":
            return bool(one.warnings)
        case "paper":
            return one.source == "paper"
        case _:
            return sending is not None and sending.state(one.epoch, one.n) == state
