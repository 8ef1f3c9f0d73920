"""The same bundle file on another stick, verified the same way (docs/bundle-format.md, section 3, Writing)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bundle.disk import ReadBack
from bundle.keys import key_id, public_key
from bundle.layout import bundle_path
from bundle.reader import EnrolledKey, peek_manifest
from bundle.stick import Stick, open_file
from campaign.events import BundleVerified
from campaign.refusal import InputRefused, StorageRefused
from campaign.rows import ExportRow
from station_app.services.publish_bundle import publish_bundle
from station_app.services.station import Station
from station_app.services.sticks import place_of

_AT_ONCE = 2**18


@dataclass(frozen=True, slots=True)
class Copied:
    """``read_back`` says how; ``place`` is the stick's id or `folder`."""

    file: str
    place: str
    read_back: ReadBack


def copy_bundle(
    station: Station,
    seq: int,
    source: Stick,
    to: Stick,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Copied:
    """Copies an exported bundle from one stick to another; ``progress`` hears of the bytes written, then read back.

    Raises NotPermitted, InputRefused("not_found") where the journal knows no such bundle, InputRefused("cancelled"),
    StorageRefused: the other stick then has nothing of it, and the first stands.
    """
    station.person.require("export")
    identity = station.identity
    with station.store.read() as snapshot:
        export = snapshot.get(ExportRow, identity.station, identity.epoch, seq)
    if export is None:
        raise InputRefused("not_found", file=str(seq))
    relative = bundle_path(identity.station, identity.epoch, seq)
    public = public_key(station.keys.signing)
    place = place_of(to)
    with open_file(source.root / relative) as stream, to.part(relative) as part:
        size = stream.seek(0, 2)
        stream.seek(0)
        manifest = peek_manifest(stream, {key_id(public): EnrolledKey(identity.station, identity.epoch, public)})
        if manifest is None:
            raise StorageRefused("read_back_differs", file=part.path.name)
        stream.seek(0)
        while chunk := stream.read(_AT_ONCE):
            if cancelled():
                raise InputRefused("cancelled")
            part.stream.write(chunk)
            progress(part.stream.tell(), 2 * size)
        part.sync()
        how = publish_bundle(
            station,
            part,
            manifest,
            export.sha256,
            heard=lambda read: progress(size + read, 2 * size),
            cancelled=cancelled,
        )
    with station.work() as work:
        work.append(BundleVerified(seq=seq, place=place))
    return Copied(str(part.path.absolute()), place, how)
