"""The signed documents between city and station, keys in the format's order (docs/bundle-format.md, sections 2 and 4).

A plan's document is campaign/plan.py's, a bundle's is manifest.py's. Keys are 64 hex digits here, raw bytes elsewhere.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Annotated, Literal, TypeVar

from msgspec import UNSET, Meta, Struct, UnsetType, field

from bundle.keys import is_recipient, keyring
from campaign.calendar import parse_time
from campaign.canonical import encode, read_exactly
from campaign.events import Point
from campaign.refusal import InputRefused
from campaign.shapes import (
    CodeId,
    Count,
    DeviceId,
    Digest,
    Line,
    Number,
    PersonName,
    StationCode,
    TimeText,
    is_station_code,
)

T = TypeVar("T", bound=Struct)

MAX_ROWS = 2000
"""Of each list on a receipt."""

PublicKey = Digest
"""32 raw Ed25519 bytes as 64 lower-case hex digits."""


class RootKeys(Struct, frozen=True, kw_only=True):
    threshold: Number
    keys: tuple[PublicKey, ...]

    def __post_init__(self) -> None:
        _require(1 <= self.threshold <= len(self.keys) and _distinct(self.keys))

    def ring(self) -> dict[str, bytes]:
        """Raw public keys by key id."""
        return keyring(map(bytes.fromhex, self.keys))


class Officer(Struct, frozen=True, kw_only=True):
    name: PersonName
    key: PublicKey


class Officers(Struct, frozen=True, kw_only=True):
    """Any one of them enrols and gives receipts; ``threshold`` of them issue a plan."""

    threshold: Number
    keys: tuple[Officer, ...]

    def __post_init__(self) -> None:
        _require(1 <= self.threshold <= len(self.keys))
        _require(_distinct(officer.key for officer in self.keys) and _distinct(officer.name for officer in self.keys))

    def ring(self) -> dict[str, bytes]:
        """Raw public keys by key id."""
        return keyring(bytes.fromhex(officer.key) for officer in self.keys)


class Recipients(Struct, frozen=True, kw_only=True):
    """age public keys: every bundle is encrypted to both."""

    city: str
    recovery: str

    def __post_init__(self) -> None:
        _require(is_recipient(self.city) and is_recipient(self.recovery))


class Revocation(Struct, frozen=True, kw_only=True):
    """Of this epoch nothing counts beyond entry ``after``."""

    station: StationCode
    epoch: Number
    after: Count

    def __post_init__(self) -> None:
        _require(is_station_code(self.station))


class Trust(Struct, frozen=True, kw_only=True):
    format: Literal["enrol-trust/1"] = "enrol-trust/1"
    campaign: Line
    drill: bool
    version: Number
    city_generation: Number
    roots: RootKeys
    officers: Officers
    recipients: Recipients
    revoked: tuple[Revocation, ...]
    issued_at: TimeText

    def __post_init__(self) -> None:
        _require(self.version > 1 or self.city_generation == 1)
        _require(_distinct((row.station, row.epoch) for row in self.revoked))
        _require_time(self.issued_at)

    def revoked_after(self, station: str, epoch: int) -> int | None:
        """The last entry that counts of a revoked station's epoch; None where it isn't revoked."""
        return next((row.after for row in self.revoked if (row.station, row.epoch) == (station, epoch)), None)


class RequestedDevice(Struct, frozen=True, kw_only=True):
    id: DeviceId
    label: Line


class Request(Struct, frozen=True, kw_only=True):
    format: Literal["enrol-request/1"] = "enrol-request/1"
    campaign: Line
    drill: bool
    station: StationCode
    unit: Line
    epoch: Number
    key: PublicKey
    devices: tuple[RequestedDevice, ...]
    recipient: str | UnsetType = UNSET
    """A rebuilt station's age key."""
    created_at: TimeText

    def __post_init__(self) -> None:
        _require(is_station_code(self.station) and _distinct(device.id for device in self.devices))
        _require(self.recipient is UNSET or is_recipient(self.recipient))
        _require_time(self.created_at)


class Enrolment(Struct, frozen=True, kw_only=True):
    format: Literal["enrol-enrolment/1"] = "enrol-enrolment/1"
    campaign: Line
    drill: bool
    station: StationCode
    unit: Line
    epoch: Number
    key: PublicKey
    continues: Point | UnsetType = UNSET
    """Where an earlier epoch ended; absent for the first."""
    issued_at: TimeText

    def __post_init__(self) -> None:
        _require(is_station_code(self.station))
        _require(self.continues is UNSET or self.continues.epoch < self.epoch)
        _require_time(self.issued_at)


class BundleRow(Struct, frozen=True, kw_only=True):
    seq: Number
    sha256: Digest
    state: Literal["accepted", "known", "refused"]
    code: CodeId | UnsetType = UNSET


class QuarantineRow(Struct, frozen=True, kw_only=True):
    n: Number
    code: Literal["unknown_kind", "unknown_key", "bad_body", "bad_subject"]


class DuplicateRow(Struct, frozen=True, kw_only=True):
    """Entry ``n`` of this epoch names a person whom another station's entry ``with`` counts already."""

    n: Number
    station: StationCode
    epoch: Number
    other: Number = field(name="with")


class Receipt(Struct, frozen=True, kw_only=True):
    format: Literal["enrol-receipt/1"] = "enrol-receipt/1"
    campaign: Line
    drill: bool
    station: StationCode
    epoch: Number
    city_generation: Number
    serial: Number
    accepted_through: Count
    head: Digest
    durable_through: Count
    bundles: Annotated[tuple[BundleRow, ...], Meta(max_length=MAX_ROWS)]
    quarantined: Annotated[tuple[QuarantineRow, ...], Meta(max_length=MAX_ROWS)]
    duplicates: Annotated[tuple[DuplicateRow, ...], Meta(max_length=MAX_ROWS)]
    more: Count
    issued_at: TimeText

    def __post_init__(self) -> None:
        _require(is_station_code(self.station) and all(is_station_code(row.station) for row in self.duplicates))
        # What a station erases rests on this: a backup can't hold more than the store it was made from.
        _require(self.durable_through <= self.accepted_through)
        _require_time(self.issued_at)


def read_document(payload: bytes, shape: type[T]) -> T:
    """A verified payload as a document. Raises InputRefused("bad_document")."""
    try:
        return read_exactly(payload, shape)
    except InputRefused:
        raise InputRefused("bad_document") from None


def document_bytes(document: Struct) -> bytes:
    """The payload to sign, held to the same rules as one that is read: raises InputRefused("bad_document")."""
    payload = encode(document)
    read_document(payload, type(document))
    return payload


def _require(condition: bool) -> None:
    if not condition:
        raise InputRefused("bad_document")


def _require_time(text: str) -> None:
    try:
        parse_time(text)
    except InputRefused:
        raise InputRefused("bad_document") from None


def _distinct(values: Iterable[Hashable]) -> bool:
    listed = list(values)
    return len(set(listed)) == len(listed)
