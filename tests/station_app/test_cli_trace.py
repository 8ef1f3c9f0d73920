"""Where a trace goes: beside the store it is about."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from station_app.cli import log_folder


@pytest.mark.parametrize("arguments", [["status"], ["log", "--device", "TB-1", "--nonsense"], ["nonsense"], []])
def test_a_trace_goes_to_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["stationctl", "--home", str(tmp_path / "home"), *arguments])
    assert log_folder() == tmp_path / "home" / "log"
    monkeypatch.setattr(sys, "argv", ["stationctl", *arguments])
    assert log_folder().parts[-2:] == ("enrol-station", "log")
