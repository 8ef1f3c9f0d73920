"""Which palette and text size are in force, and putting them in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui_kit import tokens
from ui_kit.stylesheet import stylesheet

FAMILY = "Inter"


@dataclass
class _Current:
    palette: tokens.Palette = tokens.LIGHT
    scale: float = 1.0
    colours: dict[str, QColor] = field(default_factory=dict)


_current = _Current()


def apply(app: QApplication, *, dark: bool = False, scale: float = 1.0) -> None:
    """Dress `app` in the light or dark theme with text `scale` times its designed size.

    May be called again at any time: every widget is then restyled, laid out and painted anew. Raises ValueError for a
    scale outside 1.0 to 1.5.
    """
    if not 1.0 <= scale <= 1.5:
        raise ValueError("text scale outside 1.0 to 1.5")
    _load_fonts()
    _current.palette = tokens.DARK if dark else tokens.LIGHT
    _current.scale = scale
    _current.colours.clear()
    app.setStyle("Fusion")
    app.setPalette(_qt_palette(_current.palette))
    app.setFont(font(tokens.BODY))
    app.setStyleSheet(stylesheet(_current.palette))


def palette() -> tokens.Palette:
    """Return the palette in force."""
    return _current.palette


def colour(role: str) -> QColor:
    """Return the colour in force for a `Palette` field."""
    made = _current.colours.get(role)
    if made is None:
        made = _current.colours[role] = QColor(getattr(_current.palette, role))
    return QColor(made)


def blend(over: str, under: str, alpha: float) -> QColor:
    """Return palette field `over` laid upon field `under` with opacity `alpha` (0 to 1)."""
    top, ground = colour(over), colour(under)
    channels = ((top.red(), ground.red()), (top.green(), ground.green()), (top.blue(), ground.blue()))
    return QColor(*(round(a * alpha + b * (1 - alpha)) for a, b in channels))


def scaled(length: int) -> int:
    """Return a designed length that holds text, grown with the text."""
    return round(length * _current.scale)


def font(pixels: int = tokens.BODY, weight: int = tokens.REGULAR, *, code: bool = False) -> QFont:
    """Return the bundled font at a designed size, with digits of equal width; `code` adds the slashed zero."""
    return QFont(_font(scaled(pixels), weight, code))  # a copy, which shares what Qt found out about the font


@cache
def _font(pixels: int, weight: int, code: bool) -> QFont:
    _load_fonts()
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    if code:
        made.setFeature(QFont.Tag("zero"), 1)
    return made


@cache
def _load_fonts() -> None:
    for style in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFontFromData(QByteArray(resources.read(f"fonts/Inter-{style}.ttf")))


def _qt_palette(tone: tokens.Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for target, value in (
        (role.Window, tone.bg),
        (role.WindowText, tone.text),
        (role.Base, tone.surface),
        (role.AlternateBase, tone.row),
        (role.Text, tone.text),
        (role.Button, tone.surface),
        (role.ButtonText, tone.text),
        (role.BrightText, tone.on_blue),
        (role.Light, tone.surface),
        (role.Midlight, tone.grid),
        (role.Mid, tone.border),
        (role.Dark, tone.ctl),
        (role.Highlight, tone.blue),
        (role.HighlightedText, tone.on_blue),
        (role.Accent, tone.blue),
        (role.Link, tone.blue_text),
        (role.PlaceholderText, tone.muted),
        (role.ToolTipBase, tone.surface),
        (role.ToolTipText, tone.text),
    ):
        made.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tone.muted))
    return made
