"""The slip that goes with a stick, as it leaves the printer; papers are Vietnamese whatever the window's language."""

from __future__ import annotations

from paper.slip import Slip
from paper.written import written
from station_app.papers.day_paper import DRILL
from station_app.ui.export.shown import SlipShown
from ui_kit import formats


def stick_slip(shown: SlipShown) -> Slip:
    """The QR code holds numbers and the head of the file's digest alone, nobody's data."""
    rows = (
        ("Gói", f"{shown.seq:04d}"),
        ("Bản ghi", written(shown.count, "count")),
        ("Từ – đến", f"{written(shown.first, 'count')} – {written(shown.last, 'count')}"),
        ("Xuất lúc", f"{shown.exported_at:%H:%M %d/%m/%Y}"),
        ("USB", ", ".join(shown.sticks)),
    )
    return Slip(
        heads=("Phiếu giao gói dữ liệu", f"{shown.station} · {shown.unit}"),
        rows=rows,
        code_title="Mã kiểm, chỉ huy đối chiếu khi nhận gói",
        code=formats.code(shown.digest),
        qr=shown.qr,
        hands=(f"Người giao: {shown.giver}", "Người nhận:"),
        mark=DRILL if shown.drill else "",
    )
