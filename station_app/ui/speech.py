"""The window's language: refusals and rows of catalogues in words."""

from __future__ import annotations

from campaign.calendar import in_vietnam, parse_time
from campaign.refusal import InputRefused, Refusal
from shell.sentences import Language, sentence
from station_app.ui.asking import Named
from ui_kit import formats


class Speech:
    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, refusal: Refusal) -> str:
        """What happened, what is safe, what to do next: one or two sentences. Times are told as a clock does."""
        fields = {name: _readable(value) for name, value in refusal.fields.items()}
        told = sentence(refusal.code, fields, self.language)
        return f"{told.message} {told.hint}".strip()

    def label(self, named: Named) -> str:
        return named.label_en if self.language == "en" else named.label_vi


def _readable(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if not isinstance(value, str):
        return value
    try:
        moment = in_vietnam(parse_time(value))
    except InputRefused:
        return value
    return f"{formats.clock(moment)} {formats.date(moment)}"
