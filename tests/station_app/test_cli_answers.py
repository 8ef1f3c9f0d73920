"""What every command answers: the keys of the contract, in its order, and exit code 0; one whole day of a drill."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from station_app.cli import main as program
from tests.station_app.cli import ADMINISTRATOR, OPERATOR, OTHER_OPERATOR, STATION, Commandctl, Stationctl, run

OPEN = ("shift", "open", "--window", "ca-1", "--commander", "Phạm Đức Lương", "--all-checks-ok", "--device")
SHIFT = "2021-04-08.TB-1.ca-1.1"
FINGERPRINT = re.compile(r"([0-9a-f]{4} ){3,}[0-9a-f]{4}")
PACE = [
    "done",
    "quota",
    "plan_to_now",
    "ahead",
    "ahead_minutes",
    "rate_per_hour",
    "projected_close",
    "downtime_minutes",
]


def begins(document: Mapping[str, Any], *keys: str) -> None:
    """The contract's keys are there in its order; others may follow."""
    assert list(document)[: len(keys)] == list(keys), document


def test_init_makes_the_station(tmp_path: Path) -> None:
    ctl = Stationctl(tmp_path / "home", ADMINISTRATOR)
    made = ctl("init", "--campaign", "c", "--station", "HP-LC-09", "--unit", "Đơn vị", "--device", "TB-1", "--drill")
    assert made.code == 0
    begins(made.document, "station", "epoch", "key_id", "fingerprint")
    assert (made.document["station"], made.document["epoch"]) == ("HP-LC-09", 1)
    assert re.fullmatch("[0-9a-f]{64}", made.document["key_id"])
    assert made.document["key_id"].startswith(made.document["fingerprint"].replace(" ", ""))
    users = ctl("user", "list").document["users"]
    assert users == [{"user": ADMINISTRATOR, "role": "administrator", "full_name": ADMINISTRATOR}]


def test_users_are_added_and_listed_by_name(ctl: Stationctl) -> None:
    added = ctl.by(ADMINISTRATOR)("user", "add", "an.nv", "--role", "operator", "--full-name", "Nguyễn Văn An")
    assert added.code == 0
    assert added.document["users"][0] == {"user": "an.nv", "role": "operator", "full_name": "Nguyễn Văn An"}
    assert ctl.by("an.nv")("user", "list").document == added.document


def test_a_request_names_the_station_and_its_fingerprint(ctl: Stationctl, stick: Path) -> None:
    asked = ctl.by(ADMINISTRATOR)("request", stick)
    assert asked.code == 0
    assert list(asked.document) == ["file", "station", "epoch", "fingerprint"]
    assert asked.document["station"] == STATION
    assert FINGERPRINT.fullmatch(asked.document["fingerprint"])
    assert Path(asked.document["file"]).parent == stick / "enrol" / "requests"
    assert Path(asked.document["file"]).is_file()


