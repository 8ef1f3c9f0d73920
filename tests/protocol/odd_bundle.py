"""A bundle that a station's key signs over a range and a number of somebody else's choice."""

from __future__ import annotations

from pathlib import Path

from bundle.disk import open_spool
from bundle.layout import bundle_path
from bundle.stick import Stick
from bundle.writer import BundleFacts, write_bundle
from campaign.calendar import format_time
from db.history import History
from station_app.services.station import Station
from station_app.services.trusted import trusted_city


def write_odd_bundle(station: Station, stick: Stick, seq: int, first: int, last: int) -> tuple[Path, str]:
    """Where it lies, and its digest; the journal is told nothing."""
    identity = station.identity
    relative = bundle_path(identity.station, identity.epoch, seq)
    with station.store.read() as snapshot, stick.part(relative) as part, open_spool() as spool:
        trust = trusted_city(snapshot, identity).current
        history = History(snapshot, identity.station, identity.epoch)
        facts = BundleFacts(
            campaign=identity.campaign,
            drill=identity.drill,
            station=identity.station,
            epoch=identity.epoch,
            seq=seq,
            previous=None,
            first=first,
            last=last,
            head_before=history.head_at(first - 1) or b"",
            trust_version=trust.version,
            plan_version=0,
            city_generation=trust.city_generation,
            created_at=format_time(station.clock()),
        )
        written = write_bundle(
            part.stream,
            history.entries(first, last),
            facts,
            private_key=station.keys.signing,
            recipients=[trust.recipients.city],
            spool=spool,
        )
        part.sync()
        part.publish()
    return part.path, written.sha256
