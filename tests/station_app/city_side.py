"""What the city answers: receipts and later documents, signed by the officers of `desks`, written to a stick."""

from __future__ import annotations

from collections.abc import Sequence

from bundle.documents import BundleRow, QuarantineRow, Trust, read_document
from bundle.envelope import read_envelope, seal
from bundle.layout import plan_path, receipt_path, trust_path
from bundle.receipt import build_receipt
from bundle.stick import Stick
from bundle.trust_versions import next_trust
from campaign.plan import Plan
from campaign.plan_document import plan_payload
from db.history import History
from station_app.services.station import Station
from tests.station_app.desks import OFFICERS, ROOTS


def write_receipt(
    stick: Stick,
    station: Station,
    serial: int,
    through: int,
    *,
    quarantined: Sequence[int] = (),
    bundles: Sequence[BundleRow] = (),
    head: str | None = None,
    generation: int = 1,
    durable: int = 0,
) -> None:
    """One for the station's entries up to ``through``, whose head is the station's own unless told."""
    identity = station.identity
    line = receipt_line(
        station,
        serial,
        through,
        quarantined=quarantined,
        bundles=bundles,
        head=head,
        generation=generation,
        durable=durable,
    )
    stick.write_document(receipt_path(identity.station, identity.epoch, generation, serial), line)


def receipt_line(
    station: Station,
    serial: int,
    through: int,
    *,
    quarantined: Sequence[int] = (),
    bundles: Sequence[BundleRow] = (),
    head: str | None = None,
    generation: int = 1,
    campaign: str | None = None,
    station_code: str | None = None,
    officer: bytes = OFFICERS["a"],
    durable: int = 0,
) -> bytes:
    """The envelope of `write_receipt`'s, or of one that is none of this station's."""
    identity = station.identity
    with station.store.read() as snapshot:
        own = History(snapshot, identity.station, identity.epoch).head_at(through)
    payload = build_receipt(
        campaign=campaign or identity.campaign,
        drill=identity.drill,
        station=station_code or identity.station,
        epoch=identity.epoch,
        city_generation=generation,
        serial=serial,
        accepted_through=through,
        head=head or (own or b"").hex(),
        durable_through=durable,
        issued_at="2021-04-08T16:00:00+07:00",
        bundles=bundles,
        quarantined=[QuarantineRow(n=n, code="unknown_kind") for n in quarantined],
    )
    return seal("receipt", payload, [officer])


def write_restored_trust(stick: Stick) -> None:
    """The second trust: the command was restored, so it counts its receipts anew in generation 2."""
    first = read_document(read_envelope(read_line(stick, trust_path(1)), "trust", single=False).payload, Trust)
    payload = next_trust(first, issued_at="2021-04-08T15:00:00+07:00", restored=True)
    stick.write_document(trust_path(2), seal("trust", payload, ROOTS))


def read_line(stick: Stick, relative: str) -> bytes:
    return (stick.root / relative).read_bytes().removesuffix(b"\n")


def write_plan(stick: Stick, plan: Plan) -> None:
    stick.write_document(plan_path(plan.version), seal("plan", plan_payload(plan), list(OFFICERS.values())))
