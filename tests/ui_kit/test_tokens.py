"""Text can be read and shapes can be seen, in both themes (WCAG 2 contrast)."""

from __future__ import annotations

import colorsys
from dataclasses import fields

import pytest

from ui_kit.tokens import DARK, LIGHT, Palette

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
TEXT = [
    ("text", "surface"), ("text", "bg"), ("text", "sunken"), ("text", "blue_soft"), ("text", "orange_soft"),
    ("text", "amber_soft"), ("text", "status"), ("text", "row"), ("text2", "surface"), ("text2", "bg"),
    ("text2", "sunken"), ("text2", "blue_soft"), ("text2", "status"), ("text2", "track"), ("muted", "surface"),
    ("muted", "bg"), ("muted", "sunken"), ("blue_text", "surface"), ("blue_text", "blue_soft"), ("blue_text", "status"),
    ("orange_text", "surface"), ("orange_text", "orange_soft"), ("orange_text", "sunken"), ("orange_text", "status"),
    ("amber", "surface"), ("amber", "amber_soft"), ("amber", "status"), ("on_blue", "blue"), ("rail_text", "rail"),
    ("rail_on", "rail"), ("rail_on", "rail_selected"),
]  # fmt: skip
SHAPES = [
    ("blue", "track"), ("blue", "surface"), ("blue", "bg"), ("orange", "track"), ("orange", "surface"),
    ("ctl", "surface"), ("ctl", "bg"), ("plan_tick", "track"), ("text2", "track"), ("amber", "surface"),
    ("rail_text", "rail"),
]  # fmt: skip
LISTED = [
    ("text", "surface", 16.48, 13.64), ("text", "bg", 14.96, 15.30), ("text2", "sunken", 6.91, 7.88),
    ("muted", "sunken", 5.07, 5.76), ("blue_text", "surface", 7.57, 9.13), ("orange_text", "orange_soft", 6.14, 6.85),
    ("amber", "amber_soft", 5.92, 7.00), ("on_blue", "blue", 5.88, 7.09), ("rail_on", "rail_selected", 10.13, 12.87),
]  # fmt: skip


@THEMES
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("ink", "ground"), SHAPES)
def test_shapes_can_be_seen(theme: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 3.0


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), LISTED)
def test_the_colours_are_the_ones_that_were_designed(ink: str, ground: str, light: float, dark: float) -> None:
    assert contrast(getattr(LIGHT, ink), getattr(LIGHT, ground)) == pytest.approx(light, abs=0.01)
    assert contrast(getattr(DARK, ink), getattr(DARK, ground)) == pytest.approx(dark, abs=0.01)


@THEMES
def test_no_colour_is_red_or_green(theme: Palette) -> None:
    """Orange, amber and blue are told apart by those who can't tell red from green."""
    for field in fields(theme):
        if field.name == "dark":
            continue
        red, green, blue = channels(getattr(theme, field.name))
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        assert saturation < 0.2 or 15 <= hue * 360 <= 50 or 190 <= hue * 360 <= 225, field.name


def channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: 1 to 21."""

    def luminance(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
