"""Hypothesis strategies: any body of any kind, and whole journals, sense and nonsense mixed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, cast, get_args

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from campaign import events as e
from campaign import shapes
from campaign.calendar import VIETNAM, format_time
from campaign.canonical import MAX_INTEGER
from campaign.entry import Entry
from tests.journals import (
    DEVICES,
    DIGEST,
    STATION,
    WINDOWS,
    InShift,
    WrittenJournal,
    a_bundle_exported,
    a_journal_started,
    a_receipt_accepted,
    a_shift_closed,
    a_shift_handed_over,
    a_shift_opened,
    a_user_added,
    a_void,
    an_application,
)

USERS = ("an.nv", "binh.tv", "hanh.tt")

times = st.datetimes(timezones=st.just(VIETNAM)).map(format_time)
days = st.dates().map(date.isoformat)


def texts(min_size: int = 0, max_size: int | None = None) -> st.SearchStrategy[str]:
    """Text in NFC without control characters."""
    longest = 40 if max_size is None else min(max_size, 40)
    drawn = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=min_size, max_size=longest)
    composed = drawn.map(lambda text: unicodedata.normalize("NFC", text))
    return composed.filter(lambda text: max_size is None or len(text) <= max_size)


_PATTERN = {shape: cast(Any, get_args(shape)[1]).pattern for shape in (shapes.TimeText, shapes.DayText, shapes.Line)}
_BY_PATTERN = {
    _PATTERN[shapes.TimeText]: times,
    _PATTERN[shapes.DayText]: days,
}


def values_of(shape: inspect.Type) -> st.SearchStrategy[Any]:
    """Any value of a shape, as msgspec describes it."""
    match shape:
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType(ge=low, le=high):
            return st.integers(-MAX_INTEGER if low is None else low, MAX_INTEGER if high is None else high)
        case inspect.StrType(pattern=pattern, min_length=low, max_length=high):
            if pattern is None or pattern == _PATTERN[shapes.Line]:
                return texts(low or 0, high)
            found = _BY_PATTERN[pattern] if pattern in _BY_PATTERN else st.from_regex(pattern)
            return found.filter(lambda text: high is None or len(text) <= high)
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.ListType(item_type=item):
            return st.lists(values_of(item), max_size=3)
        case inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(values_of(key), values_of(value), max_size=3)
        case inspect.StructType(cls=cls):
            return structs(cls)
        case inspect.UnionType(types=types):
            return st.one_of([values_of(each) for each in types if type(each).__name__ != "UnsetType"])
    raise NotImplementedError(shape)  # a body of a shape that no body had so far


@cache
def structs(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any value of a Struct, its optional keys sometimes absent."""
    described = inspect.type_info(cls)
    assert isinstance(described, inspect.StructType)
    required = {f.name: values_of(f.type) for f in described.fields if f.required}
    optional = {f.name: values_of(f.type) for f in described.fields if not f.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: cls(**given))


@cache
def bodies(kind: str | None = None) -> st.SearchStrategy[e.Body]:
    """Any valid body, of one kind or of all."""
    return cast(
        "st.SearchStrategy[e.Body]", st.one_of([structs(e.KINDS[name]) for name in ([kind] if kind else e.KINDS)])
    )


Move = Callable[[WrittenJournal, InShift, int], object]
"""Adds to a journal, in a shift ``on`` as the header names it; the number chooses among variants."""


def _log(journal: WrittenJournal, on: InShift, choice: int) -> None:
    outcome = ("accepted", "accepted", "missing_papers", "duplicate")[choice % 4]
    reason = ("number_used_by_another", msgspec.UNSET)[choice % 3 > 0] if outcome == "duplicate" else msgspec.UNSET
    # Most forms are new; one in five is one that was there before, or may come later.
    form = f"form-{choice}" if choice % 5 == 0 else f"form-{len(journal.entries)}-{journal.epoch}"
    late = format_time(journal.at.replace(hour=choice)) if choice % 7 == 6 else msgspec.UNSET
    journal.add(an_application(form_id=form, outcome=outcome, reason=reason, happened_at=late), **on)


def _void(journal: WrittenJournal, on: InShift, choice: int) -> None:
    journal.add(a_void(max(1, len(journal.entries) - choice)), **on)


def _follow_up(journal: WrittenJournal, on: InShift, choice: int) -> None:
    body = e.FollowUpChanged(
        entry=max(1, len(journal.entries) - choice),
        owner=USERS[choice % 3] if choice % 2 else msgspec.UNSET,
        next_on="2021-04-05" if choice % 3 else msgspec.UNSET,
        state=("open", "open", "moved_away")[choice % 3],
        epoch=1 if choice % 4 == 3 else msgspec.UNSET,
    )
    journal.add(body)


def _close(journal: WrittenJournal, on: InShift, choice: int) -> None:
    journal.add(a_shift_closed(device_counter=choice, difference=choice - 12), **on)
    if choice % 4:
        journal.add(e.ShiftSealed(), **on, minutes=0)


def _export(journal: WrittenJournal, on: InShift, choice: int) -> None:
    last = max(1, len(journal.entries) - choice % 3)
    journal.add(a_bundle_exported(1 + choice % 4, max(1, last - choice), last))
    if choice % 2:
        journal.add(e.BundleVerified(seq=1 + choice % 4, place="folder"))


