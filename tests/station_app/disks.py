"""Small disks that fill up, become read-only or are pulled out: file systems in memory, in a namespace of their own.

Nobody else sees the mounts, and they end with the process that holds them. A user's right to namespaces is enough.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILLER = "filler"


class Disk:
    """``root`` is where this process reaches it, ``seen_at`` where one does that is started by way of ``enter``.

    SQLite must be started so: it looks through the link that `root` leads over.
    """

    def __init__(self, shell: subprocess.Popen[str], seen_at: Path) -> None:
        self._shell = shell
        self.seen_at = seen_at
        self.root = Path(f"/proc/{shell.pid}/root{seen_at}")
        as_root = os.geteuid() == 0
        self.enter = ("nsenter", "-t", str(shell.pid), "-m", *(() if as_root else ("-U", "--preserve-credentials")))

    def fill(self, leave: int = 0) -> None:
        """Takes all the room but ``leave`` bytes, of those that are free now."""
        free = os.statvfs(self.root)
        with (self.root / _FILLER).open("ab") as filler:
            filler.write(bytes(max(0, free.f_bavail * free.f_frsize - leave)))

    def make_room(self) -> None:
        (self.root / _FILLER).unlink()

    def protect(self) -> None:
        self.run(f"mount -o remount,ro {self.seen_at}")

    def release(self) -> None:
        self.run(f"mount -o remount,rw {self.seen_at}")

    def pull(self) -> None:
        """The disk is gone, and so is the folder where it was."""
        self.run(f"umount -l {self.seen_at} && rmdir {self.seen_at}")

    def run(self, command: str) -> None:
        assert self._shell.stdin
        assert self._shell.stdout
        self._shell.stdin.write(f"{command}; echo $?\n")
        self._shell.stdin.flush()
        assert self._shell.stdout.readline() == "0\n", command


@contextmanager
def a_disk(folder: Path, kibibytes: int) -> Iterator[Disk]:
    """An empty disk. As root a mount namespace will do; others get one with a user namespace around it."""
    folder.mkdir()
    apart = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-Urm"]
    shell = subprocess.Popen([*apart, "sh"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with shell:
        disk = Disk(shell, folder)
        disk.run(f"mount -t tmpfs -o size={kibibytes}k tmpfs {folder}")
        try:
            yield disk
        finally:
            assert shell.stdin
            shell.stdin.close()
