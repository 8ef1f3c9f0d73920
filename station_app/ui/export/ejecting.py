"""Lets the sticks of a finished bundle go, and remembers what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from campaign.refusal import Refusal
from station_app.ui.asking import Desk
from station_app.ui.export.shown import PullShown


class Ejecting:
    """``eject`` is called on the slow lane with each stick's root; ``changed`` when something else is to be shown."""

    def __init__(self, desk: Desk, eject: Callable[[Path], None], changed: Callable[[], None]) -> None:
        self._desk, self._eject, self._changed = desk, eject, changed
        self._roots: tuple[Path, ...] = ()
        self._gone: frozenset[Path] = frozenset()
        self._busy = False
        self._sentence = ""

    def offer(self, roots: Iterable[Path], written: Iterable[Path]) -> None:
        """The sticks that carry the bundle, and those that were written to just now; no folder that stands for one."""
        self._roots, self._sentence = tuple(roots), ""
        self._gone = self._gone & frozenset(self._roots) - frozenset(written)

    def start(self) -> None:
        """Those that are still there; one that can't be let go doesn't keep the others."""
        if self._busy or not self._left():
            return
        self._busy, self._sentence = True, ""
        left, eject = self._left(), self._eject

        def call() -> tuple[frozenset[Path], Refusal | None]:
            gone, why = set(), None
            for root in left:
                try:
                    eject(root)
                    gone.add(root)
                except Refusal as refusal:
                    why = why or refusal
            return frozenset(gone), why

        self._desk.slow.ask(call, self._ended)
        self._changed()

    def shown(self) -> PullShown:
        sticks = len(self._roots)
        if not sticks:
            return PullShown("folder", 0, "")
        if self._busy:
            return PullShown("ejecting", sticks, "")
        if self._sentence:
            return PullShown("failed", sticks, self._sentence)
        return PullShown("ready" if self._left() else "ejected", sticks, "")

    def _left(self) -> list[Path]:
        return [root for root in self._roots if root not in self._gone]

    def _ended(self, answer: tuple[frozenset[Path], Refusal | None]) -> None:
        gone, why = answer
        self._busy = False
        self._gone |= gone
        self._sentence = self._desk.say(why) if why else ""
        self._changed()
