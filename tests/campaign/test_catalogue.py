"""The coded lists, as they ship."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest

from campaign.card_holder import CardHolder
from campaign.catalogue import Catalogue
from campaign.refusal import InputRefused
from tests.campaign.cards import DATA, NUMBER, RULES


def shipped(name: str) -> bytes:
    return (DATA / name).read_bytes()


CATALOGUE = Catalogue.from_json(shipped)


def test_seven_outcomes_on_seven_keys() -> None:
    assert [outcome.key for outcome in CATALOGUE.outcomes.values()] == [f"F{digit}" for digit in range(1, 8)]
    assert [id for id, outcome in CATALOGUE.outcomes.items() if outcome.counts_toward_quota] == ["accepted"]
    assert sum(len(outcome.reasons) for outcome in CATALOGUE.outcomes.values()) == 25
    assert all(outcome.needs_reason == bool(outcome.reasons) for outcome in CATALOGUE.outcomes.values())
    assert all(len(outcome.reasons) <= 5 for outcome in CATALOGUE.outcomes.values())


def test_outcomes_by_id_and_by_key() -> None:
    assert CATALOGUE.outcome("accepted") is CATALOGUE.outcome_by_key("F1")
    assert CATALOGUE.outcome("accepted").label_vi == "Thu nhận"
    assert CATALOGUE.outcome_by_key("F8") is None


def test_a_reason_is_asked_for_where_the_outcome_needs_one() -> None:
    missing = CATALOGUE.outcome("missing_papers")
    reason = missing.reason("no_old_card")
    assert reason is not None
    assert reason.label_en == "Old identity card not brought"
    assert CATALOGUE.outcome("accepted").reason(None) is None
    with pytest.raises(InputRefused, match="reason_needed"):
        missing.reason(None)
    for outcome, other in [("missing_papers", "name_differs"), ("missing_papers", ""), ("accepted", "no_old_card")]:
        with pytest.raises(InputRefused, match="unknown_reason"):
            CATALOGUE.outcome(outcome).reason(other)


@pytest.mark.parametrize(
    ("outcome", "reason", "follow_up"),
    [
        ("accepted", None, False),
        ("missing_papers", "no_old_card", True),
        ("duplicate", "has_valid_chip_card", False),
        ("duplicate", "number_used_by_another", True),  # the reason overrides its outcome
    ],
)
def test_what_opens_a_follow_up(outcome: str, reason: str | None, follow_up: bool) -> None:
    assert CATALOGUE.outcome_rules.opens_follow_up(outcome, reason or "") is follow_up


def test_reasons_of_a_device_fault_name_the_stop() -> None:
    hints = [reason.downtime_cause for reason in CATALOGUE.outcome("device_fault").reasons]
    assert hints == ["camera_fault", "fingerprint_reader_fault", "scanner_fault", "software_fault"]
    assert set(hints) <= set(CATALOGUE.downtime_causes)


def test_counts_of_the_other_lists() -> None:
    assert len(CATALOGUE.case_types) == 14
    assert len(CATALOGUE.forms) == 8
    assert len(CATALOGUE.downtime_causes) == 24
    assert len(CATALOGUE.readiness_checks) == 15
    assert list(CATALOGUE.check_groups) == ["safety", "security", "continuity"]
    assert {check.group for check in CATALOGUE.readiness_checks.values()} == set(CATALOGUE.check_groups)
    assert CATALOGUE.scan_rules == RULES


def test_lookups_by_id() -> None:
    assert CATALOGUE.case_type("reissue_lost").group == "reissue"
    assert CATALOGUE.void_reason("undo").within_minutes == 5
    assert CATALOGUE.void_reason("wrong_person").second_person
    assert CATALOGUE.downtime_cause("other").needs_note
    assert not CATALOGUE.readiness_check("disk_space").overridable


def test_unknown_ids_are_refused_by_name() -> None:
    for lookup, code in [
        (CATALOGUE.outcome, "unknown_outcome"),
        (CATALOGUE.case_type, "unknown_case_type"),
        (CATALOGUE.void_reason, "unknown_reason"),
        (CATALOGUE.downtime_cause, "unknown_cause"),
        (CATALOGUE.readiness_check, "unknown_check"),
    ]:
        with pytest.raises(InputRefused, match=code):
            lookup("no_such_id")


@pytest.mark.parametrize(
    ("holder", "case_type"),
    [
        (CardHolder(old_number="031824175"), "from_cmnd9"),
        (CardHolder(number=NUMBER, old_number="031824175"), "exchange_on_request"),
        (CardHolder(number=NUMBER), "exchange_on_request"),
        (CardHolder(old_number="B123"), "exchange_on_request"),
        (CardHolder(), "exchange_on_request"),
    ],
)
def test_the_case_type_where_none_is_chosen(holder: CardHolder, case_type: str) -> None:
    assert CATALOGUE.default_case_type(holder).id == case_type


def test_the_fees_own_examples() -> None:
    examples = json.loads(shipped("fees.json"))["examples"]
    assert examples
    for example in examples:
        case_type = CATALOGUE.case_type(example["case_type"])
        day = date.fromisoformat(example["date"])
        due = CATALOGUE.fees.due(case_type.fee_rule, case_type.group, day, exemption=example["exemption"])
        assert due == example["amount_vnd"]


def test_every_case_type_has_a_fee_on_every_day() -> None:
    rate = json.loads(shipped("fees.json"))["reduction"]["rate"]
    for rule in CATALOGUE.fees.rules:
        assert rule.reduced_vnd == rule.base_vnd * (1 - rate)
    for case_type in CATALOGUE.case_types.values():
        dues = [
            CATALOGUE.fees.due(case_type.fee_rule, case_type.group, day)
            for day in (date(2020, 12, 31), date(2021, 1, 1), date(2021, 6, 30), date(2021, 7, 1))
        ]
        assert dues[0] == dues[3] == 2 * dues[1] == 2 * dues[2]


def test_an_exemption_reaches_only_its_groups() -> None:
    assert CATALOGUE.fees.due("convert", "convert", date(2021, 4, 8), exemption="exempt_poor_household") == 15000
    with pytest.raises(KeyError):
        CATALOGUE.fees.due("convert", "convert", date(2021, 4, 8), exemption="no_such_exemption")
    with pytest.raises(KeyError):
        CATALOGUE.fees.due("no_such_rule", "convert", date(2021, 4, 8))


def test_versions_are_named_as_in_a_plan() -> None:
    assert dict(CATALOGUE.versions) == {
        "outcomes": 1,
        "case_types": 1,
        "downtime_causes": 1,
        "readiness_checks": 1,
        "fees": 1,
    }


def test_a_file_of_another_shape_is_an_error() -> None:
    with pytest.raises(msgspec.DecodeError):
        Catalogue.from_json(lambda name: b"{}")


def test_nothing_can_be_changed() -> None:
    catalogue: Any = CATALOGUE
    with pytest.raises(AttributeError):
        catalogue.outcome("accepted").key = "F2"
    with pytest.raises(AttributeError):
        catalogue.outcomes = {}
    with pytest.raises(TypeError):
        catalogue.outcomes["accepted"] = catalogue.outcome("duplicate")
