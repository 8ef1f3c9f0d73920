"""Whom a station believes: first contact, and versions one by one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.keys import public_key, root_fingerprint
from bundle.trust import (
    TrustedCity,
    accept_trust,
    held_trust,
    offered_trust,
)
from bundle.trust_versions import next_trust
from campaign.refusal import InputRefused
from tests.bundle.city import (
    CAMPAIGN,
    NOW,
    OFFICER_A,
    OFFICER_B,
    ROOTS,
    STRANGER,
    a_city,
    a_first_trust,
    a_key,
    a_trust,
    enrolment_line,
    officers_of,
    roots_of,
    trust_line,
)

UNKNOWING = TrustedCity(CAMPAIGN, drill=True)
FINGERPRINT = root_fingerprint([public_key(private) for private in ROOTS])
NEW_ROOTS = [a_key(4), a_key(5), a_key(6)]


def refused(code: str) -> Any:
    return pytest.raises(InputRefused, match=f"^{code}$")


def after(city: TrustedCity, **changes: Any) -> bytes:
    """The payload of the version after the one held."""
    return next_trust(city.current, issued_at=NOW, **changes)


def altered(payload: bytes, **changes: Any) -> bytes:
    """The trust as somebody would write it who doesn't keep to the rules."""
    return msgspec.json.encode(msgspec.structs.replace(a_trust(payload), **changes))


# First contact


def test_a_trust_may_propose_a_campaign_once_its_own_roots_have_signed_it() -> None:
    first = a_first_trust()
    assert offered_trust(trust_line(first)).campaign == CAMPAIGN
    rotated = after(a_city(), roots=roots_of(NEW_ROOTS))
    assert offered_trust(trust_line(rotated, [*ROOTS, *NEW_ROOTS])).version == 2
    with refused("bad_signature"):
        offered_trust(trust_line(rotated, ROOTS))
    with refused("bad_signature"):
        offered_trust(trust_line(first, ROOTS[:1]))


def test_nothing_counts_before_first_contact() -> None:
    with refused("trust_missing"):
        _ = UNKNOWING.current


def test_a_drill_takes_its_first_trust_without_a_fingerprint() -> None:
    city = accept_trust(UNKNOWING, trust_line(a_first_trust()))
    assert city.current == a_trust()
    assert (city.campaign, city.drill) == (CAMPAIGN, True)


@pytest.mark.parametrize("told", [FINGERPRINT, FINGERPRINT.replace(" ", "").upper()])
def test_a_campaign_takes_it_against_the_fingerprint_told_by_phone(told: str) -> None:
    line = trust_line(a_first_trust(drill=False))
    assert accept_trust(TrustedCity(CAMPAIGN, drill=False), line, fingerprint_told=told).current.version == 1


@pytest.mark.parametrize(
    ("told", "code"), [(None, "fingerprint_needed"), ("", "fingerprint_needed"), ("0" * 16, "wrong_fingerprint")]
)
def test_and_not_without_or_against_another(told: str | None, code: str) -> None:
    with refused(code):
        accept_trust(TrustedCity(CAMPAIGN, drill=False), trust_line(a_first_trust(drill=False)), fingerprint_told=told)


@pytest.mark.parametrize("changes", [{"campaign": "khác"}, {"drill": False}])
def test_another_campaigns_trust_is_told_as_such(changes: dict[str, Any]) -> None:
    line = trust_line(a_first_trust(**changes))
    with refused("wrong_campaign"):
        accept_trust(UNKNOWING, line)
    other_roots = trust_line(a_first_trust(roots=roots_of(NEW_ROOTS), **changes), NEW_ROOTS)
    with refused("wrong_campaign"):
        accept_trust(a_city(), other_roots)


def test_the_first_one_is_version_one() -> None:
    second = trust_line(after(a_city()))
    with refused("trust_missing") as missing:
        accept_trust(UNKNOWING, second)
    assert missing.value.fields == {"missing": [1, 1]}


