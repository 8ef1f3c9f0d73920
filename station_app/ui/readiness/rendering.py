"""Figures and answers as the readiness screen shows them."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.codes import ReadinessCheck
from station_app.services.permission import Person
from station_app.services.show_readiness import OpeningFigures, WindowChoice
from station_app.ui.asking import Desk
from station_app.ui.readiness.shown import (
    CheckGroupShown,
    CheckLine,
    DeviceTile,
    LineState,
    Obstacle,
    OpeningShown,
    PeopleShown,
    PersonShown,
    QuotaShown,
    WaitingShown,
    WindowTile,
)


def render(figures: OpeningFigures, window: str, answers: Mapping[str, bool], desk: Desk) -> OpeningShown:
    """``answers``: what was said by hand, by check id."""
    catalogue, person = desk.station.catalogue, desk.station.person
    lines = [_line(check, figures, answers, desk) for check in catalogue.readiness_checks.values()]
    never = [line.title for line in lines if line.state == "failed" and not _overridable(desk, line.id)]
    failed = [line.title for line in lines if line.state == "failed"]
    obstacle = _obstacle(figures, window, never)
    needs_reason = bool(failed) and not never
    return OpeningShown(
        device=figures.device,
        devices=tuple(
            DeviceTile(standing.device, place if place <= 9 else 0, standing.label or standing.device, standing.state)
            for place, standing in enumerate(figures.devices, 1)
        ),
        window=window,
        windows=tuple(
            WindowTile(choice.id, choice.label, choice.starts, choice.ends, choice.used, choice.zero)
            for choice in figures.windows
        ),
        quota=_quota(figures.windows, window),
        groups=tuple(
            _group(group.id, desk.label(group), [line for line in lines if line.group == group.id])
            for group in catalogue.check_groups.values()
        ),
        total=len(lines),
        passed=sum(line.state == "passed" for line in lines),
        warned=sum(line.state == "warned" for line in lines),
        failed=len(failed),
        unanswered=sum(line.state == "open" for line in lines),
        obstacle=obstacle,
        names=tuple(never or failed),
        needs_note=any(line.state in ("warned", "failed") and not line.auto for line in lines),
        needs_reason=needs_reason and not obstacle,
        needs_supervisor=(needs_reason or figures.jumped_from is not None)
        and not person.may("override")
        and not obstacle,
        jumped_from=figures.jumped_from,
        waiting=_waiting(figures, person),
        asks_late_reason=figures.waiting.hours(figures.now) >= figures.waiting.ask_reason_hours,
    )


def people_shown(figures: OpeningFigures, person: Person) -> PeopleShown:
    """Whoever overrides may be in command by rank; only one of them is proposed."""
    supervisors = [PersonShown(one.user, one.full_name, one.role) for one in figures.people if one.overrides]
    others = [PersonShown(one.user, one.full_name, one.role) for one in figures.people if not one.overrides]
    return PeopleShown(
        crew=tuple(PersonShown(one.user, one.full_name, one.role) for one in figures.people if one.works),
        commanders=(*supervisors, *others),
        supervisors=tuple(supervisors),
        me=person.user,
        commander=supervisors[0].full_name if len(supervisors) == 1 else "",
    )


def _line(check: ReadinessCheck, figures: OpeningFigures, answers: Mapping[str, bool], desk: Desk) -> CheckLine:
    state: LineState = "open"
    amount, words = 0, ""
    if check.auto:
        answer = figures.measured[check.id]
        state = "passed" if answer.ok else "failed" if check.blocking else "warned"
        amount, words = _measured(check.id, figures)
    elif check.id in answers:
        state = "passed" if answers[check.id] else "failed" if check.blocking else "warned"
    return CheckLine(check.id, check.group, desk.label(check), check.auto, state, amount, words)


def _measured(name: str, figures: OpeningFigures) -> tuple[int, str]:
    """What is worth telling of a measured line beside yes or no."""
    standing = figures.standing
    match name:
        case "device_identity":
            return 0, (standing.label or standing.device) if standing else ""
        case "disk_space":
            return figures.free_bytes, ""
        case "last_bundle_handed_over":
            return figures.waiting.hours(figures.now), ""
    return 0, ""


def _group(name: str, title: str, lines: list[CheckLine]) -> CheckGroupShown:
    return CheckGroupShown(name, title, sum(line.state == "passed" for line in lines), tuple(lines))


def _overridable(desk: Desk, check: str) -> bool:
    return desk.station.catalogue.readiness_checks[check].overridable


def _obstacle(figures: OpeningFigures, window: str, never: list[str]) -> Obstacle:
    if figures.revoked:
        return "revoked"
    if figures.plan_version is None:
        return "no_plan"
    if never:
        return "never"
    return "" if window else "no_window"


def _quota(windows: tuple[WindowChoice, ...], chosen: str) -> QuotaShown | None:
    window = next((window for window in windows if window.id == chosen), None)
    day, minutes = sum(each.quota for each in windows), sum(each.planned_minutes for each in windows)
    if window is None:
        return None
    return QuotaShown(
        windows=len(windows),
        day=day,
        label=window.label,
        window=window.quota,
        minutes=window.planned_minutes,
        per_hour=day * 60 / minutes if minutes else 0.0,
        seconds_each=round(minutes * 60 / day) if day else 0,
    )


def _waiting(figures: OpeningFigures, person: Person) -> WaitingShown | None:
    waiting = figures.waiting
    hours = waiting.hours(figures.now)
    if hours < waiting.amber_hours:
        return None
    return WaitingShown(waiting.bundle, hours, hours >= waiting.orange_hours, person.may("export"))
