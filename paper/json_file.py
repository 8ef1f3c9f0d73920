"""A paper as JSON: a list of objects for each table, under its columns' stable names."""

from __future__ import annotations

import json

from paper.table import Cell, Column, Paper


def as_json(paper: Paper) -> bytes:
    """{"title", "mark", "lines", "tables": [{"title", "rows": […], "total": …}], "notes"}."""
    tables = [
        {
            "title": table.title,
            "rows": [_named(table.columns, row) for row in table.rows],
            "total": None if table.total is None else _named(table.columns, table.total),
        }
        for table in paper.tables
    ]
    whole = {"title": paper.title, "mark": paper.mark, "lines": paper.lines, "tables": tables, "notes": paper.notes}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _named(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> dict[str, Cell]:
    return {column.name: cell for column, cell in zip(columns, row, strict=True)}
