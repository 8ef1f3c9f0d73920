"""How far the point's campaign is, and what it will come to: as tables by day, device and commune."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from campaign.catalogue import Catalogue
from campaign.progress import Campaign, outlook
from paper.table import Cell, Column, Paper, Table
from station_app.papers.day_paper import DRILL
from station_app.services.show_progress import ProgressFigures
from station_app.services.station import Identity

NOT_SAID = "không ghi"


def progress_paper(figures: ProgressFigures, identity: Identity, catalogue: Catalogue) -> Paper:
    """Closed days alone: the day that is going on is in the day's own report."""
    campaign = figures.campaign
    lines = [
        f"Điểm thu nhận {identity.station} · {identity.unit}",
        f"Số liệu các ngày đã khép, lập lúc {figures.now:%H:%M} ngày {figures.now:%d/%m/%Y}",
    ]
    if campaign is None:
        return Paper(_TITLE, (*lines, "Chưa có kế hoạch."), (), mark=DRILL if identity.drill else "")
    tables = (_summary(campaign), _days(campaign), _devices(campaign), _communes(figures, catalogue))
    return Paper(_TITLE, tuple(lines), tables, mark=DRILL if identity.drill else "")


_TITLE = "Tiến độ thu nhận hồ sơ cấp Căn cước công dân"


def _summary(campaign: Campaign) -> Table:
    ahead = outlook(campaign)
    columns = (
        Column("target", "Chỉ tiêu", "count"),
        Column("done", "Đã thu nhận", "count"),
        Column("share", "Tỷ lệ", "share"),
        Column("planned", "Kế hoạch đến nay", "count"),
        Column("ahead", "So kế hoạch", "signed"),
        Column("days_left", "Ngày còn lại", "count"),
        Column("needed_per_device_day", "Cần mỗi thiết bị-ngày", "rate"),
        Column("pace", "Đang đạt mỗi thiết bị-ngày", "rate"),
        Column("close", "Dự kiến", "count"),
        Column("low", "Thấp", "count"),
        Column("high", "Cao", "count"),
        Column("devices", "Thiết bị", "count"),
        Column("devices_needed", "Thiết bị cần", "count"),
    )
    needed = ahead.per_device_day
    row: tuple[Cell, ...] = (
        campaign.target,
        campaign.done,
        campaign.done / campaign.target if campaign.target else None,
        campaign.planned,
        campaign.done - campaign.planned,
        campaign.left,
        float(needed) if needed is not None else None,
        float(campaign.pace),
        ahead.close,
        ahead.low,
        ahead.high,
        ahead.devices,
        ahead.needed,
    )
    return Table("Tổng hợp", columns, (row,))


def _days(campaign: Campaign) -> Table:
    columns = (
        Column("day", "Ngày"),
        Column("quota", "Định mức", "count"),
        Column("counted", "Đã thu nhận", "count"),
        Column("ahead", "So định mức", "signed"),
        Column("planned_so_far", "Lũy kế định mức", "count"),
        Column("counted_so_far", "Lũy kế thu nhận", "count"),
        Column("devices", "Thiết bị", "count"),
    )
    closed = campaign.closed
    planned, counted = accumulate(day.quota for day in closed), accumulate(day.total for day in closed)
    rows = tuple(
        (
            f"{day.day:%d/%m/%Y}",
            day.quota,
            day.total,
            day.total - day.quota,
            planned_so_far,
            counted_so_far,
            day.devices,
        )
        for day, planned_so_far, counted_so_far in zip(closed, planned, counted, strict=True)
    )
    return Table("Theo ngày", columns, rows)


def _devices(campaign: Campaign) -> Table:
    counted: Counter[str] = Counter()
    for day in campaign.closed:
        counted.update(dict(day.counted))
    columns = (Column("device", "Thiết bị"), Column("counted", "Đã thu nhận", "count"))
    return Table("Theo thiết bị", columns, tuple(sorted(counted.items())), ("Tổng cộng", sum(counted.values())))


def _communes(figures: ProgressFigures, catalogue: Catalogue) -> Table:
    names = {unit.code: unit.name_with_kind for unit in catalogue.units.lowest}
    rows = sorted(figures.communes.items(), key=lambda pair: (-pair[1], pair[0]))
    columns = (Column("code", "Mã"), Column("commune", "Xã, phường"), Column("counted", "Đã thu nhận", "count"))
    total = (None, "Tổng cộng", sum(figures.communes.values()))
    return Table("Theo nơi thường trú", columns, tuple((c, names.get(c, NOT_SAID), n) for c, n in rows), total)
