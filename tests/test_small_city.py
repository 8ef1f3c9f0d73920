"""`make demo`: a day of the small city comes out right."""

from __future__ import annotations

from pathlib import Path

from bench.small_city import POINTS, SmallCity, run


def test_a_day_of_the_small_city_arrives_whole_at_the_command(tmp_path: Path) -> None:
    status, twice = run(SmallCity(tmp_path))
    counted = sum(station.by_outcome["accepted"] for station in status.stations)
    assert {station.station for station in status.stations} == {code for code, _, _ in POINTS}
    assert {station.state for station in status.stations} == {"ok"}
    assert twice == 3
    assert status.city.total == counted - twice
    assert set().union(*(station.by_outcome for station in status.stations)) == {
        "accepted",
        "biometric_quality",
        "device_fault",
        "duplicate",
        "missing_papers",
        "mobile_or_rescheduled",
        "population_data_mismatch",
    }
