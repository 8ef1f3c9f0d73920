"""Who knew of what asked for attention, and why plan and actual parted: the last word of each holds."""

from __future__ import annotations

from campaign import events as e
from campaign.rows import AcknowledgedRow, ExplainedRow, MemoryRows
from tests.journals import DAY, WrittenJournal, a_journal_started, a_shift_id, folded, ignored, the

SINCE = f"{DAY}T09:30:00+07:00"


def acknowledged(rule: str, figure: int, device: str = "TB-1") -> e.AttentionAcknowledged:
    return e.AttentionAcknowledged(rule=rule, device=device, figure=figure)


def rows_of(journal: WrittenJournal) -> MemoryRows:
    rows = folded(journal.entries)
    assert ignored(rows) == {}
    return rows


def test_the_last_acknowledgement_of_a_line_holds() -> None:
    journal = WrittenJournal()
    journal.add(a_journal_started())
    journal.add(acknowledged("behind", 20), by="an.nv")
    journal.add(acknowledged("behind", 40), by="hanh.tt")
    row = the(AcknowledgedRow, rows_of(journal), DAY, "behind", "TB-1", "")
    assert (row.figure, row.by, row.at) == (40, "hanh.tt", f"{DAY}T07:33:00+07:00")


def test_devices_rules_shifts_and_days_are_apart() -> None:
    journal = WrittenJournal()
    journal.add(acknowledged("behind", 20))
    journal.add(acknowledged("behind", 30, "TB-2"))
    journal.add(acknowledged("silent", 12))
    journal.add(acknowledged("difference", -1), shift=a_shift_id(), device="TB-1")
    journal.add(e.AttentionAcknowledged(rule="unsent", figure=13))
    journal.add(acknowledged("behind", 50), minutes=60 * 24)
    assert {(key[1:], row.figure) for key, row in rows_of(journal).tables[AcknowledgedRow].items()
            if isinstance(row, AcknowledgedRow)} == {
        ((DAY, "behind", "TB-1", ""), 20),
        ((DAY, "behind", "TB-2", ""), 30),
        ((DAY, "silent", "TB-1", ""), 12),
        ((DAY, "difference", "TB-1", a_shift_id()), -1),
        ((DAY, "unsent", "", ""), 13),
        (("2021-04-03", "behind", "TB-1", ""), 50),
    }  # fmt: skip


def test_a_cause_told_again_replaces_the_one_before() -> None:
    journal = WrittenJournal()
    for cause, until in (("no_citizens", "10:30"), ("power_cut", "11:00")):
        journal.add(
            e.DifferenceExplained(device="TB-1", cause=cause, since=SINCE, until=f"{DAY}T{until}:00+07:00"),
            by="hanh.tt",
        )
    row = the(ExplainedRow, rows_of(journal), DAY, "TB-1", SINCE)
    assert (row.cause, row.until, row.by) == ("power_cut", f"{DAY}T11:00:00+07:00", "hanh.tt")
