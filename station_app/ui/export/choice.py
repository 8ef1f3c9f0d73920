"""Which of the sticks that are plugged in is written to: one is chosen, a second one is offered, strangers wait."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from station_app.services.show_sticks import PluggedStick
from station_app.ui.export.shown import Part, StickShown, StickState

KEYS = 9


@dataclass(slots=True)
class StickChoice:
    """``folder`` stands for a stick in a drill. ``copied``: the bundle to be copied, None where one is to be made."""

    sticks: tuple[PluggedStick, ...] = ()
    folder: Path | None = None
    copied: int | None = None
    second_wanted: bool = True
    _main: Path | None = None
    _stranger: Path | None = None

    @property
    def main(self) -> PluggedStick | None:
        """The chosen one while it may be written to, else the first that may."""
        usable = self._usable()
        return next((stick for stick in usable if stick.root == self._main), usable[0] if usable else None)

    @property
    def offered(self) -> PluggedStick | None:
        """The one for a second copy."""
        if self.copied is not None:
            return None
        return next((stick for stick in self._usable() if stick is not self.main), None)

    @property
    def second(self) -> PluggedStick | None:
        return self.offered if self.second_wanted else None

    @property
    def stranger(self) -> PluggedStick | None:
        """The one that may be registered now."""
        strangers = [stick for stick in self.sticks if self._state(stick) == "stranger"]
        return next((stick for stick in strangers if stick.root == self._stranger), next(iter(strangers), None))

    def key_of(self, stick: PluggedStick) -> int:
        return self.sticks.index(stick) + 1

    def pick(self, key: int) -> None:
        """What a digit means: a stick to write to, or a strange one to be named; beyond the last nothing."""
        if not 1 <= key <= min(KEYS, len(self.sticks)):
            return
        stick = self.sticks[key - 1]
        if self._state(stick) == "usable":
            self._main = stick.root
        elif self._state(stick) == "stranger":
            self._stranger = stick.root

    def choose(self, root: Path) -> None:
        self._main = root

    @property
    def holder(self) -> PluggedStick | None:
        """One from which the bundle can be copied."""
        return next((stick for stick in self.sticks if self._state(stick) == "holds"), None)

    def shown(self) -> tuple[StickShown, ...]:
        return tuple(
            StickShown(
                key=key,
                label=stick.label,
                volume=volume_of(stick.root),
                state=self._state(stick),
                part=self._part(stick),
                free=stick.free,
                size=stick.size,
                orders=stick.orders,
                folder=stick.root == self.folder,
                file_system=stick.file_system,
                bundles=tuple(sorted(stick.bundles)),
                others=stick.others,
                ignored=stick.ignored,
            )
            for key, stick in enumerate(self.sticks, 1)
        )

    def _usable(self) -> list[PluggedStick]:
        return [stick for stick in self.sticks if self._state(stick) == "usable"]

    def _state(self, stick: PluggedStick) -> StickState:
        if not stick.readable:
            return "unreadable"
        if not stick.registered and stick.root != self.folder:
            return "stranger"
        return "holds" if self.copied is not None and self.copied in stick.bundles else "usable"

    def _part(self, stick: PluggedStick) -> Part:
        return "main" if stick is self.main else "second" if stick is self.second else "none"


def volume_of(root: Path) -> str:
    """What the system calls it: the mount's name, a drive's letter."""
    return root.name or root.drive or str(root)


def name_of(stick: PluggedStick) -> str:
    """How people call it."""
    return stick.label or volume_of(stick.root)
