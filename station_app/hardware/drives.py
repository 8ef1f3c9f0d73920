"""Removable drives that are plugged in."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

_MEDIA = ("/media/", "/run/media/", "/mnt/usb")
"""Where desktops of Linux mount sticks; Windows tells removable drives by their options."""


@dataclass(frozen=True, slots=True)
class Drive:
    """``free`` and ``size`` in bytes."""

    root: Path
    file_system: str
    free: int
    size: int


def removable_drives() -> list[Drive]:
    """Plugged-in sticks by their root; those that can't be asked (just pulled) are left out.

    None where the system doesn't tell its drives.
    """
    drives = []
    try:
        partitions = psutil.disk_partitions(all=False)
    except OSError:
        return []
    for partition in partitions:
        removable = "removable" in partition.opts if sys.platform == "win32" else _is_media(partition.mountpoint)
        if not removable:
            continue
        try:
            usage = psutil.disk_usage(partition.mountpoint)
        except OSError:
            continue
        drives.append(Drive(Path(partition.mountpoint), partition.fstype, usage.free, usage.total))
    return drives


def _is_media(mount: str) -> bool:
    return mount.startswith(_MEDIA) and os.path.ismount(mount)
