"""Give a dead station back what the command holds of it: a file for each epoch, to the new computer's own key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import UNSET

from bundle.disk import open_spool
from bundle.documents import Request, Trust
from bundle.envelope import seal
from bundle.keys import fingerprint, key_id, public_key
from bundle.layout import enrolment_path, rebuild_path
from bundle.manifest import manifest_bytes
from bundle.reader import verify_written
from bundle.stick import Stick, read_document
from bundle.trust import verify_request
from bundle.writer import BundleFacts, write_bundle
from campaign.chain import first_head
from campaign.events import Point
from campaign.refusal import InputRefused, StoreBroken
from campaign.rows import JournalRow
from command_app.services.city import City, enrolments_of, officers_trust, read_enrolment
from command_app.services.decision import Decision, decision
from command_app.services.enrol_station import enrolment_given, refuse_unaccepted, signed_enrolment
from command_app.services.orders import write_orders
from db.durable_through import durable_of
from db.envelopes import KeptEnvelope, keep_envelope, latest_envelope
from db.history import History
from db.told_through import Missing, missing_entries, tell_through


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """``file`` gives back the newest epoch of which anything is held, else it is the enrolment; ``continues`` is where
    the new epoch begins, ``missing`` what is known to have been written beyond what is held. ``not_durable`` is held by
    no verified backup, and no station can send it again: its key died with the computer."""

    file: str
    station: str
    epoch: int
    fingerprint: str
    continues: Point
    missing: list[Missing]
    not_durable: list[Missing]

    def to_dict(self) -> dict[str, object]:
        """The command line's answer."""
        continues = self.continues
        return {
            "file": self.file,
            "station": self.station,
            "epoch": self.epoch,
            "fingerprint": self.fingerprint,
            "continues": {"epoch": continues.epoch, "n": continues.n, "head": continues.head},
            "missing": _listed(self.missing),
            "not_durable": _listed(self.not_durable),
        }


def _listed(rows: list[Missing]) -> list[dict[str, int]]:
    return [{"epoch": row.epoch, "first": row.first, "last": row.last} for row in rows]


def rebuild_station(
    city: City,
    station: str,
    stick: Stick,
    officer: bytes,
    accept: Mapping[str, str],
    known_through: int | None = None,
) -> Rebuilt:
    """Answers the request of a station's new computer: enrolment in the next epoch, its journal, trust and plans.

    ``known_through`` is the last entry of the dead computer that anybody has seen, on a slip or a screen. Asked again,
    the same key gets the same enrolment and all that is held by then. Raises InputRefused("unknown_station",
    "no_rebuild_request", "other_epoch_expected", "not_accepted", "second_key", "key_in_use", "unknown_key",
    "too_large"), StorageRefused.
    """
    with decision(city.store) as deciding:
        tx = deciding.tx
        trust = officers_trust(tx, officer)
        epochs = sorted(one.epoch for one, _ in enrolments_of(tx) if one.station == station)
        if not epochs:
            raise InputRefused("unknown_station", station=station)
        request = _request(stick, trust, station)
        point, files = _enrol(deciding, city, trust, stick, officer, request, accept, epochs[-1])
        not_durable = []
        for epoch in epochs:
            journal = tx.get(JournalRow, station, epoch)
            if epoch < request.epoch and journal is not None:
                files.append(_give_back(deciding, city, trust, stick, officer, request, journal))
                if (durable := durable_of(tx, station, epoch)) < journal.last:
                    not_durable.append(Missing(station, epoch, durable + 1, journal.last))
        if known_through is not None:
            tell_through(tx, station, point.epoch, known_through)
        write_orders(tx, stick)
        missing = [row for row in missing_entries(tx) if row.station == station and row.epoch < request.epoch]
    known = fingerprint(key_id(bytes.fromhex(request.key)))
    return Rebuilt(files[-1], station, request.epoch, known, point, missing, not_durable)


def _request(stick: Stick, trust: Trust, station: str) -> Request:
    """The newest request on the stick that asks for a journal back."""
    for file in reversed(stick.listing().of("request", station)):
        request = verify_request(read_document(file.path), trust)
        if request.station == station and request.recipient is not UNSET:
            return request
    raise InputRefused("no_rebuild_request", station=station)


def _enrol(
    deciding: Decision,
    city: City,
    trust: Trust,
    stick: Stick,
    officer: bytes,
    request: Request,
    accept: Mapping[str, str],
    newest: int,
) -> tuple[Point, list[str]]:
    """Where the new epoch begins, and the enrolment's file. Who was enrolled before gets the same enrolment again."""
    tx, path = deciding.tx, enrolment_path(request.station, request.epoch)
    held = enrolment_given(tx, request)
    if held is not None:
        given = read_enrolment(held)
        if given.continues is UNSET:
            raise InputRefused("other_epoch_expected", epoch=request.epoch, expected=newest + 1)
        return given.continues, [str(stick.write_document(path, held).absolute())]
    if request.epoch != newest + 1:
        raise InputRefused("other_epoch_expected", epoch=request.epoch, expected=newest + 1)
    refuse_unaccepted(trust, request, accept, key_id(bytes.fromhex(request.key)))
    journal = tx.get(JournalRow, request.station, newest)
    head = journal.head if journal else first_head(request.station, newest).hex()
    point = Point(epoch=newest, n=journal.last if journal else 0, head=head)
    line = signed_enrolment(city, trust, request, officer, point)
    keep_envelope(tx, KeptEnvelope("enrolment", line, request.station, request.epoch))
    return point, [str(deciding.hand_out(stick, path, line).absolute())]


def _give_back(
    deciding: Decision,
    city: City,
    trust: Trust,
    stick: Stick,
    officer: bytes,
    request: Request,
    journal: JournalRow,
) -> str:
    """Writes one epoch, read back and verified; keeps what the officer signed of it."""
    assert isinstance(request.recipient, str), "a request without one isn't answered"
    tx, station, epoch = deciding.tx, journal.station, journal.epoch
    plan = latest_envelope(tx, "plan")
    facts = BundleFacts(
        campaign=trust.campaign,
        drill=trust.drill,
        station=station,
        epoch=epoch,
        seq=1,
        previous=None,
        first=1,
        last=journal.last,
        head_before=first_head(station, epoch),
        trust_version=trust.version,
        plan_version=plan.version if plan else 0,
        city_generation=trust.city_generation,
        created_at=city.now(),
    )
    with stick.part(rebuild_path(station, epoch)) as part, open_spool() as spool:
        written = write_bundle(
            part.stream,
            History(tx, station, epoch).entries(1, journal.last),
            facts,
            private_key=officer,
            recipients=[request.recipient],
            spool=spool,
            kind="rebuild",
        )
        if written.manifest.head != journal.head:
            raise StoreBroken("store_damaged")
        part.sync()
        part.publish()
        deciding.handed_out.append(part.path)
        with part.read_back() as (stream, _):
            verify_written(stream, written.manifest, written.sha256, public_key(officer))
    line = seal("rebuild", manifest_bytes(written.manifest), [officer])
    keep_envelope(tx, KeptEnvelope("rebuild", line, station, epoch, request.epoch))
    return str(part.path.absolute())
