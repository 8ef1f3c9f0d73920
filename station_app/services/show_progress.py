"""How far the point's campaign is: every day of it until the deadline, in one small summary that answers what-ifs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec import UNSET

from campaign.calendar import business_day, format_time, parse_time
from campaign.plan import Plan
from campaign.progress import Campaign, CampaignDay
from campaign.quota import day_windows, plan_in_force
from campaign.rows import JournalRow
from db.reads.campaign_days import counted_by_commune, counted_by_day, versions_by_day
from db.reads.point import devices_of
from db.transaction import Snapshot
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class ProgressFigures:
    """``campaign`` is None without a plan; ``deadline`` is exclusive.

    ``communes``: counted on closed days by commune's code, "" where none was said.
    """

    now: datetime
    deadline: date | None
    campaign: Campaign | None
    communes: Mapping[str, int]


def progress_figures(station: Station, day: date | None = None, device: str | None = None) -> ProgressFigures:
    """From one consistent snapshot. ``day``: as of that business day's beginning, today's unless told; ``device``: its
    part alone, communes apart. Raises NotPermitted("role_may_not").
    """
    station.person.require("report")
    identity = station.identity
    with station.store.read() as snapshot:
        journal = snapshot.get(JournalRow, identity.station, identity.epoch)
        now = parse_time(max(format_time(station.clock()), journal.last_at if journal else ""))
        plans = station.plans(snapshot)
        today = day or business_day(now)
        plan = plan_in_force(plans, today) or min(plans, key=lambda early: early.effective_from, default=None)
        begun = min((each.effective_from for each in plans), default=today)
        return ProgressFigures(
            now=now,
            deadline=plan.deadline if plan else None,
            campaign=_campaign(station, snapshot, plans, plan, today, device) if plan else None,
            communes=counted_by_commune(snapshot, identity.station, begun.isoformat(), today.isoformat()),
        )


def _campaign(
    station: Station, snapshot: Snapshot, plans: Sequence[Plan], plan: Plan, today: date, only: str | None
) -> Campaign:
    code = station.identity.station
    first = min(each.effective_from for each in plans)
    span = code, first.isoformat(), max(plan.deadline, today).isoformat()
    devices = [row.device for row in devices_of(snapshot, code) if only in (None, row.device)]
    counted = counted_by_day(snapshot, *span, station.catalogue.counted_outcomes)
    opened = versions_by_day(snapshot, *span)
    days = tuple(
        _day(plans, code, devices, first + timedelta(days=number), counted, opened)
        for number in range((max(plan.deadline, today) - first).days)
    )
    said = plan.station_of(code)
    own = said.quota_total if said else UNSET
    windows = [window.planned_minutes for window in day_windows(plans, code, devices[0], today, {})] if devices else []
    return Campaign(
        today=today,
        target=sum(day.quota for day in days) if own is UNSET or only is not None else own,
        days=days,
        hours=sum(windows) / 60,
    )


def _day(
    plans: Sequence[Plan],
    code: str,
    devices: Sequence[str],
    day: date,
    counted: Mapping[str, Mapping[str, int]],
    opened: Mapping[tuple[str, str], Mapping[str, int]],
) -> CampaignDay:
    name = day.isoformat()
    quotas = [
        sum(window.quota for window in day_windows(plans, code, device, day, opened.get((name, device), {})))
        for device in devices
    ]
    return CampaignDay(
        day=day,
        quota=sum(quotas),
        devices=sum(quota > 0 for quota in quotas),
        counted=tuple(sorted((device, count) for device, count in counted.get(name, {}).items() if device in devices)),
    )
