"""The window speaks English too: every word of the sources has its English, and none is forgotten."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_app.ui import worded
from station_app.ui.board.view import BoardView
from station_app.ui.export.view import ExportView
from station_app.ui.intake.view import IntakeView
from station_app.ui.readiness.view import ReadinessView
from station_app.ui.shift_close.view import ShiftCloseView
from station_app.ui.sign_in.view import SignInView

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "resources/translations/station_en.ts"
PLACEHOLDER = re.compile(r"\{\w*\}|%\d")
VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def _messages() -> Iterator[tuple[str, str, ElementTree.Element]]:
    """The place, the Vietnamese, and what stands for its English."""
    for context in ElementTree.parse(WORDS).iter("context"):
        for message in context.iter("message"):
            english = message.find("translation")
            assert english is not None
            yield context.findtext("name", ""), message.findtext("source", ""), english


def _tool(name: str) -> Path:
    return Path(sys.executable).with_name(name)


@pytest.fixture
def in_english(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The words as they are installed: compiled, and read from memory."""
    compiled = tmp_path / "station_en.qm"
    subprocess.run([_tool("pyside6-lrelease"), "-silent", WORDS, "-qm", compiled], check=True, capture_output=True)
    words, translator = compiled.read_bytes(), QTranslator()
    assert translator.load(words)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_word_has_its_english() -> None:
    unfinished = [(place, said) for place, said, english in _messages() if english.get("type") or not english.text]
    assert unfinished == [], "write the English into station_en.ts, without type="


def test_english_is_without_vietnamese_letters() -> None:
    assert [said for _, said, english in _messages() if VIETNAMESE.search(english.text or "")] == []


def test_placeholders_stay() -> None:
    for place, said, english in _messages():
        expected = Counter(PLACEHOLDER.findall(said))
        assert Counter(PLACEHOLDER.findall(english.text or "")) == expected, f"{place}: {said}"


def test_the_sources_say_nothing_else(tmp_path: Path) -> None:
    """As `make translations` does it, with the words in a copy."""
    copy = Path(shutil.copy(WORDS, tmp_path))
    asked = re.search(r"pyside6-lupdate (.+?) -ts ", (ROOT / "Makefile").read_text("utf-8"), re.DOTALL)
    assert asked
    options = asked[1].replace("\\\n", " ").split()
    subprocess.run([_tool("pyside6-lupdate"), *options, "-ts", copy], cwd=ROOT, check=True, capture_output=True)
    assert copy.read_text("utf-8") == WORDS.read_text("utf-8"), "run make translations"


NAMES = {"Tiếng Việt", "Công an ", "Công an quận Lê Chân", "Nguyễn Bá Thịnh"}
"""Of a language, of units and people: the same in every language."""


def test_every_word_of_a_screen_is_found() -> None:
    """A word that isn't a plain argument of `tr` or `translate` is overlooked when the words are collected."""
    found = {said for _, said, _ in _messages()} | NAMES
    overlooked = []
    for file in (ROOT / "station_app/ui").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                text = node.value
                if len(text) > 1 and VIETNAMESE.search(text) and text not in found and "stationctl" not in text:
                    overlooked.append(f"{file.name}:{node.lineno}: {text}")
    assert overlooked == []


@pytest.mark.usefixtures("in_english")
def test_days_and_lengths_of_time_are_english() -> None:
    assert worded.long_date(date(2021, 4, 8)) == "Thursday, 08/04/2021"
    assert worded.duration(83) == "1 h 23 min"


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("view", [SignInView, ReadinessView, IntakeView, ShiftCloseView, BoardView, ExportView])
def test_a_screen_is_english(qtbot: QtBot, view: type[QWidget]) -> None:
    screen = view()
    qtbot.addWidget(screen)
    said = {
        str(words)
        for widget in [screen, *screen.findChildren(QWidget)]
        for words in (widget.accessibleName(), widget.property("text"), widget.property("placeholderText"))
        if words
    }
    assert len(said) > 3
    assert [words for words in said if VIETNAMESE.search(words)] == []
