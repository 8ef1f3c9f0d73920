"""A stick: a drive or any folder that carries bundles one way and documents the other (docs/bundle-format.md, 5)."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, BinaryIO

from msgspec import Meta, Struct

from bundle import disk
from bundle.envelope import MAX_LINE
from bundle.layout import ENROL, FOLDERS, STICK_FILE, FoundKind, parse_name
from campaign.canonical import encode, nfc, read_exactly
from campaign.refusal import InputRefused, StorageRefused
from campaign.shapes import Line, is_station_code

_KINDS: dict[str, Callable[[int], bool]] = {
    "file": stat.S_ISREG,
    "folder": stat.S_ISDIR,
    "link": stat.S_ISLNK,
    "pipe": stat.S_ISFIFO,
    "socket": stat.S_ISSOCK,
}
_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file by its place and name, neither of which proves anything.

    ``numbers`` are those of the name in its order: a bundle's epoch and seq, a receipt's epoch, generation and serial.
    """

    path: Path
    kind: FoundKind
    station: str | None = None
    numbers: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """The path as it may be shown."""
        return disk.printable(str(self.path))


@dataclass(frozen=True, slots=True)
class IgnoredFile:
    """``reason``: `link`, `pipe`, `socket`, `device`, `folder`, `name`, `other_station`, `no_stick`, or why a whole
    stick couldn't be looked at, as `disk.storage` says."""

    path: Path
    reason: str

    @property
    def label(self) -> str:
        """The path as it may be shown."""
        return disk.printable(str(self.path))


@dataclass(frozen=True, slots=True)
class Listing:
    """``found`` by kind, station and numbers, ``ignored`` by path."""

    found: tuple[FoundFile, ...] = ()
    ignored: tuple[IgnoredFile, ...] = ()

    def of(self, kind: FoundKind, station: str | None = None) -> list[FoundFile]:
        """The files of one kind; of one station, if it is given."""
        return [file for file in self.found if file.kind == kind and station in (None, file.station)]


class StickIdentity(Struct, frozen=True, kw_only=True):
    """`enrol/stick.json`: by what a registered stick is known, and what people call it."""

    id: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z")]
    label: Line


