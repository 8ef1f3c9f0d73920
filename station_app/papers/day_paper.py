"""The evening's report: the day per device, per shift and per operator, as plain tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from campaign.catalogue import Catalogue
from paper.table import Cell, Column, Paper, Table
from station_app.services.report_day import DayReport, DeviceReport, ShiftReport

DRILL, PROVISIONAL = "DIỄN TẬP", "SỐ TẠM"
STATES = {"open": "đang chạy", "paused": "đang dừng", "sealed": "đã niêm phong"}
_SLIP_LETTERS = 10
QUOTA_COLUMNS = (
    Column("quota", "Định mức", "count"),
    Column("counted", "Đã thu nhận", "count"),
    Column("ahead", "So định mức", "signed"),
)
LOSS_COLUMNS = (
    Column("voided", "Đã hủy", "count"),
    Column("downtime_minutes", "Dừng máy (phút)", "count"),
    Column("difference", "Lệch bộ đếm", "signed"),
)


def day_paper(report: DayReport, catalogue: Catalogue) -> Paper:
    """Per device with the day's total, then per shift."""
    return Paper(
        title=f"Kết quả thu nhận hồ sơ cấp Căn cước công dân ngày {report.day:%d/%m/%Y}",
        lines=_lines(report),
        tables=(_devices(report, catalogue), _shifts(report, catalogue)),
        notes=_notes(report),
        mark=_mark(report),
    )


def shifts_paper(report: DayReport, catalogue: Catalogue) -> Paper:
    """Each shift with its counter, people and slip, then what each operator has logged."""
    return Paper(
        title=f"Sổ ca thu nhận ngày {report.day:%d/%m/%Y}",
        lines=_lines(report),
        tables=(_shift_book(report, catalogue), _operators(report, catalogue)),
        notes=_notes(report),
        mark=_mark(report),
    )


def _lines(report: DayReport) -> tuple[str, ...]:
    standing = "số chính thức" if report.final else "số tạm"
    return (
        f"Điểm thu nhận {report.station} · {report.unit}",
        f"Số liệu tính đến {report.moment:%H:%M} ngày {report.moment:%d/%m/%Y} ({standing})",
    )


def _mark(report: DayReport) -> str:
    return DRILL if report.drill else "" if report.final else PROVISIONAL


def _notes(report: DayReport) -> tuple[str, ...]:
    notes = []
    if report.unsealed:
        notes.append(f"Còn {report.unsealed} ca chưa niêm phong: số liệu có thể thay đổi.")
    if not report.shifts:
        notes.append("Trong ngày không mở ca nào.")
    for device in report.devices:
        notes += [f"{device.label}: không chạy ca {window} ({reason})." for window, reason in device.zeroes.items()]
    return tuple(notes)


def _outcome_columns(catalogue: Catalogue) -> tuple[Column, ...]:
    others = [outcome for outcome in catalogue.outcomes.values() if not outcome.counts_toward_quota]
    return tuple(Column(outcome.id, f"{outcome.key} {outcome.label_vi}", "count") for outcome in others)


def _outcome_cells(catalogue: Catalogue, by_outcome: Mapping[str, int]) -> tuple[Cell, ...]:
    return tuple(by_outcome.get(column.name, 0) for column in _outcome_columns(catalogue))


def _devices(report: DayReport, catalogue: Catalogue) -> Table:
    columns = (
        Column("number", "TT", "count"),
        Column("device", "Thiết bị"),
        *QUOTA_COLUMNS,
        *_outcome_columns(catalogue),
        *LOSS_COLUMNS,
        Column("reason", "Lý do dừng máy"),
    )
    rows = tuple(_device(number, device, catalogue) for number, device in enumerate(report.devices, start=1))
    return Table("Theo thiết bị", columns, rows, _total(columns, rows))


def _device(number: int, device: DeviceReport, catalogue: Catalogue) -> tuple[Cell, ...]:
    return (
        number,
        device.label,
        device.quota,
        device.counted,
        device.ahead,
        *_outcome_cells(catalogue, device.by_outcome),
        device.voided,
        sum(device.downtime.values()),
        device.difference,
        _causes(device.downtime, catalogue),
    )


