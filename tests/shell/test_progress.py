"""Whoever sits at a terminal sees how far it is; a script sees nothing."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from shell.progress import progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar_that_goes_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as told:
        told("one.bundle", 0, 200)
        told("one.bundle", 200, 200)
    assert "one.bundle" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_a_script_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    script = StringIO()
    monkeypatch.setattr(sys, "stderr", script)
    with progress() as told:
        told("one.bundle", 1, 2)
    assert script.getvalue() == ""


def test_closed_standard_error_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with progress() as told:
        told("one.bundle", 1, 2)
