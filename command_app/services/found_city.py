"""Begin a campaign: key files, the store, trust 1, and in a drill plan 1."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from bundle.documents import Recipients
from bundle.envelope import seal
from bundle.keys import public_key, root_fingerprint
from bundle.trust_versions import first_trust, officers, root_keys
from campaign.calendar import business_day, format_time
from campaign.plan_document import drill_plan, plan_payload
from campaign.refusal import InputRefused
from command_app.key_files import KeyFiles, NewKeys, key_file_names
from command_app.store_places import StorePlace
from db.envelopes import KeptEnvelope, keep_envelope
from db.keyslots import Point
from db.meta import MARK_KEY, write_meta
from db.transaction import Transaction

OFFICERS_FOR_A_PLAN = 2
SHORTEST = 6
"""Characters of the store's password, as at a station."""
SHORTEST_IN_A_DRILL = 1


@dataclass(frozen=True, slots=True)
class Founded:
    """``root_fingerprint`` is what stations are told by phone; ``keys`` names the key files."""

    campaign: str
    drill: bool
    trust_version: int
    root_fingerprint: str
    keys: list[str]


def found_city(
    place: StorePlace,
    keys: KeyFiles,
    password: str,
    *,
    campaign: str,
    roots: int,
    threshold: int,
    now: datetime,
    example_plan: bytes,
) -> Founded:
    """Makes everything that the command begins with; the store gets its name only when all of it is in it.

    What an interrupted founding left behind is taken up (keys) or swept away (the rest). Raises
    InputRefused("store_exists", "keys_exist", "bad_threshold", "password_too_short"), StorageRefused.
    """
    shortest = SHORTEST_IN_A_DRILL if keys.drill else SHORTEST
    if place.is_taken():
        raise InputRefused("store_exists")
    if not 1 <= threshold <= roots:
        raise InputRefused("bad_threshold", roots=roots, threshold=threshold)
    if len(password) < shortest:
        raise InputRefused("password_too_short", characters=shortest)
    made = keys.make(roots)
    first = _first_documents(made, campaign, keys.drill, threshold, now, example_plan)
    point = Point(station="", unit="", campaign=campaign, drill=keys.drill)

    def fill(tx: Transaction) -> None:
        write_meta(tx, MARK_KEY, secrets.token_bytes(32))
        for envelope in first:
            keep_envelope(tx, envelope)

    place.make(point, password, fill)
    keys.finish()
    return Founded(
        campaign=campaign,
        drill=keys.drill,
        trust_version=1,
        root_fingerprint=root_fingerprint(public_key(private) for private in made.roots),
        keys=key_file_names(roots),
    )


def _first_documents(
    made: NewKeys, campaign: str, drill: bool, threshold: int, now: datetime, example_plan: bytes
) -> list[KeptEnvelope]:
    trust = first_trust(
        campaign=campaign,
        drill=drill,
        roots=root_keys([public_key(private) for private in made.roots], threshold),
        officers=officers({name: public_key(private) for name, private in made.officers.items()}, OFFICERS_FOR_A_PLAN),
        recipients=Recipients(city=made.city, recovery=made.recovery),
        issued_at=format_time(now),
    )
    first = [KeptEnvelope("trust", seal("trust", trust, made.roots[:threshold]), version=1)]
    if drill:
        plan = drill_plan(example_plan, campaign=campaign, effective_from=business_day(now))
        first.append(KeptEnvelope("plan", seal("plan", plan_payload(plan), list(made.officers.values())), version=1))
    return first
