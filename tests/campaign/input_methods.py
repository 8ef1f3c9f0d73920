"""Telex and VNI at work on the keys of a scanner, and a scanner that types as they want to be typed to.

Written from what people are taught (s f r x j and 1-5 for the tones, aa aw dd and 6-9 for the marks, a key pressed
again takes itself back), not from the code under test. Tones go where schools put them: on the vowel with a mark, else
on the last before a consonant, else on the one before the last.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Method = Callable[[str], str]

ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
TONES, MARKS = (ACUTE, GRAVE, HOOK, TILDE, DOT), (CIRCUMFLEX, BREVE, HORN)
TELEX_TONES, VNI_TONES = dict(zip("sfrxj", TONES, strict=True)), dict(zip("12345", TONES, strict=True))
VNI_MARKS = {"6": ("aeo", CIRCUMFLEX), "7": ("ou", HORN), "8": ("a", BREVE)}


class _Word:
    """The letters since the last space or other sign, each with its mark and tone."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, str, str]] = []

    def add(self, character: str) -> None:
        base, *rest = list(unicodedata.normalize("NFD", character))
        mark = next((one for one in rest if one in MARKS), "")
        self.letters.append((base, mark, next((one for one in rest if one in TONES), "")))

    def mark(self, bases: str, mark: str) -> bool:
        """Every one of the last run of such letters ("uo" makes "ươ"); False where none is without a mark."""
        places = [place for place, (base, had, _) in enumerate(self.letters) if base.lower() in bases and not had]
        if not places:
            return False
        last = places[-1]
        for place in places:
            if place == last or (place == last - 1 and mark == HORN):
                base, _, tone = self.letters[place]
                self.letters[place] = (base, mark, tone)
        return True

    def unmark(self, bases: str, mark: str) -> bool:
        """The key again takes itself back."""
        if not self.letters or self.letters[-1][0].lower() not in bases or self.letters[-1][1] != mark:
            return False
        base, _, tone = self.letters[-1]
        self.letters[-1] = (base, "", tone)
        return True

    def tone(self, tone: str) -> bool:
        """False where there is no vowel, or where the tone was there and is taken back."""
        vowels = [place for place, (base, _, _) in enumerate(self.letters) if base.lower() in "aeiouy"]
        start = "".join(base for base, _, _ in self.letters[:2]).lower()
        if len(vowels) > 1 and start in ("qu", "gi"):
            vowels = vowels[1:]
        if not vowels:
            return False
        had = any(self.letters[place][2] == tone for place in vowels)
        self.letters = [(base, mark, "") for base, mark, _ in self.letters]
        if had:
            return False
        marked = [place for place in vowels if self.letters[place][1]]
        closed = vowels[-1] < len(self.letters) - 1
        place = marked[-1] if marked else vowels[-1] if closed or len(vowels) == 1 else vowels[-2]
        base, mark, _ = self.letters[place]
        self.letters[place] = (base, mark, tone)
        return True

    def cross(self) -> bool:
        for place, (base, _, _) in enumerate(self.letters):
            if base in "dD":
                self.letters[place] = ("đ" if base == "d" else "Đ", "", "")
                return True
        return False

    def __str__(self) -> str:
        return unicodedata.normalize("NFC", "".join(base + mark + tone for base, mark, tone in self.letters))


def _typed(keys: str, strike: Callable[[_Word, str], bool]) -> str:
    done, word = "", _Word()
    for key in keys:
        if strike(word, key):
            continue
        if key.isalpha():
            word.add(key)
        else:
            done, word = done + str(word) + key, _Word()
    return done + str(word)


def telex(keys: str) -> str:
    """What is written when a scanner sends these keys while Telex is on."""

    def strike(word: _Word, key: str) -> bool:
        low = key.lower()
        if low in TELEX_TONES:
            return word.tone(TELEX_TONES[low])
        if low == "w":
            if word.mark("ou", HORN) or word.mark("a", BREVE):
                return True
            word.unmark("oua", HORN)
            return False
        if low == "d":
            return word.cross()
        if low in "aeo":
            return not word.unmark(low, CIRCUMFLEX) and word.mark(low, CIRCUMFLEX)
        return False

    return _typed(keys, strike)


def vni(keys: str) -> str:
    """What is written when a scanner sends these keys while VNI is on."""

    def strike(word: _Word, key: str) -> bool:
        if key in VNI_TONES:
            return word.tone(VNI_TONES[key])
        if key in VNI_MARKS:
            return not word.unmark(*VNI_MARKS[key]) and word.mark(*VNI_MARKS[key])
        return key == "9" and word.cross()

    return _typed(keys, strike)


def telex_keys(text: str) -> str:
    """The keys for a text, each word's tone behind it: Nguyễn is Nguyeenx."""
    return _keys(text, TELEX_TONES, lambda base, mark: base.lower() if mark == CIRCUMFLEX else "w" if mark else "d")


def vni_keys(text: str) -> str:
    """The keys for a text: Nguyễn is Nguye6n4."""

    def of(base: str, mark: str) -> str:
        return {CIRCUMFLEX: "6", HORN: "7", BREVE: "8", "": "9"}[mark]

    return _keys(text, VNI_TONES, of)


def _keys(text: str, tones: dict[str, str], key_of: Callable[[str, str], str]) -> str:
    written = []
    for word in text.split(" "):
        keys, tone = "", ""
        for character in word:
            base, *rest = list(unicodedata.normalize("NFD", character))
            mark = next((one for one in rest if one in MARKS), "")
            crossed = base in "đĐ"
            base = {"đ": "d", "Đ": "D"}.get(base, base)
            keys += base + (key_of(base, mark) if mark or crossed else "")
            tone = next((key for key, one in tones.items() if one in rest), tone)
        written.append(keys + tone)
    return " ".join(written)
