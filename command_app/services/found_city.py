"""Begin a campaign: key files, the store, trust 1, and in a drill plan 1."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bundle.documents import Recipients
from bundle.envelope import seal
from bundle.keys import public_key, root_fingerprint
from bundle.trust_versions import first_trust, officers, root_keys
from campaign.calendar import business_day, format_time
from campaign.plan_document import drill_plan, plan_payload
from campaign.refusal import InputRefused
from command_app.key_files import KeyFiles
from db.command_schema import metadata
from db.envelopes import KeptEnvelope, keep_envelope
from db.keyslots import KeySlots, Point
from db.meta import MARK_KEY, write_meta
from db.store import Store

OFFICERS_FOR_A_PLAN = 2
USER = "command"


@dataclass(frozen=True, slots=True)
class Founded:
    """``root_fingerprint`` is what stations are told by phone; ``keys`` names the key files."""

    campaign: str
    drill: bool
    trust_version: int
    root_fingerprint: str
    keys: list[str]


def found_city(
    store_path: Path,
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

    Raises InputRefused("store_exists", "keys_exist", "bad_threshold", "password_needed"), StorageRefused.
    """
    slots_path = slots_of(store_path)
    if store_path.exists():
        raise InputRefused("store_exists")
    if not 1 <= threshold <= roots:
        raise InputRefused("bad_threshold", roots=roots, threshold=threshold)
    if not password:
        raise InputRefused("password_too_short", characters=1)
    root_privates, officer_privates, city, recovery = keys.write_new(roots)
    trust = first_trust(
        campaign=campaign,
        drill=keys.drill,
        roots=root_keys([public_key(private) for private in root_privates], threshold),
        officers=officers(
            {name: public_key(private) for name, private in officer_privates.items()}, OFFICERS_FOR_A_PLAN
        ),
        recipients=Recipients(city=city, recovery=recovery),
        issued_at=format_time(now),
    )
    first = [KeptEnvelope("trust", seal("trust", trust, root_privates[:threshold]), version=1)]
    if keys.drill:
        plan = drill_plan(example_plan, campaign=campaign, effective_from=business_day(now))
        first.append(KeptEnvelope("plan", seal("plan", plan_payload(plan), list(officer_privates.values())), version=1))
    store_key = secrets.token_bytes(32)
    slots = KeySlots.create(slots_path, Point(station="", unit="", campaign=campaign, drill=keys.drill))
    slots.add(USER, USER, USER, password, store_key)
    unfinished = store_path.with_name(f"{store_path.name}.setup")
    unfinished.unlink(missing_ok=True)
    with Store.create(unfinished, store_key, metadata) as store, store.write() as tx:
        write_meta(tx, MARK_KEY, secrets.token_bytes(32))
        for envelope in first:
            keep_envelope(tx, envelope)
    unfinished.with_name(f"{unfinished.name}.lock").unlink(missing_ok=True)
    unfinished.rename(store_path)
    return Founded(
        campaign=campaign,
        drill=keys.drill,
        trust_version=1,
        root_fingerprint=root_fingerprint(public_key(private) for private in root_privates),
        keys=sorted(path.name for path in keys.folder.iterdir()),
    )


def slots_of(store_path: Path) -> Path:
    """The key-slot file that stands beside a store."""
    return store_path.with_name(f"{store_path.name}.keys.json")
