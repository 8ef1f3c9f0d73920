"""Makes the station from what the administrator types; knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from campaign.refusal import Refusal
from station_app.ui.asking import Asks, Event
from station_app.ui.set_up.shown import Field, Strength, Typed, Wrong

if TYPE_CHECKING:
    from station_app.hardware.drives import Drive
    from station_app.services.offered_campaign import Offered

_FAIR, _GOOD = 6, 10
"""Characters from which a password is long enough, and from which it is well chosen if it isn't one kind of sign."""
_FIELD_OF: dict[str, Field] = {
    "bad_station_code": "station",
    "bad_device": "devices",
    "bad_body": "unit",
    "bad_key_slot": "user",
    "password_too_short": "password",
}


class Ground(Protocol):
    """What making a station needs of the window."""

    @property
    def slow(self) -> Asks: ...

    @property
    def read(self) -> Asks: ...

    @property
    def write(self) -> Asks: ...

    @property
    def home(self) -> str: ...

    def now(self) -> datetime: ...

    def unlock(self, user: str, secret: str) -> Any: ...

    def enter(self, unlocked: Any) -> None: ...

    def say(self, refusal: Refusal) -> str: ...


class SetUpView(Protocol):
    """``asked`` carries a `Typed`, ``password_typed`` the text so far."""

    @property
    def asked(self) -> Event: ...

    @property
    def password_typed(self) -> Event: ...

    def show_units(self, units: Sequence[str]) -> None: ...

    def show_offered(self, offered: Offered | None) -> None: ...

    def show_strength(self, strength: Strength) -> None: ...

    def show_wrong(self, wrong: Wrong | None) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def clear_passwords(self) -> None: ...


class SetUpPresenter:
    def __init__(self, view: SetUpView, ground: Ground, drives: Callable[[], Iterable[Drive]] | None = None) -> None:
        self._view, self._ground, self._drives = view, ground, drives
        self._busy = False
        self._offered: Offered | None = None
        view.asked.connect(self._make)
        view.password_typed.connect(lambda text: view.show_strength(strength_of(text)))

    def shown(self) -> None:
        """There is no station in the home: offers the units that a point may belong to, and a stick's campaign."""
        self._ground.read.ask(_unit_names, self._view.show_units)
        self._ground.slow.ask(lambda: _offered(self._drives), self._show_offered, lambda _: self._show_offered(None))

    def _show_offered(self, offered: Offered | None) -> None:
        self._offered = offered
        self._view.show_offered(offered)

    def _make(self, typed: Typed) -> None:
        if self._busy:
            return
        wrong = _first_wrong(typed)
        self._view.show_wrong(wrong)
        if wrong is not None:
            return
        self._set_busy(True)
        home, now = Path(self._ground.home), self._ground.now()
        offered = self._offered
        drill = offered is not None and offered.drill and offered.campaign == typed.campaign.strip()
        self._ground.write.ask(
            lambda: _made(home, typed, now, drill=drill), lambda _: self._sign_in(typed), self._refused
        )

    def _sign_in(self, typed: Typed) -> None:
        self._ground.read.ask(lambda: self._ground.unlock(typed.user, typed.password), self._let_in, self._refused)

    def _let_in(self, unlocked: Any) -> None:
        self._set_busy(False)
        self._view.clear_passwords()
        self._ground.enter(unlocked)

    def _refused(self, refusal: Refusal) -> None:
        self._set_busy(False)
        self._view.show_wrong(Wrong(_FIELD_OF.get(refusal.code), "refused", self._ground.say(refusal)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)


def strength_of(password: str) -> Strength:
    """A word of encouragement; what is refused is only what is too short."""
    if not password:
        return ""
    if len(password) < _FAIR:
        return "short"
    kinds = sum(bool(re.search(kind, password)) for kind in (r"[^\W\d_]", r"\d", r"[\W_]"))
    return "good" if len(password) >= _GOOD and kinds > 1 and len(set(password)) >= _FAIR else "fair"


def _first_wrong(typed: Typed) -> Wrong | None:
    fields: tuple[tuple[Field, str], ...] = (
        ("campaign", typed.campaign),
        ("station", typed.station),
        ("unit", typed.unit),
        ("devices", typed.devices),
        ("user", typed.user),
        ("full_name", typed.full_name),
        ("password", typed.password),
    )
    for field, text in fields:
        if not text.strip():
            return Wrong(field, "empty")
    return Wrong("again", "differ") if typed.password != typed.again else None


def _offered(drives: Callable[[], Iterable[Drive]] | None) -> Offered | None:
    from station_app.hardware.drives import removable_drives
    from station_app.services.offered_campaign import offered_campaign

    return offered_campaign((drives or removable_drives)())


def _made(home: Path, typed: Typed, now: datetime, *, drill: bool) -> object:
    from station_app.bootstrap import catalogue
    from station_app.services.set_up import NewStation, set_up_station

    new = NewStation(
        campaign=typed.campaign.strip(),
        station=typed.station.strip().upper(),
        unit=typed.unit,
        devices=re.split(r"[\s,;]+", typed.devices.strip(" ,;")),
        user=typed.user.strip(),
        full_name=typed.full_name,
        password=typed.password,
        drill=drill,
    )
    return set_up_station(home, new, now, catalogue().outcome_rules)


def _unit_names() -> list[str]:
    """The police of each district, as they call themselves: `Công an quận Lê Chân`."""
    from station_app.bootstrap import catalogue

    names = [district.name_with_kind for district in catalogue().units.districts]
    return [f"Công an {name[:1].lower()}{name[1:]}" for name in names]
