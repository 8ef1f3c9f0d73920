"""Campaigns of a point with six devices from 13-3 to 30-4-2021, for the progress screen."""

from __future__ import annotations

from datetime import date, timedelta

from campaign.progress import Campaign, CampaignDay

FIRST, DEADLINE = date(2021, 3, 13), date(2021, 5, 1)
BEHIND = [1_871, 1_902, 1_940, 1_916, 1_955, 1_968, 1_930, 1_974, 1_990, 1_942, 1_961, 1_985, 2_003]
BEHIND += [1_958, 1_972, 1_966, 1_914, 1_947, 1_984, 2_012, 2_061, 2_038, 2_027, 2_074, 2_049, 2_061]
AHEAD = [count + 205 for count in BEHIND]


def campaign(counts: list[int], first: date = FIRST) -> Campaign:
    """As many days are closed as there are counts; today is the next."""
    days = (DEADLINE - first).days
    return Campaign(
        today=first + timedelta(days=len(counts)),
        target=2_100 * days,
        days=tuple(
            CampaignDay(
                first + timedelta(days=number),
                quota=2_100,
                devices=6,
                counted=tuple((f"TB-{device}", counts[number] // 6) for device in range(1, 7))
                if number < len(counts)
                else (),
            )
            for number in range(days)
        ),
        hours=15.0,
    )
