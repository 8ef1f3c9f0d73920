"""What a stick would bring is told exactly, and nothing of it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.stick import Stick
from campaign.refusal import NotPermitted
from station_app.services.receive_told import receive_told
from station_app.services.rehearse_orders import rehearse_orders
from station_app.services.station import Station
from tests.station_app.city_side import write_plan, write_receipt, write_restored_trust
from tests.station_app.desks import as_user, logged, opened, the_plan
from tests.station_app.test_services_recount import entries


@pytest.fixture
def supervised(station: Station) -> Station:
    opened(station)
    logged(station, "031195004417")
    return as_user(station, "pd.luong")


def test_the_rehearsal_says_what_the_real_thing_does_and_does_nothing(supervised: Station) -> None:
    """A receipt of the generation that the trust on the same stick tells of, a later plan, a file that is none."""
    stick = Stick(supervised.home / "city-stick")
    last = len(entries(supervised))
    write_receipt(stick, supervised, 1, last - 1)
    write_receipt(stick, supervised, 1, last, generation=2, quarantined=[last])
    write_restored_trust(stick)
    write_plan(stick, the_plan(version=the_plan().version + 1))
    (stick.root / "enrol" / "trust" / "000009.trust").write_bytes(b"no document")
    rehearsed = [rehearse_orders(supervised, stick) for _ in range(2)]
    assert len(entries(supervised)) == last
    assert rehearsed[0] == rehearsed[1]
    told = receive_told(supervised, stick)
    assert told == rehearsed[0]
    assert {taken.type for taken in told.taken} == {"trust", "plan"}
    assert [receipt.state for receipt in told.receipts] == ["old", "accepted"]
    assert [(left.file, left.code) for left in told.refused] == [("000009.trust", "bad_envelope")]
    assert (told.mark_before, told.mark) == (0, last)
    again = rehearse_orders(supervised, stick)
    assert (again.taken, {receipt.state for receipt in again.receipts}) == ((), {"old"})


def test_an_empty_stick_brings_nothing_and_an_operator_may_not_ask(supervised: Station, tmp_path: Path) -> None:
    brought = rehearse_orders(supervised, Stick(tmp_path))
    assert (brought.taken, brought.receipts, brought.refused) == ((), (), ())
    with pytest.raises(NotPermitted):
        rehearse_orders(as_user(supervised, "tk.van"), Stick(tmp_path))
