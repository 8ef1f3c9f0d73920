"""What applications and their voids change. A void subtracts where the original counted, whenever it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from campaign import events as e
from campaign.events import Header
from campaign.ledger import Ledger, Senseless
from campaign.rows import ApplicationRow, FollowUpRow, FormRow

VOIDED = "voided"
"""The state of a follow-up whose application was taken back."""


def _application_logged(ledger: Ledger, header: Header, body: e.ApplicationLogged) -> None:
    shift = ledger.open_shift(header)
    if shift.state == "paused":
        raise Senseless("shift_paused")
    if ledger.rows.get(FormRow, ledger.station, body.form_id) is not None:
        raise Senseless("form_id_known")
    ledger.rows.put(FormRow(ledger.station, body.form_id, ledger.epoch, header.n))
    application = ApplicationRow(
        station=ledger.station,
        epoch=ledger.epoch,
        n=header.n,
        at=header.at,
        day=shift.day,
        hour=int((body.happened_at or header.at)[11:13]),  # of a time that is known to be one
        device=shift.device,
        shift=shift.shift,
        by=header.by,
        form_id=body.form_id,
        case_type=body.case_type,
        outcome=body.outcome,
        reason=body.reason or "",
        commune=body.commune or "",
        source=body.source,
        warnings=" ".join(body.warnings),
        overridden_by=body.override.by if body.override else "",
        counted=body.outcome in ledger.outcomes.counted,
        took_ms=body.took_ms or 0,
    )
    ledger.rows.put(application)
    tally = ledger.tally(application)
    tally.count += 1
    ledger.rows.put(tally)
    if application.counted:
        commune = ledger.commune(application)
        commune.count += 1
        ledger.rows.put(commune)
    if ledger.outcomes.opens_follow_up(application.outcome, application.reason):
        ledger.rows.put(FollowUpRow(ledger.station, ledger.epoch, header.n))
    device = ledger.device(shift.device)
    device.last_logged_at = header.at
    ledger.rows.put(device)


def _application_voided(ledger: Ledger, header: Header, body: e.ApplicationVoided) -> None:
    # The original is an entry of the same epoch; an earlier epoch's stays as it is.
    application = ledger.rows.get(ApplicationRow, ledger.station, ledger.epoch, body.entry)
    if application is None:
        raise Senseless("no_such_application")
    if application.voided_n:
        raise Senseless("voided_already")
    application.voided_n = header.n
    application.void_reason = body.reason
    if application.counted:
        commune = ledger.commune(application)
        commune.count -= 1
        ledger.rows.put(commune)
    application.counted = False
    ledger.rows.put(application)
    tally = ledger.tally(application)
    tally.count -= 1
    tally.voided += 1
    ledger.rows.put(tally)
    follow_up = ledger.rows.get(FollowUpRow, ledger.station, ledger.epoch, body.entry)
    if follow_up is not None:
        follow_up.state, follow_up.changed_n = VOIDED, header.n
        ledger.rows.put(follow_up)


def _follow_up_changed(ledger: Ledger, header: Header, body: e.FollowUpChanged) -> None:
    follow_up = ledger.rows.get(FollowUpRow, ledger.station, body.epoch or ledger.epoch, body.entry)
    if follow_up is None or follow_up.state == VOIDED:
        raise Senseless("no_such_follow_up")
    follow_up.state, follow_up.changed_n = body.state, header.n
    follow_up.owner, follow_up.next_on = body.owner or "", body.next_on or ""
    ledger.rows.put(follow_up)


STEPS: dict[type[e.Body], Callable[[Ledger, Header, Any], None]] = {
    e.ApplicationLogged: _application_logged,
    e.ApplicationVoided: _application_voided,
    e.FollowUpChanged: _follow_up_changed,
}
