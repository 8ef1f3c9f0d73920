"""From the officer's text to the signed document and back, and what is refused on either way."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.canonical import decode, encode
from campaign.plan import Plan
from campaign.plan_document import drill_plan, plan_from_toml, plan_payload, read_plan
from campaign.refusal import InputRefused
from tests.campaign.plans import EXAMPLE, HEAD, example, plans, written


def refusal(text: str | bytes) -> dict[str, object]:
    with pytest.raises(InputRefused) as refused:
        plan_from_toml(text if isinstance(text, bytes) else text.encode())
    assert refused.value.code == "bad_plan"
    return refused.value.fields


def document(**changes: object) -> bytes:
    """The example's document with other values of some keys, in the same order."""
    return encode({**json.loads(plan_payload(example())), **changes})


@given(plans())
def test_a_plan_comes_back_from_its_document(plan: Plan) -> None:
    payload = plan_payload(plan)
    assert read_plan(payload) == plan
    assert plan_payload(read_plan(payload)) == payload
    decode(payload)  # canonical


def test_the_document_has_the_officers_names_in_their_order() -> None:
    said = json.loads(plan_payload(example()))
    written_keys = list(tomllib.loads(EXAMPLE.decode()))
    identity = ["campaign", "version", "effective_from"]
    assert list(said) == [
        "format",
        "campaign",
        "drill",
        "version",
        "effective_from",
        *(key for key in written_keys if key not in identity),
    ]
    assert (said["format"], said["drill"]) == ("enrol-plan/1", False)
    assert list(said["window"][0]) == ["id", "label", "start", "end", "breaks", "part_of_day"]
    assert said["window"][2]["start"] == "17:30:00"
    assert said["device"] == [
        {
            "station": "HP-LC-01",
            "id": "TB-2",
            "windows": ["ca-1", "ca-2"],
            "per_device_day": 240,
            "from": "2021-03-20",
        }
    ]


def test_the_document_writes_defaults_out_and_leaves_the_rest_out() -> None:
    said = json.loads(plan_payload(written()))
    assert said["quota"] == {"per_device_day": 350}
    assert [window["breaks"] for window in said["window"]] == [[], [], []]
    assert said["station"] == said["device"] == said["task"] == []
    assert list(said["principles"]) == ["near_at_night", "hard_case_types"]
    assert "outcome" not in said


def test_text_is_composed() -> None:
    assert written(unicodedata.normalize("NFD", 'title = "Kế hoạch"\n')).title == "Kế hoạch"


def test_a_plan_may_bring_catalogues_of_its_own() -> None:
    plan = written('[[fee]]\nid = "convert"\nbase_vnd = 30000\nvalid_from = 2021-01-01\nages = [14, { a = true }]\n')
    assert plan.fee == ({"id": "convert", "base_vnd": 30000, "valid_from": "2021-01-01", "ages": [14, {"a": True}]},)
    assert read_plan(plan_payload(plan)) == plan


W = '[[window]]\nid = "a"\nlabel = "A"\nstart = 07:30:00\nend = 12:30:00\n'
DEVICE = '[[device]]\nstation = "HP-1"\nid = "TB-1"\n'
STATION = '[[station]]\ncode = "HP-1"\nunit = "Đội"\n'
TASK = '[[task]]\nid = "a"\nfocus_point = "floor"\ntitle = "A"\ndue = 2021-04-30\n'


