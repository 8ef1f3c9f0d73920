"""The payload on its way in: one zstd frame, its lines, the entries and subjects that they are.

age pushes pieces of the frame in, batches of entries are pushed out, and what waits in between stays small however the
frame was made.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from msgspec import Struct
from zstandard import ZstdDecompressor, ZstdError

from bundle.manifest import MAX_LINE, MAX_WINDOW, Manifest
from campaign.canonical import decode
from campaign.chain import commitment, first_head
from campaign.entry import Entry, Trouble, read_entry
from campaign.refusal import InputRefused
from campaign.subject import Subject, read_subject

_FRAME = b"\x28\xb5\x2f\xfd"
"""How a zstd frame begins, unless it is a skippable one."""
_FEED = 256
"""Bytes given to zstd at once: 4 of them may stand for 128 KiB of zeros, so that 8 MiB may come back."""
_PIECE = 2**17
"""Bytes of payload that are cut into lines at once: what zstd usually gives, some 400 entries."""


class ReceivedEntry(Struct, frozen=True, gc=False):
    """``head`` is h(n). ``salt`` and ``subject`` are the bytes that were sent, None where withheld.

    ``person`` is the subject as read, None where it is withheld or its type fails; ``trouble`` quarantines the entry.
    """

    entry: Entry
    head: bytes
    trouble: Trouble | None
    salt: bytes | None = None
    subject: bytes | None = None
    person: Subject | None = None


Take = Callable[[list[ReceivedEntry]], None]


class PayloadFailed(Exception):
    """What the reader of the file refuses it for; no refusal of `take` is mistaken for it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class PayloadReader:
    """Reads what a manifest promises and nothing else.

    Every method raises PayloadFailed("bad_payload") for what the format does not allow.
    """

    def __init__(self, manifest: Manifest, take: Take) -> None:
        self._manifest = manifest
        self._take = take
        self._zstd = ZstdDecompressor(max_window_size=MAX_WINDOW).decompressobj()
        self._started = False
        self._digest = sha256()
        self._bytes = self._lines = 0
        self._rest = b""
        """The line whose end has not come yet."""
        self._waiting: list[ReceivedEntry] = []
        """The last entry, whose subject may follow."""
        self._n = manifest.first - 1
        self._head = bytes.fromhex(manifest.head_before)

    def write(self, data: bytes) -> int:
        """Take a piece of the frame, of any size but the first, which holds at least its first four bytes."""
        if not self._started and not data.startswith(_FRAME):
            raise PayloadFailed("bad_payload")
        self._started = True
        for start in range(0, len(data), _FEED):
            try:
                plain = self._zstd.decompress(data[start : start + _FEED])
            except ZstdError:  # also anything after the frame's end
                raise PayloadFailed("bad_payload") from None
            for cut in range(0, len(plain), _PIECE):
                self._cut(plain[cut : cut + _PIECE])
        return len(data)

    def _cut(self, plain: bytes) -> None:
        self._digest.update(plain)
        self._bytes += len(plain)
        lines = (self._rest + plain).split(b"\n")
        self._rest = lines.pop()
        self._lines += len(lines)
        if self._bytes > self._manifest.plaintext.bytes or self._lines > self._manifest.plaintext.lines:
            raise PayloadFailed("bad_payload")
        if max(map(len, lines), default=0) > MAX_LINE or len(self._rest) > MAX_LINE:
            raise PayloadFailed("bad_payload")
        self._read(lines)

    def _read(self, lines: list[bytes]) -> None:
        """The hot loop: some 400 entries a call."""
        batch, n, head = self._waiting, self._n, self._head
        try:
            for line in lines:
                data = line[2:]
                if line.startswith(b"E "):
                    entry = read_entry(data)
                    n += 1
                    if entry.header.n != n:
                        raise PayloadFailed("bad_payload")
                    head = sha256(head + data).digest()  # `next_head`, spared a call per entry
                    batch.append(ReceivedEntry(entry, head, entry.trouble))
                elif line.startswith(b"S ") and batch:
                    batch[-1] = _with_subject(batch[-1], data)
                else:
                    raise PayloadFailed("bad_payload")
        except InputRefused:  # of an entry or a subject
            raise PayloadFailed("bad_payload") from None
        if n > self._manifest.last:
            raise PayloadFailed("bad_payload")
        self._n, self._head = n, head
        self._waiting = batch[-1:]
        if len(batch) > 1:
            self._take(batch[:-1])

    def finish(self) -> None:
        """Check what is known only at the end, and give the last entry. Raises PayloadFailed("bad_chain") too."""
        manifest, promised = self._manifest, self._manifest.plaintext
        sizes_agree = (self._bytes, self._lines) == (promised.bytes, promised.lines)
        if not (self._zstd.eof and sizes_agree and self._n == manifest.last and not self._rest):
            raise PayloadFailed("bad_payload")
        if self._digest.hexdigest() != promised.sha256 or self._zstd.unused_data:
            raise PayloadFailed("bad_payload")
        starts = manifest.first > 1 or bytes.fromhex(manifest.head_before) == first_head(
            manifest.station, manifest.epoch
        )
        if self._head.hex() != manifest.head or not starts:
            raise PayloadFailed("bad_chain")
        self._take(self._waiting)


def _with_subject(received: ReceivedEntry, data: bytes) -> ReceivedEntry:
    """The entry with the subject of an S line.

    Raises PayloadFailed where the line can't be that, InputRefused where the subject isn't canonical.
    """
    entry = received.entry
    digits, subject = data[:32], data[33:]
    try:
        salt = bytes.fromhex(digits.decode())
    except ValueError:
        raise PayloadFailed("bad_payload") from None
    one_spelling = salt.hex().encode() == digits and data[32:33] == b" "
    if received.subject is not None or not one_spelling or commitment(salt, subject) != entry.header.subject:
        raise PayloadFailed("bad_payload")
    try:
        return ReceivedEntry(entry, received.head, entry.trouble, salt, subject, read_subject(subject))
    except InputRefused:
        decode(subject)  # well-formed at least: kept, in quarantine
        return ReceivedEntry(entry, received.head, entry.trouble or "bad_subject", salt, subject)
