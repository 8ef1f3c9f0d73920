"""What a planner is told of the tables when they are made, while there is nothing in them to measure.

Without it a station's whole history is walked rather than an index of a day or a shift: the planner takes any first
column of a key to be selective, and here it is the station, of which a store may hold but one. PostgreSQL measures for
itself, and keeps samples of what it has seen: of subjects it may not, for nothing would erase those.
"""

from __future__ import annotations

from sqlalchemy import Dialect

# Index -> rows in all, then rows that agree in its first column, its first two and so on: those of a busy station.
_ROWS = {
    ("applications", "applications"): "100000 100000 100000 1",
    ("applications", "applications_by_day_device_at"): "100000 100000 2100 350 2 1 1",
    ("applications", "applications_by_day_epoch_n"): "100000 100000 2100 2100 1",
    ("applications", "applications_by_shift"): "100000 100000 117 117 1",
    ("shifts", "shifts"): "900 900 1",
    ("shifts", "shifts_by_day"): "900 900 18 1",
    ("spans", "spans"): "3000 3000 3 1",
    ("tallies", "tallies"): "10000 10000 200 33 11 3 1",
    ("exports", "exports"): "200 200 200 1",
}


def statistics(dialect: Dialect) -> list[str]:
    """Statements to run when the tables have been made."""
    if dialect.name != "sqlite":
        return ["ALTER TABLE subjects ALTER COLUMN salt SET STATISTICS 0, ALTER COLUMN subject SET STATISTICS 0"]
    rows = ", ".join(f"('{table}', '{index}', '{rows}')" for (table, index), rows in _ROWS.items())
    # ANALYZE makes the table; what it measured, in an older store, gives way.
    return ["ANALYZE", "DELETE FROM sqlite_stat1", f"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES {rows}"]
