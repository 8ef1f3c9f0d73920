"""What people say of what asks for attention: that they know, and why plan and actual have parted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from campaign import events as e
from campaign.events import Header
from campaign.ledger import Ledger
from campaign.rows import AcknowledgedRow, ExplainedRow


def _attention_acknowledged(ledger: Ledger, header: Header, body: e.AttentionAcknowledged) -> None:
    ledger.rows.put(
        AcknowledgedRow(
            station=ledger.station,
            day=header.day,
            rule=body.rule,
            device=body.device or "",
            shift=header.shift or "",
            figure=body.figure,
            by=header.by,
            at=header.at,
        )
    )


def _difference_explained(ledger: Ledger, header: Header, body: e.DifferenceExplained) -> None:
    ledger.rows.put(
        ExplainedRow(
            station=ledger.station,
            day=header.day,
            device=body.device,
            since=body.since,
            until=body.until,
            cause=body.cause,
            by=header.by,
        )
    )


STEPS: dict[type[e.Body], Callable[[Ledger, Header, Any], None]] = {
    e.AttentionAcknowledged: _attention_acknowledged,
    e.DifferenceExplained: _difference_explained,
}
