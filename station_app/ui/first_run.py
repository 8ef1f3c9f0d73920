"""What the window shows where nobody can sign in yet: the set-up, or what this computer awaits of a dead one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from campaign.refusal import Refusal
from station_app.ui.asking import Asks
from station_app.ui.await_rebuild.presenter import AwaitPresenter
from station_app.ui.await_rebuild.view import AwaitView
from station_app.ui.inside import Inside
from station_app.ui.set_up.presenter import SetUpPresenter
from station_app.ui.set_up.view import SetUpView
from station_app.ui.sign_in.view import SignInView
from station_app.ui.unlocking import ClockFor

if TYPE_CHECKING:
    from station_app.services.show_awaiting import AwaitedPoint


class Ground(Protocol):
    """What both screens need of the window."""

    inside: Inside

    @property
    def read(self) -> Asks: ...

    @property
    def write(self) -> Asks: ...

    @property
    def slow(self) -> Asks: ...

    @property
    def home(self) -> str: ...

    def now(self) -> datetime: ...

    def unlock(self, user: str, secret: str) -> Any: ...

    def enter(self, unlocked: Any) -> None: ...

    def say(self, refusal: Refusal) -> str: ...


class FirstRun:
    """``sign_in`` looks again and turns to practice, as from its own screen."""

    def __init__(self, ground: Ground, sign_in: SignInView, clock_for: ClockFor) -> None:
        self._ground = ground
        self._set_up_view, self._await_view = SetUpView(), AwaitView()
        self._set_up = SetUpPresenter(self._set_up_view, ground)
        self._await = AwaitPresenter(self._await_view, ground, clock_for)
        self._asked = 0
        for view in (self._set_up_view, self._await_view):
            view.practice_asked.connect(sign_in.practice_asked)
            view.look_again.connect(sign_in.look_again)
            ground.inside.add_page(view)

    def met(self, *, station: bool) -> None:
        """The home was looked at: where it has no station yet, one of the two comes into view."""
        self._ground.read.drop(self._asked)
        if not station:
            self._asked = self._ground.read.ask(_asker(Path(self._ground.home)), self._show)

    def show_moment(self, now: datetime) -> None:
        for view in (self._set_up_view, self._await_view):
            view.show_moment(now)

    def _show(self, point: AwaitedPoint | None) -> None:
        if point is None:
            self._ground.inside.show_page(self._set_up_view)
            self._set_up.shown()
        else:
            self._await.shown(point)
            self._ground.inside.show_page(self._await_view)


def _asker(home: Path) -> Callable[[], AwaitedPoint | None]:
    def awaited() -> AwaitedPoint | None:
        from station_app.services.show_awaiting import awaited_point

        return awaited_point(home)

    return awaited
