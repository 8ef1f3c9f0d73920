"""The plan between its bytes and its meaning: the TOML that an officer writes, and the payload that two officers sign.

The payload is canonical JSON: `format` "enrol-plan/1", `campaign`, `drill`, `version`, `effective_from`, then the
TOML's names in its order, dates and times as ISO strings, no fractions. Defaults are written out, so that what is
signed stands for itself; only what has no default is left out where it isn't said: a station's `quota_total`, a
device's `windows`, `per_device_day`, `from` and `until`, the dates of `principles`, a task's `metric`, and catalogues
of the plan's own.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time, timedelta

import msgspec

from campaign.canonical import MAX_DEPTH, MAX_INTEGER, decode, encode, nfc, type_error
from campaign.plan import FORMAT, Plan
from campaign.plan_rules import faults
from campaign.refusal import InputRefused

CAMPAIGN_DAYS = 49  # from 13-3 to 30-4-2021: what a drill lasts at least

_KEY_FAULT = re.compile(r"Object (contains unknown|missing required) field `(.*)`", re.DOTALL)
_TYPE_FAULT = re.compile(r"Expected `.*`, got `(.*)`")
_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def plan_from_toml(text: bytes, *, drill: bool = False) -> Plan:
    """The plan that an officer wrote; which campaign it is for is left to the caller to compare.

    Raises InputRefused("bad_plan") with `where`, a dotted key ("" for the whole), and `why`: `not_toml` (with its
    `line`, 0 where that isn't known), `unknown_key`, `missing_key`, `wrong_type`, `fraction`, `too_deep`, `bad_value`,
    or a code of `plan_rules`.
    """
    try:
        table = tomllib.loads(text.decode())
    except (ValueError, RecursionError) as trouble:
        line = _LINE.search(str(trouble))
        raise InputRefused("bad_plan", where="", why="not_toml", line=int(line[1]) if line else 0) from None
    for name in ("format", "drill"):  # the document's own
        if name in table:
            raise InputRefused("bad_plan", where=name, why="unknown_key")
    said: dict[str, object] = {"format": FORMAT, "drill": drill}
    said.update((name, _composed(value, name, MAX_DEPTH - 1)) for name, value in table.items())
    try:
        plan = msgspec.convert(said, Plan, builtin_types=(date, time, datetime))
    except msgspec.ValidationError as trouble:
        raise _refused(str(trouble)) from None
    for where, why in faults(plan):
        raise InputRefused("bad_plan", where=where, why=why)
    return read_plan(plan_payload(plan))  # dates in a catalogue of its own are text from here on


def plan_payload(plan: Plan) -> bytes:
    """The canonical bytes that are signed, and that `plan show` prints."""
    return encode(plan)


def read_plan(payload: bytes) -> Plan:
    """The plan of a verified payload. Raises InputRefused("bad_document").

    A key that is left out takes its default, as in the TOML; those that are there stand in the document's order.
    """
    try:
        said = decode(payload)
        plan = msgspec.json.decode(payload, type=Plan)
        meant = decode(plan_payload(plan))
    except (*type_error, InputRefused):
        raise InputRefused("bad_document") from None
    if not _part_of(said, meant) or any(faults(plan)):
        raise InputRefused("bad_document")
    return plan


def drill_plan(example: bytes, *, campaign: str, effective_from: date) -> Plan:
    """Plan 1 of a drill: the example's defaults without stations and devices, so that it works for all.

    ``example`` is the TOML that the product carries. The deadline is the later of the example's and 49 days on; the
    other dates move with it, so that they keep their place in the campaign.
    """
    plan = plan_from_toml(example, drill=True)
    deadline = max(plan.deadline, effective_from + timedelta(days=CAMPAIGN_DAYS))
    later = deadline - plan.deadline
    principles = plan.principles
    return msgspec.structs.replace(
        plan,
        campaign=campaign,
        version=1,
        effective_from=effective_from,
        deadline=deadline,
        station=(),
        device=(),
        principles=msgspec.structs.replace(
            principles,
            easy_first_until=principles.easy_first_until and principles.easy_first_until + later,
            concentrated_until=principles.concentrated_until and principles.concentrated_until + later,
        ),
        task=tuple(msgspec.structs.replace(task, due=task.due + later) for task in plan.task),
    )


def _composed(value: object, where: str, depth: int) -> object:
    """The value with its texts in NFC. Raises InputRefused for what canonical JSON doesn't hold, wherever it stands."""
    match value:
        case float():
            raise InputRefused("bad_plan", where=where, why="fraction")
        case int() if abs(value) > MAX_INTEGER:
            raise InputRefused("bad_plan", where=where, why="bad_value")
        case list() | dict() if depth == 0:
            raise InputRefused("bad_plan", where=where, why="too_deep")
        case str():
            return nfc(value)
        case list():
            return [_composed(item, f"{where}[{i}]", depth - 1) for i, item in enumerate(value)]
        case dict():
            return {nfc(key): _composed(item, f"{where}.{key}", depth - 1) for key, item in value.items()}
        case _:
            return value


def _refused(message: str) -> InputRefused:
    """msgspec's words as a place and a code."""
    what, _, at = message.partition(" - at `$")
    where, why = at.removesuffix("`").removeprefix("."), "bad_value"
    if key := _KEY_FAULT.fullmatch(what):
        where = f"{where}.{key[2]}".removeprefix(".")
        why = "unknown_key" if key[1] == "contains unknown" else "missing_key"
    elif _TYPE_FAULT.fullmatch(what):
        why = "wrong_type"
    return InputRefused("bad_plan", where=where, why=why)


def _part_of(said: object, meant: object) -> bool:
    """Whether a document says what it was understood to mean, in the same order and with only defaults left out."""
    if isinstance(said, dict) and isinstance(meant, dict):
        in_order = [key for key in meant if key in said] == list(said)
        return in_order and all(_part_of(value, meant[key]) for key, value in said.items())
    if isinstance(said, list) and isinstance(meant, list):
        return len(said) == len(meant) and all(map(_part_of, said, meant))
    return said == meant