@pytest.mark.parametrize(
    ("rest", "where", "why"),
    [
        ('colour = "blue"', "colour", "unknown_key"),
        ('format = "enrol-plan/1"', "format", "unknown_key"),
        ("drill = true", "drill", "unknown_key"),
        ("[quota]\nper_week = 1", "quota.per_week", "unknown_key"),
        (W + "color = 1", "window[0].color", "unknown_key"),
        ('[[window]]\nid = "a"\nlabel = "A"\nend = 08:00:00', "window[0].start", "missing_key"),
        ('target = "many"', "target", "wrong_type"),
        ("target = true", "target", "wrong_type"),
        ('deadline = "2021-05-01"', "deadline", "wrong_type"),
        ("deadline = 2021-05-01T00:00:00", "deadline", "wrong_type"),
        ("window = 3", "window", "wrong_type"),
        ("[quota]\nper_device_day = 350.0", "quota.per_device_day", "fraction"),
        ("[[fee]]\nid = 'a'\nrate = [0.5]", "fee[0].rate[0]", "fraction"),
        ("target = nan", "target", "fraction"),
        ("[[fee]]\nid = 'a'\namount = 9007199254740992", "fee[0].amount", "bad_value"),
        ("[[fee]]\nid = 'a'\nd = " + "[" * 14 + "]" * 14, "fee[0].d" + "[0]" * 13, "too_deep"),
        ("target = 0", "target", "bad_value"),
        ("retention_days = 13", "retention_days", "bad_value"),
        ('place_code = "31"', "place_code", "bad_value"),
        ("[quota]\nper_device_day = -1", "quota.per_device_day", "bad_value"),
        ("deadline = 2021-03-13", "deadline", "before_effective_from"),
        ("window = []", "window", "empty"),
        (W.replace("12:30", "07:30"), "window[0].end", "not_after_start"),
        (W.replace("12:30", "07:00"), "window[0].end", "not_after_start"),
        (W.replace("12:30", "05:00").replace("07:30", "23:00"), "window[0].end", "not_after_start"),
        (W.replace("12:30:00", "12:30:01"), "window[0].end", "not_whole_minutes"),
        (W.replace("07:30:00", "07:30:00.5"), "window[0].start", "not_whole_minutes"),
        (W + W, "window[1].id", "duplicate"),
        (
            W + W.replace('"a"', '"b"').replace("07:30", "12:29").replace("12:30", "13:00"),
            "window[1].start",
            "overlaps",
        ),
        (
            W + W.replace('"a"', '"b"').replace("12:30", "06:00").replace("07:30", "05:00"),
            "window[1].start",
            "not_in_order",
        ),
        (W + "breaks = [{ start = 07:00:00, end = 08:00:00 }]", "window[0].breaks[0]", "outside_window"),
        (W + "breaks = [{ start = 12:00:00, end = 13:00:00 }]", "window[0].breaks[0]", "outside_window"),
        (W + "breaks = [{ start = 07:30:00, end = 12:30:00 }]", "window[0].breaks", "no_time_left"),
        (W + "breaks = [{ start = 09:00:00, end = 08:00:00 }]", "window[0].breaks[0].end", "not_after_start"),
        (
            W + "breaks = [{ start = 08:00:00, end = 09:00:00 }, { start = 08:30:00, end = 09:30:00 }]",
            "window[0].breaks[1].start",
            "overlaps",
        ),
        (STATION.replace("HP-1", "hp-1"), "station[0].code", "bad_value"),
        (STATION.replace("HP-1", "LPT1"), "station[0].code", "bad_value"),
        (STATION + STATION, "station[1].code", "duplicate"),
        (STATION + 'near = ["11401", "11401"]', "station[0].near[1]", "duplicate"),
        (STATION + 'far = ["11401", "11401"]', "station[0].far[1]", "duplicate"),
        (STATION + 'near = ["11401"]\nfar = ["11401"]', "station[0].far", "both_near_and_far"),
        (STATION + 'near = ["Lê Lợi"]', "station[0].near[0]", "bad_value"),
        (DEVICE.replace("HP-1", "NUL"), "device[0].station", "bad_value"),
        (DEVICE + 'windows = ["ca-1", "ca-4"]', "device[0].windows[1]", "unknown_window"),
        (DEVICE + 'windows = ["ca-1", "ca-1"]', "device[0].windows[1]", "duplicate"),
        (DEVICE + "from = 2021-04-01\nuntil = 2021-04-01", "device[0].until", "not_after_from"),
        (DEVICE + "until = 2021-04-02\n" + DEVICE + "from = 2021-04-01", "device[1].id", "duplicate"),
        ("[principles]\nhard_case_types = ['a', 'a']", "principles.hard_case_types[1]", "duplicate"),
        ("[pauses]\nkeys = ['a', 'b', 'a']", "pauses.keys[2]", "duplicate"),
        ("[pauses]\nkeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']", "pauses.keys", "bad_value"),
        ("[sync]\namber_hours = 25", "sync", "not_in_order"),
        ("[sync]\norange_hours = 49", "sync", "not_in_order"),
        ("[[outcome]]\nkey = 'F1'", "outcome[0].id", "missing_key"),
        ("[[outcome]]\nid = 'a'\n[[outcome]]\nid = 'a'", "outcome[1].id", "duplicate"),
        (TASK + TASK, "task[1].id", "duplicate"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(rest: str, where: str, why: str) -> None:
    assert refusal(f"{HEAD}{rest}\n") == {"where": where, "why": why}


def test_a_missing_identity_is_refused() -> None:
    assert refusal("version = 1\neffective_from = 2021-03-13\n") == {"where": "campaign", "why": "missing_key"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + "target =\n", 4),
        (HEAD + "target = 1\ntarget = 2\n", 5),
        ("title = 'Kế hoạch'".encode("utf-16"), 0),
        ("x = " + "9" * 5000, 0),
        ("x = " + "[" * 5000, 0),
    ],
)
def test_what_is_not_toml_is_refused(text: str | bytes, line: int) -> None:
    fields = refusal(text)
    assert (fields["where"], fields["why"]) == ("", "not_toml")
    assert fields["line"] == line


def test_a_device_may_differ_in_one_period_and_then_in_another() -> None:
    plan = written(DEVICE + "until = 2021-04-01\n" + DEVICE + "from = 2021-04-01\nwindows = []\n")
    assert [device.days() for device in plan.device] == [
        (date.min, date(2021, 4, 1)),
        (date(2021, 4, 1), date.max),
    ]


def test_a_document_may_leave_defaults_out() -> None:
    said = json.loads(plan_payload(example()))
    for key in ("title", "retention_days", "attention"):
        del said[key]
    del said["window"][1]["breaks"]
    assert read_plan(encode(said)) == msgspec.structs.replace(example(), title="")


def swapped(table: dict[str, Any], first: str, second: str) -> dict[str, Any]:
    names = {first: second, second: first}
    return {names.get(key, key): table[names.get(key, key)] for key in table}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: swapped(said, "title", "deadline"),
        lambda said: {**said, "window": [swapped(said["window"][0], "start", "end")]},
        lambda said: {**said, "extra": 1},
        lambda said: {**said, "format": "enrol-plan/2"},
        lambda said: {key: value for key, value in said.items() if key != "drill"},
        lambda said: {**said, "version": 0},
        lambda said: {**said, "effective_from": "2021-02-30"},
        lambda said: {**said, "deadline": None},
        lambda said: {**said, "window": [{**said["window"][0], "start": "07:30:00.000"}]},
        lambda said: {**said, "window": [{**said["window"][0], "start": "07:30:00Z"}]},
        lambda said: {**said, "window": [said["window"][0]] * 2},
        lambda said: {**said, "window": said["window"][0]},
        lambda said: {**said, "retention_days": 13},
        lambda said: [said],
    ],
)
def test_another_document_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        read_plan(encode(spoil(json.loads(plan_payload(example())))))


