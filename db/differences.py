"""What a verification finds: bounded, and without a person's data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlcipher3 import dbapi2

from db.failures import refusal_of

LIMIT = 1000


@dataclass(slots=True)
class Differences:
    """Each found one is `{"station", "table", "code", …}`, then where: `epoch`, `n`, or the row's `key` and `columns`.

    ``more`` counts those beyond `LIMIT`.
    """

    station: str
    found: list[dict[str, object]] = field(default_factory=list)
    more: int = 0

    def add(self, table: str, code: str, **place: object) -> None:
        if len(self.found) < LIMIT:
            self.found.append({"station": self.station, "table": table, "code": code, **place})
        else:
            self.more += 1

    @contextmanager
    def unreadable_is_one(self, table: str) -> Iterator[None]:
        """Text that is no text is a difference; a damaged file or disk stays a refusal."""
        try:
            yield
        except dbapi2.Error as error:
            if refusal_of(error) is not None:
                raise
            self.add(table, "unreadable")
