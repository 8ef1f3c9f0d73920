"""Fonts, sizes and colours of the theme in force."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from ui_kit import theme, tokens
from ui_kit.icons import icon
from ui_kit.label import Label


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_text_is_set_in_the_bundled_font_with_digits_of_one_width(weight: int) -> None:
    font = theme.font(14, weight)
    assert (QFontInfo(font).family(), QFontInfo(font).weight()) == ("Inter", weight)
    assert len({QFontMetricsF(font).horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_scale_outside_its_range_is_refused(application: QApplication) -> None:
    for scale in (0.99, 1.51):
        with pytest.raises(ValueError, match="scale"):
            theme.apply(application, scale=scale)


def test_labels_grow_with_the_text_and_shrink_back(application: QApplication) -> None:
    label = Label("Ghi hồ sơ", tokens.TITLE)
    small = label.sizeHint()
    theme.apply(application, scale=1.5)
    application.processEvents()
    assert label.font().pixelSize() == 30
    assert label.sizeHint().width() > 1.4 * small.width()
    theme.apply(application)
    application.processEvents()
    assert label.sizeHint() == small


def test_stock_widgets_take_the_palette(application: QApplication) -> None:
    theme.apply(application, dark=True)
    assert application.palette().color(QPalette.ColorRole.Window).name() == tokens.DARK.bg
    assert theme.palette() is tokens.DARK
    assert theme.colour("blue").name() == "#5db1e6"


def test_a_blend_lies_between_its_two_colours() -> None:
    assert theme.blend("text", "surface", 0).name() == tokens.LIGHT.surface
    assert theme.blend("text", "surface", 1).name() == tokens.LIGHT.text
    assert theme.blend("orange_soft", "surface", 0.6).name() == "#fdf2ec"


def test_an_unknown_icon_is_not_found() -> None:
    assert not icon("usb").isNull()
    with pytest.raises(FileNotFoundError):
        icon("no_such_icon")
