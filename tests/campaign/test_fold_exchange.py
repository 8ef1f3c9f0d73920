"""Documents, bundles and receipts: what went out, what was read back, what the command has acknowledged."""

from __future__ import annotations

import pytest

from campaign import events as e
from campaign.rows import DocumentRow, ExportRow, ReceiptRow, StationRow
from tests.journals import (
    DIGEST,
    STATION,
    WrittenJournal,
    a_bundle_exported,
    a_journal_started,
    a_receipt_accepted,
    folded,
    ignored,
    the,
)


@pytest.fixture
def journal() -> WrittenJournal:
    journal = WrittenJournal()
    journal.add(a_journal_started())
    journal.add(e.SignedIn(user="an.nv"))
    return journal


def test_a_document_is_accepted(journal: WrittenJournal) -> None:
    journal.add(e.DocumentAccepted(type="trust", version=1, sha256=DIGEST))
    journal.add(e.DocumentAccepted(type="enrolment", sha256=DIGEST))
    rows = folded(journal.entries)
    assert the(DocumentRow, rows, "trust", 1).accepted_at == "2021-04-02T07:33:00+07:00"
    assert the(DocumentRow, rows, "enrolment", 0).sha256 == DIGEST


def test_a_bundle_is_exported_and_verified(journal: WrittenJournal) -> None:
    journal.add(a_bundle_exported(1, 1, 2, place="stick-1"))
    assert the(ExportRow, folded(journal.entries), 1, 1) == ExportRow(
        STATION, 1, 1, 1, 2, DIGEST, "stick-1", "2021-04-02T07:33:00+07:00"
    )
    journal.add(e.BundleVerified(seq=1, place="stick-1"))
    assert the(ExportRow, folded(journal.entries), 1, 1).verified_at == "2021-04-02T07:34:00+07:00"


def test_a_second_copy_keeps_the_first_proof(journal: WrittenJournal) -> None:
    journal.add(a_bundle_exported(1, 1, 2))
    journal.add(e.BundleVerified(seq=1, place="stick-1"))
    journal.add(e.BundleVerified(seq=1, place="stick-2"))
    rows = folded(journal.entries)
    assert ignored(rows) == {}
    assert the(ExportRow, rows, 1, 1).verified_at == "2021-04-02T07:34:00+07:00"


def test_a_seq_is_used_once_and_verified_after_its_export(journal: WrittenJournal) -> None:
    journal.add(e.BundleVerified(seq=1, place="stick-1"))
    journal.add(a_bundle_exported(1, 1, 2))
    journal.add(a_bundle_exported(1, 1, 4, sha256="0" * 64))
    journal.add(a_bundle_exported(3, 1, 5))
    rows = folded(journal.entries)
    assert ignored(rows) == {3: "no_such_bundle", 5: "seq_used"}
    assert the(ExportRow, rows, 1, 1).sha256 == DIGEST


def test_a_bundle_holds_only_entries_before_it(journal: WrittenJournal) -> None:
    journal.add(a_bundle_exported(1, 1, 3))
    journal.add(a_bundle_exported(1, 3, 2))
    journal.add(a_bundle_exported(1, 1, 4))
    rows = folded(journal.entries)
    assert ignored(rows) == {3: "beyond_last", 4: "beyond_last"}
    assert the(ExportRow, rows, 1, 1).last == 4


def test_a_receipt_moves_the_mark(journal: WrittenJournal) -> None:
    journal.add(a_receipt_accepted(serial=1, through=2, durable_through=1))
    rows = folded(journal.entries)
    station = the(StationRow, rows)
    assert (station.mark, station.durable_through) == (2, 1)
    assert (station.city_generation, station.receipt_serial) == (1, 1)
    assert station.received_at == "2021-04-02T07:33:00+07:00"
    assert the(ReceiptRow, rows, 1, 1) == ReceiptRow(STATION, 1, 1, 1, 2, 2, DIGEST, 1, "2021-04-02T07:33:00+07:00")


def test_the_mark_is_what_the_entry_says_it_is_after_the_receipt(journal: WrittenJournal) -> None:
    """A lower accepted_through leaves it, or moves it back where the command said so: the station decided then."""
    journal.add(a_receipt_accepted(serial=1, through=2))
    journal.add(a_receipt_accepted(serial=2, through=1, mark=2))
    assert the(StationRow, folded(journal.entries)).mark == 2
    journal.add(a_receipt_accepted(serial=3, through=1))
    assert the(StationRow, folded(journal.entries)).mark == 1
    journal.add(a_receipt_accepted(serial=1, through=0, city_generation=2))
    rows = folded(journal.entries)
    assert the(StationRow, rows).mark == 0
    assert ignored(rows) == {}


def test_receipts_rise(journal: WrittenJournal) -> None:
    journal.add(a_receipt_accepted(serial=2, through=1, city_generation=2))
    journal.add(a_receipt_accepted(serial=2, through=2, city_generation=2))
    journal.add(a_receipt_accepted(serial=1, through=2, city_generation=2))
    journal.add(a_receipt_accepted(serial=9, through=2, city_generation=1))
    rows = folded(journal.entries)
    assert ignored(rows) == {4: "old_receipt", 5: "old_receipt", 6: "old_receipt"}
    assert the(StationRow, rows).mark == 1
    assert len(rows.tables[ReceiptRow]) == 1


@pytest.mark.parametrize("beyond", [{"mark": 3}, {"accepted_through": 3}, {"durable_through": 3}])
def test_a_receipt_speaks_of_entries_before_it(journal: WrittenJournal, beyond: dict[str, object]) -> None:
    journal.add(a_receipt_accepted(serial=1, through=2, **beyond))
    rows = folded(journal.entries)
    assert ignored(rows) == {3: "beyond_last"}
    assert the(StationRow, rows).receipt_serial == 0


def test_a_receipt_before_the_start() -> None:
    journal = WrittenJournal()
    journal.add(a_receipt_accepted(serial=1, through=0))
    assert ignored(folded(journal.entries)) == {1: "no_such_epoch"}
