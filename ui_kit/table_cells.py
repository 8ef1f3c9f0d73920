"""What a table shows: columns, cells, and the tone of a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui_kit import strokes, tokens
from ui_kit.bullet_graph import Bullet
from ui_kit.hour_bars import HourBar
from ui_kit.marks import Mark
from ui_kit.tokens import Role

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


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
    """A cell for each column, or None where the cell before takes the place; the row's tone, and the caller's own mark
    of which thing it is."""

    cells: tuple[Cell | None, ...]
    tone: RowTone = RowTone.PLAIN
    thing: object = None


class LineModel(QAbstractTableModel):
    """What a table shows, line by line; those who derive from it say how many (`rowCount`) and which (`line`)."""

    def __init__(self, columns: Sequence[Column] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns: for those who have no words before they are made."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def line(self, number: int) -> Row:
        """Return what line `number` shows. Raises IndexError."""
        raise IndexError(number)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return self._columns

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cell = self.line(index.row()).cells[index.column()]
            return cell.words() if cell else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None


class RowsModel(LineModel):
    """A table of rows held in memory: a page, a shift's last ten, the devices of a point."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
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

    def line(self, number: int) -> Row:
        return self._rows[number]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)
