"""Lets people in by their passwords; knows nothing of the station but its door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from campaign.calendar import parse_time
from campaign.collation import person_key
from campaign.refusal import Refusal
from station_app.ui.asking import Asks, Event
from station_app.ui.sign_in.shown import DoorShown, Trouble, UserShown

if TYPE_CHECKING:
    from station_app.door import Door


class Doorstep(Protocol):
    """What the sign-in screen needs before there is a desk."""

    @property
    def read(self) -> Asks: ...

    @property
    def home(self) -> str:
        """The folder in which a station is looked for."""

    @property
    def practising(self) -> bool:
        """Whether that is the practice station's."""

    def look(self) -> tuple[Door, Mapping[str, str]] | None:
        """To be called on a lane: the door, and the passwords that it shows; None where there is no station yet."""

    def met(self, door: Door | None) -> None:
        """The door was seen, or none."""

    def unlock(self, user: str, secret: str, *, by_password: bool = False) -> Any:
        """To be called on a lane: what `enter` takes. ``secret``: a password, or a PIN where one will do."""

    def enter(self, unlocked: Any) -> None: ...

    def hold(self, unlocked: Any) -> bool:
        """Keeps the station open for somebody who sets a new password first; whether they must."""

    def renew(self, unlocked: Any, password: str, new_password: str, pin: str) -> Any:
        """To be called on a lane: sets what isn't "" of the two, and gives what `enter` takes then."""

    def practise(self, on: bool) -> None:
        """Turns to the practice station, or back to the real one."""

    def now(self) -> datetime: ...

    def say(self, refusal: Refusal) -> str: ...


class SignInView(Protocol):
    """``chosen`` carries a user, ``entered`` a password, ``practice_asked`` a bool; ``look_again`` nothing.

    ``renewal_asked`` carries the password in force, ``renewed`` a new one, the same again, and a PIN, each perhaps "";
    ``renewal_left`` nothing.
    """

    @property
    def renewal_asked(self) -> Event: ...

    @property
    def renewed(self) -> Event: ...

    @property
    def renewal_left(self) -> Event: ...

    @property
    def chosen(self) -> Event: ...

    @property
    def entered(self) -> Event: ...

    @property
    def practice_asked(self) -> Event: ...

    @property
    def look_again(self) -> Event: ...

    def show_looking(self, practising: bool) -> None: ...

    def show_door(self, door: DoorShown) -> None: ...

    def show_no_station(self, home: str) -> None: ...

    def show_closed(self, words: str) -> None:
        """The door can't be read, and why."""

    def choose(self, user: str) -> None:
        """Opens a user's card with an empty password."""

    def show_renewal(self, must: bool) -> None:
        """Asks the chosen user for a new password or PIN; ``must``: they don't get in without."""

    def show_busy(self, busy: bool) -> None: ...

    def show_trouble(self, trouble: Trouble | None) -> None: ...

    def show_moment(self, now: datetime, behind: bool) -> None: ...

    def show_preparing(self, step: str) -> None: ...


