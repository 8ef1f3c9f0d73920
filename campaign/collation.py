"""Vietnamese dictionary order, whatever the computer's language: phrases, and persons by given name.

A word is compared by its letters first (a ă â b c d đ e ê …), then by its one tone (ngang, huyền, hỏi, ngã, sắc,
nặng); a phrase word by word.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {letter: place for place, letter in enumerate("0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}
_IGNORED = frozenset("'’‘.")
_BETWEEN_WORDS = re.compile(r"[\s-]+")

_Words = tuple[tuple[tuple[int, ...], int], ...]


def phrase_key(text: str) -> tuple[_Words, str]:
    """Sorts phrases; of those that differ in nothing else, lower case comes before upper case."""
    text = unicodedata.normalize("NFC", text)
    return _key(_words(text)), text.swapcase()


def person_key(full_name: str) -> tuple[_Words, _Words, _Words, str]:
    """Sorts persons: the given name (the last word), then the middle words, then the surname."""
    full_name = unicodedata.normalize("NFC", full_name)
    words = _words(full_name)
    return _key(words[-1:]), _key(words[1:-1]), _key(words[:-1][:1]), full_name.swapcase()


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(text.casefold()) if word]


def _key(words: list[str]) -> _Words:
    return tuple(map(_word_key, words))


def _word_key(word: str) -> tuple[tuple[int, ...], int]:
    letters: list[int] = []
    tone = 0
    for letter in word:
        whole = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in whole if mark in _TONES), tone)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in whole if mark not in _TONES))
        if bare and bare not in _IGNORED:
            letters.append(_LETTERS.get(bare, len(_LETTERS) + ord(bare[0])))
    return tuple(letters), tone
