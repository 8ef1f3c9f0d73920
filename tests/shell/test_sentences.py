"""Every no of the product is said in words, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from shell.sentences import sentence
from shell.sentences_en import ENGLISH
from shell.sentences_vi import VIETNAMESE

ROOT = Path(__file__).parents[2]
_RAISED = re.compile(r"(?:InputRefused|NotPermitted|StorageRefused|StoreBroken|Refusal)\(\s*\"([a-z_]+)\"")


def raised_codes() -> set[str]:
    rooms = ("campaign", "bundle", "db", "shell", "station_app", "command_app")
    sources = [path.read_text(encoding="utf-8") for room in rooms for path in (ROOT / room).rglob("*.py")]
    return {code for source in sources for code in _RAISED.findall(source)}


def test_every_code_that_is_raised_has_a_sentence() -> None:
    assert raised_codes() - VIETNAMESE.keys() == set()


def test_both_languages_have_the_same_codes_and_fill_in_the_same_fields() -> None:
    assert VIETNAMESE.keys() == ENGLISH.keys()
    for code, (message, hint) in VIETNAMESE.items():
        english = "".join(ENGLISH[code])
        assert _fields(message + hint) == _fields(english), code


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(VIETNAMESE))
def test_a_sentence_says_what_happened(code: str) -> None:
    assert sentence(code, {}, "vi").message.strip()
    assert sentence(code, {}, "en").message.strip()


def test_fields_are_filled_in_and_missing_ones_leave_a_gap() -> None:
    assert "bản ghi 17" in sentence("duplicate", {"n": 17}, "vi").message
    assert "…" in sentence("duplicate", {"n": 17}, "vi").message


def test_the_environment_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert sentence("empty", {}) == sentence("empty", {}, "en")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert sentence("empty", {}) == sentence("empty", {}, "vi")
