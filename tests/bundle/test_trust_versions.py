"""What the roots sign: the first trust, and what changes from one version to the next."""

from __future__ import annotations

from typing import Any

import pytest

from bundle.documents import Recipients, Revocation
from bundle.keys import new_age_identity
from bundle.trust_versions import next_trust
from campaign.refusal import InputRefused
from tests.bundle.city import OFFICER_A, OFFICER_B, ROOTS, a_first_trust, a_key, a_trust, officers_of, roots_of

LATER = "2021-03-20T08:00:00+07:00"


def revoked(after: int, epoch: int = 1) -> Revocation:
    return Revocation(station="HP-LC-01", epoch=epoch, after=after)


def test_the_first_trust() -> None:
    trust = a_trust()
    assert (trust.version, trust.city_generation, trust.revoked) == (1, 1, ())
    assert (trust.roots, trust.officers) == (roots_of(), officers_of())


def test_what_is_not_given_stays() -> None:
    trust = a_trust()
    following = a_trust(next_trust(trust, issued_at=LATER))
    assert (following.version, following.issued_at) == (2, LATER)
    kept = ("campaign", "drill", "city_generation", "roots", "officers", "recipients", "revoked")
    assert [getattr(following, name) for name in kept] == [getattr(trust, name) for name in kept]


def test_roots_officers_and_recipients_are_rotated() -> None:
    roots, officers = roots_of([a_key(7)], 1), officers_of(1, c=a_key(13), a=OFFICER_A)
    recipients = Recipients(city=new_age_identity()[1], recovery=new_age_identity()[1])
    following = a_trust(next_trust(a_trust(), issued_at=LATER, roots=roots, officers=officers, recipients=recipients))
    assert (following.roots, following.officers, following.recipients) == (roots, officers, recipients)


def test_revocations_add_up_and_the_newer_one_counts() -> None:
    second = a_trust(next_trust(a_trust(), issued_at=LATER, revoke=[revoked(5)]))
    third = a_trust(next_trust(second, issued_at=LATER, revoke=[revoked(3), revoked(0, epoch=2)]))
    assert second.revoked == (revoked(5),)
    assert third.revoked == (revoked(3), revoked(0, epoch=2))


def test_a_restored_command_raises_the_generation() -> None:
    second = a_trust(next_trust(a_trust(), issued_at=LATER, restored=True))
    assert second.city_generation == 2
    assert a_trust(next_trust(second, issued_at=LATER)).city_generation == 2


@pytest.mark.parametrize("threshold", [0, 4])
def test_a_threshold_lies_within_the_keys(threshold: int) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        roots_of(ROOTS, threshold)
    with pytest.raises(InputRefused, match="bad_document"):
        officers_of(threshold)


def test_keys_are_distinct() -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        roots_of([ROOTS[0], ROOTS[0]])
    with pytest.raises(InputRefused, match="bad_document"):
        officers_of(a=OFFICER_B, b=OFFICER_B)


@pytest.mark.parametrize("changes", [{"issued_at": "2021-03-13"}, {"campaign": "a\u0000"}])
def test_what_no_station_would_take_is_not_made(changes: dict[str, Any]) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        a_first_trust(**changes)
