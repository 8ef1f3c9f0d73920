"""Files that must be there after a power cut, read as the disk holds them, and what its errors mean."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle import disk
from bundle.disk import open_past_cache, open_regular, open_spool, part, printable, storage
from campaign.refusal import InputRefused, StorageRefused

DATA = bytes(range(256)) * 5000 + b"an odd end"


def written(root: Path, name: str = "enrol/a.bundle", data: bytes = DATA) -> Path:
    with part(root, root / name) as made:
        made.stream.write(data)
        made.sync()
        made.publish()
    return made.path


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A real drive of 64 KiB."""
    root = tmp_path / "drive"
    root.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(root)], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root mounts a drive")
    yield root
    subprocess.run(["umount", "--lazy", str(root)], check=True)


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "enrol/bundles/X/x.bundle"
    with part(tmp_path, path) as made:
        made.stream.write(DATA)
        made.sync()
        assert made.unfinished.read_bytes() == DATA
        assert made.unfinished.name == "x.bundle.part"
        assert not path.exists()
        made.publish()
        assert path.read_bytes() == DATA
        with made.read_back() as (stream, how):
            assert (stream.read(), how in ("direct", "dropped", "cached")) == (DATA, True)
    assert os.listdir(path.parent) == ["x.bundle"]


def test_what_is_synced_is_on_the_disk_before_its_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def named(descriptor: int) -> str:
        return Path(os.readlink(f"/proc/self/fd/{descriptor}")).name

    monkeypatch.setattr(os, "fsync", lambda descriptor: steps.append(f"sync {named(descriptor)}"))
    replace = os.replace

    def rename(unfinished: Path, path: Path) -> None:
        steps.append(f"rename {path.name}")
        replace(unfinished, path)

    monkeypatch.setattr(os, "replace", rename)
    written(tmp_path, "enrol/plans/000001.plan")
    assert steps == [
        f"sync {tmp_path.name}",
        "sync enrol",
        "sync 000001.plan.part",
        "rename 000001.plan",
        "sync plans",
    ]


def test_an_earlier_attempt_is_written_over(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"kept")
    (tmp_path / "enrol").mkdir()
    for leave in (lambda path: path.write_bytes(DATA * 2), lambda path: path.symlink_to(target), os.mkfifo):
        leave(tmp_path / "enrol/a.bundle.part")
        assert written(tmp_path).read_bytes() == DATA
    assert target.read_bytes() == b"kept"


def test_what_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    def begin() -> None:
        with part(tmp_path, tmp_path / "x.bundle") as made:
            made.stream.write(DATA)
            raise InputRefused("cancelled")

    with pytest.raises(InputRefused, match="cancelled"):
        begin()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("lead_away", ["link", "file"])
def test_nothing_is_written_through_what_is_no_folder(tmp_path: Path, lead_away: str) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    if lead_away == "link":
        (root / "enrol").symlink_to(outside)
    else:
        (root / "enrol").write_bytes(b"")
    with pytest.raises(StorageRefused, match="storage_failed") as refused:
        written(root)
    assert refused.value.fields == {"file": "enrol"}
    assert os.listdir(outside) == []


# Reading back


@pytest.mark.parametrize("size", [0, 1, 4096, 2**20, 2**20 + 1, 3 * 2**20 - 1])
def test_any_size_is_read_past_the_cache(tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    path = written(tmp_path, data=data)
    for chunk in (1000, 2**18, 2**22):
        stream, _ = open_past_cache(path)
        with stream:
            assert b"".join(iter(lambda: stream.read(chunk), b"")) == data  # noqa: B023


def test_a_file_system_without_direct_reading_drops_its_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(self: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    path = written(tmp_path)
    monkeypatch.setattr(disk._PastCache, "_fill", fill)
    stream, how = open_past_cache(path)
    with stream:
        assert (stream.read(), how) == (DATA, "dropped")


def test_a_system_with_neither_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("O_DIRECT", "posix_fadvise", "O_DIRECTORY"):
        monkeypatch.delattr(os, name)
    stream, how = open_past_cache(written(tmp_path))
    with stream:
        assert (stream.read(), how) == (DATA, "cached")


def test_a_disk_that_fails_when_read_back_is_not_read_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(self: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    path = written(tmp_path)
    monkeypatch.setattr(disk._PastCache, "_fill", fill)
    with pytest.raises(StorageRefused, match="stick_gone"), storage(tmp_path):
        open_past_cache(path)


# Opening


def test_only_a_regular_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "link", "pipe"):
        with pytest.raises(InputRefused, match="not_a_file") as refused:
            open_regular(tmp_path / name)
        assert refused.value.fields == {"file": name}
    with pytest.raises(InputRefused, match="not_a_file"):
        open_regular(Path("/dev/null"))
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "s"))
        with pytest.raises(OSError, match="No such device"):
            open_regular(tmp_path / "s")
    with open_regular(tmp_path / "file") as stream:
        assert stream.read() == b"x"


def test_a_spool_keeps_what_it_is_given() -> None:
    with open_spool() as spool:
        spool.write(DATA)
        assert spool.tell() == len(DATA)
        spool.seek(0)
        assert spool.read() == DATA


# Errors


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "no_space"),
        (errno.EDQUOT, "no_space"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EPERM, "read_only"),
        (errno.EIO, "stick_gone"),
        (errno.ENODEV, "stick_gone"),
        (errno.ENXIO, "stick_gone"),
        (errno.EFBIG, "storage_failed"),
        (errno.ENOENT, "storage_failed"),
    ],
)
def test_each_error_of_the_system_has_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(number, "says no")

    (tmp_path / "enrol").mkdir()
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageRefused, match=code):
        written(tmp_path)
    assert os.listdir(tmp_path / "enrol") == []


def test_an_error_names_a_file_and_none_of_its_folders(tmp_path: Path) -> None:
    with pytest.raises(StorageRefused, match="storage_failed") as refused, storage(tmp_path):
        open_regular(tmp_path / "some/where/x.bundle")
    assert refused.value.fields == {"file": "x.bundle"}
    with pytest.raises(StorageRefused, match="storage_failed") as refused, storage(tmp_path):
        raise OSError
    assert refused.value.fields == {"file": tmp_path.name}


def test_a_drive_that_is_full(small: Path) -> None:
    with pytest.raises(StorageRefused, match="no_space"):
        written(small)
    assert os.listdir(small / "enrol") == []
    assert written(small, data=b"x").read_bytes() == b"x"


def test_a_drive_that_is_write_protected(small: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    with pytest.raises(StorageRefused, match="read_only"):
        written(small)


def test_a_drive_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(StorageRefused, match="stick_gone"):
        written(tmp_path / "gone")
    root = tmp_path / "drive"
    root.mkdir()

    def write_until_it_is_pulled_out() -> None:
        with part(root, root / "x.bundle") as made:
            made.stream.write(DATA)
            made.unfinished.unlink()
            root.rmdir()
            made.sync()
            made.publish()

    with pytest.raises(StorageRefused, match="stick_gone"):
        write_until_it_is_pulled_out()


def test_a_name_is_shown_whatever_its_bytes() -> None:
    assert printable("Thẻ 1.bundle") == "Thẻ 1.bundle"
    assert printable(os.fsdecode(b"a\xff\n\x1b[2Jb")) == "a\ufffd\ufffd\ufffd[2Jb"
