"""How long a dossier takes, and how long logging it does."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.intake.shown_beside import GaugesShown
from ui_kit import formats, tokens
from ui_kit.card import Card
from ui_kit.figure import Figure
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel

AIM_SECONDS = 5
"""From the scan to the key (docs: one dossier in 5 s)."""


class SpeedCards(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._each = _SpeedCard(self.tr("Trung vị mỗi hồ sơ"))
        self._took = _SpeedCard(self.tr("Trung vị thao tác ghi"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._each, 1)
        row.addWidget(self._took, 1)

    def show_speed(self, shown: GaugesShown) -> None:
        unit = self.tr("giây")
        each, planned = shown.seconds_each, shown.planned_seconds
        if each is None or planned is None:
            self._each.show_figure(formats.DASH, "", Mark.EVEN, self.tr("cần thêm số liệu"))
        else:
            self._each.show_figure(formats.integer(each), unit, *self._against(each, planned))
        if shown.took_ms is None:
            self._took.show_figure(formats.DASH, "", Mark.EVEN, self.tr("cần thêm số liệu"))
            return
        seconds = shown.took_ms / 1000
        within = seconds <= AIM_SECONDS
        told = self.tr("trong mức {0} giây") if within else self.tr("quá mức {0} giây")
        self._took.show_figure(
            formats.decimal(seconds), unit, Mark.DONE if within else Mark.BEHIND, told.format(AIM_SECONDS)
        )

    def _against(self, each: int, planned: int) -> tuple[Mark, str]:
        if each == planned:
            return Mark.EVEN, self.tr("đúng mức {0}").format(planned)
        if each < planned:
            return Mark.AHEAD, self.tr("nhanh hơn {0} so với {1}").format(planned - each, planned)
        return Mark.BEHIND, self.tr("chậm hơn {0} so với {1}").format(each - planned, planned)


class _SpeedCard(Card):
    def __init__(self, caption: str) -> None:
        super().__init__(padding=0)
        self.setAccessibleName(caption)
        self._figure = Figure(pixels=tokens.FIGURE)
        self._status = StatusLabel(Mark.EVEN, "", role="text2")
        self.body.setContentsMargins(tokens.MARGIN, 7, tokens.GAP, 6)
        self.body.setSpacing(2)
        self.body.addWidget(Label(caption, tokens.CAPTION, role="text2"))
        self.body.addWidget(self._figure)
        self.body.addWidget(self._status)

    def show_figure(self, number: str, unit: str, mark: Mark, told: str) -> None:
        self._figure.set_number(number, unit)
        self._status.set_status(mark, told, role="text2")
