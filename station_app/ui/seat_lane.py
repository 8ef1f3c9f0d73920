"""A lane as one person uses it: when somebody else takes the seat, what runs goes on, and nobody there hears of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from campaign.refusal import Refusal
from station_app.ui.asking import Asks

T = TypeVar("T")


class SeatLane:
    """`Asks` until `leave`. The screens of who has left are gone: an answer must not reach them."""

    def __init__(self, lane: Asks) -> None:
        self._lane = lane
        self._left = False

    def ask(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        return self._lane.ask(call, self._here(then), self._here(refused) if refused else None)

    def ask_briefly(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        return self._lane.ask_briefly(call, self._here(then), self._here(refused) if refused else None)

    def drop(self, number: int) -> None:
        self._lane.drop(number)

    def tell(self, word: Callable[[], None]) -> None:
        self._lane.tell(lambda: None if self._left else word())

    def leave(self) -> None:
        self._left = True

    def _here(self, hear: Callable[[T], None]) -> Callable[[T], None]:
        return lambda answer: None if self._left else hear(answer)
