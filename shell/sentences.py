"""Codes of refusals -> what happened, what is safe, what to do next; in Vietnamese or English, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shell.sentences_en import ENGLISH
from shell.sentences_vi import VIETNAMESE

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """``message`` says what happened and what is safe, ``hint`` what to do next; either may be empty."""

    message: str
    hint: str


def language() -> Language:
    """The language of the command lines: Vietnamese, unless the environment asks for English."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if asked.startswith("en") else "vi"


def sentence(code: str, fields: Mapping[str, object], in_language: Language | None = None) -> Sentence:
    """The sentence of a code, with the refusal's fields filled in; a code without one speaks for itself."""
    table = ENGLISH if (in_language or language()) == "en" else VIETNAMESE
    message, hint = table.get(code, (code, ""))
    known = _Known({name: str(value) for name, value in fields.items()})
    return Sentence(message.format_map(known), hint.format_map(known))


class _Known(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"
