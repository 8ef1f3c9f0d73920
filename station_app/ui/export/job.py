"""What runs beside the window, however slow the stick: an export with its second copy, or one more copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bundle.stick import Stick
from campaign.refusal import Refusal, StorageRefused
from station_app.services.copy_bundle import copy_bundle
from station_app.services.export_bundle import Exported, export_bundle
from station_app.services.show_export import Load
from station_app.services.show_sticks import PluggedStick
from station_app.services.station import Station
from station_app.ui.export.recorder import Recorder
from station_app.ui.export.shown import Step


@dataclass(frozen=True, slots=True)
class Job:
    """An export of ``load`` to ``main``; or, where ``source`` is told, bundle ``seq`` from there to ``main``."""

    seq: int
    main: PluggedStick
    second: PluggedStick | None = None
    load: Load | None = None
    source: Path | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(copying=self.source is not None, second=self.second is not None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``exported`` is None for a further copy; ``trouble``: why the second copy isn't there, while the first stands."""

    exported: Exported | None
    trouble: Refusal | None = None


def steps_of(*, copying: bool, second: bool) -> tuple[Step, ...]:
    """In their order."""
    if copying:
        return ("second_copy",)
    steps: tuple[Step, ...] = ("write", "flush", "read_back", "verify")
    return (*steps, "second_copy") if second else steps


def run(station: Station, job: Job, recorder: Recorder, cancelled: Callable[[], bool]) -> Outcome:
    """Raises what the services raise; a stick that was changed for another one is StorageRefused("stick_gone")."""
    try:
        if job.source is not None:
            _copy(station, job.seq, Stick(job.source), job.main, recorder, cancelled)
            return Outcome(None)
        first = _same(job.main)
        exported = export_bundle(station, first, progress=recorder.heard, cancelled=cancelled)
        if job.second is None:
            return Outcome(exported)
        try:
            _copy(station, exported.seq, first, job.second, recorder, cancelled)
        except Refusal as refusal:
            return Outcome(exported, refusal)
        return Outcome(exported)
    finally:
        recorder.finish()


def _copy(
    station: Station, seq: int, source: Stick, to: PluggedStick, recorder: Recorder, cancelled: Callable[[], bool]
) -> None:
    recorder.heard("second_copy", 0, 1)
    copy_bundle(
        station,
        seq,
        source,
        _same(to),
        progress=lambda done, total: recorder.heard("second_copy", done, total),
        cancelled=cancelled,
    )


def _same(plugged: PluggedStick) -> Stick:
    """The stick that was chosen, not one that took its place."""
    stick = Stick(plugged.root)
    identity = stick.identity()
    if (identity.id if identity else "") != plugged.id:
        raise StorageRefused("stick_gone", file=plugged.label)
    return stick
