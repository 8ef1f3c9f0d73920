"""Reads a bundle: a sequence of refusals, each with its own code, and entries at the end (docs/bundle-format.md, 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO, TypeVar

import pyrage

from bundle import age
from bundle.envelope import MAX_LINE, read_envelope, verify
from bundle.keys import key_id, keyring
from bundle.manifest import FORMATS, MAGIC, BundleKind, Manifest, read_manifest
from bundle.payload import PayloadFailed, PayloadReader, Take
from campaign.refusal import InputRefused, StorageRefused

T = TypeVar("T")

_CHUNK = 2**18


@dataclass(frozen=True, slots=True)
class EnrolledKey:
    """Whose bundles a key signs; ``public`` is 32 raw bytes. An officer's key stands for the station it rebuilds."""

    station: str
    epoch: int
    public: bytes


class BundleRefused(InputRefused):
    """A file that its station did sign, refused: it is listed on the next receipt."""

    def __init__(self, code: str, manifest: Manifest, sha256: str) -> None:
        super().__init__(code, station=manifest.station, epoch=manifest.epoch, seq=manifest.seq)
        self.manifest = manifest
        self.sha256 = sha256


def open_bundle(
    stream: BinaryIO,
    *,
    keys: Mapping[str, EnrolledKey],
    campaign: str,
    drill: bool,
    revoked: Mapping[tuple[str, int], int] | None = None,
    kind: BundleKind = "bundle",
) -> OpenedBundle:
    """All that can be checked without decrypting, in one pass from the stream's start.

    `keys` are the enrolled ones by key id, `revoked` gives the last entry that counts by (station, epoch); leave it out
    where an officer decided on this file.

    Raises InputRefused: `bad_magic`, `bad_envelope`, `unknown_key`, `bad_signature`, `bad_manifest`; and from there on
    BundleRefused: `wrong_campaign`, `revoked`, `bad_size`, `bad_digest`.
    """
    start, manifest = _read_start(stream, keys, kind)
    whole, ciphertext, size = sha256(start), sha256(), 0
    while chunk := stream.read(_CHUNK):
        whole.update(chunk)
        ciphertext.update(chunk)
        size += len(chunk)
    opened = OpenedBundle(manifest, whole.hexdigest(), stream, len(start))
    after = (revoked or {}).get((manifest.station, manifest.epoch))
    if (manifest.campaign, manifest.drill) != (campaign, drill):
        raise opened.refused("wrong_campaign")
    if after is not None and manifest.last > after:
        raise opened.refused("revoked")
    if size != manifest.ciphertext.bytes:
        raise opened.refused("bad_size")
    if ciphertext.hexdigest() != manifest.ciphertext.sha256:
        raise opened.refused("bad_digest")
    return opened


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle whose file is what the station signed; ``sha256`` is the whole file's."""

    manifest: Manifest
    sha256: str
    stream: BinaryIO
    start: int
    """Where in the stream the age file begins."""

    def refused(self, code: str) -> BundleRefused:
        return BundleRefused(code, self.manifest, self.sha256)

    def read_entries(self, identity: str, take: Take) -> None:
        """Give `take` all entries in order, in batches, decrypted with an identity `AGE-SECRET-KEY-1…`.

        Until this returns nothing of what `take` was given counts: it goes into one transaction, and what `take` finds
        out about it (a fork, a gap) is acted on only afterwards. `take` may raise; that comes out as it is.

        Raises BundleRefused: `bad_digest` (the file changed since it was opened), `decrypt_failed`, `bad_payload`,
        `bad_chain`.
        """
        source = _Ciphertext(self.stream, self.start)
        payload = PayloadReader(self.manifest, take)
        code = None
        try:
            age.decrypt(source.read, payload.write, identity)
        except pyrage.DecryptError:
            code = "decrypt_failed"
        except PayloadFailed as failure:
            code = failure.code
        if source.digest_of_all() != self.manifest.ciphertext.sha256:
            code = "bad_digest"
        if code is None:
            try:
                payload.finish()
            except PayloadFailed as failure:
                code = failure.code
        if code is not None:
            raise self.refused(code)


class _Ciphertext:
    """The age file as it is read a second time."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        stream.seek(start)
        self._stream = stream
        self._digest = sha256()

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._digest.update(data)
        return data

    def digest_of_all(self) -> str:
        while self.read(_CHUNK):
            pass
        return self._digest.hexdigest()


def verify_written(stream: BinaryIO, manifest: Manifest, file_sha256: str, public: bytes) -> None:
    """Check a bundle read back, as far as the station that wrote it can: all but the encrypted part's content.

    Raises StorageRefused("read_back_differs") where it isn't, byte for byte, the file that was written.
    """
    keys = {key_id(public): EnrolledKey(manifest.station, manifest.epoch, public)}
    kind = next(kind for kind, name in FORMATS.items() if name == manifest.format)
    try:
        opened = open_bundle(stream, keys=keys, campaign=manifest.campaign, drill=manifest.drill, kind=kind)
    except InputRefused as refused:
        raise StorageRefused("read_back_differs", file=manifest.name, reason=refused.code) from None
    if opened.sha256 != file_sha256:
        raise StorageRefused("read_back_differs", file=manifest.name, reason="bad_digest")


def peek_manifest(stream: BinaryIO, keys: Mapping[str, EnrolledKey], kind: BundleKind = "bundle") -> Manifest | None:
    """The verified manifest of a file, None where `open_bundle` will refuse the file before that."""
    try:
        return _read_start(stream, keys, kind)[1]
    except InputRefused:
        return None


def in_order(peeked: Iterable[tuple[T, Manifest | None]]) -> list[T]:
    """Files in the order in which they are imported: by epoch, first entry, then seq; what can't be read last."""

    def place(item: tuple[T, Manifest | None]) -> tuple[bool, int, int, int]:
        manifest = item[1]
        return (True, 0, 0, 0) if manifest is None else (False, manifest.epoch, manifest.first, manifest.seq)

    return [file for file, _ in sorted(peeked, key=place)]


def _read_start(stream: BinaryIO, keys: Mapping[str, EnrolledKey], kind: BundleKind) -> tuple[bytes, Manifest]:
    """The bytes before the age file, and the manifest, verified before it is parsed."""
    if stream.read(len(MAGIC)) != MAGIC:
        raise InputRefused("bad_magic")
    line = stream.readline(MAX_LINE + 1)
    if not line.endswith(b"\n"):
        raise InputRefused("bad_envelope")
    envelope = read_envelope(line[:-1], kind, single=True)
    key = keys.get(envelope.signatures[0].keyid)
    verify(envelope, keyring([key.public] if key else []))
    manifest = read_manifest(envelope.payload)
    assert key is not None, "`verify` takes no signature of an unknown key"
    if manifest.format != FORMATS[kind] or (manifest.station, manifest.epoch) != (key.station, key.epoch):
        raise InputRefused("bad_manifest")
    return MAGIC + line, manifest
