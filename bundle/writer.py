"""Writes a bundle in one pass over the entries: no plaintext but what is in flight, and memory that does not grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import BinaryIO, cast

from zstandard import ZstdCompressor

from bundle.age import encrypt
from bundle.envelope import seal
from bundle.manifest import (
    FORMATS,
    MAGIC,
    MAX_ENTRIES,
    MAX_LINE,
    MAX_PAYLOAD,
    BundleKind,
    Ciphertext,
    Manifest,
    Plaintext,
    manifest_bytes,
)
from campaign.refusal import InputRefused, StoreBroken

Row = tuple[bytes, bytes | None, bytes | None]
"""An entry's bytes; the salt and the bytes of its subject, both None where it is withheld."""

_BATCH = 256
"""Entries that are handed on together: some 100 KiB."""
_LEVEL = 1
"""Entries are full of hashes: levels 3 to 9 take two to eleven times as long and, measured, a tenth more bytes."""
_CHUNK = 2**18


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFacts:
    """What only the exporting service knows. ``head_before`` is h(first-1) as 32 raw bytes, ``previous`` hex or None,
    ``plan_version`` 0 without a plan, ``created_at`` as `calendar.format_time` gives it."""

    campaign: str
    drill: bool
    station: str
    epoch: int
    seq: int
    previous: str | None
    first: int
    last: int
    head_before: bytes
    trust_version: int
    plan_version: int
    city_generation: int
    created_at: str


@dataclass(frozen=True, slots=True)
class Written:
    """``sha256`` and ``bytes`` are those of the whole file."""

    manifest: Manifest
    sha256: str
    bytes: int


def write_bundle(
    out: BinaryIO,
    rows: Iterable[Row],
    facts: BundleFacts,
    *,
    private_key: bytes,
    recipients: Sequence[str],
    spool: BinaryIO,
    kind: BundleKind = "bundle",
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Written:
    """Write the entries first … last to `out`, encrypted to the recipients `age1…`.

    The manifest comes first and speaks of all that follows, so the ciphertext waits in `spool`, an empty seekable
    stream (`disk.open_spool`). `progress` hears of entries done and in all. The caller compares ``manifest.head`` with
    its own h(last).

    Raises InputRefused("cancelled"), InputRefused("too_large") beyond what a reader takes, StoreBroken("entry_missing")
    for rows that are not as many as first … last, InputRefused("bad_manifest") for facts out of their limits.
    """
    if facts.last - facts.first >= MAX_ENTRIES:
        raise InputRefused("too_large", limit=MAX_ENTRIES)
    payload = _Payload(rows, facts, progress, cancelled)
    ciphertext = sha256()

    def keep(data: bytes) -> int:
        ciphertext.update(data)
        return spool.write(data)

    frame = ZstdCompressor(level=_LEVEL).stream_reader(cast("BinaryIO", payload))  # which is only read from
    encrypt(frame.read, keep, recipients)
    manifest = Manifest(
        format=FORMATS[kind],
        campaign=facts.campaign,
        drill=facts.drill,
        station=facts.station,
        epoch=facts.epoch,
        seq=facts.seq,
        previous=facts.previous,
        first=facts.first,
        last=facts.last,
        count=payload.count,
        head_before=facts.head_before.hex(),
        head=payload.head.hex(),
        trust_version=facts.trust_version,
        plan_version=facts.plan_version,
        city_generation=facts.city_generation,
        created_at=facts.created_at,
        ciphertext=Ciphertext(bytes=spool.tell(), sha256=ciphertext.hexdigest()),
        plaintext=Plaintext(bytes=payload.bytes, sha256=payload.digest.hexdigest(), lines=payload.lines),
    )
    start = MAGIC + seal(kind, manifest_bytes(manifest), [private_key]) + b"\n"
    whole = sha256(start)
    out.write(start)
    spool.seek(0)
    while chunk := spool.read(_CHUNK):
        whole.update(chunk)
        out.write(chunk)
    return Written(manifest, whole.hexdigest(), len(start) + manifest.ciphertext.bytes)


class _Payload:
    """The payload as a stream to read from, and what the manifest says of it so far."""

    def __init__(
        self,
        rows: Iterable[Row],
        facts: BundleFacts,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._rows = iter(rows)
        self._total = facts.last - facts.first + 1
        self._progress = progress
        self._cancelled = cancelled
        self.head = facts.head_before
        self.digest = sha256()
        self.count = self.bytes = self.lines = 0

    def read(self, _size: int) -> bytes:
        """The lines of the next entries, whatever size is asked for; empty at the end."""
        if self._cancelled():
            raise InputRefused("cancelled")
        lines: list[bytes] = []
        head = self.head
        count = 0
        for entry, salt, subject in islice(self._rows, _BATCH):
            count += 1
            head = sha256(head + entry).digest()  # `next_head`, spared a call per entry
            lines.append(b"E " + entry)
            if salt is not None and subject is not None:
                lines.append(b"S %b %b" % (salt.hex().encode(), subject))
        self.head = head
        self.count += count
        # More entries than promised are noticed at once, fewer at the end.
        if self.count > self._total or (count == 0 and self.count < self._total):
            raise StoreBroken("entry_missing", expected=self._total, found=self.count)
        if count == 0:
            return b""
        lines.append(b"")
        chunk = b"\n".join(lines)
        self.digest.update(chunk)
        self.bytes += len(chunk)
        self.lines += len(lines) - 1
        if self.bytes > MAX_PAYLOAD or max(map(len, lines)) > MAX_LINE:
            raise InputRefused("too_large", limit=MAX_PAYLOAD)
        self._progress(self.count, self._total)
        return chunk
