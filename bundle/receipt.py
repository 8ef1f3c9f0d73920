"""What the command acknowledges, and what a station makes of it (docs/bundle-format.md, section 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bundle.documents import MAX_ROWS, BundleRow, DuplicateRow, QuarantineRow, Receipt, document_bytes
from campaign.refusal import InputRefused


@dataclass(frozen=True, slots=True)
class Judgement:
    """``old`` is a no-op; after ``accepted`` the station appends `receipt_accepted` with this mark."""

    state: Literal["accepted", "old"]
    mark: int


def build_receipt(
    *,
    campaign: str,
    drill: bool,
    station: str,
    epoch: int,
    city_generation: int,
    serial: int,
    accepted_through: int,
    head: str,
    durable_through: int,
    issued_at: str,
    bundles: Sequence[BundleRow] = (),
    quarantined: Sequence[QuarantineRow] = (),
    duplicates: Sequence[DuplicateRow] = (),
) -> bytes:
    """The payload for one officer to sign; of each list the first 2,000 rows go in and `more` counts the others.

    Raises InputRefused("bad_document") where a value breaks its limits.
    """
    return document_bytes(
        Receipt(
            campaign=campaign,
            drill=drill,
            station=station,
            epoch=epoch,
            city_generation=city_generation,
            serial=serial,
            accepted_through=accepted_through,
            head=head,
            durable_through=durable_through,
            bundles=tuple(bundles[:MAX_ROWS]),
            quarantined=tuple(quarantined[:MAX_ROWS]),
            duplicates=tuple(duplicates[:MAX_ROWS]),
            more=sum(max(0, len(rows) - MAX_ROWS) for rows in (bundles, quarantined, duplicates)),
            issued_at=issued_at,
        )
    )


def judge_receipt(
    receipt: Receipt,
    *,
    city_generation: int,
    epoch: int,
    last: int,
    head_at: Callable[[int], str],
    mark: int,
    previous: tuple[int, int] | None,
) -> Judgement:
    """What a verified receipt for this station does to its mark.

    `city_generation` is the trust's, `last` the epoch's last entry, `head_at` gives h(n) in hex for 0 … last, `mark` is
    the entry acknowledged so far, `previous` the (city generation, serial) accepted last, over all epochs. Raises
    InputRefused("trust_missing") where no trust taken names the receipt's generation, ("beyond_last") and ("fork")
    where the command knows another history than this store: a fork, or a database put back to an earlier day.
    """
    if receipt.city_generation > city_generation:
        raise InputRefused("trust_missing", city_generation=receipt.city_generation)
    if receipt.epoch > epoch:
        raise InputRefused("fork", epoch=receipt.epoch, held=epoch)
    serial = (receipt.city_generation, receipt.serial)
    outlived = receipt.city_generation < city_generation or receipt.epoch < epoch
    if outlived or (previous is not None and serial <= previous):
        return Judgement("old", mark)
    through = receipt.accepted_through
    if through > last:
        raise InputRefused("beyond_last", accepted_through=through, last=last)
    if receipt.head != (held := head_at(through)):
        raise InputRefused("fork", n=through, held=held, offered=receipt.head)
    restored = previous is not None and receipt.city_generation > previous[0]
    return Judgement("accepted", through if restored or _tells_a_gap(receipt) else max(mark, through))


def _tells_a_gap(receipt: Receipt) -> bool:
    """Whether the command lacks entries that the station holds for received: then they are sent again.

    A receipt is accepted once, so the mark goes back once per serial.
    """
    return any(row.state == "refused" and row.code == "gap" for row in receipt.bundles)
