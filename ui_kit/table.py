"""A list of rows, painted without a widget per row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui_kit import strokes, theme, tokens
from ui_kit.cell_painting import paint_cell
from ui_kit.table_cells import CELL, TONE, Cell, Column, Index, RowTone

_NARROWEST = 88
_GROUNDS = {RowTone.FRESH: "blue_soft", RowTone.LATE: "amber_soft"}


class _Head(QHeaderView):
    """The column titles, and words over the ticks of a graph."""

    def __init__(self, inset: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._inset = inset
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        column = _column(self.model(), section)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("border"))
        font, ink = theme.font(tokens.CAPTION, tokens.MEDIUM), theme.colour("text2")
        inner = _inner(rect, section, self.count(), self._inset, column)
        title = self._with_untitled(inner, section)
        for share, words in column.ticks:
            half = strokes.text_width(font, words) / 2
            place = QRectF(inner.left() + share * inner.width() - half, inner.top(), 2 * half + 1, inner.height())
            strokes.line(painter, place, words, font, ink)
            title.setRight(min(title.right(), place.left() - tokens.GAP))
        strokes.line(painter, title, column.title, font, ink, column.align)

    def _with_untitled(self, inner: QRectF, section: int) -> QRectF:
        """Return `inner` widened over the columns that follow without a title: one title may stand over several."""
        wide = QRectF(inner)
        columns = [_column(self.model(), at) for at in range(section, self.count())]
        for after, column in enumerate(columns[1:], section + 1):
            if columns[0].align != strokes.LEFT or column.title or column.align != strokes.LEFT:
                break
            wide.setRight(wide.right() + self.sectionSize(after))
        return wide


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, table: Table, inset: int) -> None:
        super().__init__(table)
        self._table, self._inset = table, inset

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        tone = index.data(TONE)
        columns = index.model().columnCount()
        chosen = self._table.hasFocus() and self._table.currentIndex().row() == index.row()
        # An alarm stays to be seen under the cursor: the bar at the left marks that.
        if tone is RowTone.ALARM:
            painter.fillRect(rect, theme.blend("orange_soft", "surface", 0.6))
        elif chosen:
            painter.fillRect(rect, theme.colour("blue_soft"))
        elif tone in _GROUNDS:
            painter.fillRect(rect, theme.colour(_GROUNDS[tone]))
        if chosen and index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), tokens.TIGHT, rect.height(), theme.colour("blue"))
        if index.row() + 1 < index.model().rowCount() and not chosen and tone in (RowTone.PLAIN, None):
            left = self._inset if index.column() == 0 else 0
            right = self._inset if index.column() == columns - 1 else 0
            painter.fillRect(rect.left() + left, rect.bottom(), rect.width() - left - right, 1, theme.colour("grid"))
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            column = _column(index.model(), index.column())
            paint_cell(painter, _inner(rect, index.column(), columns, self._inset, column), cell, column.align)


class Table(QTableView):
    """A list with rows `row_height` px high, `inset` px of margin inside its rows (with the edge of a
    card that it fills, 16), and a head unless `headless`.

    Up and Down move, `opened` tells the row on Enter or a double click. The accessible name is `name`. Give it a
    model that answers the roles of `table_cells`, as `RowsModel` does.
    """

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        model: QAbstractItemModel,
        *,
        row_height: int = tokens.LIST_ROW,
        head_height: int = 24,
        inset: int = tokens.MARGIN - 1,
        headless: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row_height, self._head_height, self._inset = row_height, head_height, inset
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Head(inset, self))
        self.setItemDelegate(_CellDelegate(self, inset))
        self.setModel(model)
        self.horizontalHeader().setVisible(not headless)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._measure()

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() * theme.scaled(self._row_height)
        return QSize(
            theme.scaled(480), rows + (0 if self.horizontalHeader().isHidden() else theme.scaled(self._head_height))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.scaled(self._row_height))
        self.verticalHeader().setMinimumSectionSize(theme.scaled(self._row_height))
        self.horizontalHeader().setFixedHeight(theme.scaled(self._head_height))
        columns = [_column(self.model(), at) for at in range(self.model().columnCount())]
        widths = [0 if self.isColumnHidden(at) else theme.scaled(column.width) for at, column in enumerate(columns)]
        if widths:
            widths[0] += self._inset if widths[0] else 0
            widths[-1] += self._inset if widths[-1] else 0
        free = [at for at, column in enumerate(columns) if column.width == 0]
        rest = max(0, self.viewport().width() - sum(widths))
        for at in free:
            widths[at] = max(rest // len(free), theme.scaled(_NARROWEST))
        # Text grown to half as large again may not fit: then every column gives way in proportion.
        shrink = min(1.0, self.viewport().width() / max(1, sum(widths)))
        for at, width in enumerate(widths):
            self.setColumnWidth(at, int(width * shrink))


def _inner(rect: QRect, at: int, count: int, inset: int, column: Column) -> QRectF:
    """Return the part of a cell that is written in."""
    left = inset if at == 0 else 0
    right = inset if at == count - 1 else theme.scaled(column.gap)
    return QRectF(rect).adjusted(left, 0, -right, 0)


def _column(model: QAbstractItemModel, at: int) -> Column:
    column = model.headerData(at, Qt.Orientation.Horizontal, CELL)
    if not isinstance(column, Column):
        raise TypeError("a table's model must answer for its columns under the role CELL")
    return column
