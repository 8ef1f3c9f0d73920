"""Listens to an export where it runs, and tells the window of it no more often than eyes can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

SECONDS_BETWEEN = 0.1


@dataclass(frozen=True, slots=True)
class Heard:
    """A step begun: ``done`` of ``total``, and how long it took, None while it lasts."""

    step: str
    done: int
    total: int
    began: float
    seconds: float | None = None


class Recorder:
    """``heard`` belongs to the thread that writes; ``tell`` is called there with all steps so far, in their order.

    A new step is told at once. ``ticks`` gives seconds since any moment.
    """

    def __init__(self, tell: Callable[[tuple[Heard, ...]], None], ticks: Callable[[], float]) -> None:
        self._tell, self._ticks = tell, ticks
        self._told = 0.0
        self.steps: tuple[Heard, ...] = ()

    def heard(self, step: str, done: int, total: int) -> None:
        now = self._ticks()
        current = self.steps[-1] if self.steps else None
        if current is not None and current.step == step:
            self.steps = (*self.steps[:-1], replace(current, done=done, total=total))
            if now - self._told < SECONDS_BETWEEN:
                return
        else:
            self.finish()
            self.steps = (*self.steps, Heard(step, done, total, now))
        self._told = now
        self._tell(self.steps)

    def finish(self) -> None:
        """The last step has ended."""
        if self.steps and self.steps[-1].seconds is None:
            last = self.steps[-1]
            self.steps = (*self.steps[:-1], replace(last, seconds=self._ticks() - last.began))
