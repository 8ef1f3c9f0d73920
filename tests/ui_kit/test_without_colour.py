"""No state is told by colour alone: with one ink on one ground each still looks or reads differently (WCAG 2, 1.4.1).

All inks are made one colour and all grounds another, so that a shade can't tell anything either; the states of a widget
are then compared pair by pair. Where the shapes are alike, the words that screen readers get must differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from itertools import combinations
from typing import get_args

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.golden import difference
from tests.ui_kit.specimens import RAIL, on_ground
from ui_kit import theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.bullet_graph import Bullet, BulletGraph
from ui_kit.check_box import CheckBox
from ui_kit.check_row import CheckRow, CheckState
from ui_kit.chip import Chip
from ui_kit.delta_label import DeltaLabel
from ui_kit.hour_bars import HourBar, HourBars, MiniHourBars
from ui_kit.inline_panel import InlinePanel, Kind
from ui_kit.marks import Mark
from ui_kit.navigation_rail import NavigationRail
from ui_kit.option_card import OptionCard
from ui_kit.option_chip import OptionChip
from ui_kit.option_tile import OptionTile
from ui_kit.outcome_key import OutcomeKey
from ui_kit.scan_field import ScanField
from ui_kit.segmented_control import SegmentedControl
from ui_kit.status_label import StatusLabel
from ui_kit.step_bar import StepBar
from ui_kit.step_list import Step, StepList, StepState
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel, RowTone
from ui_kit.text_field import TextField
from ui_kit.toggle_switch import ToggleSwitch

INK, GROUND = "#000000", "#ffffff"
GROUNDS = {
    *("bg", "surface", "sunken", "track", "border", "grid", "status", "row", "hatch"),
    *("blue_soft", "orange_soft", "amber_soft", "on_blue", "rail", "rail_selected"),
}
States = dict[str, Callable[[], QWidget]]


def button(*, busy: bool = False) -> QWidget:
    made = ActionButton("Xuất", primary=True)
    if busy:
        made.set_progress(0.5, "")
    return made


def bullet(done: int, plan: int) -> QWidget:
    made = BulletGraph()
    made.set_bullet(Bullet(done, plan, 350), "như nhau")
    made.setFixedWidth(368)
    return made


def bars(kind: type[HourBars | MiniHourBars], done: float) -> QWidget:
    made = kind()
    made.set_bars([HourBar("7h", done, 20), HourBar("8h", 30, 20)], "như nhau")
    made.setFixedWidth(200)
    return made


def delta(value: int) -> QWidget:
    made = DeltaLabel()
    made.set_value(value)
    return made


def outcome(state: str) -> QWidget:
    made = OutcomeKey("F1", "Đã thu nhận")
    made.setChecked(state == "chosen")
    made.set_proposed(state == "proposed")
    return made


def card(state: str) -> QWidget:
    made = OptionCard("USB", "như nhau", icon="usb")
    made.setChecked(state == "chosen")
    made.set_blocked(state == "blocked")
    return made


def toggled(make: Callable[[str], QAbstractButton], on: bool) -> QWidget:
    made = make("như nhau")
    made.setChecked(on)
    return made


def chip(text: str) -> OptionChip:
    return OptionChip("1", text)


def tile(text: str) -> OptionTile:
    return OptionTile("1", text)


def check(state: CheckState) -> QWidget:
    made = CheckRow("Chuỗi ghi", by_hand=False, aside="tự đo")
    made.set_state(state, "như nhau")
    made.setFixedWidth(510)
    return made


def field(kind: type[ScanField | TextField], wrong: bool) -> QWidget:
    made = kind("Số")
    made.set_wrong(wrong)
    made.setFixedWidth(300)
    return made


def panel(kind: Kind) -> QWidget:
    made = InlinePanel(kind, "Như nhau", "như nhau")
    made.setFixedWidth(400)
    return made


def steps(kind: type[StepList | StepBar], state: StepState) -> QWidget:
    made = kind()
    made.set_steps([Step("Ghi", state), Step("Đọc", StepState.WAITING)], "như nhau")
    made.setFixedWidth(400)
    return made


def segments(current: int) -> QWidget:
    return SegmentedControl(("Ngày", "Ca"), "Khoảng", current=current)


def rail(current: str) -> QWidget:
    made = NavigationRail(RAIL, "Khóa")
    made.set_current(current)
    made.setFixedHeight(500)
    return made


def row(tone: RowTone) -> QWidget:
    model = RowsModel((Column("Thiết bị", 60), Column("", 0)))
    model.set_rows([Row((Cell("1"), Cell("như nhau")), tone, 1)])
    made = Table("Thiết bị", model)
    model.setParent(made)
    made.setFixedSize(300, 80)
    return made


TOGGLES: dict[str, States] = {
    kind.__name__: {"off": partial(toggled, kind, False), "on": partial(toggled, kind, True)}
    for kind in (chip, tile, CheckBox, ToggleSwitch)
}
FIELDS: dict[str, States] = {
    kind.__name__: {"right": partial(field, kind, False), "wrong": partial(field, kind, True)}
    for kind in (ScanField, TextField)
}
STATES: dict[str, States] = {
    **TOGGLES,
    **FIELDS,
    "action button": {"idle": button, "busy": partial(button, busy=True)},
    "bullet": {"ahead": partial(bullet, 100, 100), "behind": partial(bullet, 100, 101)},
    "hour bars": {"ahead": partial(bars, HourBars, 20), "behind": partial(bars, HourBars, 19.9)},
    "small hour bars": {"ahead": partial(bars, MiniHourBars, 20), "behind": partial(bars, MiniHourBars, 19.9)},
    "delta": {"ahead": partial(delta, 5), "even": partial(delta, 0), "behind": partial(delta, -5)},
    "status": {mark.value: partial(StatusLabel, mark, "như nhau") for mark in Mark},
    "marked chip": {mark.value: partial(Chip, mark, "như nhau") for mark in Mark},
    "outcome key": {state: partial(outcome, state) for state in ("plain", "chosen", "proposed")},
    "option card": {state: partial(card, state) for state in ("plain", "chosen", "blocked")},
    "check row": {state.value: partial(check, state) for state in CheckState},
    "panel": {kind: partial(panel, kind) for kind in get_args(Kind)},
    "steps": {state.value: partial(steps, StepList, state) for state in StepState},
    "step bar": {state.value: partial(steps, StepBar, state) for state in StepState},
    "segments": {str(current): partial(segments, current) for current in (0, 1)},
    "rail": {current: partial(rail, current) for current in ("shift", "intake")},
    "row": {tone.value: partial(row, tone) for tone in RowTone},
}
SQUARES = {frozenset(("even", "paused"))}
OF_ONE_SHAPE: dict[str, set[frozenset[str]]] = {
    "status": SQUARES,
    "marked chip": SQUARES,
    "row": {frozenset(pair) for pair in combinations([tone.value for tone in RowTone], 2)},
}
"""What colour alone tells apart in the widget itself, and what says the same beside it.