@pytest.mark.parametrize(
    ("signers", "code"),
    [
        ([], "bad_signature"),
        (ROOTS[:1], "bad_signature"),
        ([STRANGER], "unknown_key"),
        ([*ROOTS, STRANGER], "unknown_key"),
        ([OFFICER_A, OFFICER_B], "unknown_key"),
    ],
)
def test_the_roots_threshold_signs(signers: list[bytes], code: str) -> None:
    with refused(code):
        accept_trust(UNKNOWING, trust_line(a_first_trust(), signers))


def test_what_is_no_trust_is_refused() -> None:
    with refused("bad_envelope"):
        accept_trust(UNKNOWING, enrolment_line())
    with refused("bad_document"):
        accept_trust(UNKNOWING, trust_line(b"{}"))


# The next versions


def test_versions_are_taken_one_by_one() -> None:
    city = a_city()
    second = accept_trust(city, trust_line(after(city)))
    third_line = trust_line(after(second))
    assert second.current.version == 2
    assert accept_trust(second, third_line).current.version == 3
    with refused("trust_missing") as missing:
        accept_trust(city, third_line)
    assert missing.value.fields == {"missing": [2, 2]}


def test_the_one_held_and_lower_ones_change_nothing() -> None:
    first = a_city()
    second_line = trust_line(after(first), ROOTS[:2])
    second = accept_trust(first, second_line)
    assert accept_trust(second, second_line) is second
    assert accept_trust(second, trust_line(second.payload, ROOTS[1:])) is second
    assert accept_trust(second, trust_line(first.payload)) is second


def test_roots_hand_over_to_others_when_both_sign() -> None:
    first = a_city()
    payload = after(first, roots=roots_of(NEW_ROOTS))
    line = trust_line(payload, [*NEW_ROOTS[:2], *ROOTS[:2]])
    second = accept_trust(first, line)
    third = accept_trust(second, trust_line(after(second), NEW_ROOTS))
    assert accept_trust(third, line) is third  # signed by roots that it no longer knows
    assert accept_trust(second, line) is second
    for signers in (NEW_ROOTS, ROOTS, [*NEW_ROOTS[:2], ROOTS[0]], [NEW_ROOTS[0], *ROOTS]):
        with refused("bad_signature"):
            accept_trust(first, trust_line(payload, signers))
    with refused("unknown_key"):
        accept_trust(first, trust_line(payload, [*NEW_ROOTS, *ROOTS, STRANGER]))
    with refused("unknown_key"):
        accept_trust(second, trust_line(after(second), [*NEW_ROOTS, ROOTS[0]]))


def test_two_payloads_of_one_version_are_a_fork() -> None:
    first = a_city()
    second = accept_trust(first, trust_line(after(first)))
    other = after(first, officers=officers_of(1, c=a_key(13)))
    with refused("fork") as fork:
        accept_trust(second, trust_line(other))
    assert fork.value.fields == {"document": "trust", "version": 2}


def test_a_strangers_second_payload_is_no_fork_but_a_forgery() -> None:
    first = a_city()
    second = accept_trust(first, trust_line(after(first)))
    with refused("bad_signature"):
        accept_trust(second, trust_line(after(first, roots=roots_of(NEW_ROOTS)), NEW_ROOTS))
    with refused("bad_signature"):
        accept_trust(second, trust_line(a_first_trust(), [STRANGER]))


def test_the_city_generation_only_rises() -> None:
    first = a_city()
    restored = accept_trust(first, trust_line(after(first, restored=True)))
    assert restored.current.city_generation == 2
    assert accept_trust(restored, trust_line(after(restored))).current.city_generation == 2
    with refused("bad_document"):
        accept_trust(restored, trust_line(altered(after(restored), city_generation=1)))


def test_a_store_tells_the_trust_that_was_taken() -> None:
    city = a_city()
    assert held_trust(trust_line(city.payload)) == city


@given(st.data())
def test_a_flipped_bit_in_a_trust_is_refused(data: st.DataObject) -> None:
    first = a_city()
    line = bytearray(trust_line(after(first)))
    line[data.draw(st.integers(0, len(line) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(InputRefused):
        accept_trust(first, bytes(line))
