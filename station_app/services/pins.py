"""PINs: four to six digits with which somebody comes to a desk whose store is open already.

A PIN opens nothing by itself: it is never a key slot, and its verifier lies inside the encrypted store, outside the
journal. Three wrong ones in a row, or a desk that stood locked for long, want the password again.
"""

from __future__ import annotations

import re
from datetime import timedelta

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from msgspec import Struct

from campaign.calendar import format_time
from campaign.events import SignInFailed
from campaign.refusal import InputRefused, NotPermitted
from db.meta import drop_meta, read_meta, write_meta
from db.transaction import Snapshot, Transaction
from station_app.services.station import Station

WRONG_BEFORE_PASSWORD = 3
LONGEST_LOCK = timedelta(hours=4)
"""Of a desk to which a PIN still leads back."""

_PIN = re.compile(r"[0-9]{4,6}", re.ASCII)
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""Far lighter than a key slot's: nobody reaches the verifier who doesn't hold the store's key already, which is all
that it guards, and three tries bound the guessing. It only keeps digits that people use elsewhere from being read, at
the least that OWASP's password storage advice takes for Argon2id, and answers within a twentieth of a second."""


class _Kept(Struct, frozen=True, kw_only=True):
    """``wrong`` ones in a row since a good PIN or password."""

    verifier: str
    wrong: int = 0


def looks_like_pin(text: str) -> bool:
    return _PIN.fullmatch(text) is not None


def set_pin(station: Station, password: str, pin: str) -> None:
    """One's own PIN, by one's password; "" does away with it. No entry tells of it: it is this computer's affair.

    Raises InputRefused("bad_pin", "easy_pin", "pin_is_password"), NotPermitted("wrong_password", "locked_out",
    "password_temporary").
    """
    user = station.person.user
    if station.person.temporary:
        raise NotPermitted("password_temporary")
    station.slots.unlock(user, password, now=station.clock())
    if pin:
        check_new_pin(pin, password)
    with station.work() as work:
        if pin:
            _keep(work.tx, user, _Kept(verifier=_HASHER.hash(pin)))
        else:
            forget_pin(work.tx, user)


def check_new_pin(pin: str, password: str) -> None:
    """Raises InputRefused("bad_pin", "easy_pin", "pin_is_password")."""
    if not looks_like_pin(pin):
        raise InputRefused("bad_pin")
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210":
        raise InputRefused("easy_pin")
    if looks_like_pin(password):  # else nobody could tell which of the two is typed
        raise InputRefused("pin_is_password")


def has_pin(snapshot: Snapshot, user: str) -> bool:
    """Whether a PIN of theirs would be tried now."""
    kept = _kept(snapshot, user)
    return kept is not None and kept.wrong < WRONG_BEFORE_PASSWORD


def check_pin(station: Station, user: str, pin: str) -> None:
    """Each wrong one is counted and told to the journal before the answer.

    Raises NotPermitted("wrong_pin", left) with the tries left, none of which is tried for who has no PIN.
    """
    with station.work() as work:
        kept = _kept(work.tx, user)
        if kept is None or kept.wrong >= WRONG_BEFORE_PASSWORD:
            raise NotPermitted("wrong_pin", left=0)
        if _fits(kept, pin):
            _keep(work.tx, user, msgspec.structs.replace(kept, wrong=0))
            return
        wrong = kept.wrong + 1
        _keep(work.tx, user, msgspec.structs.replace(kept, wrong=wrong))
        work.append(SignInFailed(user=user, happened_at=format_time(station.clock())))
    raise NotPermitted("wrong_pin", left=WRONG_BEFORE_PASSWORD - wrong)


def trust_pin_again(tx: Transaction, user: str) -> None:
    """The password was given: the wrong PINs before it are forgotten."""
    kept = _kept(tx, user)
    if kept is not None and kept.wrong:
        _keep(tx, user, msgspec.structs.replace(kept, wrong=0))


def forget_pin(tx: Transaction, user: str) -> None:
    drop_meta(tx, _name(user))


def _kept(snapshot: Snapshot, user: str) -> _Kept | None:
    content = read_meta(snapshot, _name(user))
    return None if content is None else msgspec.json.decode(content, type=_Kept)


def _keep(tx: Transaction, user: str, kept: _Kept) -> None:
    write_meta(tx, _name(user), msgspec.json.encode(kept))


def _fits(kept: _Kept, pin: str) -> bool:
    try:
        return _HASHER.verify(kept.verifier, pin)
    except VerifyMismatchError:
        return False


def _name(user: str) -> str:
    return f"pin:{user}"
