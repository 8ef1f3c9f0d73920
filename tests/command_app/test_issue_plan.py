"""A plan is issued by as many officers as the trust asks for, and its versions only rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bundle.layout import plan_path
from bundle.stick import Stick, read_document
from bundle.trust import verify_plan
from campaign.plan_document import plan_from_toml, plan_payload
from campaign.refusal import InputRefused, StorageRefused
from command_app.services.city import City, trust_of
from command_app.services.issue_plan import current_plan, issue_plan
from command_app.services.status import city_status
from tests.bundle.city import OFFICER_A, OFFICER_B, ROOTS, STRANGER
from tests.command_app.cities import a_city, a_plan, dump

STORES = ("file", "server")
BOTH = [OFFICER_A, OFFICER_B]


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    with a_city(tmp_path) as city:
        yield city


def test_a_plan_is_signed_kept_and_put_onto_the_stick(city: City, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    issued = issue_plan(city, a_plan(), BOTH, Stick(tmp_path / "stick"))
    assert (issued.version, issued.effective_from) == (1, "2021-03-13")
    line = read_document(tmp_path / "stick" / plan_path(1))
    with city.store.read() as snapshot:
        verified = verify_plan(line, trust_of(snapshot))
    assert verified.payload == plan_payload(plan_from_toml(a_plan(), drill=True)) == current_plan(city)
    assert city_status(city).city.target == 1681200


def test_without_a_plan_there_is_none_to_show(city: City) -> None:
    with pytest.raises(InputRefused, match="no_plan_issued"):
        current_plan(city)
    assert city_status(city).city.target == 0


@pytest.mark.parametrize(
    ("officers", "code"),
    [
        ([], "bad_signature"),
        ([OFFICER_A], "bad_signature"),
        ([OFFICER_A, OFFICER_A], "bad_signature"),
        ([OFFICER_A, STRANGER], "unknown_key"),
        ([OFFICER_A, OFFICER_B, ROOTS[0]], "unknown_key"),
    ],
    ids=["nobody", "one", "one twice", "a stranger", "a root"],
)
def test_too_few_or_strange_officers_issue_nothing(city: City, officers: Sequence[bytes], code: str) -> None:
    before = dump(city)
    with pytest.raises(InputRefused, match=code):
        issue_plan(city, a_plan(), officers)
    assert dump(city) == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"version": 3}, "version_not_rising"),
        ({"version": 2}, "version_not_rising"),
        ({"version": 4, "campaign": "another"}, "wrong_campaign"),
        ({"version": 0}, "bad_plan"),
        ({"version": "4"}, "bad_plan"),
        ({"version": 4, "retention_days": 13}, "bad_plan"),
    ],
)
def test_a_plan_that_is_not_right_is_not_issued(city: City, changes: dict[str, object], code: str) -> None:
    issue_plan(city, a_plan(version=3), BOTH)
    before = dump(city)
    with pytest.raises(InputRefused, match=code) as refused:
        issue_plan(city, a_plan(**changes), BOTH)
    assert dump(city) == before
    if code == "bad_plan":
        assert {"where", "why"} <= refused.value.fields.keys()


@pytest.mark.parametrize("text", [b"", b"version = ", b"\xff", a_plan() + b"drill = true\n", a_plan() + b"[[oven]]\n"])
def test_what_is_no_plan_is_not_issued(city: City, text: bytes) -> None:
    with pytest.raises(InputRefused, match="bad_plan"):
        issue_plan(city, text, BOTH)


def test_a_commune_has_to_be_one(city: City) -> None:
    station = (
        b'\n[[station]]\ncode = "HP-LC-01"\nunit = "LC"\nkind = "fixed"\nquota_total = 1\nnear = []\nfar = ["%b"]\n'
    )
    with pytest.raises(InputRefused, match="unknown_commune") as refused:
        issue_plan(city, a_plan() + station % b"99999", BOTH)
    assert refused.value.fields == {"commune": "99999"}
    assert issue_plan(city, a_plan() + station % b"11407", BOTH).version == 1


def test_the_newest_plan_is_shown_and_that_in_force_gives_the_target(city: City) -> None:
    issue_plan(city, a_plan(target=10), BOTH)
    later = re.sub(rb"effective_from = \S+", b"effective_from = 2021-04-20", a_plan(version=2, target=20))
    issue_plan(city, later, BOTH)
    assert b'"version":2' in current_plan(city)
    assert city_status(city).city.target == 10


def test_a_stick_that_fails_leaves_no_plan(city: City, tmp_path: Path) -> None:
    before = dump(city)
    with pytest.raises(StorageRefused, match="stick_gone"):
        issue_plan(city, a_plan(), BOTH, Stick(tmp_path / "nowhere"))
    assert dump(city) == before
