"""Triggers that refuse what must never happen to a source, whatever the program or a person at the database tries."""

from __future__ import annotations

from db import schema

_KEY_KEPT = "NEW.station IS OLD.station AND NEW.epoch IS OLD.epoch AND NEW.n IS OLD.n"

# A withheld subject may be filled in, a subject erased; nothing else, and nothing after an erasure.
_SUBJECT_STEP = (
    f"{_KEY_KEPT} AND NOT OLD.erased AND ("
    "(OLD.salt IS NULL AND NEW.salt IS NOT NULL AND NEW.subject IS NOT NULL AND NOT NEW.erased)"
    " OR (NEW.salt IS NULL AND NEW.subject IS NULL AND NEW.erased))"
)
_RELEASE = f"{_KEY_KEPT} AND NEW.code IS OLD.code AND OLD.released_at = '' AND NEW.released_at <> ''"

_ALLOWED_UPDATES = {
    schema.journal: "0",
    schema.subjects: _SUBJECT_STEP,
    schema.marks: "0",
    schema.quarantine: _RELEASE,
    schema.turns: "0",
    schema.envelopes: "0",
}


def triggers() -> list[str]:
    """In SQLite's own language, to be created with the tables."""
    return [
        f"CREATE TRIGGER {table.name}_{name} BEFORE {what}"
        f" BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        for table, allowed in _ALLOWED_UPDATES.items()
        for name, what in (
            ("keeps", f"DELETE ON {table.name}"),
            ("stands", f"UPDATE ON {table.name} WHEN NOT ({allowed})"),
        )
    ]
