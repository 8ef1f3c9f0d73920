"""setup/debian-packages, on a machine where dpkg, apt and sudo are stand-ins that write down how they were called."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "setup" / "debian-packages"


class Machine:
    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.calls = folder / "calls"
        self.bin.mkdir()
        self.calls.touch()
        for tool in ("sh", "env"):
            (self.bin / tool).symlink_to(Path("/usr/bin") / tool)
        self.has("dpkg-query", 'for package; do :; done; [ "$package" = xvfb ] || printf installed')
        self.has("apt-get", f'echo "apt-get $*" >> {self.calls}')
        self.has("id", "echo 0")

    def has(self, tool: str, does: str) -> None:
        path = self.bin / tool
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)

    def needs(self, *packages: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SCRIPT, *packages], env={"PATH": str(self.bin)}, capture_output=True, text=True, timeout=60, check=False
        )

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines()


INSTALL = "apt-get install -qq --no-install-recommends xvfb"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_is_called_where_nothing_is_missing(machine: Machine) -> None:
    assert machine.needs("python3", "xauth").returncode == 0
    assert machine.called() == []


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    assert machine.needs("python3", "xvfb", "xauth").returncode == 0
    assert machine.called() == [INSTALL]


def test_package_lists_are_fetched_where_installing_fails_without(machine: Machine) -> None:
    fetched = machine.bin.parent / "fetched"
    machine.has(
        "apt-get",
        f'echo "apt-get $*" >> {machine.calls}\n'
        f"case $1 in update) : > {fetched}; exit 100;; install) [ -e {fetched} ];; esac",
    )
    assert machine.needs("xvfb").returncode == 0
    assert machine.called() == [INSTALL, "apt-get update -qq", INSTALL]


def test_a_package_that_cannot_be_had_stops_the_set_up(machine: Machine) -> None:
    machine.has("apt-get", "exit 100")
    assert machine.needs("xvfb").returncode != 0


def test_another_user_installs_with_sudo(machine: Machine) -> None:
    machine.has("id", "echo 1000")
    machine.has("sudo", f'echo "sudo" >> {machine.calls}; "$@"')
    assert machine.needs("xvfb").returncode == 0
    assert machine.called() == ["sudo", INSTALL]


def test_without_root_or_sudo_it_says_what_to_install(machine: Machine) -> None:
    machine.has("id", "echo 1000")
    answer = machine.needs("python3", "xvfb")
    assert answer.returncode == 1
    assert "apt-get install xvfb" in answer.stderr
    assert machine.called() == []


def test_another_system_is_left_to_its_owner(machine: Machine) -> None:
    (machine.bin / "dpkg-query").unlink()
    answer = machine.needs("xvfb")
    assert answer.returncode == 0
    assert "xvfb" in answer.stderr
    assert machine.called() == []
