"""A paper as CSV: UTF-8 with a byte order mark, commas, one table after another with an empty line between."""

from __future__ import annotations

import csv
import io

from paper.table import Cell, Paper

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(paper: Paper) -> bytes:
    """Numbers stand as numbers with a point; text that a spreadsheet would take for a formula gets an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text)
    for number, table in enumerate(paper.tables):
        if number:
            writer.writerow([])
        writer.writerow([column.label for column in table.columns])
        writer.writerows([[_cell(cell) for cell in row] for row in table.all_rows])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(cell: Cell) -> object:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return "" if cell is None else cell
