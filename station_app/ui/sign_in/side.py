"""The dark half of the sign-in screen: what this program is, which point, what time, and the practice switch."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui import worded
from station_app.ui.frame import SIDE
from ui_kit import formats, strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.toggle_switch import ToggleSwitch

_MARGIN = 48


class _Emblem(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(48, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(strokes.smooth(QPainter(self)), "card", QRectF(self.rect()), theme.colour("rail_on"))


class _Rule(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("rail_selected"))


class _Outlined(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        strokes.box(painter, QRectF(self.rect()), tokens.CARD_RADIUS, None, theme.colour("rail_selected"))


class Side(QWidget):
    """``practice_asked`` carries whether the practice station is wanted."""

    practice_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = Label("", tokens.TITLE, tokens.SEMIBOLD, "rail_on", wrap=True)
        self._unit = Label("", tokens.BODY, role="rail_text", wrap=True)
        self._clock = Label("", tokens.HERO, tokens.SEMIBOLD, "rail_on")
        self._date = Label("", tokens.BODY, role="rail_text", wrap=True)
        self._behind = InlinePanel(
            "error",
            self.tr("Giờ máy chậm hơn bản ghi cuối"),
            self.tr("Chỉnh lại giờ; khi mở ca phụ trách điểm xác nhận."),
        )
        self._behind.hide()
        self.switch = ToggleSwitch(self.tr("Chế độ diễn tập"))
        self.switch.clicked.connect(self.practice_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addWidget(_Emblem())
        column.addSpacing(20)
        column.addWidget(Label(self.tr("Trạm thu nhận"), tokens.BIG_FIGURE, tokens.SEMIBOLD, "rail_on", wrap=True))
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Ghi hồ sơ cấp CCCD gắn chíp tại điểm thu nhận"), role="rail_text", wrap=True))
        column.addSpacing(40)
        column.addWidget(Label(self.tr("Điểm thu nhận"), tokens.CAPTION, tokens.MEDIUM, "rail_text"))
        column.addSpacing(4)
        column.addWidget(self._point)
        column.addWidget(self._unit)
        column.addSpacing(28)
        column.addWidget(_Rule())
        column.addSpacing(16)
        column.addWidget(Label(self.tr("Đồng hồ máy"), tokens.CAPTION, tokens.MEDIUM, "rail_text"))
        column.addWidget(self._clock)
        column.addWidget(self._date)
        column.addSpacing(12)
        column.addWidget(self._behind)
        column.addStretch(1)
        column.addWidget(self._practice())

    def sizeHint(self) -> QSize:
        return QSize(SIDE, 600)

    def show_point(self, station: str, unit: str) -> None:
        self._point.setText(station or "–")
        self._unit.setText(unit)

    def show_moment(self, now: datetime, *, behind: bool) -> None:
        self._clock.setText(formats.clock(now))
        self._date.setText(self.tr("{0} · giờ Việt Nam").format(worded.long_date(now)))
        self._behind.setVisible(behind)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("rail"))

    def _practice(self) -> QWidget:
        box = _Outlined()
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Chế độ diễn tập"), tokens.BODY, tokens.SEMIBOLD, "rail_on"), 1)
        head.addWidget(self.switch)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(tokens.MARGIN, 12, tokens.MARGIN, 12)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(
            Label(
                self.tr("Ghi vào sổ riêng, có chữ DIỄN TẬP trên mọi màn hình và phiếu, không tính vào số liệu."),
                tokens.CAPTION,
                role="rail_text",
                wrap=True,
            )
        )
        return box
