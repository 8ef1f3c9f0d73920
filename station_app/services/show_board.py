"""What the board shows of all devices: the day's figures, the names behind them, and the last bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from campaign.calendar import parse_time
from db.reads.shifts import shifts_of_day
from db.reads.sync import last_carried
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.figures import DayFigures, day_figures
from station_app.services.receipts import quarantined_numbers
from station_app.services.show_attention import Attended, attention_of
from station_app.services.station import Station

NOTHING_USUAL: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LastBundle:
    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class BoardFigures:
    """``names``: full names by user of those who run a shift; ``withheld``: entries that the command keeps uncounted.

    ``sealed`` of ``opened`` shifts of the day are sealed. ``attention``: what nobody knows of yet comes first.
    """

    day: DayFigures
    names: Mapping[str, str]
    sealed: int
    opened: int
    bundle: LastBundle | None
    withheld: int
    attention: tuple[Attended, ...] = ()


def board_figures(station: Station, usual: Mapping[str, int] = NOTHING_USUAL) -> BoardFigures:
    """The board from one consistent snapshot; its cost does not grow with the journal.

    ``usual``: as `show_attention.usual_outcomes` tells it, for a share of an outcome to be beside.
    """
    identity = station.identity
    with station.store.read() as snapshot:
        day = day_figures(station, snapshot)
        shifts = shifts_of_day(snapshot, identity.station, day.day.isoformat())
        operators = {device.shift.operator for device in day.devices if device.shift}
        return BoardFigures(
            day=day,
            names={user: full_name(snapshot, identity.station, user) for user in operators},
            sealed=sum(shift.state == "sealed" for shift in shifts),
            opened=len(shifts),
            bundle=_last_bundle(station, snapshot),
            withheld=len(quarantined_numbers(snapshot, identity)),
            attention=attention_of(station, snapshot, day, usual),
        )


def _last_bundle(station: Station, snapshot: Snapshot) -> LastBundle | None:
    exports = last_carried(snapshot, station.identity.station, station.identity.epoch, 8)
    proved = next((export for export in exports if export.verified_at), None)
    return LastBundle(proved.seq, parse_time(proved.exported_at)) if proved else None
