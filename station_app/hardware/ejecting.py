"""Taking a stick's drive out of the system, so that it may be pulled: what depends on the system stands here alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil

from campaign.refusal import StorageRefused

_LONGEST = 60
"""Seconds: a slow stick may still have other programs' data to write."""


def eject(root: Path) -> None:
    """Returns once the system has let the drive at ``root`` go.

    Raises StorageRefused("eject_busy") where another program uses it, ("eject_impossible") where ``root`` is no drive
    of its own, such as a folder, or this system or user may not: then people do it by the system's own means.
    """
    if not os.path.ismount(root):
        raise StorageRefused("eject_impossible", file=root.name)
    if sys.platform == "win32":
        _eject_on_windows(root)
    else:
        _unmount(root)


def _unmount(root: Path) -> None:
    """By the desktop's service, whose own mounts anybody may unmount, or by the system's command."""
    mounts = {Path(mount.mountpoint): mount.device for mount in psutil.disk_partitions(all=True)}
    device = mounts.get(root.resolve(), "")
    busy = False
    for command in (_udisks("unmount", device), ("umount", "--", str(root))):
        if not shutil.which(command[0]):
            continue
        busy |= _is_busy(command)
        if not os.path.ismount(root):
            if shutil.which("udisksctl"):
                _is_busy(_udisks("power-off", device))  # its light goes out; that it isn't mounted is enough
            return
    raise StorageRefused("eject_busy" if busy else "eject_impossible", file=root.name)


def _udisks(verb: str, device: str) -> tuple[str, ...]:
    return ("udisksctl", verb, "--no-user-interaction", "--block-device", device)


def _is_busy(command: Sequence[str]) -> bool:
    """Runs a command; whether it says that somebody uses the drive, or doesn't come to an end."""
    spoken = {**os.environ, "LC_ALL": "C"}
    try:
        ended = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=spoken, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
    return b"busy" in ended.stderr.lower()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LOCK, _DISMOUNT, _EJECT = 0x90018, 0x90020, 0x2D4808
    """FSCTL_LOCK_VOLUME, FSCTL_DISMOUNT_VOLUME, IOCTL_STORAGE_EJECT_MEDIA."""
    _READ_WRITE, _SHARED, _EXISTING = 0xC0000000, 0x3, 3

    def _eject_on_windows(root: Path) -> None:
        """Locking the volume fails while any file of it is open."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        handle = kernel.CreateFileW(rf"\\.\{root.drive}", _READ_WRITE, _SHARED, None, _EXISTING, 0, None)
        if handle == wintypes.HANDLE(-1).value:
            raise StorageRefused("eject_impossible", file=root.drive)
        try:
            for verb, code in ((_LOCK, "eject_busy"), (_DISMOUNT, "eject_busy"), (_EJECT, "eject_impossible")):
                told = wintypes.DWORD()
                asked = (wintypes.HANDLE(handle), verb, None, 0, None, 0, ctypes.byref(told), None)
                if not kernel.DeviceIoControl(*asked):
                    raise StorageRefused(code, file=root.drive)
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
