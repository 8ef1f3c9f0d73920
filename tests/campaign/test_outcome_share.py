"""When an outcome's share is unusual: seldom by chance, and soon where something is amiss."""

from __future__ import annotations

import json
from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

import resources
from campaign.outcome_share import POINTS, Share, unusual_share

SHARES: dict[str, float] = json.loads(resources.read("data/simulated_days.json"))["outcomes"]
USUAL = {"accepted": 915, "missing_papers": 60, "duplicate": 25}

counts = st.dictionaries(st.sampled_from(["accepted", "missing_papers", "duplicate"]), st.integers(0, 400))


def drawn(random: Random, many: int) -> Counter[str]:
    return Counter(random.choices(list(SHARES), list(SHARES.values()), k=many))


def test_chance_alone_is_seldom_unusual() -> None:
    """Six devices whose outcomes are drawn alike, looked at all day long."""
    found = days = 0
    for seed in range(60):
        random = Random(seed)
        before = drawn(random, 380 * 6)
        devices: list[Counter[str]] = [Counter() for _ in range(6)]
        unusual = set()
        for _ in range(38):
            for device in devices:
                device.update(drawn(random, 10))
            today = before + sum(devices, Counter())
            unusual |= {place for place, device in enumerate(devices) if unusual_share(device, today - device)}
        found, days = found + len(unusual), days + len(devices)
    assert found / days < 0.02


def test_what_stands_out_is_told_with_what_is_usual() -> None:
    assert unusual_share({"accepted": 40, "missing_papers": 15}, USUAL) == Share("missing_papers", 27, 6)


def test_an_outcome_that_nobody_else_has_is_unusual() -> None:
    assert unusual_share({"accepted": 50, "device_fault": 12}, USUAL) == Share("device_fault", 19, 0)


def test_few_applications_say_nothing() -> None:
    assert unusual_share({"missing_papers": 29}, USUAL) is None
    assert unusual_share({"missing_papers": 60}, {"accepted": 29}) is None
    assert unusual_share({}, {}) is None


def test_all_alike_is_not_unusual() -> None:
    assert unusual_share({"accepted": 100}, {"accepted": 400}) is None


@given(counts, counts)
def test_only_a_share_that_is_higher_by_points_is_told(device: dict[str, int], others: dict[str, int]) -> None:
    share = unusual_share(device, others)
    if share is not None:
        here = 100 * device[share.outcome] / sum(device.values())
        there = 100 * others.get(share.outcome, 0) / sum(others.values())
        assert here - there >= POINTS
        assert (share.percent, share.usual) == (round(here), round(there))


@given(counts)
def test_a_device_is_as_usual_beside_one_that_is_the_same(device: dict[str, int]) -> None:
    assert unusual_share(device, device) is None
