"""What a plan may not say although every value of it has its type: the reasons why it could not be worked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from campaign.plan import OWN_CATALOGUES, Break, Plan, Window
from campaign.shapes import is_station_code

Fault = tuple[str, str]
"""(where, why): a dotted key such as ``window[1].end``, and a stable code."""

_ANY_DAY = date(2021, 3, 13)  # a day has 24 hours in Vietnam, so what holds on one holds on all


def faults(plan: Plan) -> Iterator[Fault]:
    """Every fault of a plan, in the order of its keys.

    Whether its communes exist isn't asked: a plan doesn't hold the list.
    """
    if plan.deadline <= plan.effective_from:
        yield "deadline", "before_effective_from"
    yield from _windows(plan.window)
    yield from _stations(plan)
    yield from _devices(plan)
    yield from _repeated("principles.hard_case_types", plan.principles.hard_case_types)
    yield from _repeated("pauses.keys", plan.pauses.keys)
    if not plan.sync.amber_hours <= plan.sync.orange_hours <= plan.sync.ask_reason_hours:
        yield "sync", "not_in_order"
    for name in OWN_CATALOGUES:
        yield from _own_rows(name, getattr(plan, name) or ())
    yield from _repeated("task", [task.id for task in plan.task], "id")


def _repeated(where: str, values: Iterable[object], key: str = "") -> Iterator[Fault]:
    seen: set[object] = set()
    for i, value in enumerate(values):
        if value in seen:
            yield f"{where}[{i}].{key}".removesuffix("."), "duplicate"
        seen.add(value)


def _own_rows(where: str, rows: Sequence[dict[str, object]]) -> Iterator[Fault]:
    for i, row in enumerate(rows):
        if not isinstance(row.get("id"), str):
            yield f"{where}[{i}].id", "missing_key"
    yield from _repeated(where, [str(row.get("id")) for row in rows], "id")


def _windows(windows: Sequence[Window]) -> Iterator[Fault]:
    if not windows:
        yield "window", "empty"
    yield from _repeated("window", [window.id for window in windows], "id")
    yield from _in_order("window", windows)
    for i, window in enumerate(windows):
        yield from _breaks(f"window[{i}].breaks", window)


def _breaks(where: str, window: Window) -> Iterator[Fault]:
    yield from _in_order(where, window.breaks)
    starts, ends = window.on(_ANY_DAY)
    stretches = [pause.on(_ANY_DAY) for pause in window.breaks]
    for i, (begins, stops) in enumerate(stretches):
        if begins < starts or stops > ends:
            yield f"{where}[{i}]", "outside_window"
    if sum((stops - begins for begins, stops in stretches), timedelta()) >= ends - starts:
        yield where, "no_time_left"


def _in_order(where: str, parts: Sequence[Window | Break]) -> Iterator[Fault]:
    """Of windows, or of a window's breaks: each ends after its start, none begins before the one above it has ended."""
    for i, part in enumerate(parts):
        for name, clock in (("start", part.start), ("end", part.end)):
            if clock != time(clock.hour, clock.minute):
                yield f"{where}[{i}].{name}", "not_whole_minutes"
        starts, ends = part.on(_ANY_DAY)
        if ends <= starts:
            yield f"{where}[{i}].end", "not_after_start"
    for i, (before, after) in enumerate(pairwise([part.on(_ANY_DAY) for part in parts]), start=1):
        if after[0] < before[1]:
            yield f"{where}[{i}].start", "not_in_order" if after[1] <= before[0] else "overlaps"


def _stations(plan: Plan) -> Iterator[Fault]:
    for i, station in enumerate(plan.station):
        if not is_station_code(station.code):
            yield f"station[{i}].code", "bad_value"
        yield from _repeated(f"station[{i}].near", station.near)
        yield from _repeated(f"station[{i}].far", station.far)
        if not set(station.near).isdisjoint(station.far):
            yield f"station[{i}].far", "both_near_and_far"
    yield from _repeated("station", [station.code for station in plan.station], "code")


def _devices(plan: Plan) -> Iterator[Fault]:
    known = {window.id for window in plan.window}
    periods: dict[tuple[str, str], list[tuple[date, date, int]]] = {}
    for i, device in enumerate(plan.device):
        if not is_station_code(device.station):
            yield f"device[{i}].station", "bad_value"
        for k, window in enumerate(device.windows or ()):
            if window not in known:
                yield f"device[{i}].windows[{k}]", "unknown_window"
        yield from _repeated(f"device[{i}].windows", device.windows or ())
        first, end = device.days()
        if end <= first:
            yield f"device[{i}].until", "not_after_from"
        periods.setdefault((device.station, device.id), []).append((first, end, i))
    for rows in periods.values():
        for before, after in pairwise(sorted(rows)):
            if after[0] < before[1]:
                yield f"device[{max(before[2], after[2])}].id", "duplicate"
