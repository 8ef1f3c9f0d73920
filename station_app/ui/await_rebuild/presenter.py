"""Leads from a computer that awaits a dead one's journal to the station at work again; knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from campaign.refusal import InputRefused, Refusal, StorageRefused
from station_app.ui.asking import Asks, Event
from station_app.ui.await_rebuild.shown import AwaitShown, Busy, StickShown

if TYPE_CHECKING:
    from station_app.hardware.drives import Drive
    from station_app.services.request_enrolment import Requested
    from station_app.services.show_awaiting import AwaitedKey, AwaitedPoint

MOST_STICKS = 9
Found = tuple[tuple[Path, bool], ...]
"""Roots of sticks, and whether the command's answer lies there."""


class Ground(Protocol):
    """What it needs of the window."""

    @property
    def read(self) -> Asks: ...

    @property
    def slow(self) -> Asks: ...

    @property
    def home(self) -> str: ...

    def unlock(self, user: str, secret: str) -> Any: ...

    def enter(self, unlocked: Any) -> None: ...

    def say(self, refusal: Refusal) -> str: ...


class AwaitView(Protocol):
    """``opened`` carries the password, ``picked`` a stick's key, ``folder_given`` a path, ``take_asked`` the root
    fingerprint as typed.
    """

    @property
    def opened(self) -> Event: ...

    @property
    def picked(self) -> Event: ...

    @property
    def folder_given(self) -> Event: ...

    @property
    def request_asked(self) -> Event: ...

    @property
    def take_asked(self) -> Event: ...

    def show_awaiting(self, shown: AwaitShown) -> None: ...

    def clear_password(self) -> None: ...


