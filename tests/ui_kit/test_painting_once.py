"""What is painted already is not painted again, and looks as if it were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui_kit import theme, tokens
from ui_kit.bullet_graph import Bullet, BulletGraph
from ui_kit.card import Card
from ui_kit.chip import Chip
from ui_kit.delta_label import DeltaLabel
from ui_kit.figure import Figure
from ui_kit.hour_bars import HourBar, HourBars
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.option_tile import OptionTile
from ui_kit.outcome_key import OutcomeKey
from ui_kit.scan_field import ScanField
from ui_kit.status_bar import StatusBar, StatusPart
from ui_kit.status_label import StatusLabel
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel, RowTone

# The offscreen platform says so of every window of a fixed size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TOLD = ("status", "label", "key", "field", "figure", "chip", "delta", "bullet", "hours", "tile", "bar", "card")
COLUMNS = (Column("Số", 60), Column("Tên", 0), Column("Gửi", 90))


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def told(number: int) -> dict[str, tuple[QWidget, Callable[[], None]]]:
    """Widgets, and how each is told something that only depends on `number`."""
    status, label, key = StatusLabel(Mark.OPEN, "?"), Label("Tên"), OutcomeKey("F1", "Đã thu nhận")
    field, figure, chip, delta = ScanField("Số"), Figure(), Chip(Mark.OPEN, "?"), DeltaLabel()
    bullet, hours, tile, bar, card = BulletGraph(), HourBars(), OptionTile("1", "?"), StatusBar(), Card()

    def tell_bar() -> None:
        bar.set_left([str(number)])
        bar.set_right([StatusPart(str(number), Mark.DONE)])
        bar.set_clock("08/04/2021", str(number))

    def tell_field() -> None:
        field.set_hint(str(number))
        field.set_placeholder(str(number))
        field.set_wrong(bool(number))

    return {
        "status": (status, lambda: status.set_status(Mark.DONE, str(number), role="muted")),
        "label": (label, lambda: label.set_role("amber" if number else "text2")),
        "key": (key, lambda: key.set_proposed(bool(number), "Enter")),
        "field": (field, tell_field),
        "figure": (figure, lambda: figure.set_number(str(number), "giây")),
        "chip": (chip, lambda: chip.set_status(Mark.PAUSED, str(number))),
        "delta": (delta, lambda: delta.set_value(number)),
        "bullet": (bullet, lambda: bullet.set_bullet(Bullet(number, 2, 3), str(number), plan_label="kế hoạch")),
        "hours": (hours, lambda: hours.set_bars([HourBar("7h", number, 5)], str(number))),
        "tile": (tile, lambda: tile.set_words("1", str(number))),
        "bar": (bar, tell_bar),
        "card": (card, lambda: card.set_accent(bool(number))),
    }


@pytest.mark.parametrize("name", TOLD)
def test_who_is_told_the_same_again_is_not_painted_again(qtbot: QtBot, name: str) -> None:
    widget, tell = told(1)[name]
    qtbot.addWidget(widget)
    widget.resize(400, 120)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.wait(20)
    paints = Paints(widget)
    tell()
    qtbot.waitUntil(lambda: paints.count > 0)
    qtbot.wait(20)
    paints.count = 0
    tell()
    qtbot.wait(20)
    assert paints.count == 0


def test_a_stale_figure_is_in_full_ink_again_when_it_is_told_the_same(qtbot: QtBot) -> None:
    figure = Figure("213", "/ 350")
    qtbot.addWidget(figure)
    fresh = figure.grab().toImage()
    figure.set_stale(True)
    assert figure.grab().toImage() != fresh
    figure.set_number("213", "/ 350")
    assert figure.grab().toImage() == fresh


class BetweenPixels(Table):
    """As on a screen set to 150 %, where a row's picture would not fall on whole pixels."""

    def devicePixelRatio(self) -> float:
        return 1.5


def rows(count: int) -> list[Row]:
    """The newest on top, and in blue."""
    return [
        Row(
            (Cell(str(number)), Cell("Nguyễn Thị Hồng", weight=tokens.SEMIBOLD), Cell("chưa gửi", mark=Mark.WAITING)),
            RowTone.FRESH if number == count else RowTone.PLAIN,
        )
        for number in range(count, 0, -1)
    ]


def table_of(qtbot: QtBot, kind: type[Table], shown: list[Row]) -> tuple[Table, RowsModel]:
    model = RowsModel(COLUMNS)
    model.set_rows(shown)
    table = kind("Hồ sơ", model)
    qtbot.addWidget(table)
    table.resize(420, 240)
    return table, model


def test_rows_that_moved_look_as_if_painted_where_they_are(qtbot: QtBot) -> None:
    table, model = table_of(qtbot, Table, rows(3))
    table.grab()
    model.set_rows(rows(5))
    moved = table.grab().toImage()
    assert moved == table_of(qtbot, Table, rows(5))[0].grab().toImage()
    assert moved == table_of(qtbot, BetweenPixels, rows(5))[0].grab().toImage()


def test_a_selected_row_is_seen_while_its_table_has_not_the_focus(qtbot: QtBot) -> None:
    table, _ = table_of(qtbot, Table, rows(3))
    plain = table.grab().toImage()
    table.selectRow(1)
    selected = table.grab().toImage()
    assert not table.hasFocus()
    middle = table.viewport().y() + table.rowViewportPosition(1) + 4
    assert plain.pixelColor(2, middle).name() == theme.palette().surface
    assert selected.pixelColor(2, middle).name() == theme.palette().blue_soft


def test_rows_take_on_another_theme(qtbot: QtBot, application: QApplication) -> None:
    table, _ = table_of(qtbot, Table, rows(3))
    light = table.grab().toImage()
    theme.apply(application, dark=True)
    application.processEvents()
    dark = table.grab().toImage()
    assert dark != light
    assert dark == table_of(qtbot, Table, rows(3))[0].grab().toImage()


def test_a_cell_takes_the_place_of_those_that_are_none(qtbot: QtBot) -> None:
    long = "Chưa có hồ sơ nào trong ca làm việc này"
    narrow, _ = table_of(qtbot, Table, [Row((Cell(long), Cell(), Cell()))])
    wide, _ = table_of(qtbot, Table, [Row((Cell(long), None, None))])
    elided, whole = narrow.grab().toImage(), wide.grab().toImage()
    beyond = [x for x in range(80, 400) if elided.pixel(x, 38) != whole.pixel(x, 38)]
    assert beyond, "the words end in their own column"


def test_whoever_changes_a_font_changes_it_for_nobody_else() -> None:
    mine = theme.font(13, 600)
    mine.setPixelSize(40)
    assert theme.font(13, 600).pixelSize() == 13
    assert theme.font(13, 600) != theme.font(13, 600, code=True)
