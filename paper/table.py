"""A report as plain tables: what every kind of file is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FileKind = Literal["json", "csv", "xlsx", "pdf"]
"""As what a paper can be handed in."""

Kind = Literal["text", "count", "signed", "share", "rate"]
"""``count`` a whole number, ``signed`` a difference, ``share`` a part of one, ``rate`` a number with one decimal."""

Cell = str | int | float | None
"""None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is the JSON key and stable; ``label`` is read by people."""

    name: str
    label: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows have a cell for each column; ``total`` is the last, set-off row, None without one."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.all_rows):
            raise ValueError("a row has a cell for each column")

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        return self.rows if self.total is None else (*self.rows, self.total)


@dataclass(frozen=True, slots=True)
class Paper:
    """``mark`` is what stands large on every page of it, such as DIỄN TẬP or SỐ TẠM; "" for none."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    mark: str = ""