def _shifts(report: DayReport, catalogue: Catalogue) -> Table:
    columns = (
        Column("device", "Thiết bị"),
        Column("window", "Ca"),
        Column("state", "Trạng thái"),
        *QUOTA_COLUMNS,
        *_outcome_columns(catalogue),
        *LOSS_COLUMNS,
        Column("reason", "Lý do chênh lệch"),
    )
    rows = tuple(
        (
            shift.device_label,
            shift.window_label,
            STATES[shift.state],
            shift.quota,
            shift.counted,
            shift.counted - shift.quota,
            *_outcome_cells(catalogue, shift.by_outcome),
            shift.voided,
            sum(shift.downtime.values()),
            shift.difference,
            shift.difference_reason,
        )
        for shift in report.shifts
    )
    return Table("Theo ca", columns, rows, _total(columns, rows) if rows else None)


def _shift_book(report: DayReport, catalogue: Catalogue) -> Table:
    columns = (
        Column("shift", "Mã ca"),
        Column("device", "Thiết bị"),
        Column("window", "Ca"),
        Column("state", "Trạng thái"),
        Column("opened_at", "Mở"),
        Column("ended_at", "Đóng"),
        Column("commander", "Chỉ huy trực"),
        Column("quota", "Định mức", "count"),
        Column("counted", "Đã thu nhận", "count"),
        Column("voided", "Đã hủy", "count"),
        Column("device_counter", "Bộ đếm", "count"),
        Column("difference", "Chênh lệch", "signed"),
        Column("reason", "Lý do chênh lệch"),
        Column("downtime", "Dừng máy"),
        Column("head", "Dấu niêm phong"),
    )
    rows = tuple(_shift_in_book(shift, catalogue) for shift in report.shifts)
    return Table("Các ca", columns, rows, _total(columns, rows) if rows else None)


def _shift_in_book(shift: ShiftReport, catalogue: Catalogue) -> tuple[Cell, ...]:
    return (
        shift.shift,
        shift.device_label,
        shift.window_label,
        STATES[shift.state],
        f"{shift.opened_at:%H:%M}",
        f"{shift.ended_at:%H:%M}" if shift.ended_at else None,
        shift.commander,
        shift.quota,
        shift.counted,
        shift.voided,
        shift.device_counter,
        shift.difference,
        shift.difference_reason,
        _causes(shift.downtime, catalogue),
        shift.head[:_SLIP_LETTERS].upper(),
    )


def _operators(report: DayReport, catalogue: Catalogue) -> Table:
    counting = [outcome for outcome in catalogue.outcomes.values() if outcome.counts_toward_quota]
    columns = (
        Column("shift", "Mã ca"),
        Column("operator", "Cán bộ"),
        Column("counted", "Đã thu nhận", "count"),
        *_outcome_columns(catalogue),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            shift.shift,
            part.full_name,
            sum(part.by_outcome.get(outcome.id, 0) for outcome in counting),
            *_outcome_cells(catalogue, part.by_outcome),
        )
        for shift in report.shifts
        for part in shift.operators
    )
    return Table("Theo cán bộ", columns, rows, _total(columns, rows) if rows else None)


def _causes(downtime: Mapping[str, int], catalogue: Catalogue) -> str:
    causes = catalogue.downtime_causes
    return "; ".join(
        f"{causes[cause].label_vi if cause in causes else cause} {minutes} phút"
        for cause, minutes in sorted(downtime.items(), key=lambda pair: -pair[1])
    )


def _total(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Sums of the counts; the first text column says what it is."""
    listed = list(rows)
    label = next(place for place, column in enumerate(columns) if column.kind == "text")
    cells: list[Cell] = []
    for place, column in enumerate(columns):
        if column.name == "number" or column.kind == "text":
            cells.append("Tổng cộng" if place == label else None)
        else:
            cells.append(sum(cell for row in listed if isinstance(cell := row[place], int)))
    return tuple(cells)
