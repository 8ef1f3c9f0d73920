"""Words can be read in both themes: their contrast as it is painted, in every named state of `make screenshots`.

The tokens' test trusts that each ink meets the grounds that it was listed with; here pixels of the real window say so.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bench.screenshots.scene import Scene, seed
from bench.screenshots.states import take_pictures
from bench.screenshots.studio import Look, Studio, studio
from ui_kit import theme, tokens
from ui_kit.label import Label
from ui_kit.table import Table
from ui_kit.table_cells import Cell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

LEAST = 4.5
"""WCAG 2, 1.4.3."""


def luminance(pixel: int) -> float:
    colour = QColor.fromRgb(pixel)
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(words: QImage) -> float:
    """The ground is the commonest colour; the ink, which edges only come near to, the one that differs most from it."""
    pixels = Counter(memoryview(words.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    ground = luminance(pixels.most_common(1)[0][0])
    others = [luminance(pixel) for pixel in pixels]
    return max((max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in others)


class Meter(Studio):
    """Measures, in each state, all words that are wholly in view, on labels and in tables."""

    found: dict[str, float]
    measured: int

    def grab(self, name: str) -> None:
        self.rest()
        if "found" not in vars(self):
            self.found, self.measured = {}, 0
        window = self.desktop.frame.grab().toImage()
        for words, place in (*self._labels(), *self._cells()):
            if any(sign.isalnum() for sign in words) and not place.isEmpty():
                self.measured += 1
                ratio = contrast(window.copy(place))
                if ratio < LEAST:
                    self.found[f"{name}: {words}"] = round(ratio, 2)

    def _labels(self) -> list[tuple[str, QRect]]:
        frame = self.desktop.frame
        labels = [one for one in frame.findChildren(Label) if one.isVisible()]
        whole = [one for one in labels if one.visibleRegion().boundingRect() == one.rect()]
        places = [(one, one.rect().translated(one.mapTo(frame, one.rect().topLeft()))) for one in whole]
        return [(one.text(), place) for one, place in places if self._is_on_top(one, place)]

    def _is_on_top(self, label: Label, place: QRect) -> bool:
        """No panel over the page covers it."""
        return all(self.desktop.frame.childAt(point) is label for point in (place.topLeft(), place.bottomRight()))

    def _cells(self) -> list[tuple[str, QRect]]:
        """Those that are words alone."""
        frame, found = self.desktop.frame, []
        for table in frame.findChildren(Table):
            model, port = table.model(), table.viewport()
            corner = port.mapTo(frame, port.rect().topLeft())
            for row in range(model.rowCount()) if table.isVisible() else ():
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    place = table.visualRect(index)
                    whole = port.visibleRegion().boundingRect().contains(place)
                    cell = model.line(row).cells[column] if whole else None
                    if isinstance(cell, Cell) and cell == Cell(cell.text, cell.role, cell.weight, cell.pixels):
                        found.append((cell.text, place.translated(corner)))
        return found


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return seed(tmp_path_factory.mktemp("city"))


@pytest.mark.parametrize("look", [Look(""), Look("-dark", dark=True)], ids=["light", "dark"])
def test_words_can_be_read(qtbot: QtBot, scene: Scene, tmp_path: Path, look: Look) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with studio(application, scene.home, tmp_path, look, Meter) as at:
        assert isinstance(at, Meter)
        take_pictures(at, scene)
        found, measured = at.found, at.measured
    theme.apply(application)
    assert found == {}
    assert measured > 1000


@pytest.mark.parametrize(("ink", "at_least"), [("#586572", True), ("#8a949e", False)])
def test_what_is_too_faint_is_told(qtbot: QtBot, ink: str, at_least: bool) -> None:
    """The design's muted ink on white, and one that is fainter."""
    words = QLabel("Trạm thu nhận")
    words.setFont(theme.font(tokens.CAPTION))
    words.setStyleSheet(f"background: white; color: {ink}")
    qtbot.addWidget(words)
    assert (contrast(words.grab().toImage()) >= LEAST) is at_least
