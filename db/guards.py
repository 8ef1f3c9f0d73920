"""Triggers that refuse what must never happen to a source, whatever the program or a person at the database tries."""

from __future__ import annotations

from sqlalchemy import Dialect

from db import schema

# Keys and codes are never NULL, so that `=` says the same in both kinds of database.
_KEY_KEPT = "NEW.station = OLD.station AND NEW.epoch = OLD.epoch AND NEW.n = OLD.n"

# A withheld subject may be filled in, a subject erased; nothing else, and nothing after an erasure.
_SUBJECT_STEP = (
    f"{_KEY_KEPT} AND NOT OLD.erased AND ("
    "(OLD.salt IS NULL AND NEW.salt IS NOT NULL AND NEW.subject IS NOT NULL AND NOT NEW.erased)"
    " OR (NEW.salt IS NULL AND NEW.subject IS NULL AND NEW.erased))"
)
_RELEASE = f"{_KEY_KEPT} AND NEW.code = OLD.code AND OLD.released_at = '' AND NEW.released_at <> ''"

_NOTHING = "1 = 0"
_ALLOWED_UPDATES = {
    schema.journal: _NOTHING,
    schema.subjects: _SUBJECT_STEP,
    schema.marks: _NOTHING,
    schema.quarantine: _RELEASE,
    schema.turns: _NOTHING,
    schema.envelopes: _NOTHING,
}


def triggers(dialect: Dialect) -> list[str]:
    """To be created with the tables."""
    guards = [
        (table.name, name, event, allowed)
        for table, update in _ALLOWED_UPDATES.items()
        for name, event, allowed in (("keeps", "DELETE", _NOTHING), ("stands", "UPDATE", update))
    ]
    if dialect.name == "sqlite":
        return [_for_sqlite(*guard) for guard in guards]
    # One more than SQLite has: TRUNCATE fires no trigger for rows.
    emptied = [_for_postgresql(table.name, "remains", "TRUNCATE", _NOTHING) for table in _ALLOWED_UPDATES]
    return [*(_for_postgresql(*guard) for guard in guards), *emptied]


def _for_sqlite(table: str, name: str, event: str, allowed: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} WHEN NOT ({allowed})"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _for_postgresql(table: str, name: str, event: str, allowed: str) -> str:
    scope = "STATEMENT" if event == "TRUNCATE" else "ROW"
    return (
        f"CREATE FUNCTION {table}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF NOT ({allowed}) THEN RAISE EXCEPTION '{table} is append-only'; END IF; RETURN NEW; END $$;"
        f" CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} FOR EACH {scope} EXECUTE FUNCTION {table}_{name}()"
    )
