"""Sticks as they come: with damaged, foreign and false files, full, protected, or gone in the middle."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bundle.disk import Part
from bundle.envelope import MAX_LINE, seal
from bundle.keys import from_pem
from bundle.layout import enrolment_path, plan_path, receipt_path, trust_path
from bundle.receipt import build_receipt
from campaign.chain import first_head
from campaign.events import DocumentRefused
from tests.station_app.cli import ADMINISTRATOR, CAMPAIGN, STATION, Answer, Commandctl, Stationctl, entries, moment
from tests.station_app.mounts import MIB, small_drive
from tests.station_app.test_cli_answers import OPEN

RECEIPT = receipt_path(STATION, 1, 1, 1)


def put(stick: Path, relative: str, content: bytes) -> Path:
    path = stick / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def officers(city: Commandctl) -> list[bytes]:
    """The private keys of a drill's officers."""
    return [from_pem((city.keys / f"officer-{name}.pem").read_bytes(), None) for name in "ab"]


def a_receipt(ctl: Stationctl, **changes: Any) -> bytes:
    """The payload of one for everything that the station has."""
    status = ctl("status").document
    facts: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "drill": True,
        "station": STATION,
        "epoch": 1,
        "city_generation": 1,
        "serial": 1,
        "accepted_through": status["last"],
        "head": status["head"],
        "durable_through": 0,
        "issued_at": moment("14:00"),
    }
    return build_receipt(**{**facts, **changes})


def signed(city: Commandctl, payload: bytes, kind: str = "receipt") -> bytes:
    return seal(kind, payload, officers(city)[:1]) + b"\n"


def refused(answer: Answer) -> dict[str, str]:
    """The code of each file that was refused."""
    assert answer.code == (3 if answer.document["refused"] else 0), answer
    return {row["file"]: row["code"] for row in answer.document["refused"]}


