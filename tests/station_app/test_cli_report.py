"""`stationctl report`: the evening's figures as files, and what they must agree with."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.station_app.cli import ADMINISTRATOR, OPERATOR, Second, Stationctl

FORM = "to-khai-"


@pytest.fixture
def day(ctl: Stationctl, second: Second) -> Stationctl:
    """TB-1 was open from 08:00 to 12:00, paused for 20 minutes; TB-2 did not run."""
    assert (
        ctl("shift", "open", "--device", "TB-1", "--window", "ca-1", "--commander", "=Lương", "--all-checks-ok").code
        == 0
    )
    lines: list[dict[str, object]] = [
        {"number": f"03109200{place:04}", "at": f"2021-04-08T08:{place:02}:00+07:00", "form_id": f"{FORM}{place}"}
        for place in range(1, 11)
    ]
    lines[3] |= {"outcome": "missing_papers", "reason": "no_old_card"}
    assert ctl.log(*lines).code == 0
    n = ctl("status").document["last"]
    voided = ("void", str(n), "--reason", "typing_error", *second(ADMINISTRATOR))
    assert ctl.at("08:30")(*voided).code == 0
    assert ctl.at("09:00")("shift", "pause", "--device", "TB-1", "--cause", "power_cut").code == 0
    assert ctl.at("09:20")("shift", "resume", "--device", "TB-1").code == 0
    asked = ["--device-counter", "9", "--difference-reason", "in lại thẻ"]
    assert ctl.at("12:00")("shift", "close", "--device", "TB-1", *asked).code == 0
    assert ctl.at("12:00")("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", "hỏng nguồn").code == 0
    return ctl.at("22:45")


def _file(ctl: Stationctl, report: str, kind: str, *more: str) -> Path:
    out = ctl.home.parent / f"{report}.{kind}"
    asked: list[str | Path] = ["--date", "2021-04-08", "--format", kind, "--out", out, *more]
    answer = ctl("report", report, *asked)
    assert answer.code == 0, answer.err
    assert answer.document == {"file": str(out)}
    return out


def _json(ctl: Stationctl, report: str, *more: str) -> Any:
    return json.loads(_file(ctl, report, "json", *more).read_text())


def test_the_day_is_told_per_device_and_shift(day: Stationctl) -> None:
    told = _json(day, "daily")
    assert told["mark"] == "DIỄN TẬP"
    assert "Số liệu tính đến 22:45 ngày 08/04/2021 (số tạm)" in told["lines"]
    devices, shifts = told["tables"]
    first, second, *_ = devices["rows"]
    assert (first["quota"], first["counted"], first["ahead"], first["missing_papers"]) == (350, 8, -342, 1)
    assert (first["voided"], first["downtime_minutes"], first["difference"]) == (1, 20, 1)
    assert first["reason"].endswith("20 phút")
    assert second["counted"] == 0
    assert any("không chạy ca ca-1 (hỏng nguồn)" in note for note in told["notes"])
    (shift,) = shifts["rows"]
    assert (shift["state"], shift["counted"], shift["reason"]) == ("đã niêm phong", 8, "in lại thẻ")
    assert devices["total"]["counted"] == shifts["total"]["counted"] == 8


def test_the_report_and_the_status_tell_the_same(day: Stationctl) -> None:
    status = day("status").document
    told = _json(day, "daily")
    assert told["tables"][0]["total"]["counted"] == status["station_total"]["done"]
    assert [row["counted"] for row in told["tables"][0]["rows"]] == [device["done"] for device in status["devices"]]


def test_the_shift_book_has_counter_slip_and_people(day: Stationctl) -> None:
    shifts, operators = _json(day, "shift")["tables"]
    (row,) = shifts["rows"]
    assert (row["opened_at"], row["ended_at"], row["device_counter"], row["difference"]) == ("08:00", "12:00", 9, 1)
    assert len(row["head"]) == 10
    (part,) = operators["rows"]
    assert (part["operator"], part["counted"], part["missing_papers"]) == ("Phạm Đức Lương", 8, 1)


def test_at_four_the_figures_are_final(day: Stationctl) -> None:
    late = day.at("04:00", "2021-04-09")
    assert "Số liệu tính đến 04:00 ngày 09/04/2021 (số chính thức)" in _json(late, "daily")["lines"]


def test_as_of_two_leaves_out_what_came_later(ctl: Stationctl, second: Second) -> None:
    night = ctl.at("23:00")
    assert (
        night("shift", "open", "--device", "TB-1", "--window", "ca-3", "--commander", "L", "--all-checks-ok").code == 0
    )
    for clock, number in (("01:00", 1), ("01:30", 2), ("02:30", 3)):
        line: dict[str, object] = {"number": f"03109200{number:04}", "at": f"2021-04-09T{clock}:00+07:00"}
        assert ctl.at(clock, "2021-04-09").log(line).code == 0
    n = ctl.at("02:30", "2021-04-09")("status").document["last"] - 1
    voided = ("void", str(n), "--reason", "typing_error", *second(ADMINISTRATOR))
    later = ctl.at("03:00", "2021-04-09")
    assert later(*voided).code == 0
    now, at_two = (_json(later, "daily", "--as-of", moment)["tables"][0]["total"] for moment in ("now", "02:00"))
    assert (now["counted"], now["voided"]) == (2, 1)
    assert (at_two["counted"], at_two["voided"]) == (2, 0)
    assert "Số liệu tính đến 02:00 ngày 09/04/2021 (số tạm)" in _json(later, "daily", "--as-of", "02:00")["lines"]


def test_a_day_without_entries_still_has_its_table(ctl: Stationctl) -> None:
    told = _json(ctl, "daily")
    assert told["tables"][0]["total"]["counted"] == 0
    assert "Trong ngày không mở ca nào." in told["notes"]
    assert told["tables"][1]["rows"] == []


def test_a_spreadsheet_holds_numbers_and_no_formulas(day: Stationctl) -> None:
    with zipfile.ZipFile(_file(day, "shift", "xlsx")) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        texts = book.read("xl/sharedStrings.xml").decode()
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert not list(sheet.iter(f"{space}f"))
    assert "=Lương" in texts
    assert "9" in [cell.findtext(f"{space}v") for cell in sheet.iter(f"{space}c") if cell.get("t") is None]


def test_csv_disarms_what_looks_like_a_formula(day: Stationctl) -> None:
    content = _file(day, "shift", "csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1][rows[0].index("Chỉ huy trực")] == "'=Lương"
    assert rows[1][rows[0].index("Bộ đếm")] == "9"


def test_a_pdf_is_made_without_a_screen(day: Stationctl) -> None:
    out = day.home.parent / "day.pdf"
    answer = day.process("report", "daily", "--date", "2021-04-08", "--format", "pdf", "--out", out)
    assert answer.code == 0, answer.err
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/Type /Page" in content


def test_one_device_alone(day: Stationctl) -> None:
    told = _json(day, "daily", "--device", "TB-2")
    assert [row["device"] for row in told["tables"][0]["rows"]] == ["TB-2"]


def test_progress_tells_the_closed_days_and_what_they_come_to(day: Stationctl) -> None:
    next_day = day.at("08:00", "2021-04-09")
    out = day.home.parent / "progress.json"
    assert next_day("report", "progress", "--date", "2021-04-09", "--out", out).code == 0
    summary, days, devices, communes = json.loads(out.read_text())["tables"]
    assert summary["rows"][0]["done"] == days["rows"][-1]["counted_so_far"] == devices["total"]["counted"] == 8
    assert (days["rows"][-1]["day"], days["rows"][-1]["counted"]) == ("08/04/2021", 8)
    assert summary["rows"][0]["low"] is None
    assert communes["total"]["counted"] == 8
    assert next_day("report", "progress", "--date", "2021-04-08", "--device", "TB-2", "--out", out).code == 0
    assert json.loads(out.read_text())["tables"][0]["rows"][0]["done"] == 0


def test_only_supervisors_report(ctl: Stationctl) -> None:
    refused = ctl.by(OPERATOR)("report", "daily", "--out", ctl.home.parent / "x.json")
    assert (refused.code, refused.error) == (6, "role_may_not")
    assert not (ctl.home.parent / "x.json").exists()


def test_a_full_drive_costs_nothing(ctl: Stationctl) -> None:
    refused = ctl("report", "daily", "--out", "/dev/full/x.json")
    assert refused.code == 7
