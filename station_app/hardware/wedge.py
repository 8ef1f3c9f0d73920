"""A scanner that plays keyboard, told from a hand by nothing but when its keys come.

Measured: scanners send a key each 5-35 ms, six characters at least; the fastest hands stay above 60 ms.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

FAST_MS = 50
"""At most so long between two keys of a scanner that isn't recognised yet; a hand's key acts so much later."""
FEWEST = 6
"""So many characters in a row, each fast, make a burst: no hand does that, not even rolling over the keys."""
PAUSE_MS = 150
"""A recognised burst ends when nothing comes for so long; a busy computer may hold back a key or two."""
TAIL_MS = 250
"""So long after a burst's end another line end is its second one (CR LF), and no hand's Enter."""
LONGEST = 4096
"""Characters kept of a burst: more than a scan may have, so that an endless one is refused as too long."""

BACKSPACE = "\b"
TERMINATORS = frozenset("\r\n\t")


@dataclass(frozen=True, slots=True)
class Burst:
    """What a scanner sent, without its end. ``by_keys``: as a keyboard would, and so through an input method where
    one is on; ``disturbed``: one was seen at work on it; ``ended``: by a line end, and not by silence alone.
    """

    text: str
    disturbed: bool = False
    by_keys: bool = True
    ended: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Ruling:
    """``fate`` of a key: it acts, waits until more is known, or is a scanner's and acts nowhere.

    Before that: ``released``, the keys that waited are a hand's and act now; ``burst``, which has just ended.
    """

    fate: Literal["acts", "waits", "scanned"] = "acts"
    released: bool = False
    burst: Burst | None = None


class Wedge:
    """Fed with every key that is pressed and the milliseconds of a clock that only runs forward.

    Keys that wait lose nothing and change no order: whoever asks keeps them, and lets them act when told so.
    """

    def __init__(self) -> None:
        self._text = ""
        self._last = 0
        self._disturbed = False
        self._ended_at: int | None = None
        self.running = False
        """A burst is coming in."""

    @property
    def patience(self) -> int:
        """Milliseconds without a key after which `pause` is due; 0: nothing waits."""
        return PAUSE_MS if self.running else FAST_MS if self._text else 0

    def key(self, text: str, at: int, *, repeated: bool = False) -> Ruling:
        """A key is pressed. ``text``: what it writes, "" for F1 or arrows; ``repeated``: by being held down."""
        before = self.catch_up(at)
        if self.running:
            return Ruling("scanned", burst=self._taken(text, at))
        if self.is_second_end(text, at):
            return Ruling("scanned", before.released, before.burst)
        if not self.may_begin(text) or (repeated and not self._text):
            return Ruling("acts", before.released or self.pause().released, before.burst)
        self._text, self._last = self._text + text, at
        self.running = len(self._text) >= FEWEST
        return Ruling("scanned" if self.running else "waits", before.released, before.burst)

    def aside(self, at: int) -> None:
        """A key that only alters others, such as Shift before a capital, or a digit of a code typed with Alt."""
        if self.patience and 0 <= at - self._last <= self.patience:
            self._last = at

    def composed(self, committed: str, replaced: int = 0) -> bool:
        """An input method writes in place of ``replaced`` characters. Returns whether it is a burst that it spoils."""
        if self.running:
            self._disturbed = True
            self._text = self._text[: len(self._text) - replaced] + committed
        return self.running

    def catch_up(self, at: int) -> Ruling:
        """What the time that has gone by until ``at`` has decided."""
        return Ruling() if 0 <= at - self._last <= self.patience else self.pause()

    def pause(self) -> Ruling:
        """Nothing more comes."""
        if self.running:
            return Ruling(burst=self._end(ended=False))
        released, self._text = bool(self._text), ""
        return Ruling(released=released)

    def may_begin(self, text: str) -> bool:
        """Whether a key may be a scanner's: no scan begins with a space, which presses buttons."""
        return text.isprintable() and bool(text.strip() or (text and self._text))

    def is_second_end(self, text: str, at: int) -> bool:
        return text in TERMINATORS and self._ended_at is not None and 0 <= at - self._ended_at <= TAIL_MS

    def _taken(self, text: str, at: int) -> Burst | None:
        self._last = at
        if text in TERMINATORS:
            self._ended_at = at
            return self._end(ended=True)
        if text == BACKSPACE:  # no scanner corrects itself
            self._disturbed, self._text = True, self._text[:-1]
        else:
            self._text = (self._text + text)[:LONGEST]
        return None

    def _end(self, *, ended: bool) -> Burst:
        burst = Burst(self._text, self._disturbed, ended=ended)
        self._text, self._disturbed, self.running = "", False, False
        return burst
