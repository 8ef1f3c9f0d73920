"""The sentences in English: code -> (what happened and what is safe, what to do next)."""

from __future__ import annotations

ENGLISH: dict[str, tuple[str, str]] = {
    "bug": (
        "A fault of the program. What was logged is safe.",
        "Send the log file {file} to whoever looks after the software.",
    ),
}
