"""What the settings screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from station_app.services.devices import DeviceShown
from station_app.services.settings import Settings
from station_app.services.show_enrolment import Enrolment

Group = Literal["view", "sounds", "scanner", "idle", "backup", "devices", "language"]


@dataclass(frozen=True, slots=True)
class PortShown:
    """``key`` is what the setting keeps."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class ScanShown:
    """What a test scan would be read as; ``number`` with its last digits only, ``trouble`` a sentence instead."""

    format: str = ""
    number: str = ""
    name: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class BackupShown:
    """``share`` 0-1 while it runs, else None; ``made``: the copy's name; ``free`` bytes in the folder, None unknown."""

    share: float | None = None
    stopping: bool = False
    made: str = ""
    free: int | None = None


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """``all_allowed``: not only the own view. ``done`` names the group that was just changed.

    ``trouble``: the one that was not, and the sentence why.
    """

    settings: Settings
    all_allowed: bool
    devices: tuple[DeviceShown, ...]
    ports: tuple[PortShown, ...]
    scan: ScanShown | None
    backup: BackupShown
    about: Enrolment | None
    program: str
    done: Group | None
    trouble: tuple[Group, str] | None
