"""The rows of the list: as many as were logged, of which only those in view and their neighbours are held."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station_app.ui.entries.shown import PAGE, RowShown
from station_app.ui.entries.wording import sent_word
from station_app.ui.intake import words
from ui_kit import formats, theme, tokens
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, LineModel, Row
from ui_kit.tokens import Role

_ROOT = QModelIndex()
_HEAD, _ROW = 28, 29
_ROWS_KEPT = 40 * PAGE
_NARROWEST_RESULT = 120
_ANY_HEIGHT = 2**24 - 1
"""Qt's QWIDGETSIZE_MAX."""
_MARKS: dict[str, Mark] = {"unsent": Mark.WAITING, "exported": Mark.WAITING, "received": Mark.RECEIVED}


class EntriesModel(LineModel):
    """``wanted`` [page]: a row of it was looked at and isn't there, or is of the list before."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._columns = (
            Column(self.tr("Dòng sổ"), 72),
            Column(self.tr("Giờ"), 52),
            Column(self.tr("Thiết bị"), 82, gap=8),
            Column(self.tr("Số định danh"), 96),
            Column(self.tr("Họ và tên"), 168, gap=8),
            Column(self.tr("Sinh"), 46),
            Column(self.tr("Kết quả"), 0, gap=8),
            Column(self.tr("Tình trạng"), 104),
        )
        self._rows: dict[int, RowShown] = {}
        self._fresh: set[int] = set()
        self._length = 0
        self._muted = False

    def set_length(self, rows: int, *, fresh: bool) -> None:
        """A list that only grew keeps its rows; another of the same length shows the old ones until theirs come."""
        if fresh:
            self.beginResetModel()
            self._rows.clear()
            self._fresh.clear()
            self._length = rows
            self.endResetModel()
            return
        if rows > self._length:
            self.beginInsertRows(QModelIndex(), self._length, rows - 1)
            self._length = rows
            self.endInsertRows()
        elif rows < self._length:
            self.beginRemoveRows(QModelIndex(), rows, self._length - 1)
            self._length = rows
            self.endRemoveRows()

    def renew(self) -> None:
        """Every row is asked for anew when it is next looked at."""
        self._fresh.clear()
        self._repaint()

    def set_rows(self, first: int, rows: tuple[RowShown, ...]) -> None:
        if len(self._rows) > _ROWS_KEPT:
            self._rows.clear()
            self._fresh.clear()
        places = range(first, first + len(rows))
        self._rows.update(zip(places, rows, strict=True))
        self._fresh.update(places)
        if rows:
            self.dataChanged.emit(self.index(first, 0), self.index(places[-1], len(self._columns) - 1))

    def set_muted(self, muted: bool) -> None:
        if muted != self._muted:
            self._muted = muted
            self._repaint()

    def row(self, index: int) -> RowShown | None:
        return self._rows.get(index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._length

    def line(self, number: int) -> Row:
        if number not in self._fresh:
            self.wanted.emit(number // PAGE)
        row = self._rows.get(number)
        return Row(tuple(self._cell(row, column) for column in range(len(self._columns))))

    def _repaint(self) -> None:
        if self._length:
            self.dataChanged.emit(self.index(0, 0), self.index(self._length - 1, len(self._columns) - 1))

    def _cell(self, row: RowShown | None, column: int) -> Cell:
        if row is None:
            return Cell("…" if column == 0 else "", "muted")
        muted: Role | None = "muted" if row.voided or self._muted else None
        gentle: Role = "muted" if muted else "text2"
        match column:
            case 0:
                return Cell(formats.integer(row.n), gentle)
            case 1:
                return Cell(formats.clock(row.at), gentle)
            case 2:
                return Cell(row.device, gentle)
            case 3:
                return Cell(formats.masked(row.last_digits) if row.last_digits else formats.DASH, muted)
            case 4:
                return Cell(row.name or formats.DASH, muted)
            case 5:
                return Cell(row.born or formats.DASH, gentle)
            case 6:
                ink: Role = muted or ("blue_text" if row.reason is None else "text")
                return Cell(words.result(row.outcome, row.reason), muted, lead=row.outcome.key, lead_role=ink)
        return self._state(row)

    def _state(self, row: RowShown) -> Cell:
        if row.voided:
            return Cell(self.tr("đã hủy"), "muted", tokens.MEDIUM, tokens.CAPTION, mark=Mark.EVEN)
        mark = _MARKS[row.sent]
        ink: Role = "muted" if self._muted else mark.text_role
        paper = self.tr("giấy")
        beside = f" · {paper}" if row.paper else ""
        return Cell(sent_word(row.sent) + beside, ink, tokens.MEDIUM, tokens.CAPTION, mark=mark)


class EntriesTable(Table):
    """``moved`` [index]; Enter opens, Del and Ctrl+D void, Ctrl+E corrects: those are the screen's shortcuts."""

    moved = Signal(int)

    def __init__(self, model: EntriesModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, model, row_height=_ROW, head_height=_HEAD, inset=tokens.MARGIN, parent=parent)
        self._entries = model
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.selectionModel().currentRowChanged.connect(lambda current, _: self.moved.emit(current.row()))

    def current(self) -> int:
        """The current row, or the first; -1 where there is none."""
        row = self.currentIndex().row()
        return row if row >= 0 else min(0, self._entries.rowCount() - 1)

    def set_empty(self, empty: bool) -> None:
        """Leaves the head alone, and with it the focus."""
        self.setMaximumHeight(theme.scaled(_HEAD) if empty else _ANY_HEIGHT)

    def put_on(self, row: int) -> None:
        if self._entries.rowCount():
            self.setCurrentIndex(self._entries.index(min(row, self._entries.rowCount() - 1), 0))

    def minimumSizeHint(self) -> QSize:
        """No column gives way to large text: the page scrolls instead."""
        fixed = sum(theme.scaled(column.width) for column in self._entries.columns())
        return QSize(fixed + theme.scaled(_NARROWEST_RESULT) + 2 * tokens.MARGIN, theme.scaled(_HEAD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.put_on(0)
            case Qt.Key.Key_End:
                self.put_on(self._entries.rowCount() - 1)
            case _:
                super().keyPressEvent(event)
