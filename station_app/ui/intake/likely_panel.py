"""Who may have been logged before: beside the person being typed, and no bar to anything."""

from __future__ import annotations

from collections.abc import Sequence

from station_app.ui.intake import words
from station_app.ui.intake.shown import LikelyShown
from ui_kit import formats, tokens
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label

ROWS = 2
"""Named one by one; the rest is counted."""


class LikelyPanel(InlinePanel):
    def __init__(self) -> None:
        super().__init__("notice", " ", icon="people")
        self.body.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, tokens.GAP)
        self.body.setSpacing(tokens.TIGHT)
        self._rows = [Label("", tokens.CELL) for _ in range(ROWS)]
        for row in self._rows:
            self.body.addWidget(row)
        self._shown: tuple[LikelyShown, ...] = ()
        self.hide()

    def show_likely(self, shown: Sequence[LikelyShown]) -> None:
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        more = len(shown) - ROWS
        aside = self.tr("và {0} hồ sơ khác").format(more) if more > 0 else ""
        self.set_words(self.tr("Có thể đã ghi trước đây, xem lại rồi mới bấm kết quả"), "", aside)
        self.setAccessibleDescription("; ".join(self._line(one) for one in shown[:ROWS]))
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown))
            row.setText(self._line(shown[number]) if number < len(shown) else "")

    def _line(self, shown: LikelyShown) -> str:
        record = shown.other.record
        why = self.tr("cùng CMND và ngày sinh") if shown.alike == "cmnd" else self.tr("cùng họ tên và ngày sinh")
        parts = [
            f"{formats.short_date(record.at)} {formats.clock(record.at)}",
            record.device,
            record.name or formats.DASH,
            words.born(record.born),
            formats.masked(record.last_digits) if record.last_digits else "",
            words.unit(shown.other.commune),
            f"{shown.other.outcome.key} {words.short(shown.other.outcome, words.OUTCOMES)}",
        ]
        return f"{why}: " + " · ".join(part for part in parts if part)
