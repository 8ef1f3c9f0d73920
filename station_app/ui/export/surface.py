"""What the presenter needs of the view: events that come from people, setters for what it shows."""

from __future__ import annotations

from typing import Protocol

from db.reads.day import Funnel
from station_app.ui.asking import Event
from station_app.ui.export.shown import (
    BundlesShown,
    ButtonShown,
    DoneShown,
    LoadShown,
    ReceivedShown,
    SticksShown,
    TroubleShown,
    WorkShown,
)


class ExportSurface(Protocol):
    """Events, with their arguments in brackets."""

    @property
    def picked(self) -> Event:
        """[digit] 1 … 9: a stick to write to, or a strange one to be named."""

    @property
    def look_asked(self) -> Event:
        """F5: look for sticks again."""

    @property
    def named(self) -> Event:
        """[label] Registers the strange stick."""

    @property
    def folder_asked(self) -> Event:
        """Ctrl+O: a folder is to stand for a stick, or none any more."""

    @property
    def folder_given(self) -> Event:
        """[path] Of that folder."""

    @property
    def second_toggled(self) -> Event:
        """Space."""

    @property
    def go_asked(self) -> Event:
        """Ctrl+Enter: exports, copies, or tries again."""

    @property
    def receive_asked(self) -> Event: ...

    @property
    def copy_asked(self) -> Event:
        """Ctrl+D: the finished bundle on one more stick."""

    @property
    def eject_asked(self) -> Event:
        """Ctrl+E: the sticks of the finished bundle are to be pulled."""

    @property
    def left(self) -> Event:
        """Esc: stops the work, or leaves what is shown."""

    def show_sticks(self, shown: SticksShown) -> None: ...

    def show_load(self, shown: LoadShown) -> None: ...

    def show_funnel(self, funnel: Funnel) -> None: ...

    def show_bundles(self, shown: BundlesShown) -> None: ...

    def show_button(self, shown: ButtonShown) -> None: ...

    def show_work(self, shown: WorkShown) -> None:
        """The steps, also while nothing is under way."""

    def show_trouble(self, shown: TroubleShown | None) -> None: ...

    def show_received(self, shown: ReceivedShown | None) -> None:
        """In place of the steps."""

    def show_done(self, shown: DoneShown | None) -> None:
        """In place of everything else."""
