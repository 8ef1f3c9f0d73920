"""Applications and voids: counted on the shift's day, in the hour they happened, once."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from campaign import events as e
from campaign.rows import ApplicationRow, CommuneRow, DeviceRow, FollowUpRow, FormRow, TallyRow
from tests.journals import (
    DAY,
    DIGEST,
    STATION,
    WrittenJournal,
    a_shift_closed,
    a_shift_id,
    a_shift_opened,
    a_void,
    an_application,
    folded,
    ignored,
    the,
)

SHIFT = a_shift_id()


@pytest.fixture
def journal() -> WrittenJournal:
    """A shift on TB-1, open since 07:31."""
    journal = WrittenJournal()
    journal.add(a_shift_opened(), **journal.on())
    return journal


def tallies(journal: WrittenJournal) -> dict[tuple[int, str], tuple[int, int]]:
    """Unvoided and voided applications of the shift by hour and outcome."""
    found = [row for row in folded(journal.entries).tables[TallyRow].values() if isinstance(row, TallyRow)]
    assert all((row.station, row.day, row.device, row.shift) == (STATION, DAY, "TB-1", SHIFT) for row in found)
    return {(row.hour, row.outcome): (row.count, row.voided) for row in found}


def test_logged(journal: WrittenJournal) -> None:
    body = an_application(
        outcome="population_data_mismatch",
        reason="name_differs",
        warnings=["number_seen_before", "has_chip_card"],
        took_ms=41_000,
        override=e.DuplicateOverride(by="hanh.tt", reason="Cấp lại", other=e.OtherEntry(epoch=1, n=2)),
    )
    journal.add(body, **journal.on(), subject=DIGEST)
    rows = folded(journal.entries)
    assert the(ApplicationRow, rows, 1, 2) == ApplicationRow(
        station=STATION,
        epoch=1,
        n=2,
        at="2021-04-02T07:32:00+07:00",
        day=DAY,
        hour=7,
        device="TB-1",
        shift=SHIFT,
        by="an.nv",
        form_id="form-1",
        case_type="from_cmnd9",
        outcome="population_data_mismatch",
        reason="name_differs",
        commune="11404",
        source="typed",
        warnings="number_seen_before has_chip_card",
        overridden_by="hanh.tt",
        counted=False,
        took_ms=41_000,
    )
    assert the(FormRow, rows, "form-1") == FormRow(STATION, "form-1", 1, 2)
    assert the(DeviceRow, rows, "TB-1").last_logged_at == "2021-04-02T07:32:00+07:00"


def test_only_some_outcomes_count(journal: WrittenJournal) -> None:
    for place, outcome in enumerate(["accepted", "missing_papers", "accepted", "unheard_of"]):
        journal.add(an_application(form_id=f"form-{place}", outcome=outcome), **journal.on())
    rows = folded(journal.entries)
    assert [the(ApplicationRow, rows, 1, n).counted for n in (2, 3, 4, 5)] == [True, False, True, False]
    assert tallies(journal) == {(7, "accepted"): (2, 0), (7, "missing_papers"): (1, 0), (7, "unheard_of"): (1, 0)}


def test_each_hour_has_its_own_tally(journal: WrittenJournal) -> None:
    for place in range(3):
        journal.add(an_application(form_id=f"form-{place}"), **journal.on(), minutes=28)
    assert tallies(journal) == {(7, "accepted"): (1, 0), (8, "accepted"): (2, 0)}


def test_paper_counts_in_the_hour_it_was_filled_in(journal: WrittenJournal) -> None:
    body = an_application(source="paper", happened_at="2021-04-02T05:59:59+07:00")
    journal.add(body, **journal.on(), minutes=180)
    row = the(ApplicationRow, folded(journal.entries), 1, 2)
    assert (row.hour, row.at) == (5, "2021-04-02T10:31:00+07:00")
    assert tallies(journal) == {(5, "accepted"): (1, 0)}


def test_an_entry_in_a_shift_belongs_to_the_shifts_day(journal: WrittenJournal) -> None:
    """At half past four of the next day, when the header's day is another."""
    entry = journal.add(an_application(), **journal.on(), minutes=21 * 60)
    assert entry.header.day == "2021-04-03"
    assert the(ApplicationRow, folded(journal.entries), 1, 2).day == DAY
    assert tallies(journal) == {(4, "accepted"): (1, 0)}


