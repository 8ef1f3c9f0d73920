"""The manifest: what a station signs of a bundle before anyone can read it (docs/bundle-format.md, section 3)."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

from campaign.calendar import parse_time
from campaign.canonical import encode, read_exactly
from campaign.refusal import InputRefused
from campaign.shapes import Count, Digest, Line, Number, StationCode, TimeText, is_station_code

BundleKind = Literal["bundle", "rebuild"]
"""A station's bundle, or the file that an officer signs to give a dead station its journal back."""

MAGIC = b"ENROL-BUNDLE/1\n"
"""The first line of the file; the second is the manifest's envelope, the rest an age file."""
MAX_PAYLOAD = 2**30
"""Bytes of all payload lines, their line ends included."""
MAX_ENTRIES = 2_000_000
MAX_LINE = 64 * 1024
"""Bytes of one payload line, its line end not counted."""
MAX_WINDOW = 8 * 2**20
"""Bytes of history that a zstd frame may ask its reader to keep."""

FORMATS: dict[BundleKind, Literal["enrol-bundle/1", "enrol-rebuild/1"]] = {
    "bundle": "enrol-bundle/1",
    "rebuild": "enrol-rebuild/1",
}

_NAME = re.compile(r"(.{1,32})-e([1-9]\d{0,14})-(\d{6}|[1-9]\d{6,14})\.bundle", re.ASCII)


class Ciphertext(Struct, frozen=True, kw_only=True):
    """The age file: its size and the SHA-256 of its bytes."""

    bytes: Number
    sha256: Digest


class Plaintext(Struct, frozen=True, kw_only=True):
    """The payload: its size with line ends, its SHA-256, the number of its lines."""

    bytes: Annotated[int, Meta(ge=1, le=MAX_PAYLOAD)]
    sha256: Digest
    lines: Number


class Manifest(Struct, frozen=True, kw_only=True):
    """Heads are 64 hex digits; ``previous`` is the SHA-256 of the last exported file, None before the first."""

    format: Literal["enrol-bundle/1", "enrol-rebuild/1"]
    campaign: Line
    drill: bool
    station: StationCode
    epoch: Number
    seq: Number
    previous: Digest | None
    first: Number
    last: Number
    count: Annotated[int, Meta(ge=1, le=MAX_ENTRIES)]
    head_before: Digest
    head: Digest
    trust_version: Number
    plan_version: Count
    city_generation: Number
    created_at: TimeText
    ciphertext: Ciphertext
    plaintext: Plaintext

    def __post_init__(self) -> None:
        in_step = self.count == self.last - self.first + 1
        if not (in_step and self.count <= self.plaintext.lines <= 2 * self.count and is_station_code(self.station)):
            raise InputRefused("bad_manifest")
        parse_time(self.created_at)

    @property
    def name(self) -> str:
        """The file name that says what the manifest says; a reader takes any name."""
        return bundle_name(self.station, self.epoch, self.seq)


def manifest_bytes(manifest: Manifest) -> bytes:
    """The payload to sign, held to the same rules as one that is read: raises InputRefused("bad_manifest")."""
    payload = encode(manifest)
    read_manifest(payload)
    return payload


def read_manifest(payload: bytes) -> Manifest:
    """A verified payload as a manifest. Raises InputRefused("bad_manifest")."""
    try:
        return read_exactly(payload, Manifest)
    except InputRefused:
        raise InputRefused("bad_manifest") from None


def bundle_name(station: str, epoch: int, seq: int) -> str:
    """`HP-LC-01-e1-000042.bundle`."""
    return f"{station}-e{epoch}-{seq:06d}.bundle"


def parse_bundle_name(name: str) -> tuple[str, int, int] | None:
    """The (station, epoch, seq) of a name that `bundle_name` gives, None for any other."""
    match = _NAME.fullmatch(name)
    if match is None or not is_station_code(match[1]) or int(match[3]) == 0:
        return None
    return match[1], int(match[2]), int(match[3])
