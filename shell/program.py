"""Runs a command line: refusals become sentences and exit codes, a bug of ours one calm line and a trace in the log."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import suppress
from logging import Formatter, LogRecord, makeLogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import NoReturn

import click

from campaign.refusal import Refusal
from shell import exits
from shell.answers import AnswerLost, give_line, give_refusal

LOG_BYTES = 1_000_000
LOG_FILES = 3


class Partly(Exception):
    """The command did its work, but some lines or entries were refused: exit code 4 (or another, where said)."""

    def __init__(self, code: int = exits.PARTLY) -> None:
        super().__init__(code)
        self.code = code


def run(command: click.Command, log_folder: Callable[[], Path]) -> NoReturn:
    """The program's whole life: never a traceback for anything foreseen.

    Whoever reads the answers may have left (`exits.READER_GONE`), or have no room for them (`exits.STORAGE`).
    """
    try:
        code = _ended(command, log_folder, as_json="--json" in sys.argv)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # closed before the program began
                stream.flush()
    except BrokenPipeError:
        code = _unheard(exits.READER_GONE)
    except (AnswerLost, OSError):
        with suppress(OSError):
            give_refusal(Refusal("answer_lost"), as_json=False)
        code = _unheard(exits.STORAGE)
    sys.exit(code)


def _ended(command: click.Command, log_folder: Callable[[], Path], *, as_json: bool) -> int:
    try:
        command.main(standalone_mode=False)
    except Partly as partly:
        return partly.code
    except Refusal as refusal:
        give_refusal(refusal, as_json=as_json)
        return exits.exit_code(refusal)
    except click.ClickException as misuse:
        misuse.show()
        if as_json:
            give_line({"error": {"code": "usage", "message": misuse.format_message(), "hint": "--help", "file": None}})
        return exits.USAGE
    except (click.Abort, KeyboardInterrupt):
        return exits.INTERRUPTED
    except SystemExit:  # click's own word where the reader has left
        return _unheard(exits.READER_GONE)
    except (BrokenPipeError, AnswerLost):
        raise
    except Exception:
        give_refusal(Refusal("bug", file=_trace_in(log_folder)), as_json=as_json)
        return exits.BUG
    return exits.DONE


def _unheard(code: int) -> int:
    """Nothing more is said: what waits to be written would only fail once more at the end."""
    sys.stdout = sys.stderr = io.StringIO()
    return code


def _trace_in(log_folder: Callable[[], Path]) -> str | None:
    """The file with the trace of the current exception; None where the disk takes none."""
    try:
        return str(log_trace(log_folder()))
    except OSError:
        return None


def log_trace(folder: Path) -> Path:
    """Writes the current exception to the rotating log and returns its path. Traces hold code, never values."""
    path = folder / "trace.log"
    folder.mkdir(parents=True, exist_ok=True)
    handler = _Rotating(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    handler.setFormatter(TraceWithoutValues("%(asctime)s %(message)s"))
    try:
        handler.emit(makeLogRecord({"msg": "a bug of ours", "exc_info": sys.exc_info()}))
    finally:
        handler.close()
    return path


class _Rotating(RotatingFileHandler):
    def handleError(self, record: LogRecord) -> None:  # noqa: N802 - logging's own name
        raise  # what the disk says is for the caller


class TraceWithoutValues(Formatter):
    """A trace's places and the exceptions' types: their messages may quote a name or a number, so they stay out."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        import traceback

        error = ei[1] if isinstance(ei, tuple) else None
        lines: list[str] = []
        while error is not None:
            places = [
                f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
            ]
            lines = [*places, type(error).__name__, *lines]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)
