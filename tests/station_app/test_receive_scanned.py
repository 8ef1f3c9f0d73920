"""A receipt that is scanned: taken as one from a stick, by the same people, refused by the same codes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope, seal
from bundle.qr import from_qr_text, to_qr_text
from bundle.stick import Stick
from campaign.events import DocumentRefused, ReceiptAccepted
from campaign.refusal import InputRefused, NotPermitted
from station_app.services.orders import receive_orders
from station_app.services.receipts import quarantined_numbers
from station_app.services.receive_scanned import receive_scanned
from station_app.services.station import Station
from station_app.services.status import station_status
from tests.station_app.city_side import receipt_line, write_receipt
from tests.station_app.desks import Clock, as_user, logged, opened
from tests.station_app.test_services_recount import entries


@pytest.fixture
def seated(station: Station, clock: Clock) -> Station:
    """The supervisor's, with two applications that nothing was heard of."""
    opened(station)
    clock.set("08:00")
    for number in ("031195004417", "031195004418"):
        logged(station, number)
    return as_user(station, "pd.luong")


def last(station: Station) -> int:
    return len(entries(station))


def scanned(station: Station, serial: int, through: int, **changes: Any) -> str:
    """The text of a receipt's code."""
    return to_qr_text(receipt_line(station, serial, through, **changes))


def funnel(station: Station) -> list[int]:
    return list(station_status(station).to_dict()["funnel"].values())


def refused(station: Station) -> list[str]:
    return [entry.body.code for entry in entries(station) if isinstance(entry.body, DocumentRefused)]


def test_it_moves_the_mark_as_a_stick_would(seated: Station) -> None:
    through = last(seated)
    taken = receive_scanned(seated, scanned(seated, 3, through))
    assert (taken.state, taken.serial, taken.accepted_through) == ("accepted", 3, through)
    assert station_status(seated).to_dict()["acknowledged"] == through
    assert funnel(seated) == [2, 0, 0, 2]
    (said,) = [entry.body for entry in entries(seated) if isinstance(entry.body, ReceiptAccepted)]
    assert (said.serial, said.mark) == (3, through)


def test_an_old_one_changes_nothing(seated: Station) -> None:
    through = last(seated)
    text = scanned(seated, 3, through)
    receive_scanned(seated, text)
    grown = last(seated)
    assert receive_scanned(seated, text).state == "old"
    assert receive_scanned(seated, scanned(seated, 2, through - 1)).state == "old"
    assert (last(seated), funnel(seated), refused(seated)) == (grown, [2, 0, 0, 2], [])


def test_its_empty_lists_clear_nothing(seated: Station, home_stick: Stick) -> None:
    """What the last stick said of entries that aren't counted stands until the next stick."""
    through = last(seated)
    write_receipt(home_stick, seated, 1, through, quarantined=[through])
    receive_orders(seated, home_stick)
    assert funnel(seated) == [2, 0, 0, 1]
    for serial in (2, 3):
        assert receive_scanned(seated, scanned(seated, serial, through)).state == "accepted"
        assert funnel(seated) == [2, 0, 0, 1]
    write_receipt(home_stick, seated, 4, through)
    receive_orders(seated, home_stick)
    with seated.store.read() as snapshot:
        assert quarantined_numbers(snapshot, seated.identity) == frozenset()
    assert funnel(seated) == [2, 0, 0, 2]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"officer": bytes([99]) * 32}, "unknown_key"),
        ({"station_code": "HP-NQ-02"}, "wrong_station"),
        ({"campaign": "hp-2020"}, "wrong_campaign"),
        ({"generation": 2}, "trust_missing"),
        ({"head": "5e" * 32}, "fork"),
    ],
)
def test_a_forged_or_foreign_one_is_refused_and_told(seated: Station, changes: dict[str, object], code: str) -> None:
    with pytest.raises(InputRefused, match=code):
        receive_scanned(seated, scanned(seated, 3, last(seated), **changes))
    assert (refused(seated), funnel(seated)[-1]) == ([code], 0)


def test_one_beyond_the_last_entry_is_refused(seated: Station) -> None:
    with pytest.raises(InputRefused, match="beyond_last"):
        receive_scanned(seated, scanned(seated, 3, last(seated) + 1, head="5e" * 32))
    assert refused(seated) == ["beyond_last"]


def test_a_signature_that_was_moved_to_other_figures_is_refused(seated: Station) -> None:
    through = last(seated)
    line, other = receipt_line(seated, 3, through), receipt_line(seated, 3, through - 1)
    payload = read_envelope(other, "receipt", single=True).payload
    assert read_document(payload, Receipt).accepted_through == through - 1
    signature = line[line.index(b'"signatures"') :]
    with pytest.raises(InputRefused, match="bad_signature"):
        receive_scanned(seated, to_qr_text(other[: other.index(b'"signatures"')] + signature))
    assert refused(seated) == ["bad_signature"]


def test_a_document_of_another_kind_is_none(seated: Station) -> None:
    payload = read_envelope(receipt_line(seated, 3, 1), "receipt", single=True).payload
    with pytest.raises(InputRefused, match="bad_envelope"):
        receive_scanned(seated, to_qr_text(seal("plan", payload, [bytes([11]) * 32])))
    assert refused(seated) == ["bad_envelope"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_code_that_is_not_read_whole_is_no_receipt(seated: Station, data: st.DataObject) -> None:
    """A lost, a swapped or an added character, wherever it is: nothing is taken and the mark stays."""
    text = scanned(seated, 3, 5)
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", max_size=2))
    damaged = text[:at] + put + text[at + 1 :]
    if damaged == text:
        return
    try:
        same = from_qr_text(damaged) == from_qr_text(text)
    except InputRefused:
        same = False
    if not same:
        with pytest.raises(InputRefused):
            receive_scanned(seated, damaged)
    assert funnel(seated)[-1] == 0


def test_it_is_a_supervisors(seated: Station) -> None:
    text = scanned(seated, 3, last(seated))
    for user in ("tk.van", "nb.thinh"):
        with pytest.raises(NotPermitted, match="role_may_not"):
            receive_scanned(as_user(seated, user), text)
    assert (funnel(seated)[-1], refused(seated)) == (0, [])


@pytest.fixture
def home_stick(seated: Station) -> Stick:
    return Stick(seated.home / "city-stick")
