"""What is due for a card, and taken: one key, then as before until it is changed."""

from __future__ import annotations

import pytest

from campaign.entry import read_entry
from campaign.events import ApplicationLogged
from campaign.refusal import StorageRefused
from db.history import History
from station_app.services.station import Station
from station_app.ui.intake.shown import FeeShown, NotSaved, ReceiptAsked
from tests.station_app.desks import FakeDesk, opened
from tests.station_app.intake_surface import AN, BINH, CHI, Hands


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


def fees(station: Station) -> list[tuple[int, int, str] | None]:
    """Due, taken and receipt of what the journal holds, oldest first."""
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, 1)
        bodies = [read_entry(entry).body for entry, _, _ in history.entries(1, history.last())]
    return [
        (body.fee.due, body.fee.taken, body.fee.receipt) if body.fee else None
        for body in bodies
        if isinstance(body, ApplicationLogged)
    ]


def shown(hands: Hands) -> FeeShown:
    assert hands.sees.person is not None
    return hands.sees.person.fee


def take(hands: Hands, receipt: str) -> None:
    hands.seen.fee_asked.emit()
    hands.seen.receipt_given.emit(receipt)


def test_what_is_due_follows_the_case_type_and_the_half_price_of_2021(hands: Hands) -> None:
    hands.scan(AN)
    assert shown(hands) == FeeShown(25_000, taken=False, receipt="")
    hands.seen.case_types_asked.emit()
    hands.digit("1")
    assert shown(hands) == FeeShown(0, taken=False, receipt="")
    hands.seen.case_types_asked.emit()
    hands.digit("2")
    hands.press("accepted")
    assert fees(hands.desk.station) == [(15_000, 0, "")]


def test_nothing_is_due_for_what_is_not_accepted(hands: Hands) -> None:
    hands.scan(AN)
    take(hands, "AB/21P 0012399")
    hands.press("missing_papers")
    hands.digit("1")
    hands.scan(BINH)
    hands.press("accepted")
    assert fees(hands.desk.station) == [None, (25_000, 25_000, "AB/21P 0012399")]


def test_taken_once_told_each_next_one_has_the_next_receipt(hands: Hands) -> None:
    hands.scan(AN)
    hands.seen.fee_asked.emit()
    assert (hands.row(), hands.focused()) == (ReceiptAsked(25_000), "receipt")
    hands.seen.receipt_given.emit(" AB/21P 0012399 ")
    assert (hands.row(), hands.focused()) == (None, "scan")
    assert shown(hands) == FeeShown(25_000, taken=True, receipt="AB/21P 0012399")
    hands.press("accepted")
    hands.scan(BINH)
    hands.press("accepted")
    hands.scan(CHI)
    hands.seen.fee_asked.emit()
    assert shown(hands).taken is False
    hands.press("accepted")
    assert fees(hands.desk.station) == [
        (25_000, 25_000, "AB/21P 0012399"),
        (25_000, 25_000, "AB/21P 0012400"),
        (25_000, 0, ""),
    ]


def test_the_next_number_is_proposed_when_it_is_taken_again(hands: Hands) -> None:
    hands.scan(AN)
    take(hands, "7")
    hands.press("accepted")
    hands.scan(BINH)
    hands.seen.fee_asked.emit()
    hands.seen.fee_asked.emit()
    assert (hands.seen.receipt, hands.row()) == ("8", ReceiptAsked(25_000))


def test_an_outcome_key_takes_the_number_that_is_being_written(hands: Hands) -> None:
    hands.scan(AN)
    hands.seen.fee_asked.emit()
    hands.seen.receipt = "AB 12"
    hands.press("accepted")
    assert fees(hands.desk.station) == [(25_000, 25_000, "AB 12")]


def test_a_number_that_cannot_be_one_stays_in_its_row(hands: Hands) -> None:
    hands.scan(AN)
    hands.seen.fee_asked.emit()
    hands.seen.receipt_given.emit("9" * 41)
    assert hands.row() == ReceiptAsked(25_000, "too_long")
    hands.seen.receipt = "9" * 41
    hands.press("accepted")
    assert fees(hands.desk.station) == []
    hands.escape()
    assert (hands.sees.person is not None, shown(hands).taken) == (True, False)
    hands.press("accepted")
    assert fees(hands.desk.station) == [(25_000, 0, "")]


def test_a_receipt_without_digits_says_nothing_of_the_next(hands: Hands) -> None:
    hands.scan(AN)
    take(hands, "")
    hands.press("accepted")
    hands.scan(BINH)
    assert shown(hands) == FeeShown(25_000, taken=True, receipt="")


def test_undone_its_receipt_is_there_for_the_one_in_its_place(hands: Hands) -> None:
    hands.scan(AN)
    take(hands, "100")
    hands.press("accepted")
    hands.seen.undo_asked.emit()
    hands.scan(BINH)
    hands.press("accepted")
    assert fees(hands.desk.station) == [(25_000, 25_000, "100"), (25_000, 25_000, "100")]


def test_what_could_not_be_saved_keeps_its_receipt_and_is_sent_as_it_was(hands: Hands) -> None:
    hands.scan(AN)
    take(hands, "100")
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.press("accepted")
    assert isinstance(hands.panel(), NotSaved)
    assert shown(hands).receipt == "100"
    hands.enter()
    hands.scan(BINH)
    hands.press("accepted")
    assert fees(hands.desk.station) == [(25_000, 25_000, "100"), (25_000, 25_000, "101")]


def test_nobody_at_the_desk_pays_nothing(hands: Hands) -> None:
    hands.seen.fee_asked.emit()
    assert (hands.row(), hands.focused()) == (None, "scan")
