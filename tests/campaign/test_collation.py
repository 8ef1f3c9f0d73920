"""Vietnamese order: the cases of a table of phrases and names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from campaign.collation import person_key, phrase_key

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "vietnamese_sort_cases.json").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_phrases_and_persons_are_sorted_as_in_a_dictionary(case: dict[str, Any]) -> None:
    assert sorted(case["input"], key=person_key if case["kind"] == "person" else phrase_key) == case["expected"]


def test_what_is_no_letter_still_has_a_place() -> None:
    assert sorted(["ж", "z", "\u0301", ""], key=phrase_key) == ["", "\u0301", "z", "ж"]
    assert person_key("") < person_key("An")
