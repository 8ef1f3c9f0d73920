"""Every widget looks as it was last approved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.golden import assert_golden, difference
from tests.ui_kit.specimens import SPECIMENS, on_ground
from ui_kit import theme, tokens

GOLDEN = Path(__file__).parent / "golden"
DARK = ["button_primary", "bullet_ahead", "bullet_behind", "hour_bars", "marks", "outcome_keys", "panels", "scan_field"]
LARGE = ["button_primary", "outcome_keys", "scan_field", "checklist", "table"]


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_widget_in_the_light_theme(name: str) -> None:
    assert_golden(on_ground(SPECIMENS[name]()), GOLDEN / f"{name}.png")


@pytest.mark.parametrize("name", DARK)
def test_a_widget_in_the_dark_theme(application: QApplication, name: str) -> None:
    theme.apply(application, dark=True)
    assert_golden(on_ground(SPECIMENS[name]()), GOLDEN / f"{name}_dark.png")


@pytest.mark.parametrize("name", LARGE)
def test_a_widget_with_text_half_as_large_again(application: QApplication, name: str) -> None:
    theme.apply(application, scale=1.5)
    assert_golden(on_ground(SPECIMENS[name]()), GOLDEN / f"{name}_150.png")


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("name", SPECIMENS)
def test_changing_the_theme_repaints_what_is_already_shown(application: QApplication, qtbot: QtBot, name: str) -> None:
    shown = on_ground(SPECIMENS[name]())
    qtbot.addWidget(shown)
    shown.show()
    before = _painted(shown)
    theme.apply(application, dark=True, scale=1.25)
    assert _painted(shown).pixelColor(0, 0).name() == tokens.DARK.bg
    theme.apply(application)
    assert difference(_painted(shown), before) == ""


def test_a_picture_that_differs_in_one_shape_is_told() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    other = image.copy()
    for x in range(4):
        other.setPixelColor(x, 10, QColor("#0069a6"))
    assert difference(image, image.copy()) == ""
    assert difference(image, other) == "4 pixels differ"
    assert difference(image, QImage(40, 41, QImage.Format.Format_RGB32)) == "40 x 40 px instead of 40 x 41"


def test_a_shade_that_the_eye_cannot_tell_is_let_pass() -> None:
    image, other = (QImage(40, 40, QImage.Format.Format_RGB32) for _ in range(2))
    image.fill(QColor(100, 100, 100))
    other.fill(QColor(104, 100, 97))
    assert difference(image, other) == ""


def test_a_missing_picture_fails_with_how_to_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    with pytest.raises(AssertionError, match="UPDATE_GOLDEN=1"):
        assert_golden(QLabel("x"), tmp_path / "none.png")


def _painted(widget: QWidget) -> QImage:
    QApplication.processEvents()
    widget.adjustSize()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