class AwaitPresenter:
    def __init__(
        self,
        view: AwaitView,
        ground: Ground,
        clock_for: Callable[..., Callable[[], datetime]],
        drives: Callable[[], Iterable[Drive]] | None = None,
    ) -> None:
        self._view, self._ground, self._clock_for, self._drives = view, ground, clock_for, drives
        self._point: AwaitedPoint | None = None
        self._key: AwaitedKey | None = None
        self._password = self._written = self._trouble = ""
        self._sticks: Found = ()
        self._chosen: Path | None = None
        self._folder: Path | None = None
        self._looking = False
        self._busy: Busy = ""
        self._done = self._total = 0
        view.opened.connect(self._open)
        view.picked.connect(self._pick)
        view.folder_given.connect(self._give_folder)
        view.request_asked.connect(self._request)
        view.take_asked.connect(self._take)

    def shown(self, point: AwaitedPoint) -> None:
        """It comes into view, or F5 was pressed."""
        if point != self._point:
            self._point, self._key, self._password, self._trouble, self._written = point, None, "", "", ""
        self._look()

    def _look(self) -> None:
        point = self._point
        if self._looking or point is None:
            return
        self._looking, drives, folder = True, self._drives, self._folder
        self._ground.slow.ask(lambda: _found(point.station, drives, folder), self._looked, self._not_looked)
        self._show()

    def _looked(self, sticks: Found) -> None:
        self._looking, self._sticks = False, sticks
        if self._chosen not in [root for root, _ in sticks]:
            ranked = sorted(sticks, key=lambda stick: not stick[1])
            self._chosen = ranked[0][0] if ranked else None
        self._show()

    def _not_looked(self, refusal: Refusal) -> None:
        self._looking, self._folder = False, None
        self._refused(refusal)

    def _pick(self, key: int) -> None:
        if 0 < key <= len(self._sticks) and not self._busy:
            self._chosen = self._sticks[key - 1][0]
            self._show()

    def _give_folder(self, path: str) -> None:
        if path.strip() and not self._busy:
            self._folder = self._chosen = Path(path.strip()).expanduser()
            self._trouble = ""
            self._look()

    def _open(self, password: str) -> None:
        point, home, clock_for = self._point, Path(self._ground.home), self._clock_for
        if point is None or self._busy or not password:
            return

        def call() -> AwaitedKey:
            from station_app.services.show_awaiting import awaited_key

            return awaited_key(home, point.user, password, clock_for)

        self._begin("opening")
        self._ground.slow.ask(call, lambda key: self._is_open(key, password), self._refused)

    def _is_open(self, key: AwaitedKey, password: str) -> None:
        self._busy, self._key, self._password = "", key, password
        self._view.clear_password()
        self._show()

    def _request(self) -> None:
        point, root, home, clock_for = self._point, self._chosen, Path(self._ground.home), self._clock_for
        if point is None or root is None or self._key is None or self._busy:
            return
        user, password = point.user, self._password

        def call() -> Requested:
            from bundle.stick import Stick
            from station_app.services.await_rebuild import open_awaiting, request_rebuild

            with open_awaiting(home, user, password, clock_for) as awaiting:
                return request_rebuild(awaiting, Stick(root))

        self._begin("requesting")
        self._ground.slow.ask(call, self._requested, self._refused)

    def _requested(self, requested: Requested) -> None:
        self._busy, self._written = "", Path(requested.file).name
        self._show()

    def _take(self, roots: str) -> None:
        point, root, home, clock_for = self._point, self._chosen, Path(self._ground.home), self._clock_for
        if self._key is not None and self._key.arrived:
            root = home  # nothing is read from it any more
        if point is None or root is None or self._key is None or self._busy:
            return
        user, password, told_roots = point.user, self._password, roots.strip() or None

        def told(done: int, total: int) -> None:
            self._ground.slow.tell(lambda: self._progress(done, total))

        def call() -> object:
            from bundle.stick import Stick
            from station_app.bootstrap import catalogue
            from station_app.services.take_rebuild import take_rebuild

            rules = catalogue().outcome_rules
            return take_rebuild(home, user, password, clock_for, Stick(root), rules, told_roots, told)

        self._begin("taking")
        self._ground.slow.ask(call, lambda _: self._sign_in(user, password), self._refused)

    def _progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self._show()

    def _sign_in(self, user: str, password: str) -> None:
        self._busy = "entering"
        self._show()
        self._ground.read.ask(lambda: self._ground.unlock(user, password), self._let_in, self._refused)

    def _let_in(self, unlocked: Any) -> None:
        self._busy, self._point, self._key, self._password = "", None, None, ""
        self._ground.enter(unlocked)

    def _begin(self, busy: Busy) -> None:
        self._busy, self._trouble, self._done, self._total = busy, "", 0, 0
        self._show()

    def _refused(self, refusal: Refusal) -> None:
        self._busy, self._trouble = "", self._ground.say(refusal)
        self._show()

    def _show(self) -> None:
        point, key = self._point, self._key
        if point is None:
            return
        sticks = tuple(
            StickShown(number, root.name or str(root), answered, root == self._chosen)
            for number, (root, answered) in enumerate(self._sticks, 1)
        )
        self._view.show_awaiting(
            AwaitShown(
                station=point.station,
                unit=point.unit,
                full_name=point.full_name,
                epoch=key.epoch if key else 0,
                fingerprint=key.fingerprint if key else "",
                needs_roots=not point.drill,
                sticks=sticks,
                looking=self._looking,
                busy=self._busy,
                written=self._written,
                done=self._done,
                total=self._total,
                trouble=self._trouble,
            )
        )


def _found(station: str, drives: Callable[[], Iterable[Drive]] | None, folder: Path | None) -> Found:
    """Raises InputRefused("not_found") for a folder that is none."""
    from bundle.stick import Stick
    from station_app.hardware.drives import removable_drives

    roots = [drive.root for drive in (drives or removable_drives)()]
    if folder is not None:
        if not folder.is_dir():
            raise InputRefused("not_found", file=folder.name)
        roots.insert(0, folder)
    found = []
    for root in roots[:MOST_STICKS]:
        try:
            found.append((root, bool(Stick(root).listing().of("rebuild", station))))
        except StorageRefused:  # pulled out just now, or not to be read
            continue
    return tuple(found)