Two marks that are squares by design: their words, which no mark stands without. Tints of rows: their cells, by marks
and words.
"""


@pytest.fixture
def one_ink(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    dark, *colours = fields(tokens.Palette)
    assert dark.name == "dark"
    two = [GROUND if colour.name in GROUNDS else INK for colour in colours]
    monkeypatch.setattr(tokens, "LIGHT", tokens.Palette(False, *two))
    theme.apply(application)


@pytest.mark.usefixtures("one_ink")
@pytest.mark.parametrize("name", STATES)
def test_states_differ_in_shape(name: str) -> None:
    pictures = {state: painted(make()) for state, make in STATES[name].items()}
    alike = {
        frozenset(pair) for pair in combinations(pictures, 2) if not difference(*(pictures[state] for state in pair))
    }
    assert alike == OF_ONE_SHAPE.get(name, set())


@pytest.mark.usefixtures("one_ink")
@pytest.mark.parametrize("name", STATES)
def test_one_ink_leaves_no_colour(name: str) -> None:
    assert all(painted(make()).allGray() for make in STATES[name].values())


@pytest.mark.parametrize("make", [StatusLabel, Chip])
def test_the_words_beside_a_mark_are_read_out(make: type[StatusLabel | Chip]) -> None:
    assert [make(mark, mark.value).accessibleName() for mark in Mark] == [mark.value for mark in Mark]


def painted(widget: QWidget) -> QImage:
    return on_ground(widget).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
