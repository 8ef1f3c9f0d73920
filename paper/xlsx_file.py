"""A paper as an Excel workbook: a sheet for each table, numbers as numbers, nothing as a formula."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from paper.table import Kind, Paper, Table

FORMATS: dict[Kind, str] = {
    "text": "@",
    "count": "#,##0",
    "signed": "+#,##0;-#,##0;0",
    "share": "0.0%",
    "rate": "#,##0.0",
}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST = 42
"""Characters of a column, beyond which text wraps."""


def as_xlsx(paper: Paper) -> bytes:
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, _OPTIONS)
    workbook.set_properties({"title": paper.title})
    for number, table in enumerate(paper.tables, start=1):
        _sheet(workbook, paper, table, number)
    workbook.close()
    return content.getvalue()


def _sheet(workbook: Any, paper: Paper, table: Table, number: int) -> None:
    sheet = workbook.add_worksheet(f"{number} {table.title}"[:31].translate({ord(sign): "-" for sign in "[]:*?/\\'"}))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    if paper.mark:
        sheet.set_header(f"&C&B{paper.mark}")
    title, head = workbook.add_format({"bold": True, "font_size": 14}), _format(workbook, "text", bold=True)
    top = 0
    for line in (paper.title, *([paper.mark] if paper.mark else []), *paper.lines, table.title):
        sheet.write_string(top, 0, line, title if line == paper.title else None)
        top += 1
    for place, column in enumerate(table.columns):
        sheet.write_string(top, place, column.label, head)
        longest = max([len(column.label), *(len(str(row[place] or "")) for row in table.all_rows)])
        sheet.set_column(place, place, min(longest + 2, _WIDEST))
    sheet.freeze_panes(top + 1, 0)
    for place, column in enumerate(table.columns):
        plain, bold = _format(workbook, column.kind), _format(workbook, column.kind, bold=True)
        for row, cells in enumerate(table.all_rows, start=top + 1):
            style = bold if table.total is not None and row == top + len(table.all_rows) else plain
            cell = cells[place]
            if cell is None:
                sheet.write_blank(row, place, None, style)
            elif isinstance(cell, str):
                sheet.write_string(row, place, cell, style)
            else:
                sheet.write_number(row, place, cell, style)
    below = top + len(table.all_rows) + 2
    for row, note in enumerate(paper.notes, start=below):
        sheet.write_string(row, 0, note)


def _format(workbook: Any, kind: Kind, *, bold: bool = False) -> Any:
    return workbook.add_format({"num_format": FORMATS[kind], "bold": bold, "border": 1, "text_wrap": kind == "text"})
