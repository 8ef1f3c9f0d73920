"""What a station or the command takes on the word of those whom it trusts: requests, enrolments, receipts, plans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.envelope import seal
from bundle.keys import key_id, new_age_identity, public_key
from bundle.receipt import build_receipt
from bundle.trust import (
    TrustedCity,
    accept_trust,
    newer_plan,
    verify_enrolment,
    verify_plan,
    verify_receipt,
    verify_request,
)
from bundle.trust_versions import next_trust
from campaign.plan import Plan
from campaign.plan_document import plan_payload
from campaign.refusal import InputRefused, Refusal
from tests.bundle.city import (
    CAMPAIGN,
    NOW,
    OFFICER_A,
    OFFICER_B,
    ROOTS,
    STATION,
    STATION_KEY,
    STRANGER,
    a_city,
    a_key,
    a_trust,
    enrolment_line,
    officers_of,
    request_line,
    trust_line,
)

UNKNOWING = TrustedCity(CAMPAIGN, drill=True)
KEY = public_key(STATION_KEY)


def claimed(line: bytes, signer: bytes, other: bytes) -> bytes:
    """The line with a signature that claims to be another's."""
    return line.replace(key_id(public_key(signer)).encode(), key_id(public_key(other)).encode())


def refused(code: str) -> Any:
    return pytest.raises(InputRefused, match=f"^{code}$")


def receipt_line(*private_keys: bytes, **changes: Any) -> bytes:
    given: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "drill": True,
        "station": STATION,
        "epoch": 1,
        "city_generation": 1,
        "serial": 1,
        "accepted_through": 0,
        "head": "5e" * 32,
        "durable_through": 0,
        "issued_at": NOW,
    }
    return seal("receipt", build_receipt(**given | changes), private_keys or [OFFICER_A])


def plan_line(*private_keys: bytes, **changes: Any) -> bytes:
    given: dict[str, Any] = {"campaign": CAMPAIGN, "drill": True, "version": 1, "effective_from": date(2021, 3, 13)}
    plan = Plan(format="enrol-plan/1", **given | changes)
    return seal("plan", plan_payload(plan), private_keys or [OFFICER_A, OFFICER_B])


def read_enrolment(line: bytes) -> object:
    return verify_enrolment(line, a_trust(), station=STATION, key=KEY)


def read_receipt(line: bytes) -> object:
    return verify_receipt(line, a_trust(), station=STATION)


def read_plan(line: bytes) -> object:
    return verify_plan(line, a_trust())


def test_a_request_is_signed_by_the_key_that_it_names() -> None:
    assert verify_request(request_line(), a_trust()).station == STATION
    recipient = new_age_identity()[1]
    assert verify_request(request_line(recipient=recipient), a_trust()).recipient == recipient
    with refused("unknown_key"):
        verify_request(request_line(STRANGER), a_trust())
    with refused("bad_signature"):
        verify_request(claimed(request_line(STRANGER), STRANGER, STATION_KEY), a_trust())


@pytest.mark.parametrize("changes", [{"campaign": "khác"}, {"drill": False}])
def test_other_campaigns_documents_are_told_as_such(changes: dict[str, Any]) -> None:
    with refused("wrong_campaign"):
        verify_request(request_line(**changes), a_trust())
    with refused("wrong_campaign"):
        read_enrolment(enrolment_line(**changes))
    with refused("wrong_campaign"):
        read_receipt(receipt_line(**changes))
    with refused("wrong_campaign"):
        read_plan(plan_line(**changes))


Reader = tuple[Callable[..., bytes], Callable[[bytes], object]]
ENROLMENT: Reader = (enrolment_line, read_enrolment)
RECEIPT: Reader = (receipt_line, read_receipt)
PLAN: Reader = (plan_line, read_plan)


@pytest.mark.parametrize(("write", "read"), [ENROLMENT, RECEIPT])
def test_one_officer_enrols_and_gives_receipts(write: Callable[..., bytes], read: Callable[[bytes], object]) -> None:
    assert read(write(OFFICER_A)) == read(write(OFFICER_B))
    for stranger in (STRANGER, ROOTS[0], STATION_KEY):
        with refused("unknown_key"):
            read(write(stranger))
    with refused("bad_envelope"):
        read(write(OFFICER_A, OFFICER_B))
    with refused("bad_signature"):
        read(claimed(write(STRANGER), STRANGER, OFFICER_A))


@pytest.mark.parametrize(("write", "read"), [ENROLMENT, RECEIPT])
def test_another_stations_documents_are_told_as_such(
    write: Callable[..., bytes], read: Callable[[bytes], object]
) -> None:
    with refused("wrong_station") as wrong:
        read(write(station="HP-HB-02"))
    assert wrong.value.fields == {"station": "HP-HB-02"}


def test_an_enrolment_of_another_machine_with_this_name_is_not_ours() -> None:
    with refused("wrong_station"):
        read_enrolment(enrolment_line(key=public_key(STRANGER).hex()))


def test_a_signed_document_of_another_shape_is_refused() -> None:
    with refused("bad_document"):
        read_enrolment(seal("enrolment", b"{}", [OFFICER_A]))
    with refused("bad_document"):
        read_receipt(seal("receipt", b"{}", [OFFICER_A]))
    with refused("bad_document"):
        read_plan(seal("plan", b"{}", [OFFICER_A, OFFICER_B]))


def test_a_plan_needs_the_officers_threshold() -> None:
    assert verify_plan(plan_line(), a_trust()).plan.version == 1
    with refused("bad_signature"):
        read_plan(plan_line(OFFICER_A))
    with refused("unknown_key"):
        read_plan(plan_line(OFFICER_A, OFFICER_B, STRANGER))


def test_officers_who_left_sign_nothing_more() -> None:
    first = a_city()
    rotated = next_trust(first.current, issued_at=NOW, officers=officers_of(1, c=a_key(13)))
    second = accept_trust(first, trust_line(rotated))
    assert verify_plan(plan_line(a_key(13)), second.current).plan.version == 1
    with refused("unknown_key"):
        verify_plan(plan_line(), second.current)


def test_plan_versions_only_rise() -> None:
    one, two = (verify_plan(plan_line(version=version), a_trust()) for version in (1, 2))
    assert newer_plan(None, two) is two
    assert newer_plan(one, two) is two
    assert newer_plan(two, one) is two
    assert newer_plan(two, replace(two)) is two


def test_two_payloads_of_one_plan_version_are_a_fork() -> None:
    one, other = (verify_plan(plan_line(target=target), a_trust()) for target in (1000, 2000))
    with refused("fork") as fork:
        newer_plan(one, other)
    assert fork.value.fields == {"document": "plan", "version": 1}


@given(st.binary() | st.binary().map(lambda payload: trust_line(payload)))
def test_arbitrary_bytes_are_refused_by_name(line: bytes) -> None:
    for take in (
        lambda: accept_trust(UNKNOWING, line),
        lambda: verify_request(line, a_trust()),
        lambda: verify_enrolment(line, a_trust(), station=STATION, key=KEY),
        lambda: verify_receipt(line, a_trust(), station=STATION),
        lambda: verify_plan(line, a_trust()),
    ):
        with pytest.raises(Refusal, match=r"^bad_(envelope|document)$"):
            take()
