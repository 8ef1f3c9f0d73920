"""Export everything after the mark: written, flushed, told to the journal, renamed, read back, verified.

The order of the steps is the format's (docs/bundle-format.md, section 3, Writing): whatever is interrupted where, a
stick never shows a bundle that does not verify under its final name, and the journal never tells of an export that did
not happen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from bundle.disk import Part, ReadBack, open_spool
from bundle.layout import bundle_path
from bundle.stick import Stick
from bundle.writer import BundleFacts, Written, write_bundle
from campaign.calendar import business_day, format_time, parse_time
from campaign.events import BundleExported, BundleVerified
from campaign.quota import plan_in_force
from campaign.refusal import InputRefused, StoreBroken
from db.history import History
from db.reads.sync import BACKUP, last_exports, standing_of
from db.transaction import Snapshot
from station_app.services.copy_bundle import copy_bundle
from station_app.services.publish_bundle import publish_bundle
from station_app.services.station import Station
from station_app.services.sticks import place_of
from station_app.services.trusted import trusted_city

Step = str
"""`write`, `flush`, `read_back`, `verify`, `second_copy`."""
Progress = Callable[[Step, int, int], None]
"""Hears of a step, and of how much of how much is done: entries while writing, bytes while reading back and copying,
else 0 or 1 of 1."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What an export would carry now; ``bytes`` and ``sha256`` are known only once it is written."""

    file: str
    seq: int
    first: int
    last: int
    count: int
    bytes: int | None = None
    sha256: str | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """``read_back`` says how: past the cache, after dropping it, or as the system likes; ``place`` is a stick's id or
    `folder`."""

    file: str
    seq: int
    first: int
    last: int
    count: int
    bytes: int
    sha256: str
    verified: bool
    place: str
    read_back: ReadBack
    second_file: str | None = None
    second_place: str | None = None


def plan_export(station: Station) -> Planned:
    """What would go, without writing anything. Raises NotPermitted, InputRefused("trust_missing")."""
    station.person.require("export")
    with station.store.read() as snapshot:
        facts, _ = _facts(station, snapshot)
    return Planned(
        bundle_path(facts.station, facts.epoch, facts.seq),
        facts.seq,
        facts.first,
        facts.last,
        facts.last - facts.first + 1,
    )


def export_bundle(
    station: Station,
    stick: Stick,
    second: Stick | None = None,
    *,
    progress: Progress = lambda step, done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Exports to a stick, and the same file to a second one.

    Raises NotPermitted, InputRefused("trust_missing", "nothing_to_export", "cancelled"), StorageRefused("no_space",
    "read_only", "stick_gone", "read_back_differs", …): then the seq is skipped if the journal knows it, and the entries
    go with the next export.
    """
    station.person.require("export")
    return write_export(station, stick, second, progress, cancelled)


def write_export(
    station: Station,
    stick: Stick,
    second: Stick | None = None,
    progress: Progress = lambda step, done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    backup: bool = False,
) -> Exported:
    """`export_bundle` for whoever was asked for another right; a ``backup`` is none for the journal (`sync.BACKUP`)."""
    place = BACKUP if backup else place_of(stick)
    with station.store.read() as snapshot:
        facts, recipients = _facts(station, snapshot)
        with stick.part(bundle_path(facts.station, facts.epoch, facts.seq)) as part:
            with open_spool() as spool:
                written = _write(station, snapshot, facts, recipients, part, spool, progress, cancelled)
            progress("flush", 0, 1)
            part.sync()
            progress("flush", 1, 1)
            if cancelled():
                raise InputRefused("cancelled")
            _tell_exported(station, written, place)
            how = publish_bundle(
                station,
                part,
                written.manifest,
                written.sha256,
                heard=lambda read: progress("read_back", read, written.bytes),
                cancelled=cancelled,
            )
    progress("verify", 0, 1)
    if not backup:
        with station.work() as work:
            work.append(BundleVerified(seq=facts.seq, place=place))
    progress("verify", 1, 1)
    copied = None
    if second is not None:
        copied = copy_bundle(
            station,
            facts.seq,
            stick,
            second,
            progress=lambda done, total: progress("second_copy", done, total),
            cancelled=cancelled,
        )
    return Exported(
        file=str(part.path.absolute()),
        seq=facts.seq,
        first=facts.first,
        last=facts.last,
        count=written.manifest.count,
        bytes=written.bytes,
        sha256=written.sha256,
        verified=True,
        place=place,
        read_back=how,
        second_file=copied.file if copied else None,
        second_place=copied.place if copied else None,
    )


def _facts(station: Station, snapshot: Snapshot) -> tuple[BundleFacts, list[str]]:
    identity = station.identity
    trust = trusted_city(snapshot, identity).current
    standing = standing_of(snapshot, identity.station, identity.epoch)
    if standing.last <= standing.mark:
        raise InputRefused("nothing_to_export", mark=standing.mark)
    exports = last_exports(snapshot, identity.station, identity.epoch, 1)
    now = max(format_time(station.clock()), standing.last_at)
    plan = plan_in_force(station.plans(snapshot), business_day(parse_time(now)))
    head_before = History(snapshot, identity.station, identity.epoch).head_at(standing.mark)
    if head_before is None:
        raise StoreBroken("store_damaged")
    facts = BundleFacts(
        campaign=identity.campaign,
        drill=identity.drill,
        station=identity.station,
        epoch=identity.epoch,
        seq=exports[0].seq + 1 if exports else 1,
        previous=exports[0].sha256 if exports else None,
        first=standing.mark + 1,
        last=standing.last,
        head_before=head_before,
        trust_version=trust.version,
        plan_version=plan.version if plan else 0,
        city_generation=trust.city_generation,
        created_at=now,
    )
    return facts, [trust.recipients.city, trust.recipients.recovery]


def _write(
    station: Station,
    snapshot: Snapshot,
    facts: BundleFacts,
    recipients: list[str],
    part: Part,
    spool: BinaryIO,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Written:
    history = History(snapshot, facts.station, facts.epoch)
    written = write_bundle(
        part.stream,
        history.entries(facts.first, facts.last),
        facts,
        private_key=station.keys.signing,
        recipients=recipients,
        spool=spool,
        progress=lambda done, total: progress("write", done, total),
        cancelled=cancelled,
    )
    held = history.head_at(facts.last)
    if held is None or written.manifest.head != held.hex():
        raise StoreBroken("store_damaged")
    return written


def _tell_exported(station: Station, written: Written, place: str) -> None:
    manifest = written.manifest
    body = BundleExported(
        seq=manifest.seq, first=manifest.first, last=manifest.last, sha256=written.sha256, place=place
    )
    with station.work() as work:
        work.append(body)