def test_a_paused_shift_takes_none(journal: WrittenJournal) -> None:
    journal.add(e.ShiftPaused(cause="power_cut"), **journal.on())
    journal.add(an_application(), **journal.on())
    journal.add(e.ShiftResumed(), **journal.on())
    journal.add(an_application(), **journal.on())
    rows = folded(journal.entries)
    assert ignored(rows) == {3: "shift_paused"}
    assert the(FormRow, rows, "form-1").n == 5


def test_a_form_is_counted_once(journal: WrittenJournal) -> None:
    journal.add(an_application(), **journal.on())
    journal.add(an_application(outcome="missing_papers"), **journal.on())
    journal.add(a_void(2), **journal.on())
    journal.add(an_application(), **journal.on())
    assert ignored(folded(journal.entries)) == {3: "form_id_known", 5: "form_id_known"}
    assert tallies(journal) == {(7, "accepted"): (0, 1)}


def test_a_form_is_counted_once_over_all_epochs(journal: WrittenJournal) -> None:
    """After a fork the other machine's applications are logged again: those that are known don't count twice."""
    journal.add(an_application(), **journal.on())
    second = WrittenJournal(epoch=2, at=journal.at)
    second.add(an_application(), **journal.on())
    second.add(an_application(form_id="form-2"), **journal.on())
    rows = folded(second.entries, folded(journal.entries), epoch=2)
    assert ignored(rows, epoch=2) == {1: "form_id_known"}
    assert the(FormRow, rows, "form-2").epoch == 2
    assert the(TallyRow, rows, DAY, "TB-1", SHIFT, 7, "accepted").count == 2


def test_a_void_subtracts_where_the_original_counted(journal: WrittenJournal) -> None:
    journal.add(an_application(form_id="form-1"), **journal.on())
    journal.add(an_application(form_id="form-2"), **journal.on())
    journal.add(a_void(2, reason="wrong_person"), **journal.on(), minutes=24 * 60)
    row = the(ApplicationRow, folded(journal.entries), 1, 2)
    assert (row.counted, row.voided_n, row.void_reason) == (False, 4, "wrong_person")
    assert tallies(journal) == {(7, "accepted"): (1, 1)}


def test_a_void_of_an_outcome_that_does_not_count(journal: WrittenJournal) -> None:
    journal.add(an_application(outcome="missing_papers"), **journal.on())
    journal.add(a_void(2), **journal.on())
    row = the(ApplicationRow, folded(journal.entries), 1, 2)
    assert (row.counted, row.voided_n) == (False, 3)
    assert tallies(journal) == {(7, "missing_papers"): (0, 1)}


def test_a_void_after_sealing_and_with_a_bare_header(journal: WrittenJournal) -> None:
    journal.add(an_application(), **journal.on())
    journal.add(a_shift_closed(counted=1), **journal.on())
    journal.add(e.ShiftSealed(), **journal.on(), minutes=0)
    journal.add(a_void(2))
    assert ignored(folded(journal.entries)) == {}
    assert tallies(journal) == {(7, "accepted"): (0, 1)}


def test_what_can_not_be_voided(journal: WrittenJournal) -> None:
    journal.add(an_application(), **journal.on())
    journal.add(a_void(2), **journal.on())
    for entry in (2, 3, 1, 6, 99):  # again, a void, a shift's opening, itself, nothing
        journal.add(a_void(entry), **journal.on())
    assert ignored(folded(journal.entries)) == {
        4: "voided_already",
        5: "no_such_application",
        6: "no_such_application",
        7: "no_such_application",
        8: "no_such_application",
    }
    assert tallies(journal) == {(7, "accepted"): (0, 1)}