class SignInPresenter:
    def __init__(self, view: SignInView, doorstep: Doorstep) -> None:
        self._view, self._doorstep = view, doorstep
        self._users: tuple[str, ...] = ()
        self._user = ""
        self._door: DoorShown | None = None
        self._renewing: tuple[Any, str, bool] | None = None
        """What was unlocked, by which password, and whether that must be changed."""
        self._trouble: dict[str, Trouble] = {}
        self._asked = 0
        self._busy = False
        self._last_at: datetime | None = None
        view.chosen.connect(self._choose)
        view.entered.connect(self._enter)
        view.practice_asked.connect(self._practise)
        view.look_again.connect(self.look)
        view.renewal_asked.connect(self._ask_renewal)
        view.renewed.connect(self._renew)
        view.renewal_left.connect(self._leave_renewal)

    def look(self) -> None:
        """Reads who may sign in."""
        self._door = None
        self._view.show_looking(self._doorstep.practising)
        self._ask_anew(self._doorstep.look, self._seen, self._unreadable)

    def lock(self, user: str, last_at: datetime | None) -> None:
        """Somebody has left the seat: the same user is proposed. ``last_at``: the time of the last entry."""
        self._last_at = last_at
        self._choose(user)
        self.tick()
        self._ask_anew(self._doorstep.look, self._seen, self._unreadable)

    def preparing(self, step: str) -> None:
        """The practice station is being made: a word of how far it is."""
        self._view.show_preparing(step)

    def tick(self) -> None:
        """A second has passed."""
        now = self._doorstep.now()
        self._view.show_moment(now, self._last_at is not None and now < self._last_at)
        self._show_trouble()

    def _seen(self, found: tuple[Door, Mapping[str, str]] | None) -> None:
        if found is None:
            self._users, self._door = (), None
            self._view.show_no_station(self._doorstep.home)
            self._doorstep.met(None)  # turns to the page that has the focus from now on
            return
        door, passwords = found
        users = tuple(
            UserShown(user.user, user.full_name, user.role, passwords.get(user.user, ""))
            for user in sorted(door.users, key=lambda user: person_key(user.full_name))
        )
        for user in door.users:
            if user.locked_until is not None:
                self._trouble.setdefault(user.user, Trouble("locked", until=user.locked_until))
        shown = DoorShown(door.station, door.unit, door.drill, users)
        if shown == self._door:  # behind a lock: whoever types goes on typing
            self._show_trouble()
            return
        self._doorstep.met(door)
        self._users, self._door = tuple(user.user for user in users), shown
        self._view.show_door(shown)
        if self._users:
            self._choose(self._user if self._user in self._users else self._users[0])

    def _unreadable(self, refusal: Refusal) -> None:
        self._view.show_closed(self._doorstep.say(refusal))

    def _choose(self, user: str) -> None:
        if user in self._users and not self._busy:
            self._user, self._renewing = user, None
            self._view.choose(user)
            self._show_trouble()

    def _enter(self, secret: str, *, renewing: bool = False) -> None:
        user = self._user
        if not secret or not user or self._busy:
            return
        self._trouble.pop(user, None)
        self._view.show_trouble(None)
        self._set_busy(True)
        self._ask_anew(
            lambda: self._doorstep.unlock(user, secret, by_password=renewing),
            lambda unlocked: self._let_in(unlocked, secret, renewing),
            self._refused,
        )

    def _let_in(self, unlocked: Any, secret: str, renewing: bool) -> None:
        self._set_busy(False)
        must = self._doorstep.hold(unlocked)
        if must or renewing:
            self._renewing = unlocked, secret, must
            self._view.show_renewal(must)
        else:
            self._go_in(unlocked)

    def _go_in(self, unlocked: Any) -> None:
        self._renewing = None
        self._trouble.pop(self._user, None)
        self._view.choose(self._user)
        self._doorstep.enter(unlocked)

    def _ask_renewal(self, password: str) -> None:
        """F2: first the password in force, then the new one."""
        if password:
            self._enter(password, renewing=True)
        elif not self._busy and self._trouble.get(self._user) is None:
            self._view.show_trouble(Trouble("old_first"))

    def _renew(self, new_password: str, again: str, pin: str) -> None:
        if self._renewing is None or self._busy:
            return
        unlocked, password, must = self._renewing
        if new_password != again:
            self._view.show_trouble(Trouble("differ"))
        elif must and not new_password:
            self._view.show_trouble(Trouble("new_needed"))
        elif not (new_password or pin):
            self._go_in(unlocked)
        else:
            self._set_busy(True)
            self._ask_anew(
                lambda: self._doorstep.renew(unlocked, password, new_password, pin), self._is_new, self._not_renewed
            )

    def _is_new(self, unlocked: Any) -> None:
        self._set_busy(False)
        self._go_in(unlocked)

    def _not_renewed(self, refusal: Refusal) -> None:
        self._set_busy(False)
        self._view.show_trouble(self._told(refusal))

    def _leave_renewal(self) -> None:
        """Esc: in without a change, or back to the password where there must be one."""
        if self._renewing is not None and not self._busy:
            unlocked, _, must = self._renewing
            if must:
                self._choose(self._user)
            else:
                self._go_in(unlocked)

    def _refused(self, refusal: Refusal) -> None:
        self._trouble[self._user] = self._told(refusal)
        self._set_busy(False)
        self._view.choose(self._user)
        self._show_trouble()

    def _told(self, refusal: Refusal) -> Trouble:
        match refusal.code, refusal.fields:
            case "wrong_password", {"left": int(left)}:
                return Trouble("wrong", left=left)
            case "locked_out", {"until": str(until)}:
                return Trouble("locked", until=parse_time(until))
        return Trouble("refused", words=self._doorstep.say(refusal))

    def _show_trouble(self) -> None:
        if self._renewing is not None:
            return
        trouble = self._trouble.get(self._user)
        if trouble is not None and trouble.until is not None:
            seconds = int((trouble.until - self._doorstep.now()).total_seconds())
            if seconds <= 0:
                del self._trouble[self._user]
                trouble = None
            else:
                trouble = Trouble("locked", until=trouble.until, seconds=seconds)
        self._view.show_trouble(trouble)

    def _set_busy(self, busy: bool) -> None:
        """While a password is tried, nothing else may be asked: the station that it opens must not be lost."""
        self._busy = busy
        self._view.show_busy(busy)

    def _practise(self, on: bool) -> None:
        self._trouble.clear()
        self._last_at = None
        self._doorstep.practise(on)
        self.look()

    def _ask_anew(self, call: Any, then: Any, refused: Any) -> None:
        self._doorstep.read.drop(self._asked)
        self._asked = self._doorstep.read.ask(call, then, refused)
