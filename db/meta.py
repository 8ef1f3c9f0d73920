"""What the store keeps about itself by name: its schema version, its keys."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from db import schema
from db.statement import Statement, Upsert
from db.transaction import Snapshot, Transaction

MARK_KEY = "mark_key"
"""Keys the marks of persons; the store's own, 32 bytes."""
SIGNING_KEY = "signing_key"
"""The station's private key, PKCS#8 PEM."""
NEXT_SIGNING_KEY = "next_signing_key"
"""That of the next epoch, from its request until its enrolment comes."""
SCHEMA_VERSION = "schema_version"
ERASED = "erased"
"""There while subjects were erased whose bytes may still lie in free space: until the store is written anew."""

_GET = Statement(select(schema.meta.c.value).where(schema.meta.c.name == bindparam("name")))
_PUT = Upsert(schema.meta)
_DROP = Statement(delete(schema.meta).where(schema.meta.c.name == bindparam("name")))


def read_meta(snapshot: Snapshot, name: str) -> bytes | None:
    found = snapshot.one(_GET, name=name)
    return None if found is None else bytes(found[0])


def write_meta(tx: Transaction, name: str, value: bytes) -> None:
    tx.run(_PUT, name=name, value=value)


def drop_meta(tx: Transaction, name: str) -> None:
    tx.run(_DROP, name=name)
