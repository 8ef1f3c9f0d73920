"""How sealed windows and devices are written: the same marks in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from station_app.services.show_export import SealedWindow
from ui_kit import formats

_NUMBERED = re.compile(r"(.*?)(\d+)")


def windows(sealed: Sequence[SealedWindow]) -> str:
    """`Ca 2 · 08/04`, `Ca 1, Ca 2 · 08/04`, `Ca 3 · 07/04 – Ca 2 · 08/04`; "" for none."""
    if not sealed:
        return ""
    first, last = sealed[0], sealed[-1]
    if first.day != last.day:
        return f"{_window(first)} {formats.DASH} {_window(last)}"
    names = ", ".join(dict.fromkeys(window.window for window in sealed))
    return f"{names} · {formats.short_date(first.day)}"


def devices(ids: Sequence[str]) -> str:
    """`TB-1`, `TB-1–6` for a run of numbers, `TB-1, TB-4` otherwise."""
    parted = [_NUMBERED.fullmatch(device) for device in ids]
    if len(ids) > 2 and all(parted):
        names = {match[1] for match in parted if match}
        numbers = sorted(int(match[2]) for match in parted if match)
        if len(names) == 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return f"{names.pop()}{numbers[0]}{formats.DASH}{numbers[-1]}"
    return ", ".join(ids)


def load(sealed: Sequence[SealedWindow]) -> str:
    """`Ca 2 · 08/04 · TB-1–6`: the windows, and the devices where they are one window's."""
    if len(sealed) != 1:
        return windows(sealed)
    return f"{_window(sealed[0])} · {devices(sealed[0].devices)}"


def _window(sealed: SealedWindow) -> str:
    return f"{sealed.window} · {formats.short_date(sealed.day)}"