@given(st.data())
def test_a_damaged_document_is_refused_or_is_another_plan(data: st.DataObject) -> None:
    payload = bytearray(plan_payload(example()))
    payload[data.draw(st.integers(0, len(payload) - 1))] = data.draw(st.integers(0, 255))
    with suppress(InputRefused):
        assert plan_payload(read_plan(bytes(payload))) == bytes(payload)


def test_bytes_that_are_not_their_own_re_serialisation_are_refused() -> None:
    for payload in (b" " + document(), document() + b"\n", json.dumps(json.loads(document())).encode(), b"", b"\xff"):
        with pytest.raises(InputRefused, match="bad_document"):
            read_plan(payload)


def test_a_drill_works_for_all_and_lasts_as_long_as_the_campaign() -> None:
    plan = drill_plan(EXAMPLE, campaign="dien-tap", effective_from=date(2026, 11, 24))
    assert (plan.campaign, plan.drill, plan.version) == ("dien-tap", True, 1)
    assert (plan.station, plan.device) == ((), ())
    assert (plan.effective_from, plan.deadline) == (date(2026, 11, 24), date(2027, 1, 12))
    assert plan.quota.per_device_day == 350
    assert read_plan(plan_payload(plan)) == plan


def test_a_drill_in_the_campaigns_days_ends_no_earlier_than_the_campaign() -> None:
    assert drill_plan(EXAMPLE, campaign="c", effective_from=date(2021, 3, 1)).deadline == date(2021, 5, 1)
    assert drill_plan(EXAMPLE, campaign="c", effective_from=date(2021, 3, 13)).deadline == date(2021, 5, 1)
    assert drill_plan(EXAMPLE, campaign="c", effective_from=date(2021, 3, 14)).deadline == date(2021, 5, 2)


def test_the_dates_of_a_drill_keep_their_place_in_the_campaign() -> None:
    later = timedelta(days=26)
    plan, example_plan = drill_plan(EXAMPLE, campaign="c", effective_from=date(2021, 4, 8)), example()
    assert plan.deadline - example_plan.deadline == later
    assert plan.principles.easy_first_until == date(2021, 4, 10) + later
    assert plan.principles.concentrated_until == date(2021, 4, 10) + later
    assert [task.due for task in plan.task] == [date(2021, 4, 30) + later]


def test_a_drill_of_a_plan_without_principles_dates_has_none() -> None:
    plan = drill_plan(HEAD.encode(), campaign="c", effective_from=date(2021, 4, 8))
    assert plan.principles == written().principles