def test_a_day_from_the_first_shift_to_the_receipt(ctl: Stationctl, city: Commandctl, stick: Path) -> None:
    opened = ctl(*OPEN, "TB-1")
    assert (opened.code, list(opened.document)) == (0, ["shift", "n", "state"])
    assert (opened.document["shift"], opened.document["state"]) == (SHIFT, "open")
    paused = ctl("shift", "pause", "--device", "TB-1", "--cause", "power_cut")
    assert paused.document == {"shift": SHIFT, "n": opened.document["n"] + 1, "state": "paused"}
    resumed = ctl.at("08:20")("shift", "resume", "--device", "TB-1")
    assert resumed.document == {"shift": SHIFT, "n": opened.document["n"] + 2, "state": "open"}
    handed = ctl.at("08:21")("shift", "hand-over", "--device", "TB-1", "--to", OTHER_OPERATOR)
    assert handed.document == {"shift": SHIFT, "n": opened.document["n"] + 3, "state": "open"}

    logged = ctl.at("08:30").log({"scan": "031195004417"}, {"number": "031192000001", "name": "Nguyễn Thị A"})
    assert logged.code == 0
    first = logged.lines[0]["n"]
    assert logged.lines == [
        {"line": 1, "ok": True, "n": first, "warnings": []},
        {"line": 2, "ok": True, "n": first + 1, "warnings": []},
    ]
    voided = ctl.at("08:31")("void", str(first + 1), "--reason", "undo")
    assert voided.document == {"n": first + 2, "voided": first + 1}

    closed = ctl.at("12:30")("shift", "close", "--device", "TB-1", "--device-counter", "1")
    assert closed.code == 0
    begins(closed.document, "shift", "n", "state")
    assert {key: closed.document[key] for key in ("state", "counted", "device_counter", "difference", "voided")} == {
        "state": "sealed",
        "counted": 1,
        "device_counter": 1,
        "difference": 0,
        "voided": 1,
    }
    assert closed.document["totals"] == {"accepted": 1}
    reopened = ctl.at("12:31")("shift", "reopen", SHIFT, "--reason", "Đóng nhầm")
    assert reopened.document == {"shift": SHIFT, "n": closed.document["n"] + 1, "state": "open"}
    closed = ctl.at("12:32")("shift", "close", "--device", "TB-1", "--device-counter", "1")
    status = ctl.at("12:32")("status").document
    assert (status["head"], status["last"]) == (closed.document["head"], closed.document["n"])
    zero = ctl.at("12:33")("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", "Máy hỏng")
    assert (list(zero.document), zero.document["state"]) == (["shift", "n", "state"], "zero")

    listed = ctl.at("12:34")("shift", "list")
    assert listed.code == 0
    shift = next(row for row in listed.document["shifts"] if row["shift"] == SHIFT)
    assert list(shift) == [
        *("shift", "device", "window", "day", "state", "quota", "planned_minutes", "opened_at", "ended_at", "commander")
    ]
    assert (shift["state"], shift["quota"], shift["planned_minutes"]) == ("sealed", 117, 300)
    assert shift["ended_at"] == "2021-04-08T12:32:00+07:00"

    planned = ctl.at("12:40")("export", stick, "--dry-run")
    assert planned.code == 0
    assert list(planned.document) == ["file", "seq", "first", "last", "count", "bytes", "sha256", "verified"]
    assert not list(stick.iterdir())
    exported = ctl.at("12:40")("export", stick, "--second-copy", stick / "other")
    assert (exported.code, exported.error) == (7, "stick_gone")
    other = stick.with_name("other")
    other.mkdir()
    exported = ctl.at("12:41")("export", stick, "--second-copy", other)
    assert exported.code == 0, exported
    begins(exported.document, "file", "seq", "first", "last", "count", "bytes", "sha256", "verified")
    bundle = Path(exported.document["file"])
    content = bundle.read_bytes()
    assert (other / bundle.relative_to(stick)).read_bytes() == content
    assert exported.document["bytes"] == len(content)
    assert exported.document["sha256"] == hashlib.sha256(content).hexdigest()
    assert exported.document["verified"] is True
    assert exported.document["last"] - exported.document["first"] + 1 == exported.document["count"]

    assert city("import", stick, "--keys", city.keys).code == 0
    assert city("receipts", stick, "--keys", city.keys).code == 0
    received = ctl.at("15:00")("receive", stick)
    assert received.code == 0, received
    assert list(received.document) == ["trust_version", "plan_version", "receipts", "accepted_through", "refused"]
    assert received.document["receipts"] == [
        {
            "file": received.document["receipts"][0]["file"],
            "serial": 1,
            "accepted_through": exported.document["last"],
            "state": "accepted",
        }
    ]
    assert received.document["accepted_through"] == exported.document["last"]
    again = ctl.at("15:01")("receive", stick)
    assert again.code == 0
    assert [receipt["state"] for receipt in again.document["receipts"]] == ["old"]
    verified = ctl.at("15:02")("verify")
    assert verified.code == 0
    begins(verified.document, "ok", "entries", "head", "differences", "ignored")
    assert verified.document["ok"] is True
    status = ctl.at("15:02")("status").document
    assert status["acknowledged"] == exported.document["last"]
    assert status["funnel"] == {"logged": 1, "sealed": 1, "exported": 1, "received": 1}
    assert status["last_receipt_at"]
    assert (verified.document["entries"], verified.document["head"]) == (status["last"], status["head"])


def test_status_tells_each_device_and_their_sum(ctl: Stationctl) -> None:
    assert ctl("status").document["devices"][0]["state"] == "none"
    ctl(*OPEN, "TB-1")
    ctl.log({"scan": "031195004417"})
    answer = ctl.by(OPERATOR).at("10:00")("status")
    assert answer.code == 0
    status = answer.document
    assert list(status) == [
        *("station", "epoch", "last", "head", "acknowledged", "unsent", "oldest_unsent_at", "drill", "day", "devices"),
        *("station_total", "funnel", "last_receipt_at", "warnings"),
    ]
    assert [list(device) for device in status["devices"]] == [["device", "shift", "state", *PACE]] * 2
    assert list(status["station_total"]) == PACE
    assert list(status["funnel"]) == ["logged", "sealed", "exported", "received"]
    assert [(device["device"], device["state"]) for device in status["devices"]] == [("TB-1", "open"), ("TB-2", "none")]
    for key in ("done", "quota", "plan_to_now", "ahead", "downtime_minutes"):
        assert status["station_total"][key] == sum(device[key] for device in status["devices"])
    assert all(type(value) is int for device in status["devices"] for key, value in device.items() if key in PACE)
    assert (status["drill"], status["day"], status["last_receipt_at"]) == (True, "2021-04-08", None)


def test_a_scan_needs_no_home_and_no_sign_in(tmp_path: Path) -> None:
    lines = '{"scan":"031195004417|161234567|Nguyễn Thị A|05061995|Nữ||20032021"}\n{"scan":"1"}\n'.encode()
    file = tmp_path / "scans"
    file.write_bytes(lines)
    nothing = tmp_path / "nothing"
    for given in ((), ("--file", "-"), ("--file", str(file))):
        said = run(
            program,
            *("--home", nothing, "scan", *given, "--json", "--now", "2021-04-08T08:00:00+07:00"),
            stdin=lines,
            env={"STATION_USER": None, "STATION_PASSWORD": None},
        )
        assert said.code == 4
        good, bad = said.lines
        assert list(good) == ["line", "ok", "format", "holder", "warnings"]
        assert good["holder"] == {
            "number": "031195004417",
            "old_number": "161234567",
            "name": "Nguyễn Thị A",
            "birth_date": "1995-06-05",
            "sex": "female",
            "issue_date": "2021-03-20",
        }
        assert bad == {"line": 2, "ok": False, "error": {"code": "unknown_format"}}
    assert not nothing.exists()


def test_people_get_tables_and_sentences(ctl: Stationctl) -> None:
    told = run(
        program,
        "--home",
        ctl.home,
        "user",
        "list",
        env={"STATION_USER": ADMINISTRATOR, "STATION_PASSWORD": ctl.password},
    )
    assert told.code == 0
    assert "Trần Khánh Vân" in told.out
    assert "{" not in told.out
