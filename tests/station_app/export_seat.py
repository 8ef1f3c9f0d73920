"""The export screen at a real station with folders as sticks: a view that remembers, drives that come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bundle.stick import Stick
from campaign.refusal import StorageRefused
from db.reads.day import Funnel
from station_app.hardware.drives import Drive
from station_app.services.station import Station
from station_app.services.sticks import register_stick
from station_app.ui.export.presenter import ExportPresenter
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
from tests.station_app.desks import Bell, FakeDesk, as_user, logged, opened


class FakeExportView:
    """Remembers what was shown last; ``works`` are all the steps shown, and ``on_work`` hears of each."""

    def __init__(self) -> None:
        self.picked, self.look_asked, self.named, self.folder_given = Bell(), Bell(), Bell(), Bell()
        self.second_toggled, self.go_asked, self.receive_asked = Bell(), Bell(), Bell()
        self.copy_asked, self.eject_asked, self.left, self.folder_asked = Bell(), Bell(), Bell(), Bell()
        self.sticks: SticksShown
        self.load: LoadShown
        self.funnel: Funnel
        self.bundles: BundlesShown
        self.button: ButtonShown
        self.work: WorkShown
        self.works: list[WorkShown] = []
        self.buttons: list[ButtonShown] = []
        self.on_work: Callable[[WorkShown], None] = lambda work: None
        self.trouble: TroubleShown | None = None
        self.received: ReceivedShown | None = None
        self.done: DoneShown | None = None

    def show_sticks(self, shown: SticksShown) -> None:
        self.sticks = shown

    def show_load(self, shown: LoadShown) -> None:
        self.load = shown

    def show_funnel(self, funnel: Funnel) -> None:
        self.funnel = funnel

    def show_bundles(self, shown: BundlesShown) -> None:
        self.bundles = shown

    def show_button(self, shown: ButtonShown) -> None:
        self.button = shown
        self.buttons.append(shown)

    def show_work(self, shown: WorkShown) -> None:
        self.work = shown
        self.works.append(shown)
        self.on_work(shown)

    def show_trouble(self, shown: TroubleShown | None) -> None:
        self.trouble = shown

    def show_received(self, shown: ReceivedShown | None) -> None:
        self.received = shown

    def show_done(self, shown: DoneShown | None) -> None:
        self.done = shown


@dataclass
class ExportSeat:
    """The screen at work; ``plugged`` are the sticks found, ``ticks`` goes on by a twentieth of a second a look."""

    desk: FakeDesk
    folder: Path
    view: FakeExportView = field(default_factory=FakeExportView)
    plugged: list[Path] = field(default_factory=list)
    used: set[Path] = field(default_factory=set)
    """Those of which another program has a file open."""

    def __post_init__(self) -> None:
        moments = self._moments()
        self.presenter = ExportPresenter(self.view, self.desk, self.drives, lambda: next(moments), self.eject)

    def eject(self, root: Path) -> None:
        """As the system: a stick that was let go is no drive any more."""
        if root in self.used:
            raise StorageRefused("eject_busy", file=root.name)
        self.plugged.remove(root)

    def drives(self) -> list[Drive]:
        return [Drive(root, "vfat", 14_200_000_000, 16_000_000_000) for root in self.plugged]

    @property
    def station(self) -> Station:
        return self.desk.station

    def plug(self, name: str, label: str = "") -> Stick:
        """A stick, registered already if it has a label, which the screen has found."""
        root = self.folder / name
        root.mkdir()
        stick = Stick(root)
        if label:
            register_stick(self.station, stick, label)
        self.plugged.append(root)
        self.presenter.shown()
        return stick

    def states(self) -> list[str]:
        return [step.state for step in self.view.work.steps]

    def step_at(self, name: str, do: Callable[[], None]) -> None:
        """Has something done as soon as a step is under way, once."""

        def hear(work: WorkShown) -> None:
            if any(step.step == name and step.state == "current" for step in work.steps):
                self.view.on_work = lambda _: None
                do()

        self.view.on_work = hear

    @staticmethod
    def _moments() -> Iterator[float]:
        tick = 0
        while True:
            tick += 1
            yield tick / 20


def seat_at(station: Station, folder: Path) -> ExportSeat:
    """A supervisor, one application logged, no stick yet; ``folder`` is where sticks will be."""
    opened(station)
    logged(station, "031195004417")
    made = ExportSeat(FakeDesk(as_user(station, "pd.luong")), folder)
    made.presenter.shown()
    return made


def files_on(stick: Stick) -> list[str]:
    """The names of all files but the stick's own."""
    return [path.name for path in stick.root.rglob("*") if path.is_file() and path.name != "stick.json"]
