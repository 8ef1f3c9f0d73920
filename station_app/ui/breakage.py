"""What nobody foresaw, told in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from campaign.refusal import Refusal
from station_app.ui.word_strip import WordStrip


def tell_breakage(error: BaseException, word: WordStrip, say: Callable[[Refusal], str], log_folder: Path) -> None:
    """One calm line; of a bug also a trace in the log, without values."""
    if isinstance(error, Refusal):
        word.say("error", say(error))
        return
    from shell.program import log_trace

    try:
        raise error
    except BaseException:
        file = log_trace(log_folder)
    word.say("error", say(Refusal("bug", file=str(file))))
