"""`make bench`: a city's import is measured on real stores, and what it holds in memory is bounded."""

from __future__ import annotations

from pathlib import Path

from bench.city_import import city_import

MOST_HELD = 300
"""MB, whatever comes in."""


def test_a_city_is_imported_into_both_stores_and_measured(tmp_path: Path) -> None:
    measured = list(city_import(tmp_path / "city", 2, 1500, 1, in_a_file=True))
    assert [measurement.name.split(" / ")[0] for measurement in measured] == [
        f"import of 3000 entries of 2 stations to {store}{again}"
        for store in ("SQLite", "PostgreSQL")
        for again in ("", " once more")
    ]
    for measurement in measured:
        assert measurement.value > 0
        assert measurement.floor > 0
        assert 20 < measurement.more["rss_mb"] < MOST_HELD
