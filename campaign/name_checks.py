"""What is odd about a name: it only warns, since true names look odd too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Telex writes tones and marks as these letters, VNI as digits.
_TELEX_TRACE = re.compile(r"aa|ee|oo|dd|w|[sfrxj]\Z")
_VOWELS = frozenset("aeiouy")
_ALLOWED_MARKS = frozenset(" '’‘-.")


def name_warnings(name: str) -> Iterator[str]:
    """``name_suspect_ime`` and ``name_unusual_characters`` of a normalised name; an empty one has none."""
    if any(_spoiled_by_input_method(word) for word in name.split()):
        yield "name_suspect_ime"
    if not all(character.isalnum() or character in _ALLOWED_MARKS for character in name):
        yield "name_unusual_characters"


def _spoiled_by_input_method(word: str) -> bool:
    """A digit, or letters without a vowel, or what Telex would have swallowed."""
    folded = word.casefold()
    if any(map(str.isdecimal, folded)) or _TELEX_TRACE.search(folded):
        return True
    letters = [letter for letter in unicodedata.normalize("NFD", folded) if letter.isalpha()]
    return len(letters) >= 2 and _VOWELS.isdisjoint(letters)
