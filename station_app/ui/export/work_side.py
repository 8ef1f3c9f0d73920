"""The work under way: it runs beside the window, tells how far it is, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from campaign.refusal import Refusal
from station_app.ui.asking import Desk
from station_app.ui.export.job import Job, Outcome, run
from station_app.ui.export.recorder import Heard, Recorder


class WorkSide:
    """``job`` is the one under way, ``last`` the one before it; ``refusal`` why that failed.

    ``progressed`` is called as it goes on, ``ended`` with the outcome of a job, None where it failed.
    """

    def __init__(
        self,
        desk: Desk,
        ticks: Callable[[], float],
        progressed: Callable[[], None],
        ended: Callable[[Job, Outcome | None], None],
    ) -> None:
        self._desk, self._ticks, self._progressed, self._ended = desk, ticks, progressed, ended
        self._cancel = threading.Event()
        self.job: Job | None = None
        self.last: Job | None = None
        self.heard: tuple[Heard, ...] = ()
        self.refusal: Refusal | None = None

    @property
    def stopping(self) -> bool:
        return self._cancel.is_set()

    def start(self, job: Job) -> None:
        self.job, self.heard, self.refusal = job, (), None
        self._cancel = cancel = threading.Event()
        slow, station = self._desk.slow, self._desk.station
        recorder = Recorder(lambda heard: slow.tell(lambda: self._hear(job, heard)), self._ticks)

        def done(outcome: Outcome) -> None:
            self._end(job, recorder, outcome)

        def failed(refusal: Refusal) -> None:
            self.refusal = refusal
            self._end(job, recorder, None)

        slow.ask(lambda: run(station, job, recorder, cancel.is_set), done, failed)

    def stop(self) -> None:
        """The work ends as soon as it may, and takes its unfinished file away."""
        self._cancel.set()
        self._progressed()

    def clear(self) -> None:
        """Nothing is to be told any more of the last job."""
        self.last, self.refusal, self.heard = None, None, ()

    def _hear(self, job: Job, heard: tuple[Heard, ...]) -> None:
        if self.job is job:
            self.heard = heard
            self._progressed()

    def _end(self, job: Job, recorder: Recorder, outcome: Outcome | None) -> None:
        self.job, self.last, self.heard = None, job, recorder.steps
        self._ended(job, outcome)
