"""The left card: which sticks are there, which one is chosen, and strange ones on their way to a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from bundle.stick import Stick, StickIdentity
from campaign.refusal import InputRefused, Refusal
from station_app.hardware.drives import Drive
from station_app.home import STORE
from station_app.services.show_sticks import PluggedStick, folder_as_drive, plugged_sticks
from station_app.services.sticks import register_stick
from station_app.ui.asking import Desk
from station_app.ui.export.choice import StickChoice, volume_of
from station_app.ui.export.shown import FolderShown, NamingShown, SticksShown

PRACTICE_STICK = "stick"
"""The folder in a practice home that stands for a stick unless another is told."""


Seen = tuple[tuple[PluggedStick, ...], Path | None, Refusal | None]
"""The sticks, the folder if it may stand for one, and why it may not."""


class SticksSide:
    """``changed`` is called when something else is to be shown. ``looked``: there was an answer already."""

    def __init__(self, desk: Desk, drives: Callable[[], Iterable[Drive]], changed: Callable[[], None]) -> None:
        self._desk, self._drives, self._changed = desk, drives, changed
        self.choice = StickChoice()
        self.looked = False
        self._looking = self._polling = self._naming = False
        self._naming_sentence = self._folder_sentence = ""
        self._choose_next: Path | None = None
        self._folder_open = desk.station.identity.drill
        self._folder: Path | None = desk.station.home / PRACTICE_STICK if self._folder_open else None
        """The one that was named; the choice has it once it was found to be one that may be written to."""

    def look(self) -> None:
        """Asks all sticks what they are and carry."""
        if self._looking:
            return
        self._looking = True
        station, folder = self._desk.station, self._folder

        def call() -> Seen:
            drives, missing = list(self._drives()), None
            if folder is not None:
                try:
                    drives.insert(0, folder_as_drive(folder, drives, station.home / STORE))
                except InputRefused as refusal:
                    missing = refusal
            return plugged_sticks(station, drives), folder if missing is None else None, missing

        self._desk.slow.ask(call, self._seen, self._not_seen)
        self._changed()

    def poll(self) -> None:
        """Looks again only if a stick was put in or pulled out."""
        if self._looking or self._polling:
            return
        self._polling = True
        self._desk.slow.ask(lambda: frozenset(drive.root for drive in self._drives()), self._polled, self._not_polled)

    def pick(self, key: int) -> None:
        self.choice.pick(key)
        self._naming_sentence = ""
        self._changed()

    def name(self, label: str) -> None:
        """Registers the strange stick, which then is the chosen one."""
        stranger, station = self.choice.stranger, self._desk.station
        if stranger is None or not label.strip() or self._naming:
            return
        self._naming, self._naming_sentence, self._choose_next = True, "", stranger.root
        stick = Stick(stranger.root)
        self._desk.slow.ask(lambda: register_stick(station, stick, label.strip()), self._named, self._not_named)
        self._changed()

    def open_folder(self) -> None:
        """Any folder may be named in place of a stick; asked again, outside a drill, there is none any more."""
        if self._desk.station.identity.drill:
            return
        self._folder_open = not self._folder_open
        self._folder, self._folder_sentence = None, ""
        self._changed()
        self.look()

    def give_folder(self, path: str) -> None:
        if self._folder_open and path.strip():
            self._folder = self._choose_next = Path(path.strip()).expanduser()
            self.look()

    def shown(self, *, locked: bool) -> SticksShown:
        stranger, folder = self.choice.stranger, self._folder
        return SticksShown(
            sticks=self.choice.shown(),
            naming=None
            if stranger is None
            else NamingShown(
                self.choice.key_of(stranger), volume_of(stranger.root), self._naming_sentence, self._naming
            ),
            folder=FolderShown(str(folder or ""), self._folder_sentence) if self._folder_open else None,
            looking=self._looking and not self.looked,
            locked=locked or self._naming,
        )

    def _seen(self, answer: Seen) -> None:
        self.choice.sticks, self.choice.folder, missing = answer
        self._looking, self.looked = False, True
        self._folder_sentence = self._desk.say(missing) if missing else ""
        if self._choose_next is not None:
            self.choice.choose(self._choose_next)
            self._choose_next = None
        self._changed()

    def _not_seen(self, refusal: Refusal) -> None:
        self._looking = False
        self._folder_sentence = self._desk.say(refusal)
        self._changed()

    def _polled(self, roots: frozenset[Path]) -> None:
        self._polling = False
        if roots != {stick.root for stick in self.choice.sticks} - {self.choice.folder}:
            self.look()

    def _not_polled(self, _: Refusal) -> None:
        self._polling = False

    def _named(self, _: StickIdentity) -> None:
        self._naming = False
        self._desk.journal_grew()
        self.look()

    def _not_named(self, refusal: Refusal) -> None:
        self._naming, self._choose_next = False, None
        self._naming_sentence = self._desk.say(refusal)
        self._changed()