def test_an_ignored_application_can_not_be_voided(journal: WrittenJournal) -> None:
    journal.add(an_application(), **journal.on("TB-2"))
    journal.add(a_void(2))
    assert ignored(folded(journal.entries)) == {2: "no_such_shift", 3: "no_such_application"}


def test_a_void_speaks_of_its_own_epoch(journal: WrittenJournal) -> None:
    journal.add(an_application(form_id="form-1"), **journal.on())
    second = WrittenJournal(epoch=2, at=journal.at)
    second.add(an_application(form_id="form-2"), **journal.on())
    second.add(a_void(2), **journal.on())
    second.add(a_void(1), **journal.on())
    rows = folded(second.entries, folded(journal.entries), epoch=2)
    assert ignored(rows, epoch=2) == {2: "no_such_application"}
    assert the(ApplicationRow, rows, 1, 2).counted
    assert the(ApplicationRow, rows, 2, 1).voided_n == 3


def test_times_that_go_back_count_in_their_own_hour(journal: WrittenJournal) -> None:
    journal.add(an_application(form_id="form-1"), **journal.on())
    journal.add(e.ClockStepped(before="2021-04-02T07:33:00+07:00", after="2021-04-02T05:00:00+07:00"), minutes=-153)
    journal.add(an_application(form_id="form-2"), **journal.on())
    assert tallies(journal) == {(7, "accepted"): (1, 0), (5, "accepted"): (1, 0)}


def test_a_follow_up_is_opened_changed_and_voided_with_its_application(journal: WrittenJournal) -> None:
    journal.add(an_application(outcome="missing_papers", reason="no_old_card"), **journal.on())
    journal.add(an_application(form_id="form-2", outcome="accepted"), **journal.on())
    journal.add(e.FollowUpChanged(entry=2, owner="an.nv", next_on="2021-04-05", state="open"))
    assert the(FollowUpRow, folded(journal.entries), 1, 2) == FollowUpRow(
        STATION, 1, 2, "open", "an.nv", "2021-04-05", changed_n=4
    )
    journal.add(e.FollowUpChanged(entry=2, state="moved_away", epoch=1))
    journal.add(e.FollowUpChanged(entry=3, state="open"))
    rows = folded(journal.entries)
    assert the(FollowUpRow, rows, 1, 2) == FollowUpRow(STATION, 1, 2, "moved_away", changed_n=5)
    assert rows.get(FollowUpRow, STATION, 1, 3) is None
    journal.add(a_void(2), **journal.on())
    journal.add(e.FollowUpChanged(entry=2, state="open"))
    rows = folded(journal.entries)
    assert the(FollowUpRow, rows, 1, 2) == FollowUpRow(STATION, 1, 2, "voided", changed_n=7)
    assert ignored(rows) == {6: "no_such_follow_up", 8: "no_such_follow_up"}


def test_a_commune_counts_its_own_accepted_less_voids(journal: WrittenJournal) -> None:
    for number, (commune, outcome) in enumerate(
        [
            ("11404", "accepted"),
            ("11407", "accepted"),
            ("11404", "accepted"),
            (UNSET, "accepted"),
            ("11407", "duplicate"),
        ]
    ):
        reason = "already_logged_this_shift" if outcome == "duplicate" else UNSET
        body = an_application(form_id=f"form-{number}", commune=commune, outcome=outcome, reason=reason)
        journal.add(body, **journal.on())
    journal.add(a_void(2), **journal.on())
    found = [row for row in folded(journal.entries).tables[CommuneRow].values() if isinstance(row, CommuneRow)]
    assert {(row.day, row.commune): row.count for row in found} == {(DAY, "11404"): 1, (DAY, "11407"): 1, (DAY, ""): 1}
