"""A key is revoked from an entry on that the command holds; what came before stays good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.trust import TrustedCity, accept_trust
from campaign.refusal import InputRefused
from command_app.services.city import City, trust_of
from command_app.services.revoke_station import revoke_station
from command_app.services.status import city_status
from db.envelopes import kept_envelopes
from tests.bundle.city import CAMPAIGN, OFFICER_A, ROOTS, STRANGER, a_key
from tests.command_app.cities import PaperStation, a_city, dump, taken

STORES = ("file", "server")
CODE = "HP-LC-01"


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """Six entries of one station, nothing of the other."""
    station, silent = PaperStation().begun().log_many(4), PaperStation("HP-NQ-02", key=a_key(22))
    with a_city(tmp_path, station, silent) as city:
        taken(city, tmp_path, station.bundle())
        yield city


def test_the_next_trust_revokes_and_follows_from_the_one_before(city: City) -> None:
    assert revoke_station(city, CODE, 1, 6, ROOTS[:2]) == 2
    assert revoke_station(city, "HP-NQ-02", 1, 0, ROOTS[1:]) == 3
    with city.store.read() as snapshot:
        trust = trust_of(snapshot)
        lines = [kept.content for kept in kept_envelopes(snapshot, "trust")]
    assert (trust.revoked_after(CODE, 1), trust.revoked_after("HP-NQ-02", 1)) == (6, 0)
    taken_by_a_station = TrustedCity(CAMPAIGN, drill=True)
    for line in lines:
        taken_by_a_station = accept_trust(taken_by_a_station, line)
    assert taken_by_a_station.current == trust
    assert [row.state for row in city_status(city).stations] == ["revoked", "revoked"]
    assert [row.total for row in city_status(city).stations] == [4, 0]


@pytest.mark.parametrize(
    ("station", "epoch", "after", "roots", "code"),
    [
        (CODE, 1, 7, ROOTS[:2], "after_beyond_held"),
        ("HP-NQ-02", 1, 1, ROOTS[:2], "after_beyond_held"),
        ("HP-XX-09", 1, 0, ROOTS[:2], "unknown_station"),
        (CODE, 2, 0, ROOTS[:2], "unknown_station"),
        (CODE, 1, 6, ROOTS[:1], "bad_signature"),
        (CODE, 1, 6, [ROOTS[0], ROOTS[0]], "bad_signature"),
        (CODE, 1, 6, [], "bad_signature"),
        (CODE, 1, 6, [ROOTS[0], STRANGER], "unknown_key"),
        (CODE, 1, 6, [*ROOTS, OFFICER_A], "unknown_key"),
    ],
)
def test_what_cannot_be_revoked_changes_nothing(
    city: City, station: str, epoch: int, after: int, roots: list[bytes], code: str
) -> None:
    before = dump(city)
    with pytest.raises(InputRefused, match=code):
        revoke_station(city, station, epoch, after, roots)
    assert dump(city) == before
