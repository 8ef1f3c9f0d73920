"""Screens, sentences and the guide say a thing by the word that docs/glossary.md has for it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from shell.sentences_vi import VIETNAMESE

ROOT = Path(__file__).parents[2]
INSTEAD = {
    "gói tin cậy": "bộ khóa tin cậy",
    "ghi danh": "đăng ký trạm",
    "mã hồ sơ": "mã phiếu",
    "hủy hồ sơ": "hủy bản ghi",
    "chiến dịch": "đợt cao điểm",
    "dấu khóa": "mã khóa",
    "vân tay gốc": "mã khóa",
    "vân tay của trạm": "mã khóa",
}
"""Words that were said once, and the glossary's."""


def said() -> str:
    texts = ElementTree.parse(ROOT / "resources/translations/station_en.ts").getroot().iter("source")
    guide = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/huong-dan").glob("*.md"))]
    sentences = [part for sentence in VIETNAMESE.values() for part in sentence]
    return "\n".join([*(text.text or "" for text in texts), *sentences, *guide]).lower()


def test_the_words_are_the_glossarys() -> None:
    words = said()
    assert [word for word in INSTEAD if word in words] == []


def test_the_glossary_has_them() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs/glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    terms = {term.strip() for row in rows for term in row.split(",")}
    assert set(INSTEAD.values()) <= terms
