"""A bundle's last steps on any stick: it gets its name, is read back and verified; what fails loses the name again."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from bundle.disk import Part, ReadBack
from bundle.keys import public_key
from bundle.manifest import Manifest
from bundle.reader import verify_written
from campaign.refusal import InputRefused, Refusal
from station_app.services.station import Station

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_AT_ONCE = 2**18


def publish_bundle(
    station: Station,
    part: Part,
    manifest: Manifest,
    sha256: str,
    *,
    heard: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> ReadBack:
    """Publishes a synced part and proves it; ``heard`` hears of the bytes read back.

    Raises InputRefused("cancelled"), StorageRefused("read_back_differs"), OSError.
    """
    try:
        part.publish()
        with part.read_back() as (stream, how):
            listened = io.BufferedReader(_Listened(stream, heard, cancelled), _AT_ONCE)
            verify_written(listened, manifest, sha256, public_key(station.keys.signing))
    except (OSError, Refusal):
        with suppress(OSError):
            part.path.unlink(missing_ok=True)
        if cancelled():  # which `verify_written` takes for a file that differs
            raise InputRefused("cancelled") from None
        raise
    return how


class _Listened(io.RawIOBase):
    """A stream that says how far it was read, and ends when nobody wants the rest."""

    def __init__(self, stream: BinaryIO, heard: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        self._stream, self._heard, self._cancelled = stream, heard, cancelled
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if self._cancelled():
            raise InputRefused("cancelled")
        room = memoryview(buffer).cast("B")
        data = self._stream.read(len(room))
        room[: len(data)] = data
        self._read += len(data)
        self._heard(self._read)
        return len(data)
