"""Threads beside the window: one writes, one reads, one waits for sticks, so that no key press waits for a slow disk.

Calls go in as plain callables; frozen values or refusals come back on the window's thread, through queued signals.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from campaign.refusal import Refusal

T = TypeVar("T")

Call = Callable[[], object]

GRACE = 0.02
"""Seconds that a key press gives a write: most are through in a few milliseconds, and one paint then shows them."""
_AFTER_PAINT = int(Qt.EventPriority.LowEventPriority.value) - 1
"""Of less haste than the paint, which is also an event."""

TRACE_FILE = "trace.log"
"""Where the window writes what ``broke`` carries."""


class _Asked(QEvent):
    def __init__(self, number: int, call: Call) -> None:
        super().__init__(QEvent.Type.User)
        self.number, self.call = number, call


class Lane(QObject):
    """One thread that runs calls one after another. `ask` and its answers belong to the window's thread.

    ``broke`` carries what nobody takes: a refusal that the caller didn't foresee, or a bug. The caller of a bug hears
    of it as Refusal("bug"), so that nothing waits for ever.

    A ``patient`` lane begins with a call when the window has painted what it has to: Python runs one thread at a time,
    and the person who waits goes first. Calls that have not begun at `stop` are then lost.
    """

    broke = Signal(object)
    _answered = Signal(int, object)
    _refused = Signal(int, object)
    _crashed = Signal(int, object)
    _told = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None, *, patient: bool = False) -> None:
        super().__init__(parent)
        self._patient = patient
        self._calls: queue.SimpleQueue[tuple[int, Call, threading.Event] | None] = queue.SimpleQueue()
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Refusal], None] | None]] = {}
        self._number = 0
        queued = Qt.ConnectionType.QueuedConnection
        self._answered.connect(self._take_answer, queued)
        self._refused.connect(self._take_refusal, queued)
        self._crashed.connect(self._take_crash, queued)
        self._told.connect(self._take_word, queued)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def ask(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        """Queues a call and returns its request number; the answer comes later, or never once it is dropped."""
        self._number += 1
        self._waiting[self._number] = (then, refused)
        if self._patient:
            QCoreApplication.postEvent(self, _Asked(self._number, call), _AFTER_PAINT)
        else:
            self._queue(self._number, call)
        return self._number

    def ask_briefly(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        """As `ask`; an answer that comes within `GRACE` is taken before this returns."""
        self._number += 1
        self._waiting[self._number] = (then, refused)
        if self._queue(self._number, call).wait(GRACE):
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return self._number

    def customEvent(self, event: QEvent) -> None:
        if isinstance(event, _Asked):
            self._queue(event.number, event.call)

    def _queue(self, number: int, call: Call) -> threading.Event:
        """Returns what is set when the answer is on its way."""
        answered = threading.Event()
        self._calls.put((number, call, answered))
        return answered

    def drop(self, number: int) -> None:
        """The answer of this request is of no interest any more; the call itself still runs to its end."""
        self._waiting.pop(number, None)

    def tell(self, word: Callable[[], None]) -> None:
        """May be called from any thread: ``word`` is run on the window's."""
        self._told.emit(word)

    def stop(self) -> None:
        """Waits for the call in progress and those before it; answers that are still on their way are lost."""
        self._calls.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (item := self._calls.get()) is not None:
            number, call, answered = item
            try:
                answer = call()
            except Refusal as refusal:
                self._refused.emit(number, refusal)
            except BaseException as bug:
                self._crashed.emit(number, bug)
            else:
                self._answered.emit(number, answer)
            answered.set()

    @Slot(int, object)
    def _take_answer(self, number: int, answer: object) -> None:
        if waiting := self._waiting.pop(number, None):
            waiting[0](answer)

    @Slot(int, object)
    def _take_refusal(self, number: int, refusal: Refusal) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting and waiting[1]:
            waiting[1](refusal)
        elif waiting:
            self.broke.emit(refusal)

    @Slot(int, object)
    def _take_crash(self, number: int, bug: BaseException) -> None:
        waiting = self._waiting.pop(number, None)
        self.broke.emit(bug)
        if waiting and waiting[1]:
            waiting[1](Refusal("bug", file=TRACE_FILE))

    @Slot(object)
    def _take_word(self, word: Callable[[], None]) -> None:
        word()
