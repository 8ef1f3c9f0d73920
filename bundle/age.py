"""age through pyrage, with streams as plain functions whose exceptions come out as they were raised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

import pyrage

MAGIC = b"age-encryption.org/v1\n"
"""How a binary age file begins; an armored one doesn't."""

MAX_HEADER = 8 * 1024
"""Bytes. Two recipients take some 300; pyrage's time grows with the square of a header without end."""

Read = Callable[[int], bytes]
Write = Callable[[bytes], int]


class _Streams:
    """Both ends of a run. pyrage replaces most exceptions by its own, so the first one is kept."""

    def __init__(self, read: Read, write: Write) -> None:
        self._read = read
        self._write = write
        self.failure: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            return self._read(size)
        except BaseException as failure:
            self.failure = failure
            raise

    def write(self, data: bytes) -> int:
        try:
            return self._write(data)
        except BaseException as failure:
            self.failure = failure
            raise

    @contextmanager
    def failing_by_themselves(self) -> Iterator[None]:
        """A run whose failure is the streams' own, if they had any."""
        try:
            yield
        except Exception:
            if self.failure is None:
                raise
        if self.failure is not None:
            raise self.failure

    def flush(self) -> None:
        """pyrage asks for it; whoever gave the functions flushes."""


def encrypt(read: Read, write: Write, recipients: Sequence[str]) -> None:
    """Encrypt all that `read` gives to every one of the recipients `age1…`.

    Raises what `read` and `write` raise.
    """
    streams = _Streams(read, write)
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    with streams.failing_by_themselves():
        pyrage.encrypt_io(streams, streams, keys)


def decrypt(read: Read, write: Write, identity: str) -> None:
    """Decrypt a binary file with an identity `AGE-SECRET-KEY-1…`. What is written is whole only once this returns.

    `read` gives what it is asked for until its end. Raises pyrage.DecryptError, and what `read` and `write` raise.
    """
    key = pyrage.x25519.Identity.from_str(identity)
    header = read(MAX_HEADER)
    if not header.startswith(MAGIC) or b"\n--- " not in header:
        raise pyrage.DecryptError("not a binary age file")
    start = BytesIO(header)
    streams = _Streams(lambda size: start.read(size) or read(size), write)
    with streams.failing_by_themselves():
        try:
            pyrage.decrypt_io(streams, streams, [key])
        except OSError:  # how pyrage says that what follows the header was tampered with
            raise pyrage.DecryptError("decryption error") from None
