"""Issue a plan: validated, signed by as many officers as the trust asks for, kept, and put onto a stick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bundle.envelope import read_envelope, seal
from bundle.layout import plan_path
from bundle.stick import Stick
from bundle.trust import verify_plan
from campaign.plan import Plan
from campaign.plan_document import plan_from_toml, plan_payload
from campaign.refusal import InputRefused
from command_app.services.city import City, trust_of
from command_app.services.decision import decision
from db.envelopes import KeptEnvelope, keep_envelope, latest_envelope


@dataclass(frozen=True, slots=True)
class Issued:
    version: int
    effective_from: str


def issue_plan(city: City, toml: bytes, officers: Sequence[bytes], stick: Stick | None = None) -> Issued:
    """Issues a plan from the text that an officer wrote.

    Raises InputRefused("bad_plan" with `where` and `why`, "version_not_rising", "wrong_campaign", "unknown_commune",
    "unknown_key", "bad_signature" for too few or strange officers), StorageRefused.
    """
    with decision(city.store) as deciding:
        tx = deciding.tx
        trust = trust_of(tx)
        plan = plan_from_toml(toml, drill=trust.drill)
        if plan.campaign != trust.campaign:
            raise InputRefused("wrong_campaign", campaign=plan.campaign)
        _check_communes(city, plan)
        held = latest_envelope(tx, "plan")
        if held is not None and plan.version <= held.version:
            raise InputRefused("version_not_rising", version=plan.version, held=held.version)
        line = seal("plan", plan_payload(plan), officers)
        verify_plan(line, trust)  # what no station would take is not issued
        keep_envelope(tx, KeptEnvelope("plan", line, version=plan.version))
        if stick is not None:
            deciding.hand_out(stick, plan_path(plan.version), line)
    return Issued(plan.version, plan.effective_from.isoformat())


def _check_communes(city: City, plan: Plan) -> None:
    for station in plan.station:
        for commune in (*station.near, *station.far):
            if not city.catalogue.units.is_lowest(commune):
                raise InputRefused("unknown_commune", commune=commune)


def current_plan(city: City) -> bytes:
    """The newest plan's payload. Raises InputRefused("no_plan_issued")."""
    with city.store.read() as snapshot:
        held = latest_envelope(snapshot, "plan")
    if held is None:
        raise InputRefused("no_plan_issued")
    return read_envelope(held.content, "plan", single=False).payload
