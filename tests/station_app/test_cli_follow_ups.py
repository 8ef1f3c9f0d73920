"""`stationctl follow-up list`: the cases that wait, for who may log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station_app.cli import main as program
from tests.station_app.cli import ADMINISTRATOR, OPERATOR, Stationctl, entries, moment, run

OPEN = ("shift", "open", "--device", "TB-1", "--window", "ca-1", "--commander", "Lương", "--all-checks-ok")
MISSING: dict[str, Any] = {"outcome": "missing_papers", "reason": "no_old_card"}
DIFFERS: dict[str, Any] = {"outcome": "population_data_mismatch", "reason": "name_differs"}


@pytest.fixture
def desk(ctl: Stationctl) -> Stationctl:
    """Two cases and one person accepted, by the operator."""
    operator = ctl.by(OPERATOR).at("08:00")
    assert operator(*OPEN).code == 0
    logged = operator.at("08:10").log(
        {"number": "031195004417", "name": "Trần Thị Bưởi", "phone": "0912345678", **MISSING},
        {"number": "031072008815", **DIFFERS},
        {"number": "031088000862"},
    )
    assert logged.code == 0
    return operator.at("08:20")


def cases(ctl: Stationctl, *options: str) -> list[Any]:
    rows: list[Any] = ctl("follow-up", "list", *options).document["follow_ups"]
    return rows


def test_what_waits_is_listed_oldest_first(desk: Stationctl) -> None:
    told = desk("follow-up", "list").document
    assert (told["waiting"], told["late"]) == (2, 0)
    first, second = told["follow_ups"]
    assert first == {
        "epoch": 1,
        "n": first["n"],
        "at": "2021-04-08T08:10:00+07:00",
        "age_days": 0,
        **MISSING,
        "name": "Trần Thị Bưởi",
        "last_digits": "4417",
        "phone_ends": "678",
        "commune": "",
        "owner": "",
        "next_on": None,
        "here": True,
        "due": False,
        "late": False,
    }
    assert (second["outcome"], second["here"]) == (DIFFERS["outcome"], False)


def test_no_whole_number_and_no_whole_phone_is_told(desk: Stationctl) -> None:
    answer = desk("follow-up", "list")
    assert "031195004417" not in answer.out
    assert "0912345678" not in answer.out


def test_options_sieve(desk: Stationctl) -> None:
    assert [case["outcome"] for case in cases(desk, "--here")] == ["missing_papers"]
    assert cases(desk, "--due") == []
    assert len(cases(desk, "--owner", "")) == 2
    assert cases(desk, "--owner", OPERATOR) == []


def test_late_is_who_waits_for_three_days(desk: Stationctl) -> None:
    later = desk.at("08:00", "2021-04-11")
    told = later("follow-up", "list", "--due", "--here").document
    assert (told["waiting"], told["late"]) == (2, 2)
    assert [(case["age_days"], case["due"], case["late"]) for case in told["follow_ups"]] == [(3, True, True)]


def test_an_acceptance_ends_the_waiting(desk: Stationctl) -> None:
    assert desk.log({"number": "031195004417"}).code == 0
    assert [case["outcome"] for case in cases(desk)] == ["population_data_mismatch"]


def test_people_get_a_table_and_nothing_is_appended(desk: Stationctl) -> None:
    before = len(entries(desk.home))
    env = {"STATION_USER": OPERATOR, "STATION_PASSWORD": desk.password}
    shown = run(program, "--home", desk.home, "follow-up", "list", "--now", moment("08:20"), env=env)
    assert shown.code == 0
    assert "waiting: 2" in shown.out
    assert "Trần Thị Bưởi" in shown.out
    assert "missing_papers" in shown.out
    assert len(entries(desk.home)) == before


def test_who_does_not_log_sees_none(prepared_home: Path) -> None:
    station = Stationctl(prepared_home, now=None)
    refused = station.by("nb.thinh")("follow-up", "list")
    assert (refused.code, refused.error) == (6, "role_may_not")
    assert cases(station.by("tk.van")) == cases(station.by("pd.luong")) == []


def test_who_must_set_a_new_password_first_sees_none(desk: Stationctl) -> None:
    reset = desk.by(ADMINISTRATOR)("user", "reset", OPERATOR, "--temporary")
    newcomer = replace(desk, password=reset.document["temporary_password"])
    refused = newcomer("follow-up", "list")
    assert (refused.code, refused.error) == (6, "password_temporary")
