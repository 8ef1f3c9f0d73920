"""What a stick from the command proposes to a computer that has no station yet: which campaign it is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bundle.documents import Trust
from bundle.keys import root_fingerprint
from bundle.stick import Stick, read_document
from bundle.trust import offered_trust
from campaign.refusal import InputRefused, StorageRefused
from station_app.hardware.drives import Drive


@dataclass(frozen=True, slots=True)
class Offered:
    """``roots``: the fingerprint that the command tells by telephone; ``stick``: the name of where it was read."""

    campaign: str
    drill: bool
    roots: str
    stick: str


def offered_campaign(drives: Iterable[Drive]) -> Offered | None:
    """By the newest trust of each stick; None where there is none, or where two are of different campaigns.

    Nothing is believed by it: the trust is taken at the enrolment, against the fingerprint.
    """
    offers = [
        Offered(trust.campaign, trust.drill, root_fingerprint(trust.roots.ring().values()), drive.root.name)
        for drive in drives
        if (trust := _newest(Stick(drive.root))) is not None
    ]
    agreed = {(offer.campaign, offer.drill, offer.roots) for offer in offers}
    return offers[0] if len(agreed) == 1 else None


def _newest(stick: Stick) -> Trust | None:
    """What does not verify is no offer; why, the enrolment says."""
    try:
        files = stick.listing().of("trust")
        return offered_trust(read_document(files[-1].path)) if files else None
    except (InputRefused, StorageRefused):
        return None
