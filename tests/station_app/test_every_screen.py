"""What holds for every screen in every named state of `make screenshots`: a new state there is looked at here too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle, QStyleOptionFrame, QWidget

from bench.screenshots.scene import Scene, seed
from bench.screenshots.states import take_pictures
from bench.screenshots.studio import Look, Studio, studio
from ui_kit.action_button import ActionButton
from ui_kit.label import Label
from ui_kit.option_chip import OptionChip
from ui_kit.pick_field import PickField
from ui_kit.status_label import StatusLabel
from ui_kit.text_field import TextField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

HINT_SIDE = 2
"""Pixels that Qt keeps free at each side within a field."""
SPARE = 16
"""Pixels beside a button's words that these may take."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return seed(tmp_path_factory.mktemp("city"))


class Inspector(Studio):
    """Looks at each state instead of taking its picture; ``found`` says what is wrong."""

    found: list[str]
    seen: list[str]

    def grab(self, name: str) -> None:
        self.rest()
        if "found" not in vars(self):
            self.found, self.seen = [], []
        self.seen.append(name)
        if self._wrong():  # on a busy machine the page may still be taking its shape
            QTest.qWait(500)
            self.rest()
        self.found += [f"{name}: {wrong}" for wrong in self._wrong()]

    def _wrong(self) -> list[str]:
        cut, nameless = self._cut(), self._nameless()
        return [*(f"cut: {words}" for words in cut), *(f"no name: {kind}" for kind in nameless)]

    def widgets(self) -> list[QWidget]:
        return [one for one in self.desktop.frame.findChildren(QWidget) if one.isVisible()]

    def _cut(self) -> list[str]:
        labels = [one.text() for one in self.widgets() if isinstance(one, Label) and _is_cut(one)]
        statuses = [
            one.accessibleName()
            for one in self.widgets()
            if isinstance(one, StatusLabel) and one.sizeHint().width() > one.width() + 1
        ]
        buttons = [
            one.accessibleName()
            for one in self.widgets()
            if isinstance(one, (ActionButton, OptionChip)) and one.sizeHint().width() > one.width() + SPARE
        ]
        hints = [one.placeholderText() for one in self.widgets() if isinstance(one, TextField) and _hint_is_cut(one)]
        picked = [one.currentText() for one in self.widgets() if isinstance(one, PickField) and one.is_cut()]
        return [*labels, *statuses, *buttons, *hints, *picked]

    def _nameless(self) -> list[str]:
        return [type(one).__name__ for one in self.widgets() if _takes_focus(one) and not one.accessibleName()]


def _takes_focus(widget: QWidget) -> bool:
    """By Tab, and with a place on the screen."""
    tabs = widget.isEnabled() and bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    is_viewport = isinstance(widget.parentWidget(), QAbstractScrollArea)
    return tabs and not is_viewport and not widget.size().isEmpty() and widget.focusProxy() is None


def _hint_is_cut(field: TextField) -> bool:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field).width() - 2 * HINT_SIDE
    return not field.text() and field.fontMetrics().horizontalAdvance(field.placeholderText()) > room


def _is_cut(label: Label) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return label.fontMetrics().horizontalAdvance(label.text()) > label.contentsRect().width() + 1


@pytest.mark.parametrize(
    "look", [Look(""), Look("-150", scale=1.5), Look("-en", language="en")], ids=lambda one: one.suffix
)
def test_no_words_are_cut_and_every_control_has_a_name(
    application: QApplication, scene: Scene, tmp_path: Path, look: Look
) -> None:
    with studio(application, scene.home, tmp_path, look, Inspector) as at:
        assert isinstance(at, Inspector)
        take_pictures(at, scene)
        found, seen = at.found, at.seen
    assert "\n".join(found) == ""
    assert len(seen) == 33
