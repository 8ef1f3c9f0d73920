"""Bytes of a serial scanner, as they happen to come -> the texts that it sent."""

from __future__ import annotations

import re

LONGEST = 4096
"""Bytes kept of one text: more than the longest that a scan may have, in any script, so that it is refused as such."""
_ENDS = re.compile(rb"[\r\n\t]+")


class LineCutter:
    """A text ends with CR, LF or TAB, or when nothing comes any more. Of an endless one only the beginning is kept.

    One for each time that a scanner is there: half a text before it went is none.
    """

    def __init__(self) -> None:
        self._begun = bytearray()

    def feed(self, received: bytes) -> list[str]:
        """The texts that have ended, oldest first; what isn't UTF-8 in them becomes U+FFFD."""
        *ended, rest = _ENDS.split(bytes(self._begun) + received)
        self._begun = bytearray(rest[:LONGEST])
        return [_text(line) for line in ended if line]

    def silence(self) -> list[str]:
        """Nothing has come for a while: what was begun is whole, though no terminator says so."""
        return self.feed(b"\n")


def _text(line: bytes) -> str:
    return line[:LONGEST].decode(errors="replace")
