"""Revoke a station's key from an entry on: what came before stays good."""

from __future__ import annotations

from collections.abc import Sequence

from bundle.documents import Revocation
from bundle.envelope import seal
from bundle.trust import accept_trust, held_trust
from bundle.trust_versions import next_trust
from campaign.refusal import InputRefused, StoreBroken
from campaign.rows import JournalRow
from command_app.services.city import City, enrolments_of
from db.envelopes import KeptEnvelope, keep_envelope, latest_envelope


def revoke_station(city: City, station: str, epoch: int, after: int, roots: Sequence[bytes]) -> int:
    """Issues a new trust version that revokes the key; returns the version.

    Raises InputRefused("unknown_station", "after_beyond_held", "bad_signature" for too few roots).
    """
    with city.store.write() as tx:
        if not any((one.station, one.epoch) == (station, epoch) for one, _ in enrolments_of(tx)):
            raise InputRefused("unknown_station", station=station, epoch=epoch)
        journal = tx.get(JournalRow, station, epoch)
        held = journal.last if journal else 0
        if after > held:
            raise InputRefused("after_beyond_held", after=after, held=held)
        kept = latest_envelope(tx, "trust")
        if kept is None:
            raise StoreBroken("store_damaged")
        trusted = held_trust(kept.content)
        revocation = Revocation(station=station, epoch=epoch, after=after)
        payload = next_trust(trusted.current, issued_at=city.now(), revoke=[revocation])
        line = seal("trust", payload, roots)
        version = accept_trust(trusted, line).current.version
        keep_envelope(tx, KeptEnvelope("trust", line, version=version))
    return version
