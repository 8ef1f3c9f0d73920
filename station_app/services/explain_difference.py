"""Somebody says why a device and its plan have parted: asked once, when they have for long."""

from __future__ import annotations

from datetime import datetime

from campaign.calendar import format_time
from campaign.events import DifferenceExplained
from campaign.refusal import InputRefused
from station_app.services.station import Station


def explain_difference(station: Station, device: str, cause: str, since: datetime) -> int:
    """One of the catalogued causes of downtime, for the time from ``since`` until now. Returns the entry's number.

    Raises NotPermitted("role_may_not", "password_temporary"), InputRefused("unknown_cause", "unknown_device").
    """
    station.person.require("run_shift")
    if cause not in station.catalogue.downtime_causes:
        raise InputRefused("unknown_cause", cause=cause)
    with station.work() as work:
        work.device(device)
        began = min(format_time(since), work.now)
        return work.append(
            DifferenceExplained(device=device, cause=cause, since=began, until=work.now), device=device
        ).n
