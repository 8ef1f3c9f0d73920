"""A bundle that was exported and proved, with its copies: what the result and the slip say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bundle.keys import fingerprint, key_id, public_key
from bundle.manifest import bundle_name
from station_app.services.export_bundle import Exported
from station_app.services.show_export import ExportFigures, Load
from station_app.services.show_sticks import PluggedStick
from station_app.services.station import Station
from station_app.ui.export.choice import name_of, volume_of
from station_app.ui.export.recorder import Heard
from station_app.ui.export.shown import CopyShown, DoneShown, Part, PullShown, SlipShown, Step

_DIGEST_HEAD = 10


@dataclass(frozen=True, slots=True)
class Finished:
    """``roots``: the sticks that carry it, the first written one first; ``load``: what was to go when it began."""

    exported: Exported
    load: Load
    roots: tuple[Path, ...]
    at: datetime
    copies: tuple[CopyShown, ...]


def copy_shown(
    part: Part, stick: PluggedStick, heard: Sequence[Heard], steps: Sequence[Step], sentence: str = ""
) -> CopyShown:
    """``steps``: those whose times are told; ``sentence``: why the copy isn't there."""
    by_step = {step.step: step.seconds for step in heard}
    times = tuple((step, seconds) for step in steps if (seconds := by_step.get(step)) is not None)
    return CopyShown(part, name_of(stick), volume_of(stick.root), stick.size, times, sentence)


def done_shown(station: Station, finished: Finished, figures: ExportFigures | None, pull: PullShown) -> DoneShown:
    """``figures`` know better than the load which shifts were sealed, once they are asked anew."""
    exported = finished.exported
    bundles = figures.bundles if figures else ()
    bundle = next((bundle for bundle in bundles if bundle.seq == exported.seq), None)
    sealed = bundle.sealed if bundle else finished.load.sealed
    return DoneShown(
        how=exported.read_back,
        verified_at=finished.at,
        copies=finished.copies,
        file=bundle_name(station.identity.station, station.identity.epoch, exported.seq),
        sealed=sum(len(window.devices) for window in sealed),
        unsealed=finished.load.unsealed,
        bytes=exported.bytes,
        fingerprint=fingerprint(key_id(public_key(station.keys.signing))),
        slip=_slip(station, finished),
        pull=pull,
    )


def _slip(station: Station, finished: Finished) -> SlipShown:
    identity, exported = station.identity, finished.exported
    digest = exported.sha256[:_DIGEST_HEAD].upper()
    return SlipShown(
        unit=identity.unit,
        station=identity.station,
        drill=identity.drill,
        seq=exported.seq,
        count=exported.count,
        first=exported.first,
        last=exported.last,
        exported_at=finished.at,
        sticks=tuple(copy.label for copy in finished.copies if not copy.sentence),
        digest=digest,
        giver=station.person.full_name,
        # Capitals and few signs: the QR code's alphanumeric mode is the smallest.
        qr=f"ENROL {identity.station} E{identity.epoch} {exported.seq} {exported.first}-{exported.last} {digest}",
    )