class Stick:
    """What lies under a root. Everything raises StorageRefused as `disk.storage` says."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def listing(self) -> Listing:
        """All that lies under `enrol/`, told by lstat; nothing is opened."""
        search = _Search()
        with disk.storage(self.root):
            self.root.stat()
            if os.path.lexists(self.root / ENROL):
                search.look_at_enrol(self.root / ENROL)
        return search.listing()

    def identity(self) -> StickIdentity | None:
        """None for a stick that was never registered, or whose file says nothing."""
        path = self.root / ENROL / STICK_FILE
        try:
            return read_exactly(read_document(path), StickIdentity) if os.path.lexists(path) else None
        except InputRefused:
            return None

    def register(self, label: str) -> StickIdentity:
        """Give the stick a name, and an id if it has none. Raises InputRefused("not_canonical") for a bad label."""
        known = self.identity()
        identity = StickIdentity(id=known.id if known else secrets.token_hex(_ID_BYTES), label=nfc(label))
        line = encode(identity)
        read_exactly(line, StickIdentity)
        self.write_document(f"{ENROL}/{STICK_FILE}", line)
        return identity

    def part(self, relative: str) -> AbstractContextManager[disk.Part]:
        """A new file at a path of `layout`, to write, sync, publish and read back (`disk.part`)."""
        return disk.part(self.root, self.root / relative)

    def write_document(self, relative: str, line: bytes) -> Path:
        """Write an envelope line as a document file, whole or not at all, and read it back.

        Raises StorageRefused("read_back_differs").
        """
        data = line + b"\n"
        with self.part(relative) as part:
            part.stream.write(data)
            part.sync()
            part.publish()
            with part.read_back() as (stream, _):
                if stream.read(len(data) + 1) != data:
                    raise StorageRefused("read_back_differs", file=part.path.name)
        return part.path


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """A found file to read. Raises InputRefused("not_a_file"), StorageRefused for all that is read within the block."""
    with disk.storage(path.parent), disk.open_regular(path) as stream:
        yield stream


def read_document(path: Path) -> bytes:
    """The one line of a document file, without its line end.

    Raises InputRefused("bad_envelope") for more than an envelope may hold or no line end, and as `open_file` does.
    """
    with open_file(path) as stream:
        data = stream.read(MAX_LINE + 2)
    if len(data) > MAX_LINE + 1 or not data.endswith(b"\n"):
        raise InputRefused("bad_envelope")
    return data[:-1]


def find_bundles(path: Path) -> Listing:
    """The bundles that a path means: a bundle file by any name, a stick, or a folder of sticks.

    Raises InputRefused("not_found"); StorageRefused where it can't be looked at.
    """
    with disk.storage(path.parent):
        try:
            what = what_is(path)
        except (FileNotFoundError, NotADirectoryError):
            raise InputRefused("not_found", file=disk.printable(path.name)) from None
        if what == "file":
            return Listing((FoundFile(path, "bundle"),))
        if not path.is_dir():
            return Listing((), (IgnoredFile(path, what),))
    return _bundles(Stick(path).listing()) if os.path.lexists(path / ENROL) else _of_sticks(path)


def _of_sticks(folder: Path) -> Listing:
    found: list[FoundFile] = []
    ignored: list[IgnoredFile] = []
    with disk.storage(folder):
        entries = list(_entries(folder))
    for path, what in entries:
        if what != "folder" or not os.path.lexists(path / ENROL):
            ignored.append(IgnoredFile(path, "no_stick" if what in ("file", "folder") else what))
            continue
        try:
            listing = _bundles(Stick(path).listing())
        except StorageRefused as refused:  # one stick that is gone does not stop the others
            ignored.append(IgnoredFile(path, refused.code))
        else:
            found += listing.found
            ignored += listing.ignored
    return Listing(tuple(found), tuple(ignored))


def _bundles(listing: Listing) -> Listing:
    return Listing(tuple(listing.of("bundle")), listing.ignored)


def what_is(path: Path) -> str:
    """`file`, `folder`, `link`, `pipe`, `socket` or `device`, by lstat. Raises OSError."""
    mode = path.lstat().st_mode
    return next((what for what, is_it in _KINDS.items() if is_it(mode)), "device")


def _entries(folder: Path) -> Iterable[tuple[Path, str]]:
    for path in sorted(folder.iterdir()):
        yield path, what_is(path)


def _answers_to(path: Path, name: str) -> bool:
    """Whether a folder has this name: on FAT it may be listed in another case than it is asked for."""
    asked = path.with_name(name)
    return path.name == name or (asked.exists() and asked.samefile(path))


@dataclass(slots=True)
class _Search:
    found: list[FoundFile] = field(default_factory=list)
    ignored: list[IgnoredFile] = field(default_factory=list)

    def listing(self) -> Listing:
        by_name = sorted(self.found, key=lambda file: (file.kind, file.station or "", file.numbers))
        return Listing(tuple(by_name), tuple(self.ignored))

    def look_at_enrol(self, enrol: Path) -> None:
        if (what := what_is(enrol)) != "folder":
            return self._ignore(enrol, what)
        for path, what in _entries(enrol):
            name = path.name.lower()
            if what == "folder" and name in FOLDERS and _answers_to(path, name):
                self._look_in(path, FOLDERS[name])
            elif what != "file" or path.name != STICK_FILE:
                self._ignore(path, what)

    def _look_in(self, folder: Path, kind: FoundKind) -> None:
        for path, what in _entries(folder):
            if kind != "bundle":
                self._look_at(path, what, kind)
                continue
            station = path.name.upper()
            if what == "folder" and is_station_code(station) and _answers_to(path, station):
                for file, what_file in _entries(path):
                    self._look_at(file, what_file, kind, station)
            else:
                self._ignore(path, what)

    def _look_at(self, path: Path, what: str, kind: FoundKind, folder: str | None = None) -> None:
        parsed = parse_name(kind, path.name) if what == "file" else None
        if parsed is None:
            self._ignore(path, what)
        elif folder not in (None, parsed[0]):
            self._ignore(path, "other_station")
        else:
            self.found.append(FoundFile(path, kind, *parsed))

    def _ignore(self, path: Path, what: str) -> None:
        self.ignored.append(IgnoredFile(path, "name" if what == "file" else what))
