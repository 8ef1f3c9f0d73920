"""How a command answers: one JSON document for scripts, or lines and tables for people."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

from campaign.refusal import Refusal
from shell.sentences import sentence

UNCUT = 240
"""Columns of a table that goes to no terminal."""


class AnswerLost(Exception):
    """What should be told can't be written to where it goes."""


@contextmanager
def told() -> Iterator[None]:
    """Raises AnswerLost; BrokenPipeError where nobody reads any more."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise AnswerLost from error


def give(answer: Mapping[str, object], *, as_json: bool) -> None:
    """Prints a command's whole answer to stdout."""
    if as_json:
        give_line(answer)
        return
    with told():
        for key, value in answer.items():
            if isinstance(value, Sequence) and not isinstance(value, str):
                _table(key, value)
            else:
                _say(f"{key}: {_plain(value)}")


def give_line(answer: Mapping[str, object]) -> None:
    """Prints one JSON document, whole, before anything else happens: it may be an acknowledgement."""
    with told():
        _say(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))


def error_of(refusal: Refusal, **more: object) -> dict[str, object]:
    """The `{"code", …}` of a refused line: fields of the refusal go along, sentences don't."""
    return {"code": refusal.code, **refusal.fields, **more}


def give_refusal(refusal: Refusal, *, as_json: bool) -> None:
    """Says what happened, what is safe and what to do; with --json as a document on stdout."""
    said = sentence(refusal.code, refusal.fields)
    if as_json:
        file = refusal.fields.get("file")
        error = {"code": refusal.code, "message": said.message, "hint": said.hint, "file": file}
        others = {key: value for key, value in refusal.fields.items() if key != "file"}
        give_line({"error": {**error, **others}})
    else:
        _say(f"{said.message}\n{said.hint}".rstrip(), err=True)


def _say(text: str, *, err: bool = False) -> None:
    """Arguments and file names may hold bytes that are no text; what is told is."""
    click.echo(text.encode(errors="replace").decode(), err=err)


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_plain(item)}" for key, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(_plain(item) for item in value) or "-"
    return "-" if value is None else str(value)


def _table(title: str, rows: Sequence[object]) -> None:
    if not rows or not all(isinstance(row, Mapping) for row in rows):
        _say(f"{title}: {_plain(rows)}")
        return
    from rich.console import Console  # 40 ms that a script's --json never pays for
    from rich.table import Table

    mappings = [row for row in rows if isinstance(row, Mapping)]
    columns = list(dict.fromkeys(key for row in mappings for key in row))
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(str(column))
    for row in mappings:
        table.add_row(*(_plain(row.get(column)) for column in columns))
    # A file or a pipe has no width to keep to; cut-off cells would be of no use there.
    to_terminal = sys.stdout is not None and sys.stdout.isatty()
    Console(width=None if to_terminal else UNCUT).print(table)
