"""Unlocking a store: its 32-byte key, wrapped once for each user's password and once for the city's recovery key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, Self, TypeVar

from msgspec.structs import replace
from pyrage import RecipientError, encrypt, x25519

from campaign.calendar import format_time, parse_time
from campaign.refusal import InputRefused, NotPermitted, Refusal, StorageRefused
from db.keyslot_file import (
    MOST_FAILURES,
    Attempts,
    FailedSignIn,
    KeySlotFile,
    Point,
    Recovery,
    Slot,
    Slots,
    SlotUser,
)
from db.wrapping import Cost, unwrap, wrap

__all__ = ["Cost", "FailedSignIn", "KeySlots", "Point", "SlotUser"]

T = TypeVar("T")

STANDARD_COST = Cost()
WRONG_BEFORE_LOCKED = 5
LOCKED_FOR = timedelta(minutes=10)
UNKNOWN_USER = "unknown"
"""Under which attempts of names that nobody has are kept: a password typed as a name is not written down."""


class KeptSlots(Protocol):
    """Where the slots lie: a file, or rows of a database."""

    def read(self) -> Slots: ...

    def write(self, slots: Slots) -> None: ...

    def drop_previous(self) -> None: ...


class KeySlots:
    """The file is read anew by each call: another program may have recorded a failed sign-in meanwhile.

    All calls raise StoreBroken("key_slots_unreadable") and, where they write, StorageRefused.
    """

    def __init__(self, file: KeptSlots, cost: Cost = STANDARD_COST) -> None:
        self._file = file
        self._cost = cost

    @classmethod
    def create(cls, path: Path, point: Point, cost: Cost = STANDARD_COST) -> Self:
        """A file without users, in place of any other. ``cost`` is that of the slots added to it."""
        slots = cls(KeySlotFile(path), cost)
        slots.begin(point)
        return slots

    @classmethod
    def open(cls, path: Path, cost: Cost = STANDARD_COST) -> Self:
        file = KeySlotFile(path)
        file.read()
        return cls(file, cost)

    def begin(self, point: Point) -> None:
        """No users, in place of any slots that there were."""
        self._file.write(Slots(point=point))

    @property
    def point(self) -> Point:
        return self._file.read().point

    @property
    def users(self) -> list[SlotUser]:
        """By login name."""
        slots = self._file.read().slots
        return [SlotUser(user=s.user, full_name=s.full_name, role=s.role) for _, s in sorted(slots.items())]

    def add(
        self, user: str, full_name: str, role: str, password: str, store_key: bytes, *, temporary: bool = False
    ) -> None:
        """Gives a user a slot, in place of any that they had: also the way to a new password, and out of a lock.

        Raises InputRefused("bad_key_slot") for a user or full name that isn't one.
        """
        known = self._file.read()
        wrapped = wrap(store_key, password, _context(known.point, user), self._cost)
        slot = Slot(user=user, full_name=full_name, role=role, wrapped=wrapped, temporary=temporary)
        self._file.write(replace(known, slots={**known.slots, user: slot}, attempts=_without(known.attempts, user)))

    def describe(self, user: str, full_name: str, role: str) -> None:
        """Changes what the sign-in screen shows of a user. Raises InputRefused("no_such_user")."""
        known = self._file.read()
        if user not in known.slots:
            raise InputRefused("no_such_user", user=user)
        slot = replace(known.slots[user], full_name=full_name, role=role)
        self._file.write(replace(known, slots={**known.slots, user: slot}))

    def remove(self, user: str) -> None:
        """Takes a user's slot away, from the file before this one too."""
        known = self._file.read()
        self._file.write(replace(known, slots=_without(known.slots, user), attempts=_without(known.attempts, user)))
        self._file.drop_previous()

    @contextmanager
    def unless_refused(self, user: str) -> Iterator[None]:
        """Puts back the slot that a user had, or had not, where what it was changed for is refused after all.

        When all went well the slot before is nowhere any more.
        """
        before = self._file.read()
        try:
            yield
        except Refusal:
            with suppress(StorageRefused):
                now = self._file.read()
                slots, attempts = _with(now.slots, before.slots, user), _with(now.attempts, before.attempts, user)
                self._file.write(replace(now, slots=slots, attempts=attempts))
            raise
        with suppress(StorageRefused):
            self._file.drop_previous()

    def unlock(self, user: str, password: str, *, now: datetime) -> bytes:
        """The store key. A good unlock ends the life of the file before this one.

        Raises NotPermitted("wrong_password", left) with the tries left, also for a user that there isn't, and
        NotPermitted("locked_out", until) after five in a row, for ten minutes, whatever is typed.
        """
        known = self._file.read()
        name = user if user in known.slots else UNKNOWN_USER
        attempts = self._attempts(known, name, now)
        slot = known.slots.get(user) or next(iter(known.slots.values()), None)
        # For an unknown user somebody else's slot is tried in vain, which takes the same time.
        key = unwrap(slot.wrapped, password, _context(known.point, user)) if slot else None
        if key is None:
            raise self._failed(known, name, attempts, now)
        with suppress(StorageRefused):  # a full or read-only disk is no reason to keep anybody out
            if user in known.attempts:
                self._file.write(replace(known, attempts=_without(known.attempts, user)))
            self._file.drop_previous()
        return key

    def is_temporary(self, user: str) -> bool:
        """Whether a user's password was given out by somebody else and not changed yet."""
        slot = self._file.read().slots.get(user)
        return slot is not None and slot.temporary

    def locked_until(self, user: str, *, now: datetime) -> datetime | None:
        """Until when nothing that a user types is tried, after five wrong passwords."""
        attempts = self._file.read().attempts.get(user)
        if attempts is None or attempts.wrong < WRONG_BEFORE_LOCKED:
            return None
        until = _lock_ends(attempts, now)
        return until if now < until else None

    @property
    def failures(self) -> list[FailedSignIn]:
        """Failed sign-ins that no journal tells of yet, oldest first."""
        return list(self._file.read().failures)

    def take_failures(self) -> list[FailedSignIn]:
        """`failures`, which are then gone: to be called when the journal has them, so that none is lost."""
        known = self._file.read()
        if known.failures:
            self._file.write(replace(known, failures=[]))
        return list(known.failures)

    def set_recovery(self, recipient: str, store_key: bytes) -> None:
        """Wraps the key to the trust's recovery recipient, ``age1…``. Raises InputRefused("bad_recipient")."""
        try:
            wrapped = encrypt(store_key, [x25519.Recipient.from_str(recipient)])
        except RecipientError as error:
            raise InputRefused("bad_recipient") from error
        self._file.write(replace(self._file.read(), recovery=Recovery(recipient=recipient, wrapped=wrapped)))

    @property
    def recovery(self) -> bytes | None:
        """The key as an age file for the recovery key's holder."""
        recovery = self._file.read().recovery
        return None if recovery is None else recovery.wrapped

    def _attempts(self, known: Slots, name: str, now: datetime) -> int:
        """Wrong passwords so far."""
        attempts = known.attempts.get(name)
        if attempts is None or attempts.wrong < WRONG_BEFORE_LOCKED:
            return attempts.wrong if attempts else 0
        until = _lock_ends(attempts, now)
        if now < until:
            if format_time(now) < attempts.at:
                self._record(known, name, replace(attempts, at=format_time(now)), known.failures)
            raise NotPermitted("locked_out", until=format_time(until))
        return 0

    def _failed(self, known: Slots, name: str, attempts: int, now: datetime) -> NotPermitted:
        wrong, at = attempts + 1, format_time(now)
        failures = [*known.failures, FailedSignIn(user=name, at=at)][-MOST_FAILURES:]
        self._record(known, name, Attempts(wrong=wrong, at=at), failures)
        if wrong >= WRONG_BEFORE_LOCKED:
            return NotPermitted("locked_out", until=format_time(now + LOCKED_FOR))
        return NotPermitted("wrong_password", left=WRONG_BEFORE_LOCKED - wrong)

    def _record(self, known: Slots, name: str, attempts: Attempts, failures: list[FailedSignIn]) -> None:
        with suppress(StorageRefused):  # the answer stays no
            self._file.write(replace(known, attempts={**known.attempts, name: attempts}, failures=failures))


def _lock_ends(attempts: Attempts, now: datetime) -> datetime:
    """A clock that was set back doesn't lock for longer."""
    return min(parse_time(attempts.at), now) + LOCKED_FOR


def _context(point: Point, user: str) -> bytes:
    return f"enrol-keyslots/1\n{point.campaign}\n{point.station}\n{user}".encode()


def _without(values: dict[str, T], name: str) -> dict[str, T]:
    return {key: value for key, value in values.items() if key != name}


def _with(values: dict[str, T], before: dict[str, T], name: str) -> dict[str, T]:
    """``values`` with what ``name`` had, or had not, before."""
    return {**_without(values, name), **({name: before[name]} if name in before else {})}
