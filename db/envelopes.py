"""Accepted and issued documents, kept as their exact bytes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import bindparam, select

from db import schema
from db.statement import Statement, Upsert
from db.transaction import Snapshot, Transaction

_ENVELOPES = schema.envelopes.c
_COLUMNS = select(_ENVELOPES.type, _ENVELOPES.content, _ENVELOPES.station, _ENVELOPES.epoch, _ENVELOPES.version)
_OF_TYPE = Statement(
    _COLUMNS.where(_ENVELOPES.type == bindparam("type")).order_by(
        _ENVELOPES.station, _ENVELOPES.epoch, _ENVELOPES.version, _ENVELOPES.sha256
    )
)
_LATEST = Statement(
    _COLUMNS.where(_ENVELOPES.type == bindparam("type"), _ENVELOPES.station == bindparam("station"))
    .order_by(_ENVELOPES.epoch.desc(), _ENVELOPES.version.desc())
    .limit(1)
)
_OF_VERSION = Statement(
    _COLUMNS.where(
        _ENVELOPES.type == bindparam("type"),
        _ENVELOPES.station == bindparam("station"),
        _ENVELOPES.epoch == bindparam("epoch"),
        _ENVELOPES.version == bindparam("version"),
    ).order_by(_ENVELOPES.sha256)
)
_BY_DIGEST = Statement(_COLUMNS.where(_ENVELOPES.sha256 == bindparam("sha256")))
_KEPT = Statement(select(_ENVELOPES.version).where(_ENVELOPES.sha256 == bindparam("sha256")))
_KEEP = Upsert(schema.envelopes)


@dataclass(frozen=True, slots=True)
class KeptEnvelope:
    """``type`` as in `document_accepted`; ``station`` "" where it is for all, ``epoch`` 0 where for any."""

    type: str
    content: bytes
    station: str = ""
    epoch: int = 0
    version: int = 0

    @property
    def sha256(self) -> str:
        """Over ``content``, in hex."""
        return sha256(self.content).hexdigest()


def keep_envelope(tx: Transaction, envelope: KeptEnvelope) -> bool:
    """False where the same bytes are kept already."""
    if tx.one(_KEPT, sha256=envelope.sha256) is not None:
        return False
    tx.run(
        _KEEP,
        sha256=envelope.sha256,
        type=envelope.type,
        station=envelope.station,
        epoch=envelope.epoch,
        version=envelope.version,
        content=envelope.content,
    )
    return True


def kept_envelopes(snapshot: Snapshot, type: str) -> list[KeptEnvelope]:
    """All of a type, by station, epoch and version."""
    return [_from(row) for row in snapshot.all(_OF_TYPE, type=type)]


def latest_envelope(snapshot: Snapshot, type: str, station: str = "") -> KeptEnvelope | None:
    """That of the highest (epoch, version)."""
    row = snapshot.one(_LATEST, type=type, station=station)
    return None if row is None else _from(row)


def envelopes_of_version(snapshot: Snapshot, type: str, station: str, epoch: int, version: int) -> list[KeptEnvelope]:
    """Those of a station; receipts of different city generations may have the same serial."""
    return [_from(row) for row in snapshot.all(_OF_VERSION, type=type, station=station, epoch=epoch, version=version)]


def envelope_by_digest(snapshot: Snapshot, digest: str) -> KeptEnvelope | None:
    row = snapshot.one(_BY_DIGEST, sha256=digest)
    return None if row is None else _from(row)


def _from(row: tuple[str, bytes, str, int, int]) -> KeptEnvelope:
    type_, content, station, epoch, version = row
    return KeptEnvelope(type_, bytes(content), station, epoch, version)
