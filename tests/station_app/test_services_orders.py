"""What the city's documents do to a station: the mark, the funnel, the trust, and what is taken first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.documents import BundleRow
from bundle.keys import public_key, root_fingerprint
from bundle.layout import plan_path
from bundle.stick import Stick
from campaign.events import DocumentAccepted, DocumentRefused, ReceiptAccepted
from db.keyslots import KeySlots
from station_app.bootstrap import catalogue
from station_app.home import SLOTS_FILE, STORE
from station_app.services.orders import Received, receive_orders
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.station import Station
from station_app.services.status import station_status
from tests.station_app.city_side import write_plan, write_receipt, write_restored_trust
from tests.station_app.desks import (
    ADMINISTRATOR,
    CAMPAIGN,
    DEVICES,
    PASSWORD,
    ROOTS,
    STATION,
    UNIT,
    Clock,
    as_user,
    at,
    logged,
    opened,
    station_at,
    the_plan,
    write_orders,
)
from tests.station_app.test_services_recount import entries

FINGERPRINT = root_fingerprint([public_key(private) for private in ROOTS])


@pytest.fixture
def orders(home: Path) -> Stick:
    """The stick that the station was enrolled from."""
    return Stick(home / "city-stick")


def received(station: Station, stick: Stick) -> Received:
    return receive_orders(as_user(station, "pd.luong"), stick)


def funnel(station: Station) -> list[int]:
    return list(station_status(station).to_dict()["funnel"].values())


def test_a_restored_command_begins_its_receipts_anew(station: Station, orders: Stick) -> None:
    """(generation, serial) rises: what the older receipt with its higher serial said is over."""
    opened(station)
    first, second = logged(station, "031195004417").n, logged(station, "031195004418").n
    write_receipt(orders, station, 7, second, quarantined=[first])
    assert received(station, orders).accepted_through == second
    assert funnel(station) == [2, 0, 0, 1]

    write_receipt(orders, station, 1, first, generation=2)
    refused = received(station, orders)
    assert [left.code for left in refused.refused] == ["trust_missing"]
    assert funnel(station) == [2, 0, 0, 1]

    write_restored_trust(orders)
    taken = received(station, orders)
    assert (taken.trust_version, taken.accepted_through) == (2, first)
    assert [receipt.state for receipt in taken.receipts] == ["old", "accepted"]
    assert funnel(station) == [2, 0, 0, 1]
    write_receipt(orders, station, 2, second, generation=2)
    assert received(station, orders).accepted_through == second
    assert funnel(station) == [2, 0, 0, 2]


def test_the_first_trust_needs_the_fingerprint_told_by_phone(tmp_path: Path) -> None:
    home, clock = tmp_path / "home", Clock(at("07:00"))
    user, full_name = ADMINISTRATOR
    new = NewStation(
        campaign=CAMPAIGN,
        station=STATION,
        unit=UNIT,
        devices=DEVICES,
        user=user,
        full_name=full_name,
        password=PASSWORD,
        drill=False,
    )
    set_up_station(home, new, clock(), catalogue().outcome_rules)
    stick = Stick(tmp_path / "stick")
    stick.root.mkdir()
    with station_at(home, clock, user) as station:
        write_orders(stick, station, the_plan())
        for told, code in ((None, "fingerprint_needed"), ("0000 0000 0000 0000", "wrong_fingerprint")):
            nothing = receive_orders(station, stick, told)
            assert [left.code for left in nothing.refused] == [code, "trust_missing"]
            assert nothing.trust_version == 0
        for spelled in (FINGERPRINT.replace(" ", "").upper(), FINGERPRINT):
            taken = receive_orders(station, stick, spelled)
            assert (taken.trust_version, taken.plan_version, taken.refused) == (1, 0, [])
        supervisor = as_user(station, "pd.luong")
        assert receive_orders(supervisor, stick).plan_version == 1
        refused = [entry.body.code for entry in entries(station) if isinstance(entry.body, DocumentRefused)]
        accepted = [entry.body.type for entry in entries(station) if isinstance(entry.body, DocumentAccepted)]
    assert refused == ["fingerprint_needed", "trust_missing", "wrong_fingerprint", "trust_missing"]
    assert accepted == ["trust", "enrolment", "plan"]
    assert KeySlots.open(home / STORE / SLOTS_FILE).recovery


def test_versions_only_rise_and_one_version_has_one_payload(station: Station, orders: Stick) -> None:
    before = len(entries(station))
    write_plan(orders, the_plan(version=3))
    assert received(station, orders).plan_version == 3
    write_plan(orders, the_plan(version=2))
    lower = received(station, orders)
    assert (lower.plan_version, lower.refused) == (3, [])
    assert [type(entry.body) for entry in entries(station)[before:]] == [DocumentAccepted]
    write_plan(orders, the_plan(version=3, target=1))
    forked = received(station, orders)
    assert [(left.file, left.code) for left in forked.refused] == [(Path(plan_path(3)).name, "fork")]
    assert isinstance(entries(station)[-1].body, DocumentRefused)


def test_a_mark_moves_as_the_command_tells(station: Station, orders: Stick) -> None:
    opened(station)
    n = logged(station, "031195004417").n
    write_receipt(orders, station, 1, n)
    assert received(station, orders).accepted_through == n
    write_receipt(orders, station, 2, n - 1)
    lower = received(station, orders)
    assert ([taken.state for taken in lower.receipts], lower.accepted_through) == (["old", "accepted"], n)
    gap = BundleRow(seq=1, sha256="0" * 64, state="refused", code="gap")
    write_receipt(orders, station, 3, 5, bundles=[gap])
    assert received(station, orders).accepted_through == 5
    assert received(station, orders).accepted_through == 5  # once per serial
    marks = [entry.body.mark for entry in entries(station) if isinstance(entry.body, ReceiptAccepted)]
    assert marks == [n, n, 5]


def test_a_receipt_for_another_history_is_a_fork_and_one_beyond_the_end_an_old_copy(
    station: Station, orders: Stick
) -> None:
    last = len(entries(station))
    write_receipt(orders, station, 1, last, head="0" * 64)
    write_receipt(orders, station, 2, last + 100, head="0" * 64)
    told = received(station, orders)
    assert [(left.code, left.file[-10:]) for left in told.refused] == [
        ("fork", "01.receipt"),
        ("beyond_last", "02.receipt"),
    ]
    assert told.accepted_through == 0
