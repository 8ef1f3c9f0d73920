"""What depends on the system: durable writing, reading past its cache, and what its errors mean.

Windows has no O_NOFOLLOW, no O_DIRECT and no fsync of folders: there a renamed file is left to the file system, and a
file is read back as the system likes.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from mmap import mmap
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Literal, cast

from campaign.refusal import InputRefused, StorageRefused

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ReadBack = Literal["direct", "dropped", "cached"]
"""Past the system's cache; after the cache was told to drop the file; or as the system likes."""

_SAFELY: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_CODES = {
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EIO: "stick_gone",
    errno.ENODEV: "stick_gone",
    errno.ENXIO: "stick_gone",
}
_BLOCK = 2**20
"""Bytes read or written at once."""
_SPOOL = 2**26
"""Bytes that wait in memory, the others in the system's folder for temporary files."""


@contextmanager
def storage(root: Path) -> Iterator[None]:
    """What the system refuses under a root, as StorageRefused with the field `file`, a name without its folders.

    Codes: `no_space`, `read_only` (write-protected, or not permitted), `stick_gone`, otherwise `storage_failed`.
    """
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, "storage_failed")
        if not os.path.isdir(root):
            code = "stick_gone"
        name = error.filename if isinstance(error.filename, str) else str(root)
        raise StorageRefused(code, file=printable(Path(name).name)) from error


def printable(name: str) -> str:
    """A file's name as it may be shown and written as JSON, whatever bytes a stick has for it."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _open(name: str, flags: int) -> int:
    """As Python opens files, but never through a link or waiting for the other end of a pipe."""
    return os.open(name, flags | _SAFELY, 0o666)


def open_regular(path: Path) -> BinaryIO:
    """A file to read, never a link, without waiting for what is none. Raises InputRefused("not_a_file"), OSError."""
    try:
        stream = io.BufferedReader(io.FileIO(path, opener=_open), _BLOCK)
    except IsADirectoryError:
        raise InputRefused("not_a_file", file=printable(path.name)) from None
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise InputRefused("not_a_file", file=printable(path.name)) from None
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise InputRefused("not_a_file", file=printable(path.name))
    return stream


def open_past_cache(path: Path) -> tuple[BinaryIO, ReadBack]:
    """A file that was just synced, to read from its start what the disk really holds, and how that is done."""
    if direct := getattr(os, "O_DIRECT", 0):
        try:
            return io.BufferedReader(_PastCache(path, direct), _BLOCK), "direct"
        except OSError as error:
            if error.errno != errno.EINVAL:  # the file system has no such thing
                raise
    stream = open_regular(path)
    if not hasattr(os, "posix_fadvise"):
        return stream, "cached"
    os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return stream, "dropped"


class _PastCache(io.RawIOBase):
    """O_DIRECT asks for places, sizes and memory that are aligned: a whole block at a time, into pages of its own."""

    def __init__(self, path: Path, direct: int) -> None:
        self._file = io.FileIO(path, opener=lambda name, flags: _open(name, flags | direct))
        self._block = mmap(-1, _BLOCK)
        self._ready = memoryview(b"")
        self._left = os.fstat(self._file.fileno()).st_size
        try:
            self._fill()
        except OSError:
            self.close()
            raise

    def _fill(self) -> None:
        count = self._file.readinto(self._block)
        self._ready = memoryview(self._block)[:count]
        self._left -= count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if not self._ready and self._left > 0:
            self._fill()
        wanted = memoryview(buffer).cast("B")
        count = min(len(wanted), len(self._ready))
        wanted[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def open_spool() -> BinaryIO:
    """An empty stream for ciphertext on its way: in memory, beyond 64 MiB in a file without a name."""
    return cast("BinaryIO", SpooledTemporaryFile(_SPOOL))


class Part:
    """A file on its way: write to ``stream``, `sync`, `publish`, `read_back`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unfinished = path.with_name(path.name + ".part")
        self.unfinished.unlink(missing_ok=True)  # one of an earlier attempt, or a link that would lead elsewhere
        self.stream: BinaryIO = io.BufferedWriter(io.FileIO(self.unfinished, "xb", opener=_open), _BLOCK)

    def sync(self) -> None:
        """Nothing more is written, and all of it is on the disk, under the name with `.part`."""
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.stream.close()

    def publish(self) -> None:
        """The file has its name, and the folder knows."""
        os.replace(self.unfinished, self.path)
        _sync_folder(self.path.parent)

    @contextmanager
    def read_back(self) -> Iterator[tuple[BinaryIO, ReadBack]]:
        """The published file as the disk holds it."""
        stream, how = open_past_cache(self.path)
        with stream:
            yield stream, how


@contextmanager
def part(root: Path, path: Path) -> Iterator[Part]:
    """A new file at `path` under `root`, whose folders are made. What isn't published when the block ends is removed.

    Raises StorageRefused as `storage` says, for all that is done within the block.
    """
    with storage(root):
        _make_folders(root, path.parent)
        made = Part(path)
        try:
            yield made
        finally:
            with suppress(OSError):  # of a stick that is full or gone; whatever mattered was raised already
                made.stream.close()
            with suppress(OSError):
                made.unfinished.unlink(missing_ok=True)


def _make_folders(root: Path, folder: Path) -> None:
    """Make the folders between root and folder, durably; a link in their place is not followed."""
    at = root
    for name in folder.relative_to(root).parts:
        at = at / name
        try:
            at.mkdir()
            _sync_folder(at.parent)
        except FileExistsError:
            if not stat.S_ISDIR(at.lstat().st_mode):
                raise


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
