"""The last applications of the shift, newest on top, and those that are still on their way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from station_app.ui.intake import words
from station_app.ui.intake.shown_beside import ListShown, RecentShown, RowState
from ui_kit import formats, theme, tokens
from ui_kit.card import Card
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, LineModel, Row, RowTone
from ui_kit.tokens import Role

_ROOT = QModelIndex()
_RESULT = 6
_HEAD, _FOOT = 26, 4
_LOWEST = 142
"""Pixels: the head and three rows."""
_MARKS: dict[RowState, Mark] = {
    "saving": Mark.OPEN,
    "failed": Mark.FAILED,
    "unsent": Mark.WAITING,
    "exported": Mark.WAITING,
    "received": Mark.RECEIVED,
    "voided": Mark.EVEN,
}


class RecentList(Card):
    """``undo_asked``: the offer in the fresh row was clicked; ``more_asked``: it was scrolled to the end."""

    undo_asked = Signal()
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__(" ", " ", title_pixels=tokens.BODY, padding=0)
        self._model = _RecentModel(self)
        self._model.wanted.connect(self.more_asked)
        self._table = Table(
            self.tr("Hồ sơ gần nhất trong ca"),
            self._model,
            row_height=tokens.INTAKE_ROW,
            head_height=_HEAD,
            inset=tokens.MARGIN,
        )
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the columns' room
        self._table.setSelectionMode(Table.SelectionMode.NoSelection)  # a row is current only while keys go there
        self._table.clicked.connect(self._clicked)
        self.head.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, 0)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(1, 0, 1, _FOOT)
        self._below.addWidget(self._table)
        self.body.setSpacing(4)
        self.body.addLayout(self._below, 1)
        self._shown = ListShown((), more=False)

    def show_list(self, shown: ListShown) -> None:
        self._shown = shown
        self.setMinimumHeight(theme.scaled(_LOWEST))
        self._model.show_list(shown)
        self._count()

    def show_newest(self, newest: RecentShown) -> None:
        """It takes its row, or one on top; what that changes besides, the whole list tells."""
        self._model.show_newest(newest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count()

    def _count(self) -> None:
        """As many whole rows as there is room for are shown, and named in the title."""
        free = self.height() - self._table.y() - theme.scaled(_HEAD) - _FOOT
        room, rest = divmod(max(0, free), theme.scaled(tokens.INTAKE_ROW))
        self._below.setContentsMargins(1, 0, 1, _FOOT + rest)
        rows = self._shown.rows[:room]
        self.set_title(self.tr("{0} hồ sơ gần nhất").format(len(rows)) if rows else self.tr("Hồ sơ gần nhất"))
        states: tuple[RowState, ...] = ("unsent", "exported", "received")
        counted = [(state, sum(row.state == state for row in rows)) for state in states]
        self.aside.setText(
            "  ·  ".join(f"{count} {self._model.state_word(state)}" for state, count in counted if count)
        )

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _RESULT and index.row() < len(self._shown.rows) and self._shown.rows[index.row()].undoable:
            self.undo_asked.emit()


class _RecentModel(LineModel):
    """Rows as they come; ``wanted``: the page below."""

    wanted = Signal()

    def __init__(self, owner: RecentList) -> None:
        super().__init__(parent=owner)
        self._columns = (
            Column(self.tr("STT"), 44),
            Column(self.tr("Giờ"), 54),
            Column(self.tr("Số định danh"), 92),
            Column(self.tr("Họ và tên"), 148, gap=8),
            Column(self.tr("Sinh"), 46),
            Column(self.tr("Nơi thường trú"), 116, gap=8),
            Column(self.tr("Kết quả"), 224, gap=12),
            Column(self.tr("Gửi"), 0),
        )
        self._rows: list[RecentShown] = []
        self._made: list[Row | None] = []
        """The line of each row, once it was painted: a table asks for them again and again."""
        self._more = False

    def show_list(self, shown: ListShown) -> None:
        """Rows keep their places under those that are new on top; only what differs is painted."""
        self._more = shown.more
        places = [row.place for row in shown.rows]
        if not self._rows or self._rows[0].place not in places:
            self.beginResetModel()
            self._rows, self._made = list(shown.rows), [None] * len(shown.rows)
            self.endResetModel()
            return
        self._insert(0, shown.rows[: places.index(self._rows[0].place)])
        if len(self._rows) > len(shown.rows):
            self.beginRemoveRows(_ROOT, len(shown.rows), len(self._rows) - 1)
            del self._rows[len(shown.rows) :], self._made[len(shown.rows) :]
            self.endRemoveRows()
        self._insert(len(self._rows), shown.rows[len(self._rows) :])
        for at, row in enumerate(shown.rows):
            self._replace(at, row)

    def show_newest(self, newest: RecentShown) -> None:
        if self._rows and self._rows[0].place == newest.place:
            self._replace(0, newest)
        elif self._rows:
            self._insert(0, (newest,))
        else:
            self.show_list(ListShown((newest,), more=False))

    def _replace(self, at: int, row: RecentShown) -> None:
        if row != self._rows[at]:
            self._rows[at], self._made[at] = row, None
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def _insert(self, at: int, rows: Sequence[RecentShown]) -> None:
        if rows:
            self.beginInsertRows(_ROOT, at, at + len(rows) - 1)
            self._rows[at:at], self._made[at:at] = rows, [None] * len(rows)
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else max(1, len(self._rows))

    def line(self, number: int) -> Row:
        if not self._rows:
            return Row((Cell(self.tr("Chưa có hồ sơ trong ca"), "muted"), *[None] * (len(self._columns) - 1)))
        row = self._rows[number]
        made = self._made[number] = self._made[number] or Row(self._cells(row), _tone(row))
        return made

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        self.wanted.emit()

    def state_word(self, state: RowState) -> str:
        return {
            "saving": self.tr("đang ghi"),
            "failed": self.tr("chưa ghi"),
            "unsent": self.tr("chưa gửi"),
            "exported": self.tr("đã xuất"),
            "received": self.tr("đã nhận"),
            "voided": self.tr("đã hoàn tác"),
        }[state]

    def _cells(self, row: RecentShown) -> tuple[Cell, ...]:
        muted: Role | None = "muted" if row.state == "voided" else None
        gentle: Role = "muted" if muted else "text2"
        ink: Role = muted or ("blue_text" if row.reason is None else "text")
        return (
            Cell(formats.integer(row.place), gentle),
            Cell(formats.clock(row.at), gentle)
            if row.paper_hour is None
            else Cell(self.tr("giấy {0}h").format(row.paper_hour), muted or "amber", tokens.MEDIUM, tokens.CAPTION),
            Cell(formats.masked(row.last_digits) if row.last_digits else formats.DASH, muted),
            Cell(row.name or formats.DASH, muted, tokens.SEMIBOLD if row.undoable else tokens.REGULAR),
            Cell(row.born[:4] or formats.DASH, gentle),
            Cell(words.unit(row.commune) or formats.DASH, gentle),
            Cell(
                words.result(row.outcome, row.reason),
                muted,
                lead=row.outcome.key,
                lead_role=ink,
                action=self.tr("Hoàn tác") if row.undoable else "",
                key="Ctrl Z" if row.undoable else "",
            ),
            Cell(
                self.state_word(row.state),
                muted or _MARKS[row.state].text_role,
                tokens.MEDIUM,
                tokens.CAPTION,
                mark=_MARKS[row.state],
            ),
        )


def _tone(row: RecentShown) -> RowTone:
    if row.state == "failed":
        return RowTone.ALARM
    return RowTone.FRESH if row.undoable or row.state == "saving" else RowTone.PLAIN
