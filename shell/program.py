"""Runs a command line: refusals become sentences and exit codes, a bug of ours one calm line and a trace in the log."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import NoReturn

import click

from campaign.refusal import Refusal
from shell import exits
from shell.answers import give_line, give_refusal

LOG_BYTES = 1_000_000
LOG_FILES = 3


class Partly(Exception):
    """The command did its work, but some lines or entries were refused: exit code 4 (or another, where said)."""

    def __init__(self, code: int = exits.PARTLY) -> None:
        super().__init__(code)
        self.code = code


def run(command: click.Command, log_folder: Callable[[], Path]) -> NoReturn:
    """The program's whole life: never a traceback for anything foreseen."""
    as_json = "--json" in sys.argv
    try:
        command.main(standalone_mode=False)
        code = exits.DONE
    except Partly as partly:
        code = partly.code
    except Refusal as refusal:
        give_refusal(refusal, as_json=as_json)
        code = exits.exit_code(refusal)
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.ClickException as misuse:
        misuse.show()
        if as_json:
            give_line({"error": {"code": "usage", "message": misuse.format_message(), "hint": "--help", "file": None}})
        code = exits.USAGE
    except (click.Abort, KeyboardInterrupt):
        code = 130  # what a shell gives for an interrupt
    except BrokenPipeError:
        sys.stderr.close()
        code = exits.DONE
    except Exception:
        give_refusal(Refusal("bug", file=str(log_trace(log_folder()))), as_json=as_json)
        code = exits.BUG
    sys.exit(code)


def log_trace(folder: Path) -> Path:
    """Writes the current exception to the rotating log and returns its path. Traces hold code, never values."""
    path = folder / "trace.log"
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    handler.setFormatter(TraceWithoutValues("%(asctime)s %(message)s"))
    logger = logging.getLogger("enrol.trace")
    logger.addHandler(handler)
    logger.error("a bug of ours", exc_info=True)
    logger.removeHandler(handler)
    handler.close()
    return path


class TraceWithoutValues(logging.Formatter):
    """A trace's places and the exception's type: its message may quote a name or a number, so it stays out."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        import traceback

        kind, _, trace = ei if isinstance(ei, tuple) else (None, None, None)
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([*places, getattr(kind, "__name__", "?")])
