"""An officer's decision on a quarantined entry: it counts after all, where it stands in its journal."""

from __future__ import annotations

from command_app.services.city import City
from db.persons import retake_persons
from db.quarantine import release


def release_entry(city: City, station: str, epoch: int, n: int) -> None:
    """The station's figures and the city's are made anew with it; the next receipt lists it no more.

    Raises InputRefused `not_quarantined`, or `unknown_kind`, `unknown_key`, `bad_body` while this program doesn't
    understand the entry: then nothing has changed.
    """
    with city.store.write() as tx:
        release(tx, station, epoch, n, at=city.now(), outcomes=city.catalogue.outcome_rules)
        retake_persons(tx, station)
