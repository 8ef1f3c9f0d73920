"""Plans for tests: the example that ships, small ones written as an officer would, and plans of every sort."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from campaign.calendar import VIETNAM
from campaign.plan import FORMAT, Attention, Break, Device, Pauses, Plan, Principles, Quota, Station, Sync, Task, Window
from campaign.plan_document import plan_from_toml

EXAMPLE = (Path(__file__).parents[2] / "resources" / "data" / "plan_example.toml").read_bytes()
DAY = date(2021, 4, 8)
HEAD = 'campaign = "hp-2021"\nversion = 1\neffective_from = 2021-03-13\n'


T = TypeVar("T")


def example() -> Plan:
    return plan_from_toml(EXAMPLE)


def written(rest: str = "", head: str = HEAD) -> Plan:
    """A plan of the keys that have no default, and the rest."""
    return plan_from_toml((head + rest).encode())


def at(clock: str, day: date = DAY) -> datetime:
    """`16:07` or `16:07:30` of a calendar day in Vietnam."""
    return datetime.combine(day, time.fromisoformat(clock), VIETNAM)


def clock(minutes_after_four: int) -> time:
    """A clock time by its place in the business day, 0-1440."""
    return (datetime(2021, 4, 8, 4, tzinfo=VIETNAM) + timedelta(minutes=minutes_after_four)).time()


def _said(shape: Callable[..., T], **values: object) -> T:
    """With the keys that have a value."""
    return shape(**{name: value for name, value in values.items() if value is not None})


ids = st.from_regex(r"[A-Za-z0-9-]{1,16}", fullmatch=True)
codes = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
station_codes = st.from_regex(r"[A-Z0-9]{1,5}-[0-9]{1,5}", fullmatch=True)
lines = st.sampled_from(["Ca sáng", "Công an quận Lê Chân", 'Điểm "7" \\ lưu động', "x"])
quotas = st.none() | st.integers(0, 2000)
days = st.dates(date(2021, 1, 1), date(2026, 12, 31))


@st.composite
def window_tuples(draw: st.DrawFn, breaks: bool = True) -> tuple[Window, ...]:
    """One to four windows in order, some that meet, some that cross midnight or end with the day."""
    marks = sorted(draw(st.sets(st.integers(0, 1440), min_size=2, max_size=8)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    names = draw(st.lists(ids, min_size=len(pairs), max_size=len(pairs), unique=True))
    windows = []
    for name, (start, end) in zip(names, pairs, strict=True):
        stops = sorted(draw(st.sets(st.integers(start, end - 1), max_size=4))) if breaks else []
        pauses = [Break(start=clock(a), end=clock(b)) for a, b in zip(stops[::2], stops[1::2], strict=False)]
        windows.append(Window(id=name, label="Ca", start=clock(start), end=clock(end), breaks=tuple(pauses)))
    return tuple(windows)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans that keep every rule."""
    windows = draw(window_tuples())
    names = [window.id for window in windows]
    start = draw(days)
    some_names = st.lists(st.sampled_from(names), unique=True).map(tuple)
    maybe_day = st.none() | days
    devices = [
        _said(Device, station=station, id=device, windows=draw(st.none() | some_names), per_device_day=draw(quotas))
        for station, device in draw(st.lists(st.tuples(station_codes, ids), unique=True, max_size=3))
    ]
    stations = [
        _said(Station, code=code, unit=draw(lines), quota_total=draw(quotas), near=("11401",), far=("318",))
        for code in draw(st.lists(station_codes, unique=True, max_size=2))
    ]
    principles = _said(
        Principles, near_at_night=draw(st.booleans()), easy_first_until=draw(maybe_day), concentrated_until=None
    )
    task = Task(id="floor-350", focus_point="floor", title=draw(lines), due=start)
    own = draw(st.none() | st.just(({"id": "accepted", "key": "F1", "reasons": [{"id": "x"}], "n": -1, "on": True},)))
    return _said(
        Plan,
        format=FORMAT,
        campaign=draw(lines),
        drill=draw(st.booleans()),
        version=draw(st.integers(1, 9)),
        effective_from=start,
        title=draw(lines),
        deadline=start + timedelta(days=draw(st.integers(1, 60))),
        quota=Quota(per_device_day=draw(st.integers(0, 1000))),
        window=windows,
        station=tuple(stations),
        device=tuple(devices),
        principles=principles,
        pauses=Pauses(keys=tuple(draw(st.lists(codes, unique=True, max_size=8)))),
        sync=Sync(amber_hours=1, orange_hours=1, ask_reason_hours=draw(st.integers(1, 99))),
        attention=Attention(behind_minutes=draw(st.integers(0, 99))),
        outcome=own,
        task=draw(st.sampled_from([(), (task,)])),
    )
