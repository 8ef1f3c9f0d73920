"""Saving without waiting: the field is free at once, and what could not be saved comes back when it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from campaign.calendar import format_time
from campaign.codes import Outcome
from campaign.entered import Entered
from campaign.events import Fee
from campaign.refusal import Refusal
from station_app.services.log_application import Application, Logged, log_application
from station_app.services.permission import Person
from station_app.ui.asking import Desk
from station_app.ui.intake.form import Form


@dataclass(frozen=True, slots=True)
class Override:
    """A supervisor accepts the number once more."""

    supervisor: Person
    reason: str


@dataclass(eq=False)
class Attempt:
    """One press of an outcome key. ``n`` is 0 until it is durable; ``refusal`` why it isn't.

    ``happened_at``: on paper, where it is caught up on.
    """

    form: Form
    entered: Entered
    device: str
    case_type: str
    outcome: Outcome
    reason: str | None
    override: Override | None
    at: datetime
    took_ms: int
    fee: Fee | None = None
    happened_at: datetime | None = None
    n: int = 0
    refusal: Refusal | None = None


class Saving:
    """``saved`` and ``refused`` are called with the attempt that an answer belongs to.

    ``attempts``: those on their way, or not yet seen in the list; ``returned``: those that failed and wait for the
    field.
    """

    def __init__(
        self, desk: Desk, saved: Callable[[Attempt, Logged], None], refused: Callable[[Attempt], None]
    ) -> None:
        self._desk, self._saved, self._refused = desk, saved, refused
        self.attempts: list[Attempt] = []
        self.returned: deque[Attempt] = deque()

    def save(self, attempt: Attempt) -> None:
        """A form's id is the same in each attempt: however often it is tried, it counts once."""
        station = self._desk.station
        override = attempt.override
        application = Application(
            device=attempt.device,
            form_id=attempt.form.form_id,
            entered=attempt.entered,
            source=attempt.form.source,
            case_type=attempt.case_type,
            outcome=attempt.outcome.id,
            reason=attempt.reason,
            override_reason=override.reason if override else None,
            supervisor=override.supervisor if override else None,
            took_ms=attempt.took_ms,
            fee=attempt.fee,
            happened_at=format_time(attempt.happened_at) if attempt.happened_at else None,
        )
        self.attempts.append(attempt)
        self._desk.write.ask(
            lambda: log_application(station, application),
            lambda logged: self._done(attempt, logged),
            lambda refusal: self._failed(attempt, refusal),
        )

    def seen(self, device: str, newest: int) -> None:
        """The list of a device reaches entry ``newest``: what it holds needs no row of its own any more."""
        self.attempts = [
            attempt for attempt in self.attempts if not attempt.n or (attempt.device == device and attempt.n > newest)
        ]

    def put_back(self, attempt: Attempt) -> None:
        """It waits for the field again, before the others."""
        self.returned.appendleft(attempt)

    def take_back(self) -> Attempt | None:
        """The next that wants the field."""
        return self.returned.popleft() if self.returned else None

    def _done(self, attempt: Attempt, logged: Logged) -> None:
        attempt.n = logged.n
        self._saved(attempt, logged)

    def _failed(self, attempt: Attempt, refusal: Refusal) -> None:
        self.attempts.remove(attempt)
        attempt.refusal = refusal
        self.returned.append(attempt)
        self._refused(attempt)
