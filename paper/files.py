"""The kinds of files that a paper can be handed in as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from paper.csv_file import as_csv
from paper.json_file import as_json
from paper.table import FileKind, Paper

FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)


def as_file(paper: Paper, kind: FileKind, fonts: Sequence[bytes] = ()) -> bytes:
    """What only one kind needs is imported for it alone. ``fonts``: TrueType files for a PDF."""
    if kind == "xlsx":
        from paper.xlsx_file import as_xlsx

        return as_xlsx(paper)
    if kind == "pdf":
        from paper.qt_pages import family_of, paper_as_pdf

        return paper_as_pdf(paper, family_of(fonts))
    return as_csv(paper) if kind == "csv" else as_json(paper)
