"""Somebody says that they know of what asks for attention: the journal keeps who, when, and the figure then."""

from __future__ import annotations

from msgspec import UNSET

from campaign.concern import RULES
from campaign.events import AttentionAcknowledged
from campaign.refusal import InputRefused
from campaign.rows import ShiftRow
from station_app.services.station import Station


def acknowledge_attention(station: Station, rule: str, figure: int, *, device: str = "", shift: str = "") -> int:
    """``device`` and ``shift`` as the line has them, "" where it is of none. Returns the entry's number.

    Raises NotPermitted("role_may_not", "password_temporary"), InputRefused("unknown_attention", "unknown_device",
    "no_such_shift").
    """
    station.person.require("acknowledge")
    if rule not in RULES:
        raise InputRefused("unknown_attention", rule=rule)
    with station.work() as work:
        if device:
            work.device(device)
        of = work.rows.get(ShiftRow, work.code, shift) if shift else None
        if shift and (of is None or of.device != device):
            raise InputRefused("no_such_shift", shift=shift)
        body = AttentionAcknowledged(rule=rule, device=device or UNSET, figure=figure)
        return work.append(body, shift=of, device=device or None).n
