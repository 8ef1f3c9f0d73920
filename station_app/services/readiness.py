"""The readiness checklist: what the program measures by itself and what people answer (campaign rules, Shift)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from msgspec import UNSET

from campaign.calendar import business_day, format_time, parse_time
from campaign.chain import next_head
from campaign.codes import ReadinessCheck
from campaign.entry import read_entry
from campaign.events import CheckAnswer, OpeningOverride, SignedIn, SignInFailed, kind_of
from campaign.identity import normalise_name
from campaign.refusal import InputRefused, NotPermitted
from campaign.rows import DeviceRow, JournalRow
from db.history import History
from db.reads.shifts import sealed_but_unexported
from db.transaction import Snapshot
from station_app.services.permission import Person
from station_app.services.station import Identity, Station, Work

ROOM_FOR_A_SHIFT = 1 << 20
"""Bytes: about what the applications of one shift of one device take (measured, docs/architecture.md)."""
CLOCK_LAG = timedelta(minutes=2)
_SIGN_INS = frozenset({kind_of(SignedIn), kind_of(SignInFailed)})
TAIL = 500
"""Entries of the chain that the checklist recomputes: a few milliseconds, however long the journal."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is measured outside the store: free bytes of its disk, and whether an unregistered stick is plugged in."""

    free_bytes: int
    unknown_stick: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the checklist as answered or measured; ``note`` says why it failed."""

    ok: bool
    note: str = ""


def measure(station: Station, snapshot: Snapshot, surroundings: Surroundings, device: str) -> dict[str, Answer]:
    """The automatic checks by id, in a look or within the opening itself.

    ``operator_identity`` holds because nobody gets here without a password.
    """
    identity = station.identity
    journal = snapshot.get(JournalRow, identity.station, identity.epoch)
    now, last = station.clock(), parse_time(journal.last_at) if journal else None
    day = business_day(max(now, last or now))
    yesterday = (day - timedelta(days=1)).isoformat()
    waiting = sealed_but_unexported(snapshot, identity.station, identity.epoch, since=yesterday)
    row = snapshot.get(DeviceRow, identity.station, device)
    unit_known = row is not None and bool(row.label)
    behind = last is not None and last - now > CLOCK_LAG
    return {
        "operator_identity": Answer(True),
        "device_identity": Answer(unit_known, "" if unit_known else "unknown_device"),
        "usb_registered": Answer(not surroundings.unknown_stick, "unknown_stick" if surroundings.unknown_stick else ""),
        "record_chain_intact": Answer(tail_is_intact(snapshot, identity)),
        "clock_correct": Answer(not behind, f"behind_last_entry {business_day(now).isoformat()}" if behind else ""),
        "disk_space": Answer(surroundings.free_bytes >= ROOM_FOR_A_SHIFT, f"{surroundings.free_bytes >> 10}_KiB_free"),
        "last_bundle_handed_over": Answer(not waiting, f"{waiting}_shifts_unexported" if waiting else ""),
    }


def tail_is_intact(snapshot: Snapshot, identity: Identity) -> bool:
    """Whether the last entries still hash to the head that the tables know; `verify` recomputes the whole chain."""
    history = History(snapshot, identity.station, identity.epoch)
    row = snapshot.get(JournalRow, identity.station, identity.epoch)
    if row is None:
        return False
    before = max(0, row.last - TAIL)
    head = history.head_at(before)
    if head is None:
        return False
    for entry, _, _ in history.entries(before + 1, row.last):
        head = next_head(head, entry)
    return head.hex() == row.head


def judge(
    checks: Mapping[str, ReadinessCheck],
    measured: Mapping[str, Answer],
    answered: Mapping[str, Answer],
    supervisor: Person | None,
    override_reason: str | None,
) -> tuple[list[CheckAnswer], OpeningOverride | None]:
    """The checklist as it goes into the journal, and the override where a blocking check failed.

    A measured answer stands, whatever was ticked; what a person says to it goes with it. Raises
    InputRefused("unknown_check", "check_missing", "check_failed" for what never opens),
    NotPermitted("override_needed").
    """
    if unknown := [name for name in answered if name not in checks]:
        raise InputRefused("unknown_check", checks=unknown)
    answers = {**answered, **measured}
    if missing := [name for name in checks if name not in answers]:
        raise InputRefused("check_missing", checks=missing)
    failed = [check for check in checks.values() if check.blocking and not answers[check.id].ok]
    if never := [check.id for check in failed if not check.overridable]:
        raise InputRefused("check_failed", checks=never)
    override = _override([check.id for check in failed], supervisor, override_reason) if failed else None
    lines = [
        CheckAnswer(
            id=name,
            state="ok" if answers[name].ok else "failed",
            reason=_reason(answers[name], answered.get(name)) or UNSET,
        )
        for name in checks
    ]
    return lines, override


def _reason(answer: Answer, said: Answer | None) -> str:
    if said is not None and (note := normalise_name(said.note)):
        return note
    return "" if answer.ok else answer.note


def _override(failed: list[str], supervisor: Person | None, reason: str | None) -> OpeningOverride:
    said = normalise_name(reason or "")
    if supervisor is None or not supervisor.may("override") or not said:
        raise NotPermitted("override_needed", checks=failed)
    return OpeningOverride(by=supervisor.user, reason=said)


def confirm_clock(work: Work, supervisor: Person | None) -> bool:
    """Whether a supervisor has to confirm, and confirms, that the day is right after a jump of more than a day.

    Returns True when a `clock_confirmed` is due. Raises NotPermitted("clock_unconfirmed").
    """
    jumped_from = day_jump(work.station, work.tx)
    if jumped_from is None:
        return False
    if supervisor is None or not supervisor.may("override"):
        raise NotPermitted("clock_unconfirmed", last_at=jumped_from, now=format_time(work.station.clock()))
    return True


def day_jump(station: Station, snapshot: Snapshot) -> str | None:
    """The time of the last entry, if its business day is more than one away from now's; else None.

    Sign-ins don't count: they are written by whoever comes to open the shift.
    """
    identity = station.identity
    row = snapshot.get(JournalRow, identity.station, identity.epoch)
    last_at = _last_act_at(snapshot, identity, row) if row else ""
    if row is None or not last_at:
        return None
    now = parse_time(max(format_time(station.clock()), row.last_at))
    days = abs((business_day(now) - business_day(parse_time(last_at))).days)
    return last_at if days > 1 else None


def _last_act_at(snapshot: Snapshot, identity: Identity, row: JournalRow) -> str:
    if row.last_kind not in _SIGN_INS:
        return row.last_at
    history = History(snapshot, identity.station, identity.epoch)
    for n in range(row.last - 1, max(0, row.last - TAIL), -1):
        data = history.entry(n)
        header = read_entry(data).header if data else None
        if header is None or header.kind not in _SIGN_INS:
            return header.at if header else ""
    return row.last_at
