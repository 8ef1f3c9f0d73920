"""What every command of both programs understands: `--json`, `--now`, and where a password comes from."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime
from pathlib import Path
from typing import Any

import click

from campaign.calendar import in_vietnam

Command = Callable[..., None]
"""What a click command calls."""


def told_moment(text: str) -> datetime:
    """An RFC 3339 time, in Vietnam. Raises ValueError, also without its offset and at the ends of the calendar."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its offset")
    if not 1 < moment.year < MAXYEAR:  # what is a day or a time zone away from it must be a time too
        raise ValueError("a time beyond the calendar")
    return in_vietnam(moment)


class Moment(click.ParamType[datetime]):
    """An RFC 3339 time with its offset."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return told_moment(str(value))
        except ValueError:
            self.fail(f"{value!r} is no RFC 3339 time with its offset such as 2021-04-08T07:30:00+07:00", param, ctx)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a command was asked: for JSON or for people, and at which moment of a drill."""

    json: bool
    now: datetime | None

    def clock(self, *, drill: bool) -> Callable[[], datetime]:
        """The clock to work by. Raises click.UsageError for `--now` outside a drill."""
        if self.now is None:
            return lambda: in_vietnam(datetime.now(UTC))
        if not drill:
            raise click.UsageError("--now is for a drill campaign only")
        moment = self.now
        return lambda: moment


def asked(command: Command) -> Command:
    """Gives a command `--json` and `--now`, and `Asked` as its first argument.

    What else it was given is text: only paths may be any bytes that a system has for a name.
    """

    @click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout; messages go to stderr.")
    @click.option("--now", type=Moment(), help="Work at this RFC 3339 time; in a drill campaign only.")
    @functools.wraps(command)
    def with_options(*args: Any, as_json: bool, now: datetime | None, **kwargs: Any) -> None:
        for given in kwargs.values():
            for text in given if isinstance(given, tuple) else (given,):
                if isinstance(text, str):
                    _checked(text)
        command(Asked(as_json, now), *args, **kwargs)

    return with_options


def _checked(text: str) -> str:
    try:
        text.encode()
    except UnicodeError:
        raise click.UsageError("an argument is no text: write it in UTF-8") from None
    return text


def password(file: Path | None, variable: str, prompt: str, *, confirm: bool = False) -> str:
    """A password from a file's first line, else from an environment variable, else asked for on the terminal."""
    if file is not None:
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError):
            raise click.UsageError(f"the password file {file.name} can't be read") from None
        return lines[0] if lines else ""
    if variable in os.environ:
        return _checked(os.environ[variable])
    try:
        answer: str = click.prompt(prompt, hide_input=True, confirmation_prompt=confirm, err=True)
    except click.Abort:
        if sys.stdin.isatty():  # somebody was asked and would not
            raise
        raise click.UsageError(f"nobody to ask for a password: give a password file, or {variable}") from None
    return answer
