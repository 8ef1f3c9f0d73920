"""The project's own files keep what they promise to whoever makes a fresh clone."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCK = (ROOT / "requirements.lock").read_text()


def project_files() -> Iterator[Path]:
    made = re.compile(r"\.(?!ci$)|(build|dist|out)$|.*\.egg-info$")
    for top in ROOT.iterdir():
        if not made.match(top.name):
            yield from (path for path in [top, *top.rglob("*")] if path.is_file() and path.suffix != ".pyc")


def test_the_lock_names_no_host() -> None:
    assert not re.findall(r"://|^--|@ ", LOCK, re.MULTILINE)


def test_the_lock_pins_everything_asked_for() -> None:
    pinned = dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.MULTILINE))
    asked = [Requirement(text) for text in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]
    assert [
        str(one) for one in asked if not one.specifier.contains(pinned.get(canonicalize_name(one.name), "0.dev0"))
    ] == []


def test_every_pin_has_its_hash() -> None:
    assert all("--hash=sha256:" in pin for pin in re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:])


def test_documents_name_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    documents = [path for path in project_files() if path.suffix == ".md"]
    named = {name for path in documents for name in re.findall(r"`make ([a-z]+)", path.read_text())}
    assert documents
    assert named <= targets


def test_no_file_names_a_place_on_one_machine() -> None:
    place = re.compile(rb"(?<![\w.>])/(home|Users|root|work)/[\w.-]+/")
    assert [path for path in project_files() if place.search(path.read_bytes())] == []


@pytest.mark.usefixtures("desktop")
def test_a_real_window_system_is_there_for_the_app() -> None:
    """The Debian packages that Qt loads only when it opens a window are all named in the Makefile."""
    program = "from PySide6.QtGui import QGuiApplication as App; print(App([]).platformName())"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (shown.stdout, shown.stderr, shown.returncode) == ("xcb\n", "", 0)
