"""What the command acknowledges: cumulative, current, numbered for each station, and told once where told once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.documents import Receipt
from bundle.layout import plan_path, receipt_path, trust_path
from bundle.receipt import judge_receipt
from bundle.stick import Stick, read_document
from bundle.trust import verify_receipt
from campaign.chain import first_head
from campaign.refusal import InputRefused, StorageRefused
from command_app.services.city import City, trust_of
from command_app.services.issue_plan import issue_plan
from command_app.services.issue_receipts import issue_receipts
from tests.bundle.city import OFFICER_A, OFFICER_B, STRANGER, a_key
from tests.command_app.cities import (
    Clock,
    PaperStation,
    a_city,
    a_person,
    a_plan,
    dump,
    enrol,
    imported,
    on_stick,
    taken,
)

STORES = ("file", "server")
CODE = "HP-LC-01"


@pytest.fixture
def station() -> PaperStation:
    """Two entries and four applications."""
    return PaperStation().begun().log_many(4)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def city(tmp_path: Path, station: PaperStation, clock: Clock) -> Iterator[City]:
    with a_city(tmp_path, station, clock=clock) as city:
        yield city


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    (tmp_path / "stick").mkdir()
    return Stick(tmp_path / "stick")


def receipts(city: City, stick: Stick) -> list[Receipt]:
    """Of one run, as their stations verify them."""
    with city.store.read() as snapshot:
        trust = trust_of(snapshot)
    return [
        verify_receipt(read_document(Path(row.file)), trust, station=row.station)
        for row in issue_receipts(city, stick, OFFICER_A)
    ]


def listed(receipt: Receipt) -> list[tuple[int, str, str]]:
    return [(row.seq, row.state, row.code or "") for row in receipt.bundles]


def test_a_receipt_acknowledges_what_is_held(city: City, station: PaperStation, stick: Stick, tmp_path: Path) -> None:
    taken(city, tmp_path, station.bundle())
    (issued,) = issue_receipts(city, stick, OFFICER_A)
    path = stick.root / receipt_path(CODE, 1, 1, 1)
    assert (issued.file, issued.station, issued.epoch, issued.serial) == (str(path), CODE, 1, 1)
    with city.store.read() as snapshot:
        receipt = verify_receipt(read_document(path), trust_of(snapshot), station=CODE)
    assert (receipt.accepted_through, receipt.head, receipt.durable_through) == (6, station.head(), 0)
    assert (receipt.city_generation, receipt.serial, receipt.more) == (1, 1, 0)
    assert (receipt.campaign, receipt.drill, receipt.issued_at) == (
        "379/KH-CAHP-PV01",
        True,
        "2021-04-02T12:00:00+07:00",
    )
    assert listed(receipt) == [(1, "accepted", "")]


def test_serials_rise_and_bundles_are_listed_once(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path
) -> None:
    taken(city, tmp_path, station.bundle(last=3), station.bundle(seq=2))
    (first,) = receipts(city, stick)
    (second,) = receipts(city, stick)
    assert (first.serial, listed(first)) == (1, [(1, "accepted", ""), (2, "accepted", "")])
    assert (second.serial, listed(second), second.accepted_through) == (2, [], 6)
    taken(city, tmp_path, station.bundle(seq=2, last=5))
    (third,) = receipts(city, stick)
    assert (third.serial, listed(third)) == (3, [(2, "refused", "fork")])


def test_each_way_of_being_met_is_told(city: City, station: PaperStation, stick: Stick, tmp_path: Path) -> None:
    files = [station.bundle(last=4), station.bundle(seq=2, first=6), station.bundle(seq=3, last=2)]
    taken(city, tmp_path, *files, station.forged(seq=4, head="00" * 32), files[0], b"not its station's")
    (receipt,) = receipts(city, stick)
    assert listed(receipt) == [
        (1, "accepted", ""),
        (2, "refused", "gap"),
        (3, "known", ""),
        (4, "refused", "bad_chain"),
    ]
    assert receipt.accepted_through == 4
    taken(city, tmp_path, files[0])
    (receipt,) = receipts(city, stick)
    assert listed(receipt) == [(1, "known", "")]


def test_a_station_of_which_only_a_refused_bundle_came_gets_a_receipt(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path
) -> None:
    silent = PaperStation("HP-NQ-02", key=a_key(22))
    enrol(city, silent)
    taken(city, tmp_path, station.bundle()[:-1], b"\n")
    (receipt,) = receipts(city, stick)
    assert (receipt.station, receipt.accepted_through, receipt.head) == (CODE, 0, first_head(CODE, 1).hex())
    assert listed(receipt) == [(1, "refused", "bad_size")]


def test_nobody_met_is_nobody_answered(city: City, stick: Stick) -> None:
    assert issue_receipts(city, stick, OFFICER_A) == []


def test_the_newest_epoch_met_is_answered_and_serials_go_on(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path
) -> None:
    taken(city, tmp_path, station.bundle())
    assert [(row.epoch, row.serial) for row in receipts(city, stick)] == [(1, 1)]
    rebuilt = PaperStation(epoch=2, key=a_key(23)).begun()
    enrol(city, rebuilt)
    assert [(row.epoch, row.serial) for row in receipts(city, stick)] == [(1, 2)]
    on_stick(tmp_path / "both", station.log_many(2).bundle(seq=2), seq=2)
    on_stick(tmp_path / "both", rebuilt.bundle(), epoch=2)
    assert [bundle.epoch for bundle in imported(city, tmp_path / "both").bundles] == [1, 2]
    (receipt,) = receipts(city, stick)
    assert (receipt.epoch, receipt.serial, receipt.accepted_through, receipt.head) == (2, 3, 2, rebuilt.head())
    assert listed(receipt) == [(1, "accepted", "")]
    assert dump(city)["unlisted_bundles"] == []


def test_duplicates_are_listed_whole_on_each_receipt(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path
) -> None:
    other = PaperStation("HP-NQ-02", key=a_key(22)).begun()
    enrol(city, other)
    n = station.log(a_person(7), minutes=9)
    other.log(a_person(7))
    taken(city, tmp_path, station.bundle(), other.bundle())
    for _ in range(2):
        first, second = receipts(city, stick)
        assert [(row.n, row.station, row.epoch, row.other) for row in first.duplicates] == [(n, "HP-NQ-02", 1, 3)]
        assert second.duplicates == ()
    station.void(n)
    taken(city, tmp_path, station.bundle(seq=2))
    assert [receipt.duplicates for receipt in receipts(city, stick)] == [(), ()]


def test_lists_end_at_2000_and_the_others_are_counted(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path
) -> None:
    for _ in range(2005):
        station.written.add_not_understood("iris_scanned", {}, minutes=0)
    taken(city, tmp_path, station.bundle())
    (receipt,) = receipts(city, stick)
    assert (len(receipt.quarantined), receipt.more) == (2000, 5)
    assert receipt.quarantined[0].n == 7


def test_a_stick_that_fails_leaves_nothing(city: City, station: PaperStation, tmp_path: Path) -> None:
    taken(city, tmp_path, station.bundle())
    before = dump(city)
    with pytest.raises(StorageRefused, match="stick_gone"):
        issue_receipts(city, Stick(tmp_path / "nowhere"), OFFICER_A)
    assert dump(city) == before


def test_a_receipt_that_is_read_back_otherwise_leaves_nothing(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(city, tmp_path, station.bundle())
    before = dump(city)
    real = Stick.write_document

    def failing(stick: Stick, relative: str, line: bytes) -> Path:
        if relative.endswith(".receipt"):
            raise StorageRefused("read_back_differs")
        return real(stick, relative, line)

    monkeypatch.setattr(Stick, "write_document", failing)
    with pytest.raises(StorageRefused, match="read_back_differs"):
        issue_receipts(city, stick, OFFICER_A)
    assert dump(city) == before


def test_a_store_that_fails_leaves_no_receipt_on_the_stick(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(city, tmp_path, station.bundle())

    def full(*_: object) -> None:
        raise StorageRefused("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("db.transaction.Transaction.close", full)
        with pytest.raises(StorageRefused, match="disk_full"):
            issue_receipts(city, stick, OFFICER_A)
    assert not (stick.root / receipt_path(CODE, 1, 1, 1)).exists()
    (receipt,) = receipts(city, stick)
    assert (receipt.serial, listed(receipt)) == (1, [(1, "accepted", "")])


def test_trust_and_plans_lie_beside_the_receipts(city: City, stick: Stick) -> None:
    issue_plan(city, a_plan(), [OFFICER_A, OFFICER_B])
    issue_receipts(city, stick, OFFICER_A)
    assert (stick.root / trust_path(1)).exists()
    assert (stick.root / plan_path(1)).exists()


def test_only_an_officer_gives_receipts(city: City, station: PaperStation, stick: Stick, tmp_path: Path) -> None:
    taken(city, tmp_path, station.bundle())
    before = dump(city)
    with pytest.raises(InputRefused, match="unknown_key"):
        issue_receipts(city, stick, STRANGER)
    assert dump(city) == before
    assert not (stick.root / "enrol").exists()


def test_a_receipt_that_tells_of_a_gap_lets_the_station_send_again(
    city: City, station: PaperStation, stick: Stick, tmp_path: Path
) -> None:
    taken(city, tmp_path, station.bundle(last=2), station.bundle(seq=2, first=5))
    (receipt,) = receipts(city, stick)

    def judged(mark: int, previous: tuple[int, int] | None) -> tuple[str, int]:
        judgement = judge_receipt(
            receipt, city_generation=1, epoch=1, last=6, head_at=station.head, mark=mark, previous=previous
        )
        return judgement.state, judgement.mark

    assert judged(4, None) == ("accepted", 2)
    assert judged(4, (1, receipt.serial)) == ("old", 4)
