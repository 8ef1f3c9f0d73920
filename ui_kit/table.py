"""A list of rows, painted without a widget per row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.row_painting import RowLook, inside, paint_row
from ui_kit.table_cells import Column, Index, LineModel

_NARROWEST = 88
_PICTURES = 32
"""Rows in view, and as many again: what a table keeps of what it has painted."""


class _Head(QHeaderView):
    """The column titles, and words over the ticks of a graph."""

    def __init__(self, model: LineModel, inset: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._line_model, self._inset = model, inset
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        columns = self._line_model.columns()
        column = columns[section]
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("border"))
        font, ink = theme.font(tokens.CAPTION, tokens.MEDIUM), theme.colour("text2")
        inner = inside(QRectF(rect), section, columns, self._inset)
        title = self._with_untitled(inner, section, columns)
        for share, words in column.ticks:
            half = strokes.text_width(font, words) / 2
            place = QRectF(inner.left() + share * inner.width() - half, inner.top(), 2 * half + 1, inner.height())
            strokes.line(painter, place, words, font, ink)
            title.setRight(min(title.right(), place.left() - tokens.GAP))
        strokes.line(painter, title, column.title, font, ink, column.align)

    def _with_untitled(self, inner: QRectF, section: int, columns: Sequence[Column]) -> QRectF:
        """Return `inner` widened over the columns that follow without a title: one title may stand over several."""
        wide = QRectF(inner)
        for after, column in enumerate(columns[section + 1 :], section + 1):
            if columns[section].align != strokes.LEFT or column.title or column.align != strokes.LEFT:
                break
            wide.setRight(wide.right() + self.sectionSize(after))
        return wide


class Table(QTableView):
    """A list with rows `row_height` px high, `inset` px of margin inside its rows (with the edge of a
    card that it fills, 16), and a head unless `headless`.

    Up and Down move, `opened` tells the row on Enter or a double click. The accessible name is `name`. It
    shows the lines of `model`.
    """

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        model: LineModel,
        *,
        row_height: int = tokens.LIST_ROW,
        head_height: int = 24,
        inset: int = tokens.MARGIN - 1,
        headless: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row_height, self._head_height, self._inset = row_height, head_height, inset
        self._line_model = model
        self._widths: tuple[int, ...] = ()
        self._picture = lru_cache(_PICTURES)(self._paint_picture)
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Head(model, inset, self))
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

    def model(self) -> LineModel:
        """Return what it was made with."""
        return self._line_model

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

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self.executeDelayedItemsLayout()  # painted with what else has changed, not in a paint of its own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._picture.cache_clear()
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row is painted once, and then put where it is: each that comes in on top moves all the others."""
        painter = QPainter(self.viewport())
        self._widths = tuple(self.columnWidth(at) for at in range(self.model().columnCount()))
        width = sum(self._widths)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        for row in range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1) if first >= 0 else ():
            left, top = self.columnViewportPosition(0), self.rowViewportPosition(row)
            self.paint_line(painter, row, QRect(left, top, width, self.rowHeight(row)))

    def paint_line(self, painter: QPainter, row: int, place: QRect) -> None:
        """Paint row number `row` into `place`; a list whose lines are no cells paints them here itself."""
        look, ratio = self._look(row), self.devicePixelRatio()
        if ratio.is_integer():
            painter.drawPixmap(place.topLeft(), self._picture(look, ratio))
        else:  # a picture would stand between two pixels
            painter.save()
            painter.translate(place.topLeft())
            paint_row(painter, look, self.model().columns(), self._inset)
            painter.restore()

    def is_chosen(self, row: int) -> bool:
        """Whether the row is the current one, and keys go to the list."""
        return self.hasFocus() and self.currentIndex().row() == row

    def _look(self, row: int) -> RowLook:
        line = self.model().line(row)
        return RowLook(
            cells=line.cells,
            widths=self._widths,
            height=self.rowHeight(row),
            tone=line.tone,
            chosen=self.is_chosen(row),
            selected=self.selectionModel().isRowSelected(row),
            ruled=row + 1 < self.model().rowCount(),
        )

    def _paint_picture(self, look: RowLook, ratio: float) -> QPixmap:
        picture = QPixmap(QSize(look.width, look.height) * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        paint_row(painter, look, self.model().columns(), self._inset)
        painter.end()
        return picture

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.scaled(self._row_height))
        self.verticalHeader().setMinimumSectionSize(theme.scaled(self._row_height))
        self.horizontalHeader().setFixedHeight(theme.scaled(self._head_height))
        columns = self.model().columns()
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
