"""Named refusals: what the product says no to, as stable codes and fields, never as text.

The windows and the command lines turn a code into a sentence, in one place each.
"""

from __future__ import annotations


class Refusal(Exception):
    """Something foreseen that is not done.

    ``code`` is stable snake_case, ``fields`` hold what a sentence or a screen needs: JSON-able values, never personal
    data (the number of an entry, not of a person).
    """

    def __init__(self, code: str, /, **fields: object) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


class InputRefused(Refusal):
    """An input, or the one thing asked, is refused whole: structure, authenticity or a rule."""


class NotPermitted(Refusal):
    """Role, password or second person is missing."""


class StorageRefused(Refusal):
    """The storage did not take or give it: full, read-only, gone, in use."""


class StoreBroken(Refusal):
    """Our own store's integrity is broken, or it is newer than the program."""