SPOILED: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("empty", lambda line: b"", "bad_envelope"),
    ("no line end", lambda line: line[:-1], "bad_envelope"),
    ("cut", lambda line: line[: len(line) // 2], "bad_envelope"),
    ("cut, with a line end", lambda line: line[: len(line) // 2] + b"\n", "bad_envelope"),
    ("twice", lambda line: line * 2, "bad_envelope"),
    ("spaced", lambda line: line.replace(b":", b": ", 1), "bad_envelope"),
    ("rubbish", lambda line: os.urandom(500) + b"\n", "bad_envelope"),
    ("zeros", lambda line: bytes(500), "bad_envelope"),
    ("JSON of another kind", lambda line: b"{}\n", "bad_envelope"),
    ("deep", lambda line: b"[" * 100_000 + b"\n", "bad_envelope"),
    ("oversized", lambda line: b"x" * (MAX_LINE + 1) + b"\n", "bad_envelope"),
    ("oversized, with a good beginning", lambda line: line + bytes(3 * MAX_LINE), "bad_envelope"),
    ("another payload", lambda line: line.replace(b'"payload":"eyJ', b'"payload":"eyK', 1), "bad_signature"),
]


@pytest.mark.parametrize(("spoil", "code"), [case[1:] for case in SPOILED], ids=[case[0] for case in SPOILED])
def test_a_spoiled_document_is_refused_and_the_others_count(
    ctl: Stationctl, city: Commandctl, stick: Path, spoil: Callable[[bytes], bytes], code: str
) -> None:
    good = signed(city, a_receipt(ctl))
    put(stick, RECEIPT, good)
    bad = put(stick, receipt_path(STATION, 1, 1, 2), spoil(good))
    last = ctl("status").document["last"]
    answer = ctl("receive", stick)
    assert refused(answer) == {bad.name: code}
    assert [receipt["state"] for receipt in answer.document["receipts"]] == ["accepted"]
    assert answer.document["accepted_through"] == last
    told = [entry.body for entry in entries(ctl.home) if isinstance(entry.body, DocumentRefused)]
    assert [(body.name, body.code) for body in told] == [(bad.name, code)]


FALSE: list[tuple[str, dict[str, Any], str]] = [
    ("of another campaign", {"campaign": "hp-2022"}, "wrong_campaign"),
    ("of the real campaign", {"drill": False}, "wrong_campaign"),
    ("for another station", {"station": "HP-LC-02"}, "wrong_station"),
    ("beyond the last entry", {"accepted_through": 1000}, "beyond_last"),
    ("of another history", {"head": "0" * 64}, "fork"),
    ("of a later epoch", {"epoch": 2}, "fork"),
    ("of an unknown generation", {"city_generation": 2}, "trust_missing"),
]


@pytest.mark.parametrize(("changes", "code"), [case[1:] for case in FALSE], ids=[case[0] for case in FALSE])
def test_a_false_receipt_moves_nothing(
    ctl: Stationctl, city: Commandctl, stick: Path, changes: dict[str, Any], code: str
) -> None:
    false = put(stick, RECEIPT, signed(city, a_receipt(ctl, **changes)))
    answer = ctl("receive", stick)
    assert refused(answer) == {false.name: code}
    assert answer.document["receipts"] == []
    assert ctl("status").document["acknowledged"] == 0


def test_what_others_signed_is_not_believed(ctl: Stationctl, city: Commandctl, stick: Path, tmp_path: Path) -> None:
    stranger = Commandctl(tmp_path / "stranger", moment("08:00", "2021-03-13"))
    stranger.folder.mkdir()
    assert stranger("init", "--campaign", CAMPAIGN, "--keys", stranger.keys, "--drill").code == 0
    ctl.by(ADMINISTRATOR)("request", stick)
    assert replace(stranger, now=moment("08:00"))("enrol", stick, "--keys", stranger.keys).code == 0
    put(stick, RECEIPT, signed(stranger, a_receipt(ctl)))
    (stick / plan_path(1)).rename(stick / plan_path(2))
    answer = ctl("receive", stick)
    codes = refused(answer)
    assert codes.pop(Path(trust_path(1)).name) == "bad_signature"  # its own roots have signed, but not those held
    assert codes == {
        Path(enrolment_path(STATION, 1)).name: "unknown_key",
        Path(plan_path(2)).name: "unknown_key",
        Path(RECEIPT).name: "unknown_key",
    }
    assert (answer.document["trust_version"], answer.document["plan_version"]) == (1, 1)
    assert ctl("verify").document["ok"] is True


def test_a_document_under_another_kind_is_no_document(ctl: Stationctl, city: Commandctl, stick: Path) -> None:
    line = signed(city, a_receipt(ctl))
    for place in (trust_path(2), enrolment_path(STATION, 1), plan_path(2)):
        put(stick, place, line)
    plan = put(stick, plan_path(3), seal("plan", b'{"campaign":"hp-2021"}', officers(city)) + b"\n")
    alone = put(stick, plan_path(4), seal("plan", b"{}", officers(city)[:1]) + b"\n")
    bad = put(stick, RECEIPT, signed(city, b'{"campaign":"hp-2021"}'))
    codes = refused(ctl("receive", stick))
    assert codes.pop(plan.name) == "bad_document"
    assert codes.pop(bad.name) == "bad_document"
    assert codes.pop(alone.name) == "bad_signature"
    assert list(codes.values()) == ["bad_envelope"] * 3


def test_before_the_first_trust_nothing_else_is_taken(ctl: Stationctl, city: Commandctl, stick: Path) -> None:
    new = Stationctl(ctl.home.with_name("new"), ADMINISTRATOR)
    init = ("init", "--campaign", CAMPAIGN, "--station", STATION, "--unit", "u", "--device", "TB-1", "--drill")
    assert new(*init).code == 0
    ctl.by(ADMINISTRATOR)("request", stick)
    assert city("enrol", stick, "--keys", city.keys).code == 0
    put(stick, RECEIPT, signed(city, a_receipt(ctl)))
    trust = (stick / trust_path(1)).rename(stick / "trust")
    assert set(refused(new("receive", stick)).values()) == {"trust_missing"}
    trust.rename(stick / trust_path(1))
    codes = refused(new("receive", stick))
    assert codes == {Path(enrolment_path(STATION, 1)).name: "wrong_station", Path(RECEIPT).name: "beyond_last"}


def test_what_is_no_file_is_left_alone(ctl: Stationctl, city: Commandctl, stick: Path) -> None:
    folder = stick / "enrol" / "receipts"
    folder.mkdir(parents=True)
    os.mkfifo(folder / Path(RECEIPT).name)
    (folder / Path(receipt_path(STATION, 1, 1, 2)).name).mkdir()
    elsewhere = put(stick, "elsewhere", signed(city, a_receipt(ctl)))
    (folder / Path(receipt_path(STATION, 1, 1, 3)).name).symlink_to(elsewhere)
    os.mkfifo(folder.with_name("plans"))
    folder.with_name("trust").symlink_to(stick)
    put(stick, "enrol/receipts/notes.txt", b"x")
    put(stick, "enrol/receipts/" + "x" * 200, b"x")
    put(stick, receipt_path("HP-LC-02", 1, 1, 1), b"rubbish of another station")
    os.close(os.open(os.fsencode(folder) + b"/\xff\xfe.receipt", os.O_CREAT))
    answer = ctl("receive", stick)
    assert refused(answer) == {}
    assert answer.document["receipts"] == []


def test_receipts_are_taken_in_their_order(ctl: Stationctl, city: Commandctl, stick: Path) -> None:
    put(stick, receipt_path(STATION, 1, 1, 2), signed(city, a_receipt(ctl, serial=2)))
    before = first_head(STATION, 1).hex()
    put(stick, RECEIPT, signed(city, a_receipt(ctl, accepted_through=0, head=before)))
    answer = ctl("receive", stick)
    assert refused(answer) == {}
    assert [(row["serial"], row["state"]) for row in answer.document["receipts"]] == [(1, "accepted"), (2, "accepted")]
    again = ctl("receive", stick)
    assert [row["state"] for row in again.document["receipts"]] == ["old", "old"]
    assert again.document["accepted_through"] == answer.document["accepted_through"] > 0


def test_an_administrator_takes_trust_and_enrolment_alone(prepared_home: Path, tmp_path: Path) -> None:
    home = shutil.copytree(prepared_home, tmp_path / "home")
    administrator = Stationctl(home, "nb.thinh", now=None)
    put(home / "city-stick", receipt_path("HP-LC-07", 1, 1, 1), b"rubbish")
    put(home / "city-stick", plan_path(2), b"rubbish")
    assert refused(administrator("receive", home / "city-stick")) == {}
    assert len(refused(administrator.by("pd.luong")("receive", home / "city-stick"))) == 2


NO_STICKS = ["nothing", "nothing/deeper", "file/deeper"]


@pytest.mark.parametrize("place", NO_STICKS)
@pytest.mark.parametrize("command", ["request", "receive", "export"])
def test_a_stick_that_is_not_there_is_gone(ctl: Stationctl, stick: Path, command: str, place: str) -> None:
    (stick / "file").touch()
    last = ctl("status").document["last"]
    gone = ctl.by(ADMINISTRATOR)(command, stick / place)
    assert (gone.code, gone.error) == (7, "stick_gone")
    assert ctl("status").document["last"] == last


def test_a_file_is_no_stick(ctl: Stationctl, stick: Path) -> None:
    (stick / "file").touch()
    for command in ("request", "receive", "export"):
        misused = ctl.by(ADMINISTRATOR)(command, stick / "file")
        assert (misused.code, misused.error) == (2, "usage")


@pytest.mark.parametrize("moment_of_loss", ["sync", "publish", "read_back"])
def test_a_stick_that_is_pulled_out_loses_nothing(
    ctl: Stationctl, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment_of_loss: str
) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    assert ctl.log({"scan": "031195004417"}).code == 0
    with small_drive(tmp_path / "drive") as drive, monkeypatch.context() as patch:
        step = getattr(Part, moment_of_loss)

        def lost(part: Part) -> Any:
            drive.pull()
            if drive.mounted:
                drive.root.rmdir()
            return step(part)

        patch.setattr(Part, moment_of_loss, lost)
        gone = ctl("export", drive.root)
        assert (gone.code, gone.error) == (7, "stick_gone")
    done = ctl("export", stick)
    assert done.code == 0
    assert (done.document["first"], done.document["verified"]) == (1, True)
    assert ctl("verify").document["ok"] is True
    assert ctl("status").document["funnel"] == {"logged": 1, "sealed": 0, "exported": 1, "received": 0}


@pytest.mark.parametrize("command", ["request", "export"])
def test_a_full_or_protected_stick_gets_nothing(ctl: Stationctl, tmp_path: Path, command: str) -> None:
    with small_drive(tmp_path / "drive", MIB) as drive:
        with drive.full():
            full = ctl.by(ADMINISTRATOR)(command, drive.root)
            assert (full.code, full.error) == (7, "no_space" if drive.mounted else "storage_failed")
            assert not [path for path in drive.root.rglob("*") if path.is_file() and path.name != "ballast"]
        if drive.mounted or os.geteuid() != 0:
            with drive.read_only():
                protected = ctl.by(ADMINISTRATOR)(command, drive.root)
                assert (protected.code, protected.error) == (7, "read_only")
        assert ctl.by(ADMINISTRATOR)(command, drive.root).code == 0


def test_a_protected_stick_can_be_received_from(ctl: Stationctl, city: Commandctl, tmp_path: Path) -> None:
    with small_drive(tmp_path / "drive") as drive:
        put(drive.root, RECEIPT, signed(city, a_receipt(ctl)))
        with drive.read_only():
            assert [row["state"] for row in ctl("receive", drive.root).document["receipts"]] == ["accepted"]


def test_a_bundle_that_the_second_stick_has_no_room_for_stands_on_the_first(
    ctl: Stationctl, city: Commandctl, stick: Path, tmp_path: Path
) -> None:
    with small_drive(tmp_path / "drive", MIB) as drive, drive.full():
        drive.require_mounted()
        answer = ctl("export", stick, "--second-copy", drive.root)
        assert (answer.code, answer.error) == (7, "no_space")
    imported = city("import", stick, "--keys", city.keys)
    assert imported.code == 0
    assert imported.document["bundles"][0]["state"] == "accepted"
