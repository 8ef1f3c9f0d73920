"""Who may come in at a home, read before anybody is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.door import Door


def look_in(
    home: Path, now: Callable[[], datetime], tell_step: Callable[[str], None], *, practising: bool
) -> tuple[Door, Mapping[str, str]] | None:
    """The door, and the passwords that practice shows; makes the practice station first where there is none yet.

    None where there is no station. ``tell_step`` is called with each step of that making.
    """
    from station_app.door import door_of

    if not practising:
        door = door_of(home, now())
        return (door, {}) if door else None
    from station_app.practice import PASSWORDS, is_practice, prepare_practice

    prepare_practice(home, now(), tell_step)
    door = door_of(home, now())
    return (door, PASSWORDS if is_practice(home) else {}) if door else None
