"""Past days beside each other as one plain table: a row for each device, window and day."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.catalogue import Catalogue
from paper.table import Cell, Column, Paper, Table
from station_app.papers.day_paper import LOSS_COLUMNS, QUOTA_COLUMNS
from station_app.services.report_day import DayReport


def history_paper(reports: Sequence[DayReport], catalogue: Catalogue) -> Paper:
    """A row per shift, by day; a device without one has a row without a window."""
    columns = (
        Column("day", "Ngày"),
        Column("device", "Thiết bị"),
        Column("window", "Ca"),
        *QUOTA_COLUMNS,
        *(Column(one.id, f"{one.key} {one.label_vi}", "count") for one in catalogue.outcomes.values()),
        *LOSS_COLUMNS,
    )
    rows: list[tuple[Cell, ...]] = []
    for report in reports:
        day = report.day.isoformat()
        for device in report.devices:
            own = [shift for shift in report.shifts if shift.device == device.device]
            for shift in own:
                outcomes = (shift.by_outcome.get(one, 0) for one in catalogue.outcomes)
                ahead, downtime = shift.counted - shift.quota, sum(shift.downtime.values())
                told: tuple[Cell, ...] = (day, device.label, shift.window_label, shift.quota, shift.counted, ahead)
                rows.append((*told, *outcomes, shift.voided, downtime, shift.difference))
            if not own:
                nothing = [0] * len(catalogue.outcomes)
                rows.append((day, device.label, "", device.quota, 0, -device.quota, *nothing, 0, 0, None))
    days = " và ".join(f"{report.day:%d/%m/%Y}" for report in reports)
    return Paper(title=f"Xem lại ngày {days}", lines=(), tables=(Table("Theo thiết bị và ca", columns, tuple(rows)),))
