"""What the export screen shows, as frozen values: codes, figures and names, never words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bundle.disk import ReadBack
from station_app.services.show_export import Load, SealedWindow
from station_app.services.show_sticks import Orders
from station_app.services.show_trail import TrailStep

Step = Literal["write", "flush", "read_back", "verify", "second_copy"]
StepState = Literal["waiting", "current", "done", "failed"]
Part = Literal["main", "second", "none"]
StickState = Literal["usable", "stranger", "unreadable", "holds"]
Hindrance = Literal["", "looking", "receiving", "no_stick", "no_usable", "no_trust", "nothing"]
Mode = Literal["export", "copy", "retry", "running"]
PullState = Literal["ready", "ejecting", "ejected", "failed", "folder"]
BundleState = Literal["running", "received", "waiting", "amber", "orange", "quiet", "skipped"]


@dataclass(frozen=True, slots=True)
class StickShown:
    """``key``: the digit that chooses it; ``label`` "" where it has none; ``volume``: what the system calls it.

    ``state`` holds: the bundle to be copied is on it already. ``folder``: a plain folder. ``orders`` …
    ``ignored``: what it carries, as `PluggedStick` tells it.
    """

    key: int
    label: str
    volume: str
    state: StickState
    part: Part
    free: int
    size: int
    orders: Orders
    folder: bool
    file_system: str = ""
    bundles: tuple[int, ...] = ()
    others: int = 0
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class NamingShown:
    """The strange stick that may be registered; ``sentence`` says what was wrong with the last try."""

    key: int
    volume: str
    sentence: str
    busy: bool


@dataclass(frozen=True, slots=True)
class FolderShown:
    """The folder that stands for a stick: in a drill, or where one was asked for; ``path`` is "" until it is named."""

    path: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SticksShown:
    sticks: tuple[StickShown, ...]
    naming: NamingShown | None
    folder: FolderShown | None
    looking: bool
    locked: bool
    """While work is under way nothing can be chosen."""


@dataclass(frozen=True, slots=True)
class LoadShown:
    """``load`` is None where there is nothing after the mark, or not yet ``known``.

    ``second``: the stick for the second copy, "" without one.
    """

    load: Load | None
    known: bool
    second: str
    second_wanted: bool
    locked: bool


@dataclass(frozen=True, slots=True)
class StepShown:
    """``done`` of ``total``: entries while writing, else bytes; ``seconds`` once it has ended.

    ``stick``: the label of the one that is written to.
    """

    step: Step
    state: StepState
    stick: str
    done: int
    total: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class WorkShown:
    """``copying``: only a further copy is made of bundle ``seq``. Without steps nothing has begun."""

    seq: int
    copying: bool
    steps: tuple[StepShown, ...]


@dataclass(frozen=True, slots=True)
class ButtonShown:
    """``place``: which step of how many is under way, from 1; ``share`` of the whole is done."""

    mode: Mode
    hindrance: Hindrance
    place: int = 0
    of: int = 0
    share: float = 0.0
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class TroubleShown:
    """``stopped``: as was asked for, which is no failure. ``skipped``: the number that will not be used again."""

    stopped: bool
    sentence: str
    skipped: int | None


@dataclass(frozen=True, slots=True)
class BundleShown:
    """``minutes``: until the receipt came, or since the export."""

    seq: int
    sealed: tuple[SealedWindow, ...]
    counted: int
    exported_at: datetime | None
    received_at: datetime | None
    state: BundleState
    minutes: int
    withheld: int
    trail: tuple[TrailStep, ...] = ()


@dataclass(frozen=True, slots=True)
class BundlesShown:
    now: datetime
    bundles: tuple[BundleShown, ...]
    amber_hours: int
    orange_hours: int


@dataclass(frozen=True, slots=True)
class CopyShown:
    """A copy on a stick: ``seconds`` by step, in their order; ``sentence`` says why it isn't there."""

    part: Part
    label: str
    volume: str
    size: int
    seconds: tuple[tuple[Step, float], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class SlipShown:
    """Holds nobody's data but the name of who hands the stick over. ``digest``: the head of the file's, 10 digits."""

    unit: str
    station: str
    drill: bool
    seq: int
    count: int
    first: int
    last: int
    exported_at: datetime
    sticks: tuple[str, ...]
    digest: str
    giver: str
    qr: str


@dataclass(frozen=True, slots=True)
class PullShown:
    """Whether the ``sticks`` may be pulled; ``sentence``: why the system hasn't let one go. ``folder``: no stick."""

    state: PullState
    sticks: int
    sentence: str


@dataclass(frozen=True, slots=True)
class DoneShown:
    """``how`` it was read back; ``fingerprint`` of the station's key, which signed it."""

    how: ReadBack
    verified_at: datetime
    copies: tuple[CopyShown, ...]
    file: str
    sealed: int
    unsealed: int
    bytes: int
    fingerprint: str
    slip: SlipShown
    pull: PullShown


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """``kind``: trust, plan, enrolment, receipt, old_receipts (``number`` of them) or refused (``name`` of the file).

    ``number``: a version or a receipt's serial; ``through``: the last entry that a receipt acknowledges.
    """

    kind: str
    number: int
    through: int
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ReceivedShown:
    """What a stick brought; without documents there was nothing new. ``sentence``: it couldn't be read at all.

    ``offered``: it is still to be taken.
    """

    stick: str
    documents: tuple[DocumentShown, ...]
    mark_before: int
    mark: int
    sentence: str
    offered: bool = False
