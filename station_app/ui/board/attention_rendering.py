"""What asks for attention, as the board's panel shows it."""

from __future__ import annotations

from campaign.plan import Plan, Sync
from station_app.services.show_attention import Attended
from station_app.services.show_board import BoardFigures
from station_app.ui.asking import Desk
from station_app.ui.board.shown import AttentionShown, AttentionsShown

_GRAVE = {"overdue", "behind", "paused", "difference"}
"""Rules whose lines are orange; the others are amber, what is unsent for long too until it is late."""


def render_attention(figures: BoardFigures, desk: Desk) -> AttentionsShown:
    person, plan = desk.station.person, figures.day.plan
    places = {device.device: place for place, device in enumerate(figures.day.devices, 1)}
    return AttentionsShown(
        lines=tuple(_line(one, places, plan, desk) for one in figures.attention),
        causes=_causes(plan, desk) if person.may("run_shift") else (),
        may_acknowledge=person.may("acknowledge"),
    )


def _causes(plan: Plan | None, desk: Desk) -> tuple[tuple[str, str], ...]:
    """Those on the plan's keys first."""
    catalogue = desk.station.catalogue.downtime_causes
    first = [id for id in plan.pauses.keys if id in catalogue] if plan else []
    ids = [*first, *(id for id in catalogue if id not in first)]
    return tuple((id, desk.label(catalogue[id])) for id in ids)


def _line(one: Attended, places: dict[str, int], plan: Plan | None, desk: Desk) -> AttentionShown:
    line, catalogue = one.concern, desk.station.catalogue
    outcome, cause = catalogue.outcomes.get(line.outcome), catalogue.downtime_causes.get(line.cause)
    sync = plan.sync if plan else Sync()
    asks = desk.station.person.may("run_shift")
    return AttentionShown(
        rule=line.rule,
        device=line.device,
        shift=line.shift,
        place=places.get(line.device, 0),
        figure=line.figure,
        beside=line.beside,
        window=line.window,
        cause=desk.label(cause) if cause else line.cause or line.reason,
        outcome=desk.label(outcome) if outcome else line.outcome,
        act=line.act if asks or line.act != "say_why" else "catch_up",
        ask_since=line.ask_since if asks else None,
        grave=line.rule in _GRAVE or (line.rule == "unsent" and line.figure >= sync.orange_hours),
        known_by=one.known_by,
        known_at=one.known_at,
    )
