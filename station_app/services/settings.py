"""How this computer is set: a TOML file in the home, read before anybody has signed in.

What only this computer and its people care about stands in the file alone. What the command should know, after how
long an idle desk locks and whether backups are made, is told to the journal as well, as `setting_changed`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from station_app.services.station import Station

Theme = Literal["light", "dark", "system"]

FILE = "settings.toml"
TEXT_SIZES = (100, 110, 125, 150)
"""Per cent of the designed size."""
LOUDEST = 100
SHORTEST_IDLE, LONGEST_IDLE = 1, 60
"""Minutes: a desk that never locked would leave the campaign's data to whoever passes by."""
OWN_VIEW = frozenset(["language", "theme", "text_size", "sounds", "volume"])
"""What whoever sits at the desk may set to their eyes and ears; the rest is the administrator's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``text_size`` in per cent, ``volume`` 0-100, ``idle_minutes`` 1-60.

    ``scanner``: "" the only one there is, "off", or a port as `hardware.serial_scanner` names it. ``backup_folder``:
    "" for none.
    """

    language: Literal["vi", "en"] = "vi"
    theme: Theme = "light"
    text_size: int = 100
    sounds: bool = True
    volume: int = 70
    scanner: str = ""
    idle_minutes: int = 5
    backup_folder: str = ""

    @property
    def loudness(self) -> int:
        """The volume as it is heard: 0 where sounds are off."""
        return self.volume if self.sounds else 0


@dataclass(frozen=True, slots=True)
class Found:
    """What the file says. ``wrong``: the keys whose values aren't any, for which the default holds.

    ``damaged``: the file as a whole can't be read.
    """

    settings: Settings
    wrong: tuple[str, ...] = ()
    damaged: bool = False


def read_settings(home: Path) -> Found:
    """Never fails: whatever can't be read leaves the defaults, and is told."""
    try:
        values = tomllib.loads((home / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return Found(Settings())
    except (OSError, ValueError):  # no text, or no TOML
        return Found(Settings(), damaged=True)
    known = {name: values[name] for name in _IS_VALUE if name in values}
    good = {name: value for name, value in known.items() if _IS_VALUE[name](value)}
    return Found(replace(Settings(), **good), tuple(sorted(known.keys() - good.keys())))


def write_settings(home: Path, settings: Settings) -> None:
    """Puts the values into the file, whole or not at all; lines of other programs or later versions stay.

    Raises StorageRefused.
    """
    from db.durable import files_told_as_refusals, write_durably

    with files_told_as_refusals():
        home.mkdir(parents=True, exist_ok=True)
    write_durably(home / FILE, _text(home, settings).encode())


def change_settings(station: Station, **values: Any) -> Settings:
    """Sets some values by their names in `Settings`, and returns all as they are then.

    The own view is anybody's who is signed in, the rest needs the right to settings. Raises InputRefused("bad_setting",
    name), NotPermitted, StorageRefused.
    """
    from campaign.events import SettingChanged
    from campaign.refusal import InputRefused, Refusal

    for name, value in values.items():
        if name not in _IS_VALUE or not _IS_VALUE[name](value):
            raise InputRefused("bad_setting", name=name)
    station.person.require("own_view" if values.keys() <= OWN_VIEW else "settings")
    before = read_settings(station.home).settings
    after = replace(before, **values)
    told, tell = _told(before), _told(after)
    try:
        with station.work() as work:
            for name in tell:
                if tell[name] != told[name]:
                    work.append(SettingChanged(name=name, value=tell[name]))
            write_settings(station.home, after)
    except Refusal:
        with suppress(Refusal):
            write_settings(station.home, before)
        raise
    return after


def _told(settings: Settings) -> dict[str, str]:
    """What the journal says of the settings; where the backups go is nobody's matter but this computer's."""
    return {"idle_minutes": str(settings.idle_minutes), "backup": "on" if settings.backup_folder else "off"}


def _is_line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 1024 and (not value or value.isprintable())


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


_IS_VALUE: dict[str, Callable[[Any], bool]] = {
    "language": lambda value: value in ("vi", "en"),
    "theme": lambda value: value in ("light", "dark", "system"),
    "text_size": lambda value: _is_whole(value, 0, max(TEXT_SIZES)) and value in TEXT_SIZES,
    "sounds": lambda value: isinstance(value, bool),
    "volume": lambda value: _is_whole(value, 0, LOUDEST),
    "scanner": _is_line,
    "idle_minutes": lambda value: _is_whole(value, SHORTEST_IDLE, LONGEST_IDLE),
    "backup_folder": _is_line,
}
_OURS = re.compile(rf"\s*({'|'.join(_IS_VALUE)})\s*=")


def _text(home: Path, settings: Settings) -> str:
    """Our keys first, then every other line of the file; of a file that isn't TOML nothing is kept."""
    # What JSON writes of a printable text, a number or a truth is TOML as well.
    ours = "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in asdict(settings).items())
    try:
        text = (home / FILE).read_text("utf-8")
        before = tomllib.loads(text)
        lines = text.splitlines(keepends=True)
        first_table = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
        others = [line for n, line in enumerate(lines) if n >= first_table or not _OURS.match(line)]
        whole = ours + "".join(others)
        if _others(tomllib.loads(whole)) == _others(before):
            return whole
    except (OSError, ValueError):
        pass
    return ours


def _others(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _IS_VALUE}
