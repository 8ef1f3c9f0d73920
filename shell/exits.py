"""Exit codes of the command lines: a contract (docs/operations.md)."""

from __future__ import annotations

from campaign.refusal import NotPermitted, Refusal, StorageRefused, StoreBroken

DONE = 0
BUG = 1
USAGE = 2
REFUSED = 3
PARTLY = 4
STORE_BROKEN = 5
NOT_PERMITTED = 6
STORAGE = 7
INTERRUPTED = 130
READER_GONE = 141
"""As a shell tells of a program that SIGINT or SIGPIPE has ended."""


def exit_code(refusal: Refusal) -> int:
    """The exit code that says what kind of no it was."""
    match refusal:
        case NotPermitted():
            return NOT_PERMITTED
        case StorageRefused():
            return STORAGE
        case StoreBroken():
            return STORE_BROKEN
        case _:
            return REFUSED
