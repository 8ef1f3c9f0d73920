"""Small drives that are really full, really read-only, and really gone."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Drive:
    """``mounted``: whether it is a drive of its own; who may not mount one gets a folder."""

    root: Path
    mounted: bool

    @contextmanager
    def full(self) -> Iterator[None]:
        """Not a byte more has room; for a folder, no file may be written."""
        if not self.mounted:
            soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
            try:
                yield
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            return
        ballast = self.root / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file:
                while file.write(bytes(4096)):
                    pass
        except OSError:
            pass
        try:
            yield
        finally:
            ballast.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Nothing may be written; for a folder, nothing be made in it."""
        if not self.mounted:
            mode = self.root.stat().st_mode
            for folder in self._folders():
                folder.chmod(0o500)
            try:
                yield
            finally:
                for folder in self._folders():
                    folder.chmod(mode)
            return
        self._remount("ro")
        try:
            yield
        finally:
            self._remount("rw")

    def require_mounted(self) -> None:
        """For what can't be told of a folder, in which other files than the drive's can't be written either."""
        if not self.mounted:
            pytest.skip("only root mounts a drive")

    def pull(self) -> None:
        """It is gone while somebody may still have a file of it open."""
        if self.mounted:
            subprocess.run(["umount", "--lazy", self.root], check=True)
        else:
            self.root.rename(self.root.with_name(f"{self.root.name}.pulled"))

    def _folders(self) -> list[Path]:
        return [path for path in (self.root, *self.root.rglob("*")) if path.is_dir()]

    def _remount(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", self.root], check=True)


@contextmanager
def small_drive(root: Path, size: int = 8 * MIB) -> Iterator[Drive]:
    """An empty drive of ``size`` bytes at ``root``."""
    root.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(root)]
    drive = Drive(root, subprocess.run(asked, capture_output=True, check=False).returncode == 0)
    try:
        yield drive
    finally:
        if drive.mounted:
            subprocess.run(["umount", "--lazy", root], check=False, capture_output=True)
