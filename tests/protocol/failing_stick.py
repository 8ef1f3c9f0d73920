"""Every step that an export makes at a stick, in its order, and a stick that stops at one of them.

What a power cut leaves is computed from what was flushed: bytes count from the file's own flush on, a name from the
flush of its folder on. Whatever lies between may be there or not, and half of it too.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest

from bundle import disk
from station_app.services.station import Station, Work

Failure = Literal["power", "yank"]
Loss = Literal["nothing", "bytes", "half", "names"]
LOSSES: tuple[Loss, ...] = ("nothing", "bytes", "half", "names")
_AT_ONCE = 2048
"""Bytes that the stick takes in one step."""


class PowerCut(BaseException):
    """Nobody catches it: the machine is off."""


@dataclass
class FailingStick:
    """``steps`` are the names of what was done; the one numbered ``stops_at`` is not, and nothing after it."""

    root: Path
    failure: Failure = "power"
    stops_at: int | None = None
    steps: list[str] = field(default_factory=list)
    stopped: bool = False
    flushed: dict[int, int] = field(default_factory=dict)
    """Bytes that are safe, by the file's inode."""
    named: dict[Path, bool] = field(default_factory=dict)
    """Whether a name is safe; names from before the export aren't here."""

    def step(self, name: str) -> bool:
        """Whether it may be done. Raises PowerCut once, or OSError from then on."""
        if not self.stopped:
            self.stopped = len(self.steps) == self.stops_at
            self.steps.append(name)
            if self.stopped and self.failure == "power":
                raise PowerCut
        if self.stopped and self.failure == "yank" and name != "journal":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return not self.stopped

    def survivor(self, to: Path, loss: Loss) -> Path:
        """What lies on the stick when it is looked at again."""
        shutil.copytree(self.root, to)
        if loss == "nothing":
            return to
        for path in list(self.root.rglob("*")):
            copy = to / path.relative_to(self.root)
            if path.is_file() and (safe := self.flushed.get(path.stat().st_ino)) is not None:
                kept = safe if loss == "bytes" else (safe + path.stat().st_size) // 2
                os.truncate(copy, kept)
        if loss == "names":
            for path, safe_name in self.named.items():
                copy = to / path.relative_to(self.root)
                if not safe_name and copy.exists():
                    shutil.rmtree(copy) if copy.is_dir() else copy.unlink()
        return to


@contextmanager
def watched(stick: FailingStick) -> Iterator[None]:
    """Whatever `bundle.disk` and the journal do within the block is a step of the stick."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "os", _WatchedOs(stick))
        patch.setattr(disk, "io", _WatchedIo(stick))
        patch.setattr(disk, "open_past_cache", _stepped(stick, "read back", disk.open_past_cache))
        patch.setattr(Path, "mkdir", _watched_mkdir(stick, Path.mkdir))
        patch.setattr(Path, "unlink", _watched_unlink(stick, Path.unlink))
        patch.setattr(Station, "work", _watched_work(stick, Station.work))
        yield


class _WatchedOs:
    def __init__(self, stick: FailingStick) -> None:
        self._stick = stick

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def fsync(self, descriptor: int) -> None:
        found = os.fstat(descriptor)
        folder = stat.S_ISDIR(found.st_mode)
        if not self._stick.step("flush folder" if folder else "flush file"):
            return
        os.fsync(descriptor)
        if not folder:
            self._stick.flushed[found.st_ino] = found.st_size
            return
        for path in self._stick.named:
            if path.parent.exists() and path.parent.stat().st_ino == found.st_ino:
                self._stick.named[path] = True

    def replace(self, source: Path, target: Path) -> None:
        if self._stick.step("rename"):
            os.replace(source, target)
            self._stick.named.pop(source, None)
            self._stick.named[target] = False


class _WatchedIo:
    def __init__(self, stick: FailingStick) -> None:
        self._stick = stick

    def __getattr__(self, name: str) -> Any:
        return getattr(io, name)

    def FileIO(self, path: Path, mode: str = "rb", **more: Any) -> io.FileIO:
        if mode == "rb":
            return io.FileIO(path, mode, **more)
        if not self._stick.step("create"):
            raise PowerCut
        self._stick.named[path] = False
        made = _WatchedFile(path, mode, **more)
        made.stick = self._stick
        self._stick.flushed[os.fstat(made.fileno()).st_ino] = 0
        return made


class _WatchedFile(io.FileIO):
    stick: FailingStick

    def write(self, data: Any, /) -> int:
        """A few bytes; when the power is off they go nowhere, and nobody is left to be told."""
        some = memoryview(data).cast("B")[:_AT_ONCE]
        return super().write(some) if self.stick.step("write") else len(some)


def _stepped(stick: FailingStick, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def stepped(*given: Any) -> Any:
        stick.step(name)
        return call(*given)

    return stepped


def _watched_mkdir(stick: FailingStick, mkdir: Callable[..., None]) -> Callable[..., None]:
    def watched_mkdir(path: Path, *more: Any, **named: Any) -> None:
        new = path.is_relative_to(stick.root) and not path.exists()
        if not new or stick.step("make folder"):
            mkdir(path, *more, **named)
            if new:
                stick.named[path] = False

    return watched_mkdir


def _watched_unlink(stick: FailingStick, unlink: Callable[..., None]) -> Callable[..., None]:
    def watched_unlink(path: Path, *more: Any, **named: Any) -> None:
        there = path.is_relative_to(stick.root) and path.exists()
        if not there or stick.step("remove"):
            unlink(path, *more, **named)
            stick.named.pop(path, None)

    return watched_unlink


def _watched_work(
    stick: FailingStick, work: Callable[[Station], AbstractContextManager[Work]]
) -> Callable[[Station], AbstractContextManager[Work]]:
    def watched_work(station: Station) -> AbstractContextManager[Work]:
        stick.step("journal")
        return work(station)

    return watched_work
