"""Turns what the services say into what the view shows: states and ages of bundles, steps, documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from campaign.refusal import InputRefused, Refusal
from station_app.services.receive_told import Brought
from station_app.services.show_export import ExportFigures, RecentBundle
from station_app.services.show_sticks import PluggedStick
from station_app.ui.export.choice import name_of
from station_app.ui.export.job import Job
from station_app.ui.export.recorder import Heard
from station_app.ui.export.shown import (
    BundleShown,
    BundlesShown,
    BundleState,
    ButtonShown,
    DocumentShown,
    ReceivedShown,
    Step,
    StepShown,
    StepState,
)


def bundles_shown(figures: ExportFigures, now: datetime, job: Job | None) -> BundlesShown:
    """``job``: the export under way, which stands first."""
    rows = [_bundle(figures, bundle, now) for bundle in figures.bundles if job is None or bundle.seq != job.seq]
    if job is not None and job.load is not None:
        load = job.load
        rows.insert(0, BundleShown(job.seq, load.sealed, load.counted, None, None, "running", 0, 0))
    return BundlesShown(now, tuple(rows), figures.amber_hours, figures.orange_hours)


def _bundle(figures: ExportFigures, bundle: RecentBundle, now: datetime) -> BundleShown:
    until = bundle.received_at or max(now, bundle.exported_at)
    minutes = int((until - bundle.exported_at).total_seconds()) // 60
    return BundleShown(
        seq=bundle.seq,
        sealed=bundle.sealed,
        counted=bundle.counted,
        exported_at=bundle.exported_at,
        received_at=bundle.received_at,
        state=_state(figures, bundle, minutes),
        minutes=minutes,
        withheld=bundle.withheld,
        trail=bundle.trail,
    )


def _state(figures: ExportFigures, bundle: RecentBundle, minutes: int) -> BundleState:
    if bundle.received_at is not None:
        return "received"
    if not bundle.verified:
        return "skipped"
    if not bundle.news:
        return "quiet"
    if minutes >= 60 * figures.orange_hours:
        return "orange"
    return "amber" if minutes >= 60 * figures.amber_hours else "waiting"


def steps_shown(job: Job, heard: Sequence[Heard], *, ended: bool, failed: bool) -> tuple[StepShown, ...]:
    """``ended``: nothing goes on any more; ``failed``: the step heard last did not succeed."""
    by_step = {step.step: step for step in heard}
    last = heard[-1].step if heard else job.steps[0]
    return tuple(_step(job, name, by_step.get(name), name == last, ended, failed) for name in job.steps)


def _step(job: Job, name: Step, heard: Heard | None, last: bool, ended: bool, failed: bool) -> StepShown:
    stick = job.second if name == "second_copy" and job.second else job.main
    state: StepState = "waiting"
    if last and failed:
        state = "failed"
    elif heard is not None:
        state = "current" if last and not ended else "done"
    done, total = (heard.done, heard.total) if heard else (0, 0)
    return StepShown(name, state, name_of(stick), done, total, heard.seconds if heard else None)


def planned_steps(names: Sequence[Step], main: str, second: str) -> tuple[StepShown, ...]:
    """What would be done; the labels of the sticks are "" where there are none."""
    return tuple(
        StepShown(name, "waiting", second if name == "second_copy" and second else main, 0, 0, None) for name in names
    )


def running_shown(job: Job, heard: Sequence[Heard], *, stopping: bool) -> ButtonShown:
    """The whole's share: each step counts the same."""
    place = max(1, len(heard))
    within = heard[-1].done / heard[-1].total if heard and heard[-1].total else 0.0
    share = (place - 1 + within) / len(job.steps)
    return ButtonShown("running", "", place, len(job.steps), min(1.0, share), stopping)


def received_shown(
    stick: PluggedStick, brought: Brought, say: Callable[[Refusal], str], *, offered: bool = False
) -> ReceivedShown:
    """New documents first, then receipts, the newest first, then what was refused; old receipts in one line."""
    documents = [DocumentShown(taken.type, taken.version, 0, "", "") for taken in brought.taken]
    new = [receipt for receipt in brought.receipts if receipt.state == "accepted"]
    documents += [
        DocumentShown("receipt", receipt.serial, receipt.accepted_through, "", "") for receipt in reversed(new)
    ]
    documents += [
        DocumentShown("refused", 0, 0, left.file, say(InputRefused(left.code, file=left.file)))
        for left in brought.refused
    ]
    if old := len(brought.receipts) - len(new):
        documents.append(DocumentShown("old_receipts", old, 0, "", ""))
    return ReceivedShown(name_of(stick), tuple(documents), brought.mark_before, brought.mark, "", offered)
