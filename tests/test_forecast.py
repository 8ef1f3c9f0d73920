"""The forecast is honest on simulated days that its constants were not measured on (`make bench` asks a thousand)."""

from __future__ import annotations

from bench.forecast import REPORTED, TUNED, lines


def test_the_band_holds_the_close_and_the_point_beats_the_rate_so_far() -> None:
    seeds = REPORTED[:200]
    assert not set(seeds) & set(TUNED)
    told = list(lines(seeds))
    *hours, every = told[: len(told) // 2]
    assert [hour["name"] for hour in hours] == [f"forecast_hour_{number:02}" for number in range(2, 15)]
    for hour in hours:
        assert 0.72 <= float(str(hour["coverage"])) <= 0.88, hour  # 75 to 85 % of a thousand
        assert float(str(hour["ratio"])) < 1.03, hour  # below 1 of a thousand
    assert 0.76 <= float(str(every["coverage"])) <= 0.84
    assert float(str(every["ratio"])) < 0.95

    *hours, every = told[len(told) // 2 :]
    assert [hour["name"] for hour in hours] == [f"forecast_point_hour_{number:02}" for number in range(2, 15)]
    for hour in hours:
        assert 0.62 <= float(str(hour["coverage"])) <= 0.95, hour  # two hundred days make few points of six
    assert 0.72 <= float(str(every["coverage"])) <= 0.88
