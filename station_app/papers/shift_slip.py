"""The slip as it leaves the printer; papers are Vietnamese whatever the window's language."""

from __future__ import annotations

from paper.slip import Slip
from paper.written import written
from station_app.papers.day_paper import DRILL
from station_app.ui.shift_close.shown import SlipShown
from station_app.ui.shift_close.slip import HEAD_LETTERS, read_aloud


def shift_slip(shown: SlipShown) -> Slip:
    """The QR code holds numbers and the head alone, nobody's data."""
    rows = (
        ("Mở ca", f"{shown.opened_at:%H:%M %d/%m/%Y}"),
        ("Đóng ca", f"{shown.closed_at:%H:%M %d/%m/%Y}"),
        ("Lượt ghi", written(shown.logged, "count")),
        ("Đã thu nhận (F1)", written(shown.counted, "count")),
        ("Bộ đếm thiết bị", written(shown.counter, "count")),
        ("Chênh lệch", written(shown.difference, "signed")),
        *((("Lý do", shown.reason),) if shown.reason else ()),
        ("Dừng máy (phút)", written(shown.paused_minutes, "count")),
        ("Dòng sổ", f"{written(shown.first, 'count')} – {written(shown.last, 'count')}"),
        *((("Nối tiếp dấu", read_aloud(shown.earlier_head)),) if shown.earlier_head else ()),
    )
    head = shown.head[:HEAD_LETTERS].upper()
    return Slip(
        heads=(
            "Phiếu niêm phong ca",
            f"{shown.station} · {shown.unit}",
            f"{shown.device} · {shown.window} · {shown.day:%d/%m/%Y}",
        ),
        rows=rows,
        code_title="Dấu niêm phong",
        code=read_aloud(shown.head),
        qr=f"SEAL/1 {shown.station} {shown.first}-{shown.last} {shown.counted} {shown.counter} {head}",
        hands=(f"Người giao: {shown.operator}", "Người nhận:"),
        mark=DRILL if shown.drill else "",
    )
