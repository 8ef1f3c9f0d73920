"""The readiness checklist: what the program measures by itself and what people answer (campaign rules, Shift)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from msgspec import UNSET

from campaign.calendar import business_day, format_time, parse_time
from campaign.chain import next_head
from campaign.codes import ReadinessCheck
from campaign.events import CheckAnswer, OpeningOverride
from campaign.refusal import InputRefused, NotPermitted
from campaign.rows import JournalRow
from db.reads.shifts import sealed_but_unexported
from station_app.services.permission import Person
from station_app.services.station import Work

ROOM_FOR_A_SHIFT = 1 << 20
"""Bytes: about what the applications of one shift of one device take (measured, docs/architecture.md)."""
CLOCK_LAG = timedelta(minutes=2)
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


def measure(work: Work, surroundings: Surroundings, device: str) -> dict[str, Answer]:
    """The automatic checks by id. ``operator_identity`` holds because nobody gets here without a password."""
    lag = parse_time(work.last_at) - work.station.clock() if work.last_at else timedelta()
    day = business_day(work.station.clock())
    yesterday = (work.today - timedelta(days=1)).isoformat()
    waiting = sealed_but_unexported(work.tx, work.code, work.station.identity.epoch, since=yesterday)
    unit_known = bool(work.device(device).label)
    return {
        "operator_identity": Answer(True),
        "device_identity": Answer(unit_known, "" if unit_known else "unknown_device"),
        "usb_registered": Answer(not surroundings.unknown_stick, "unknown_stick" if surroundings.unknown_stick else ""),
        "record_chain_intact": Answer(tail_is_intact(work)),
        "clock_correct": Answer(lag <= CLOCK_LAG, f"behind_last_entry {day.isoformat()}" if lag > CLOCK_LAG else ""),
        "disk_space": Answer(surroundings.free_bytes >= ROOM_FOR_A_SHIFT, f"{surroundings.free_bytes >> 10}_KiB_free"),
        "last_bundle_handed_over": Answer(not waiting, f"{waiting}_shifts_unexported" if waiting else ""),
    }


def tail_is_intact(work: Work) -> bool:
    """Whether the last entries still hash to the head that the tables know; `verify` recomputes the whole chain."""
    journal, epoch = work.journal, work.station.identity.epoch
    before = max(0, work.last - TAIL)
    head = journal.head_at(before)
    row = work.rows.get(JournalRow, work.code, epoch)
    if head is None or row is None:
        return False
    for entry, _, _ in journal.entries(before + 1, work.last):
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

    A measured answer stands, whatever was ticked. Raises InputRefused("unknown_check", "check_missing", "check_failed"
    for what never opens), NotPermitted("override_needed").
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
            reason=UNSET if answers[name].ok or not answers[name].note else answers[name].note,
        )
        for name in checks
    ]
    return lines, override


def _override(failed: list[str], supervisor: Person | None, reason: str | None) -> OpeningOverride:
    if supervisor is None or not supervisor.may("override") or not reason:
        raise NotPermitted("override_needed", checks=failed)
    return OpeningOverride(by=supervisor.user, reason=reason)


def confirm_clock(work: Work, supervisor: Person | None) -> bool:
    """Whether a supervisor has to confirm, and confirms, that the day is right after a jump of more than a day.

    Returns True when a `clock_confirmed` is due. Raises NotPermitted("clock_unconfirmed").
    """
    if not work.last_at:
        return False
    days = abs((business_day(parse_time(work.now)) - business_day(parse_time(work.last_at))).days)
    if days <= 1:
        return False
    if supervisor is None or not supervisor.may("override"):
        raise NotPermitted("clock_unconfirmed", last_at=work.last_at, now=format_time(work.station.clock()))
    return True
