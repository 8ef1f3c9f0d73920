"""The key-slot file: what of a store is known before sign-in, as JSON with its own checksum.

An interrupted write leaves the old file or the new one. The one before is kept as ``.previous`` and stands in for a
damaged one.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct, field

from campaign.refusal import InputRefused, StoreBroken
from campaign.shapes import Digest, Line, PersonName, TimeText, UserName
from db.durable import files_told_as_refusals, write_durably
from db.wrapping import Wrapped

MOST_FAILURES = 1000


class Point(Struct, frozen=True, kw_only=True):
    """Which store this is; the command's has ``station`` "" and ``unit`` ""."""

    station: Annotated[str, Meta(pattern=r"^([A-Z0-9]+(-[A-Z0-9]+)*)?\Z", max_length=32)]
    unit: Line
    campaign: Line
    drill: bool


class SlotUser(Struct, frozen=True, kw_only=True):
    """For the sign-in screen only: what a user may do is what the journal says."""

    user: UserName
    full_name: PersonName
    role: Line


class Slot(SlotUser, frozen=True, kw_only=True):
    """``temporary``: the password was given out by somebody else, and opens the store only to be changed."""

    wrapped: Wrapped
    temporary: bool = False


class Attempts(Struct, frozen=True, kw_only=True):
    """Wrong passwords in a row, and the time of the last."""

    wrong: int
    at: TimeText


class FailedSignIn(Struct, frozen=True, kw_only=True):
    user: UserName
    at: TimeText


class Recovery(Struct, frozen=True, kw_only=True):
    """The store key, encrypted by age to ``recipient``."""

    recipient: Line
    wrapped: bytes


class Slots(Struct, frozen=True, kw_only=True):
    format: Literal["enrol-keyslots/1"] = "enrol-keyslots/1"
    point: Point
    slots: dict[UserName, Slot] = {}
    recovery: Recovery | None = None
    attempts: dict[UserName, Attempts] = {}
    failures: Annotated[list[FailedSignIn], Meta(max_length=MOST_FAILURES)] = field(default_factory=list)


class _Checked(Struct, frozen=True, kw_only=True):
    slots: Raw
    sha256: Digest


class KeySlotFile:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._previous = path.with_name(f"{path.name}.previous")

    def read(self) -> Slots:
        """Raises StoreBroken("key_slots_unreadable") where neither file can be read."""
        for path in (self._path, self._previous):
            slots = read_slots(_content(path))
            if slots is not None:
                return slots
        raise StoreBroken("key_slots_unreadable")

    def write(self, slots: Slots) -> None:
        """Raises InputRefused("bad_key_slot") for a name that isn't one, StorageRefused; then the old file stands."""
        new = written_slots(slots)
        old = _content(self._path)
        if read_slots(old) is not None:
            write_durably(self._previous, old)
        write_durably(self._path, new)

    def drop_previous(self) -> None:
        """Passwords that were changed shall not open the store for longer than need be. Raises StorageRefused."""
        if read_slots(_content(self._path)) is not None:
            with files_told_as_refusals():
                self._previous.unlink(missing_ok=True)


def _content(path: Path) -> bytes:
    """Nothing where there is no file, or none that the disk gives out: the other one may do."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def written_slots(slots: Slots) -> bytes:
    """Slots with their checksum. Raises InputRefused("bad_key_slot") for a name that isn't one."""
    body = msgspec.json.encode(slots)
    content = msgspec.json.encode(_Checked(slots=Raw(body), sha256=sha256(body).hexdigest()))
    if read_slots(content) != slots:
        raise InputRefused("bad_key_slot")
    return content


def read_slots(content: bytes) -> Slots | None:
    """The slots of `written_slots`; None for anything else."""
    try:
        checked = msgspec.json.decode(content, type=_Checked)
        if sha256(checked.slots).hexdigest() != checked.sha256:
            return None
        return msgspec.json.decode(checked.slots, type=Slots)
    except (msgspec.MsgspecError, UnicodeError):
        return None
