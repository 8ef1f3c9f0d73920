"""The head of the board: all devices together, where the day will close, and how far the applications have come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui import worded
from station_app.ui.board.shown import FunnelShown, TotalShown
from ui_kit import formats, theme, tokens
from ui_kit.card import Card
from ui_kit.delta_label import DeltaLabel
from ui_kit.divider import Divider
from ui_kit.figure import Figure
from ui_kit.icons import paint_icon
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.progress_bar import ProgressBar
from ui_kit.status_label import StatusLabel

_MINUTES = 96
"""Wide enough for `chậm 1 giờ 06 phút`, elided beyond."""
_ONE_ROW = 115
"""Per cent of text size up to which everything stands in one row."""


class _Chevron(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "chevron_right", QRectF(self.rect()), theme.colour("text2"))


class _Stage(QWidget):
    """A stage of the funnel: how many have come so far, of all that were logged."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.figure = Figure(pixels=tokens.FIGURE)
        self._bar = ProgressBar()
        self._words = Label("", tokens.CAPTION, role="text2")
        self._mark = StatusLabel(Mark.WAITING, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._caption = Label(title, tokens.CAPTION, role="text2")
        for widget in (self._caption, self.figure, self._bar, self._words, self._mark):
            column.addWidget(widget)

    def show_stage(self, count: int, of: int, words: str, mark: Mark | None = None) -> None:
        self.figure.set_number(formats.integer(count))
        self._bar.set_share(count / of if of else 0, f"{self._title} {count}")
        self._words.setText(words)
        self._words.setVisible(mark is None)
        self._mark.setVisible(mark is not None)
        if mark is not None:
            self._mark.set_status(mark, words)
        # Large text leaves the stages less than their words need unless they ask for it.
        told = self._mark if mark is not None else self._words
        self.setMinimumWidth(max(self._caption.sizeHint().width(), told.sizeHint().width()))


class TotalsCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setAccessibleName(self.tr("Cả điểm hôm nay"))
        self._done, self._ahead = Figure(), DeltaLabel(tokens.FIGURE)
        self._minutes = Label("", tokens.CELL, role="text2")
        self._minutes.setMinimumWidth(theme.scaled(_MINUTES))
        self._plan = Label("", tokens.CAPTION, role="text2")
        self._close_caption = Label("", tokens.CAPTION, role="text2")
        self._projected, self._difference = Figure(pixels=tokens.FIGURE), DeltaLabel()
        self._quota = Label("", tokens.CAPTION, role="text2")
        self._band = Label("", tokens.CAPTION, role="text2")
        self._stages = {
            "logged": _Stage(self.tr("Đã ghi")),
            "sealed": _Stage(self.tr("Đã niêm phong")),
            "exported": _Stage(self.tr("Đã xuất")),
            "received": _Stage(self.tr("Đã nhận")),
        }
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._row.setContentsMargins(20, 10, 20, 8)
        self._row.addLayout(self._whole(), 4)
        self._row.addWidget(Divider(upright=True))
        self._row.addLayout(self._close(), 2)
        self._part = Divider(upright=True)
        stages = [*self._stages.values()]
        self._funnel = [stages[0], *(part for stage in stages[1:] for part in (_Chevron(), stage))]
        self.body.addLayout(self._row)
        self.body.addLayout(self._below)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def _lay_out(self) -> None:
        """The funnel stands beside the totals, under them where large text leaves no room for both."""
        large = theme.scaled(100) > _ONE_ROW
        row = self._below if large else self._row
        self._below.setContentsMargins(*((20, 0, 20, 8) if large else (0, 0, 0, 0)))
        self._row.addWidget(self._part)
        self._part.setVisible(not large)  # now that it has a place: without one it would be a window of its own
        for part in self._funnel:
            row.addWidget(part, 2 if isinstance(part, _Stage) else 0)
        for each in (self._row, self._below):
            each.setSpacing(tokens.MARGIN if theme.scaled(tokens.MARGIN) <= tokens.MARGIN else tokens.GAP)

    def show_totals(self, total: TotalShown, funnel: FunnelShown) -> None:
        self._done.set_number(formats.integer(total.done), f"/ {formats.integer(total.quota)}")
        self._ahead.set_value(total.ahead)
        self._minutes.setText(self._told(total.ahead_minutes))
        self._plan.setText(self.tr("cả điểm hôm nay · kế hoạch đến giờ {0}").format(formats.integer(total.plan)))
        closes = formats.clock(total.closes_at) if total.closes_at else ""
        self._close_caption.setText(self.tr("Dự kiến {0}").format(closes))
        known = total.projected is not None
        self._projected.set_number(formats.integer(total.projected) if total.projected is not None else "–")
        self._difference.set_value(total.projected - total.quota if total.projected is not None else None)
        self._quota.setText(self.tr("so định mức {0}").format(formats.integer(total.quota)) if known else "")
        between = formats.span(*total.band) if total.band else ""
        self._band.setText(between)
        self._band.setAccessibleName(self.tr("khoảng dự kiến {0}").format(between))
        self._show_funnel(funnel)

    def set_stale(self, stale: bool) -> None:
        """Old figures keep their place in muted ink."""
        for figure in (self._done, self._projected, *(stage.figure for stage in self._stages.values())):
            figure.set_stale(stale)

    def _whole(self) -> QVBoxLayout:
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addStretch(1)
        beside.addWidget(self._ahead)
        beside.addWidget(self._minutes)
        beside.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addWidget(self._done)
        upper.addLayout(beside, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self._plan)
        return column

    def _close(self) -> QVBoxLayout:
        figures = QHBoxLayout()
        figures.setSpacing(tokens.GAP)
        figures.addWidget(self._projected)
        figures.addWidget(self._difference, 1)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self._close_caption)
        column.addLayout(figures)
        column.addStretch(1)
        column.addWidget(self._band)
        column.addWidget(self._quota)
        return column

    def _show_funnel(self, funnel: FunnelShown) -> None:
        of = funnel.logged
        shifts = self.tr("{0} / {1} ca").format(funnel.sealed_shifts, funnel.opened_shifts)
        exported = self.tr("chưa xuất gói nào")
        if funnel.bundle is not None and funnel.bundle_at is not None:
            moment = formats.clock(funnel.bundle_at)
            exported = self.tr("gói {0} lúc {1}").format(f"{funnel.bundle:04d}", moment)
        self._stages["logged"].show_stage(funnel.logged, of, self.tr("F1 hôm nay"))
        self._stages["sealed"].show_stage(funnel.sealed, of, shifts)
        self._stages["exported"].show_stage(funnel.exported, of, exported)
        received = self._stages["received"]
        if funnel.withheld:
            received.show_stage(
                funnel.received, of, self.tr("chỉ huy giữ lại {0}").format(funnel.withheld), Mark.WAITING
            )
        elif funnel.received < funnel.exported:
            received.show_stage(funnel.received, of, self.tr("chờ biên nhận"), Mark.WAITING)
        else:
            received.show_stage(funnel.received, of, self.tr("biên nhận của chỉ huy"))

    def _told(self, minutes: int) -> str:
        if not minutes:
            return self.tr("đúng kế hoạch")
        words = self.tr("sớm {0}") if minutes > 0 else self.tr("chậm {0}")
        return words.format(worded.duration(abs(minutes)))
