"""What a table shows: columns, cells, and the tone of a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui_kit import strokes, tokens
from ui_kit.bullet_graph import Bullet
from ui_kit.hour_bars import HourBar
from ui_kit.marks import Mark
from ui_kit.tokens import Role

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()

CELL = Qt.ItemDataRole.UserRole
"""Model data under this role is the `Cell`, or None where the cell before takes the place; header data the `Column`."""

TONE = Qt.ItemDataRole.UserRole + 1
"""Model data under this role is the `RowTone`."""


@dataclass(frozen=True)
class Column:
    """A column `width` px wide (0: all that is left, at least 88) with `gap` px kept free at its right.

    `ticks` are words in the head above places of a graph, as (share of the column's width, words).
    """

    title: str
    width: int
    align: Qt.AlignmentFlag = strokes.LEFT
    gap: int = 0
    ticks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell: words, and what may stand beside them.

    `mark` is a shape before the words, `delta` lets a signed number bring its own shape, `lead` is bold text before
    the words (in `lead_role`), `action` with `key` is offered at the right. A `bullet` or `hours` graph takes the
    words' place at the left; `alternative` says in words what a graph shows.
    """

    text: str = ""
    role: Role | None = None
    weight: int = tokens.REGULAR
    pixels: int = tokens.CELL
    mark: Mark | None = None
    delta: bool = False
    lead: str = ""
    lead_role: Role = "text"
    action: str = ""
    key: str = ""
    bullet: Bullet | None = None
    hours: tuple[HourBar, ...] = ()
    alternative: str = ""

    def words(self) -> str:
        """Return the cell in words, for screen readers and copying."""
        return " ".join(part for part in (self.lead, self.text, self.alternative) if part)


class RowTone(Enum):
    """The ground of a row."""

    PLAIN = "plain"
    FRESH = "fresh"  # blue: the row just made
    ALARM = "alarm"  # orange: the row that needs help
    LATE = "late"  # amber: the row that has been silent


@dataclass(frozen=True)
class Row:
    """The cells of a row, its tone, and the caller's own mark of which thing it is."""

    cells: tuple[Cell, ...]
    tone: RowTone = RowTone.PLAIN
    thing: object = None


class RowsModel(QAbstractTableModel):
    """A table of rows held in memory: a page, a shift's last ten, the devices of a point.

    Long lists bring a QAbstractTableModel of their own that answers the roles CELL, TONE and DisplayRole.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the selection is kept where the number of rows stays the same."""
        fresh = tuple(rows)
        if len(fresh) == len(self._rows):
            changed = [at for at, row in enumerate(fresh) if row != self._rows[at]]
            self._rows = fresh
            for at in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return a row. Raises IndexError."""
        return self._rows[number]

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return self._columns

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.words()
            case Qt.ItemDataRole.UserRole:
                return cell
            case _ if role == TONE:
                return row.tone
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return self._columns[section] if role == CELL else None
