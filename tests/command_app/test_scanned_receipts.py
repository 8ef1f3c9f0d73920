"""A receipt by QR, when no stick comes back: from the command's code to the station's mark."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.envelope import read_envelope
from bundle.qr import from_qr_text
from bundle.stick import Stick
from bundle.trust import verify_receipt
from campaign.refusal import InputRefused, StorageRefused
from command_app.cli import main as commandctl
from command_app.services.city import City, trust_of
from command_app.services.issue_receipts import issue_receipts, issue_scanned_receipt
from station_app.bootstrap import open_station
from station_app.services.receive_scanned import receive_scanned
from tests.bundle.city import OFFICER_A, STRANGER, a_key
from tests.command_app.cities import PaperStation, a_city, enrol, on_stick, taken
from tests.command_app.test_real_stations import answered, log, prepared, sent
from tests.command_app.test_real_stations import taken as taken_by
from tests.station_app.cli import (
    PASSWORD,
    STATION,
    SUPERVISOR,
    Commandctl,
    Stationctl,
    copied_drill,
    moment,
    run,
)

__all__ = ["prepared"]
CODE = "HP-LC-01"


@pytest.fixture
def paper_station() -> PaperStation:
    return PaperStation().begun().log_many(4)


@pytest.fixture
def a_paper_city(tmp_path: Path, paper_station: PaperStation) -> Iterator[City]:
    with a_city(tmp_path, paper_station) as city:
        yield city


def handed_out(city: City, station: str | None = None, officer: bytes = OFFICER_A) -> str:
    texts: list[str] = []
    issue_scanned_receipt(city, officer, station, texts.append)
    (text,) = texts
    return text


def test_it_has_a_serial_of_its_own_and_no_lists(
    a_paper_city: City, paper_station: PaperStation, tmp_path: Path
) -> None:
    city, stick = a_paper_city, Stick(tmp_path / "stick")
    stick.root.mkdir()
    taken(city, tmp_path, paper_station.bundle())
    with city.store.read() as snapshot:
        trust = trust_of(snapshot)
    receipt = verify_receipt(from_qr_text(handed_out(city)), trust, station=CODE)
    assert (receipt.serial, receipt.accepted_through, receipt.head) == (1, 6, paper_station.head())
    assert (receipt.bundles, receipt.quarantined, receipt.duplicates, receipt.more) == ((), (), (), 0)
    (issued,) = issue_receipts(city, stick, OFFICER_A)
    listing = verify_receipt(Path(issued.file).read_bytes().removesuffix(b"\n"), trust, station=CODE)
    # What wasn't listed then is listed now.
    assert (listing.serial, [row.seq for row in listing.bundles]) == (2, [1])
    assert verify_receipt(from_qr_text(handed_out(city)), trust, station=CODE).serial == 3


def test_which_station_is_meant_is_never_guessed(
    a_paper_city: City, paper_station: PaperStation, tmp_path: Path
) -> None:
    with pytest.raises(InputRefused, match="unknown_station"):
        handed_out(a_paper_city)
    taken(a_paper_city, tmp_path, paper_station.bundle())
    other = PaperStation("HP-NQ-02", key=a_key(22)).begun()
    enrol(a_paper_city, other)
    with pytest.raises(InputRefused, match="unknown_station"):
        handed_out(a_paper_city, "HP-NQ-02")
    on_stick(tmp_path / "other", other.bundle(), station="HP-NQ-02")
    taken(a_paper_city, tmp_path, other.bundle())
    with pytest.raises(InputRefused, match="unknown_station"):
        handed_out(a_paper_city)
    assert handed_out(a_paper_city, "HP-NQ-02")


def test_who_is_no_officer_signs_none(a_paper_city: City, paper_station: PaperStation, tmp_path: Path) -> None:
    taken(a_paper_city, tmp_path, paper_station.bundle())
    with pytest.raises(InputRefused, match="unknown_key"):
        handed_out(a_paper_city, officer=STRANGER)


def test_a_code_that_could_not_be_given_out_takes_no_serial(
    a_paper_city: City, paper_station: PaperStation, tmp_path: Path
) -> None:
    taken(a_paper_city, tmp_path, paper_station.bundle())

    def full(_: str) -> None:
        raise StorageRefused("disk_full")

    with pytest.raises(StorageRefused):
        issue_scanned_receipt(a_paper_city, OFFICER_A, None, full)
    with a_paper_city.store.read() as snapshot:
        trust = trust_of(snapshot)
    assert verify_receipt(from_qr_text(handed_out(a_paper_city)), trust, station=CODE).serial == 1


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return copied_drill(prepared, tmp_path)


@pytest.fixture
def station(folder: Path) -> Stationctl:
    return Stationctl(folder / "station", now=moment("08:30"))


@pytest.fixture
def city(folder: Path) -> Commandctl:
    return Commandctl(folder / "city")


def scan_at(station: Stationctl, text: str) -> tuple[str, int]:
    """What becomes of it at a real station."""
    from tests.station_app.desks import Clock, at

    clock = Clock(at("08:31"))
    with open_station(station.home, SUPERVISOR, PASSWORD, lambda **_: clock) as opened:
        taken = receive_scanned(opened, text)
    return taken.state, taken.accepted_through


def test_from_the_commands_code_to_the_stations_mark(station: Stationctl, city: Commandctl, folder: Path) -> None:
    exported = sent(station, folder / "stick")
    taken_by(city, folder / "stick")
    file = folder / "biên nhận.png"
    answer = city("receipts", "--qr", file, "--keys", city.keys)
    assert answer.code == 0, answer
    (row,) = answer.document["receipts"]
    assert (row["file"], row["station"], row["serial"]) == (str(file), STATION, 1)
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width == height >= 500
    assert scan_at(station, row["text"]) == ("accepted", exported["last"])
    status = station("status").document
    assert (status["acknowledged"], status["unsent"]) == (exported["last"], 0)
    assert status["funnel"] == {"logged": 3, "sealed": 0, "exported": 3, "received": 3}
    assert scan_at(station, row["text"]) == ("old", exported["last"])
    assert station("verify").code == 0

    log(station, 4)
    assert sent(station, folder / "stick")["first"] == exported["last"] + 1
    taken_by(city, folder / "stick")
    answered(city, folder / "stick")
    (received,) = station("receive", folder / "stick").document["receipts"]
    assert (received["serial"], received["state"]) == (2, "accepted")


def test_a_station_without_a_window_takes_it_as_text(station: Stationctl, city: Commandctl, folder: Path) -> None:
    exported = sent(station, folder / "stick")
    taken_by(city, folder / "stick")
    (row,) = city("receipts", "--qr", "-", "--keys", city.keys).document["receipts"]
    text = row["text"].encode()
    whole_groups = next(end for end in range(len(text) - 3 - len(text) % 3, 0, -3) if text[end - 1 : end] != b" ")
    damaged = station("receive", "--qr", "-", stdin=text[:whole_groups])
    assert (damaged.code, damaged.document["refused"]) == (3, [{"file": "QR", "code": "code_unreadable"}])
    assert damaged.document["accepted_through"] == 0
    (file := folder / "receipt.txt").write_bytes(text + b"\n")
    taken = station("receive", "--qr", file)
    assert (taken.code, taken.document["accepted_through"]) == (0, exported["last"])
    assert taken.document["receipts"] == [
        {"file": "QR", "serial": 1, "accepted_through": exported["last"], "state": "accepted"}
    ]
    again = station("receive", "--qr", "-", stdin=text)
    assert (again.code, again.document["receipts"][0]["state"]) == (0, "old")
    assert station.by("tk.van")("receive", "--qr", "-", stdin=text).code == 6
    assert station("receive").code == station("receive", folder / "stick", "--qr", "-").code == 2


def test_it_is_shown_on_the_terminal(station: Stationctl, city: Commandctl, folder: Path) -> None:
    sent(station, folder / "stick")
    taken_by(city, folder / "stick")
    shown = run(
        commandctl,
        *("--store", f"sqlite:///{city.folder}/command.db", "receipts", "--qr", "-", "--keys", city.keys),
        *("--now", city.now),
        env={"COMMAND_PASSWORD": PASSWORD},
    )
    assert shown.code == 0, shown
    assert len([line for line in shown.out.splitlines() if "▄" in line or "█" in line or "▀" in line]) > 40
    assert STATION in shown.out
    (row,) = city("receipts", "--qr", "-", "--station", STATION, "--keys", city.keys).document["receipts"]
    assert (row["file"], row["serial"]) == ("", 2)
    assert read_envelope(from_qr_text(row["text"]), "receipt", single=True)


def test_a_stick_or_a_code_and_no_file_of_another_kind(city: Commandctl, folder: Path) -> None:
    for arguments in (
        (),
        (folder / "stick", "--qr", "-"),
        (folder / "stick", "--station", STATION),
        ("--qr", folder / "receipt.doc"),
    ):
        assert city("receipts", *arguments, "--keys", city.keys).code == 2
    shutil.rmtree(folder / "stick")
    assert city("receipts", "--qr", folder / "r.png", "--station", STATION, "--keys", city.keys).code == 3
    assert not (folder / "r.png").exists()