def _receipt(journal: WrittenJournal, on: InShift, choice: int) -> None:
    through = max(0, len(journal.entries) + 2 - choice)
    journal.add(
        a_receipt_accepted(1 + choice % 6, through, city_generation=1 + choice % 2, durable_through=through // 2)
    )


def _users(journal: WrittenJournal, on: InShift, choice: int) -> None:
    user = USERS[choice % 3]
    change = (a_user_added(user), e.UserChanged(user=user, role="supervisor"), e.UserRemoved(user=user))
    journal.add((*change, e.PasswordReset(user=user))[choice % 4])


def _equipment(journal: WrittenJournal, on: InShift, choice: int) -> None:
    device = DEVICES[choice % 2]
    journal.add(
        (
            e.DeviceAdded(device=device, label=f"Thiết bị {choice}"),
            e.DeviceChanged(device=device, label="Máy lưu động"),
            e.StickRegistered(stick="stick-1", label=f"USB {choice}"),
            e.SettingChanged(name="sound", value=str(choice)),
            e.DocumentAccepted(type="plan", version=choice, sha256=DIGEST),
        )[choice % 5]
    )


def _attention(journal: WrittenJournal, on: InShift, choice: int) -> None:
    device, now = DEVICES[choice % 2], format_time(journal.at)
    acknowledged = e.AttentionAcknowledged(rule=("behind", "difference")[choice % 3 == 2], device=device, figure=choice)
    explained = e.DifferenceExplained(device=device, cause="no_citizens", since=now, until=now)
    if choice % 4 == 3:
        journal.add(explained, device=device)
    else:
        journal.add(acknowledged, **on)


def _clock(journal: WrittenJournal, on: InShift, choice: int) -> None:
    before = format_time(journal.at)
    journal.add(e.ClockStepped(before=before, after=before), minutes=-60 * choice)


def _other(journal: WrittenJournal, on: InShift, choice: int) -> None:
    match choice % 4:
        case 0:
            journal.add(a_journal_started(epoch=journal.epoch))
        case 1:
            journal.add(
                e.ZeroReported(device=DEVICES[choice % 2], window="ca-2", day="2021-04-02", reason="Không có người")
            )
        case 2:
            journal.add_not_understood("device_requested", {"device": DEVICES[choice % 2]})
        case _:
            journal.add_not_understood("application_voided", {"entry": choice, "because": "typing_error"})


_MOVES: list[Move] = [
    *[_log] * 14,
    *[_void] * 3,
    *[_follow_up] * 3,
    *[_close] * 2,
    *[lambda journal, on, choice: journal.add(a_shift_opened(window=WINDOWS[choice % 2]), **on)] * 2,
    lambda journal, on, choice: journal.add(e.ShiftPaused(cause=("power_cut", "no_citizens")[choice % 2]), **on),
    lambda journal, on, choice: journal.add(e.ShiftResumed(), **on),
    lambda journal, on, choice: journal.add(e.ShiftReopened(reason="Đếm lại"), **on),
    lambda journal, on, choice: journal.add(a_shift_handed_over(to=USERS[choice % 3]), **on),
    *[_export, _receipt, _users, _equipment, _attention, _clock, _other],
]

_moves = st.tuples(
    st.sampled_from(_MOVES),
    st.sampled_from(DEVICES),
    st.sampled_from([*["the device's shift"] * 12, "another shift", "another device", "no shift", "nothing"]),
    st.integers(0, 11),
    st.sampled_from([0, 1, 1, 1, 20, 60, 200]),
)


@dataclass(slots=True)
class _Desk:
    """Which shift each device has, as far as whoever writes the journal believes."""

    journal: WrittenJournal
    shifts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(DEVICES, 1))

    def make(self, move: Move, device: str, named: str, choice: int, minutes: int) -> None:
        self.journal.at += timedelta(minutes=minutes)
        on = self.journal.on(device, k=self.shifts[device])
        match named:
            case "another shift":
                on = self.journal.on(device, k=1 + choice % 3)
            case "another device":
                on["device"] = DEVICES[1 - DEVICES.index(device)]
            case "no shift":
                del on["shift"]
            case "nothing":
                on = {}
        move(self.journal, on, choice)
        if move is _close and choice % 3:
            self.shifts[device] += 1
            self.journal.add(a_shift_opened(), **self.journal.on(device, k=self.shifts[device]))


@st.composite
def journals(
    draw: st.DrawFn, station: str = STATION, epoch: int = 1, min_size: int = 0, max_size: int = 40
) -> list[Entry]:
    """A journal of one epoch, of about ``max_size`` entries: numbers in step, times that rise but for a clock set back.

    Two devices, a few shifts and forms, so that most entries make sense and the others are senseless in every way.
    """
    desk = _Desk(WrittenJournal(station, epoch))
    if draw(st.sampled_from([True, True, True, False])):
        desk.journal.add(a_journal_started(station=station, epoch=epoch))
        for device in DEVICES:
            desk.journal.add(a_shift_opened(), **desk.journal.on(device))
    for move in draw(st.lists(_moves, min_size=min_size, max_size=max_size)):
        desk.make(*move)
    return desk.journal.entries
