"""The sentences of the desk in English: people, settings, the book, paper."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {}
