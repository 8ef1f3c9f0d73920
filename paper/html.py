"""A paper as the rich text that is shown, printed and made into PDF."""

from __future__ import annotations

from html import escape

from paper.table import Paper, Table
from paper.written import written

_UNBROKEN = 12
"""Characters of a text that stands on one line."""


def style(family: str, points: float) -> str:
    """The style sheet of `as_html`: a font family, and the size of plain text in points."""
    return f"""
body {{ font-family: '{family}'; font-size: {points:.0f}pt; color: black; }}
h1 {{ font-size: {points * 1.4:.0f}pt; font-weight: 600; margin: 0; }}
h2 {{ font-size: {points * 1.1:.0f}pt; font-weight: 600; margin-top: 12pt; margin-bottom: 4pt; }}
p {{ margin: 0; }}
th {{ font-weight: 600; }}
"""


def as_html(paper: Paper) -> str:
    """In the few tags that Qt's rich text knows; all that comes from outside is escaped."""
    parts = [f"<h1>{escape(paper.title)}</h1>"]
    if paper.mark:
        parts.append(f"<p>{_strong(escape(paper.mark))}</p>")
    parts += [f"<p>{escape(line)}</p>" for line in paper.lines]
    for table in paper.tables:
        parts.append(f"<h2>{escape(table.title)}</h2>{_table(table)}")
    parts += [f"<p style='margin-top:6pt'>{escape(note)}</p>" for note in paper.notes]
    return "".join(parts)


def _strong(text: str) -> str:
    return f"<span style='font-weight:600'>{text}</span>"


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(column.label)}</th>" for column in table.columns)
    lines = [f"<thead><tr bgcolor='#eeeeee'>{head}</tr></thead>"]
    for row in table.all_rows:
        total = row is table.total
        cells = []
        for column, cell in zip(table.columns, row, strict=True):
            text = escape(written(cell, column.kind))
            align = "left" if column.kind == "text" else "right"
            keep = " style='white-space:nowrap'" if column.kind == "text" and len(text) <= _UNBROKEN else ""
            cells.append(f"<td align='{align}'{keep}>{_strong(text) if total else text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return (
        "<table border='1' cellspacing='0' cellpadding='3' width='100%' style='border-collapse:collapse'>"
        f"{''.join(lines)}</table>"
    )
