"""Files that are there whole or not at all, whenever the power goes."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from campaign.refusal import StorageRefused

_FULL = (errno.ENOSPC, errno.EDQUOT)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def files_told_as_refusals() -> Iterator[None]:
    """Raises StorageRefused `disk_full`, `read_only` or `storage_failed` for what the file system says no to."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageRefused("disk_full") from error
        raise StorageRefused("read_only" if error.errno in _READ_ONLY else "storage_failed") from error


def write_durably(path: Path, content: bytes) -> None:
    """Puts ``content`` in the place of what ``path`` held, for its owner alone; the disk has it when this returns."""
    unfinished = path.with_name(f"{path.name}.new")
    with files_told_as_refusals():
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
        flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Makes the names in a folder durable, where the system knows such a thing (Windows does it with the rename)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
