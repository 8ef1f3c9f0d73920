"""The cases, one row each, oldest first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station_app.ui.follow_ups.shown import CaseShown
from station_app.ui.intake import words
from ui_kit import formats, strokes, theme, tokens
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel

_HEAD, _ROW = 28, 32
_NARROWEST = 150


class CasesTable(Table):
    """``moved`` [index]; ``pressed`` [key]: a letter or digit that is not the list's own; ``ended``: the last row."""

    moved = Signal(int)
    pressed = Signal(int)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = RowsModel(())
        super().__init__("", self._rows, row_height=_ROW, head_height=_HEAD, inset=tokens.MARGIN, parent=parent)
        self._rows.set_columns(
            (
                Column(self.tr("Chờ"), 58, strokes.RIGHT, gap=12),
                Column(self.tr("Kết quả và lý do"), 0, gap=8),
                Column(self.tr("Công dân"), 124, gap=8),
                Column(self.tr("Số"), 76, gap=4),
                Column(self.tr("Điện thoại"), 70, gap=4),
                Column(self.tr("Nơi thường trú"), 98, gap=8),
                Column(self.tr("Người theo dõi"), 110, gap=8),
                Column(self.tr("Hẹn"), 100),
            )
        )
        self.setAccessibleName(self.tr("Hồ sơ chờ bổ sung, lâu nhất trước"))
        self._placing = False
        self.selectionModel().currentRowChanged.connect(lambda current, _: self._moved(current.row()))

    def current(self) -> int:
        return self.currentIndex().row()

    def show_cases(self, cases: tuple[CaseShown, ...], current: int) -> None:
        self._placing = True
        self._rows.set_rows([self._row(case) for case in cases])
        if cases:
            self.setCurrentIndex(self._rows.index(current, 0))
        self._placing = False

    def minimumSizeHint(self) -> QSize:
        """No column gives way to large text: the page scrolls instead."""
        fixed = sum(theme.scaled(column.width) for column in self._rows.columns())
        return QSize(fixed + theme.scaled(_NARROWEST) + 2 * tokens.MARGIN, theme.scaled(_HEAD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.setCurrentIndex(self._rows.index(0, 0))
            case Qt.Key.Key_End:
                self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1, 0))
            case key if event.text().isprintable() and event.text().strip() and not event.modifiers():
                self.pressed.emit(int(key))
            case Qt.Key.Key_Delete:
                self.pressed.emit(int(Qt.Key.Key_Delete))
            case _:
                super().keyPressEvent(event)

    def _moved(self, row: int) -> None:
        if self._placing or row < 0:
            return
        self.moved.emit(row)
        if row == self._rows.rowCount() - 1:
            self.ended.emit()

    def _row(self, case: CaseShown) -> Row:
        age = self.tr("{0} ngày").format(case.age) if case.age else self.tr("mới")
        result = f"{case.outcome.key} {words.result(case.outcome, case.reason)}"
        return Row(
            (
                Cell(age, "text2"),
                Cell(result, mark=Mark.DONE if case.here else Mark.WAITING),
                Cell(case.name or formats.DASH, weight=tokens.MEDIUM),
                Cell(formats.masked(case.last_digits) if case.last_digits else formats.DASH, "text2"),
                Cell(f"•••{case.phone}" if case.phone else formats.DASH, "text2"),
                Cell(words.unit(case.commune) or formats.DASH, "text2"),
                Cell(case.owner_name or formats.DASH, "text" if case.owner_name else "text2"),
                self._next(case),
            )
        )

    def _next(self, case: CaseShown) -> Cell:
        day = formats.short_date(case.next_on) if case.next_on else ""
        if case.late:
            said = self.tr("quá hẹn {0}").format(day) if day else self.tr("chưa hẹn")
            return Cell(said, "orange_text", tokens.MEDIUM, tokens.CAPTION, mark=Mark.BEHIND)
        if not day:
            return Cell(formats.DASH, "text2")
        if case.due:
            return Cell(self.tr("hôm nay"), "amber", tokens.MEDIUM, tokens.CAPTION, mark=Mark.WAITING)
        return Cell(day, pixels=tokens.CAPTION)
