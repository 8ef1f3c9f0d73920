"""The sentences of the desk in Vietnamese: people, settings, the book, paper."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {}
