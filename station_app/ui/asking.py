"""What a presenter needs of its surroundings, without Qt: lanes to ask on, events to listen to, a desk to share.

Nothing is imported here that the sign-in window could not wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, runtime_checkable

from campaign.refusal import Refusal

if TYPE_CHECKING:
    from station_app.hardware.speaker import Sound
    from station_app.hardware.wedge import Burst
    from station_app.services.settings import Settings
    from station_app.services.station import Station

T = TypeVar("T")

ScreenName = Literal[
    "shift",
    "readiness",
    "shift_close",
    "intake",
    "board",
    "progress",
    "export",
    "report",
    "history",
    "book",
    "entries",
    "follow_ups",
    "settings",
    "people",
    "enrolment",
    "hand_over",
]
"""``shift`` is whichever of readiness and shift_close the current device needs; ``book`` and ``settings`` are also
entries of the rail, which open the screen of theirs that was open last; ``hand_over`` is no screen but the panel in
which somebody else takes the desk over."""


class Asks(Protocol):
    """A lane: runs calls one after another and answers on the window's thread."""

    def ask(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        """Queues a call and returns its number. A refusal without ``refused`` is shown by the window itself."""

    def ask_briefly(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        """As ``ask``, but an answer that comes within some milliseconds is given before this returns."""

    def drop(self, number: int) -> None:
        """The answer is of no interest any more; the call itself still runs to its end."""

    def tell(self, word: Callable[[], None]) -> None:
        """From within a call: has something run on the window's thread meanwhile, as a word of how far it is."""


class Event(Protocol):
    """What a view emits: a Qt signal, or a list of callables in a test."""

    def connect(self, slot: Callable[..., Any], /) -> Any: ...


class Named(Protocol):
    """A row of a catalogue: an outcome, a cause, a check."""

    @property
    def label_vi(self) -> str: ...

    @property
    def label_en(self) -> str: ...


class Sounds(Protocol):
    """What a person hears without looking."""

    def play(self, sound: Sound) -> None:
        """Returns at once."""


class Desk(Protocol):
    """The seat at which somebody works: what all screens share.

    ``station`` is the unlocked station; ``write`` runs services, ``read`` answers questions, ``slow`` runs whatever
    touches a stick, so that neither a save nor a figure ever waits for one. ``device`` is the current device's id.
    """

    @property
    def station(self) -> Station: ...

    @property
    def write(self) -> Asks: ...

    @property
    def read(self) -> Asks: ...

    @property
    def slow(self) -> Asks: ...

    @property
    def sounds(self) -> Sounds: ...

    @property
    def device(self) -> str: ...

    def pick_device(self, device: str) -> None:
        """Makes another device the current one; the shown screen is refreshed."""

    def now(self) -> datetime: ...

    def go(self, screen: ScreenName) -> None:
        """Shows another screen, where the person may open it."""

    def use_settings(self, settings: Settings) -> None:
        """What was set takes effect in the whole window."""

    def journal_grew(self) -> None:
        """To be called after a service has appended: what the frame shows is asked anew."""

    def say(self, refusal: Refusal) -> str:
        """The sentence of a refusal, in the window's language."""

    def label(self, named: Named) -> str:
        """The words of a catalogue's row, in the window's language."""


class Screen(Protocol):
    """A presenter as the window treats it."""

    def shown(self) -> None:
        """The screen comes into view, or what it shows may have changed: ask for the figures anew."""

    def tick(self) -> None:
        """A second has passed while the screen is in view."""


@runtime_checkable
class TakesScans(Protocol):
    """A screen that does something with what is scanned while it is in view."""

    def scanned(self, burst: Burst) -> None: ...
