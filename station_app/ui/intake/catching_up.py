"""Paper catch-up after a power cut: each form counts in the hour that it bears (campaign rules, Intake)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from campaign.paper_hour import moment_on_paper
from campaign.refusal import InputRefused
from station_app.ui.intake.desk_state import Shared


class CatchingUp:
    """The hour stays until it is changed, for forms come in a pile; ``shift_day`` is None while nothing is known."""

    def __init__(self, shared: Shared, shift_day: Callable[[], date | None]) -> None:
        self._shared, self._shift_day = shared, shift_day

    def asked(self) -> None:
        """Ctrl+B: begins it, and afterwards goes to the hour."""
        state = self._shared.state
        if self._shared.shut():
            return
        if state.paper_hour is None:
            state.paper_hour = ""
            self._shared.surface.set_paper_hour("")
        self._shared.render()
        self._shared.surface.focus("paper")

    def typed(self, text: str) -> None:
        self._shared.state.paper_hour, self._shared.state.paper_wrong = text, False
        self._shared.render()

    def ended(self) -> None:
        """Enter in the hour."""
        if self._checked():
            self._shared.surface.focus("scan")

    def left(self) -> None:
        """Back to logging what happens now."""
        self._shared.state.paper_hour, self._shared.state.paper_wrong = None, False
        self._shared.surface.focus("scan")
        self._shared.render()

    def resume(self, hour: str | None) -> None:
        """As it was before a crash."""
        self._shared.state.paper_hour = hour
        self._shared.surface.set_paper_hour(hour or "")

    def ready(self) -> bool:
        """Whether what is logged now has its time: says what is wrong with the hour, and goes there."""
        if self._shared.state.paper_hour is None or self._checked():
            return True
        self._shared.surface.focus("paper")
        return False

    def moment(self) -> datetime | None:
        """None where what is logged happens now. Raises InputRefused("bad_hour")."""
        hour, day = self._shared.state.paper_hour, self._shift_day()
        return None if hour is None else moment_on_paper(hour, day or self._shared.today)

    def _checked(self) -> bool:
        try:
            self.moment()
        except InputRefused as refusal:
            self._shared.state.paper_wrong = True
            self._shared.sound("refused")
            self._shared.note(refusal)
            return False
        return True
