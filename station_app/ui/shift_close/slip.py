"""The slip of a sealed shift, as it will be printed on paper 80 mm wide."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.shift_close.shown import SlipShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.label import Label

HEAD_LETTERS = 10
"""Of a head, as it is read aloud: in groups of 4, 4 and 2."""


class _Dashes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        pen = QPen(theme.colour("text2"), 1)
        pen.setDashPattern([4, 3])
        painter = QPainter(self)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 4.5), QPointF(self.width(), 4.5))


class _Row(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(Label(words, tokens.CELL, role="text2"))
        self.value = Label("", tokens.CELL, tokens.SEMIBOLD, align=strokes.RIGHT)
        row.addWidget(self.value, 1)


class Slip(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Phiếu niêm phong ca"))
        self._point = self._centred(tokens.CELL, tokens.SEMIBOLD)
        self._title = self._centred(tokens.SECTION, tokens.SEMIBOLD)
        self._title.setText(self.tr("Phiếu niêm phong ca"))
        self._what = self._centred(tokens.CAPTION, tokens.REGULAR)
        self._drill = self._centred(tokens.CELL, tokens.SEMIBOLD)
        self._drill.setText(self.tr("DIỄN TẬP"))
        self._rows = {
            "opened": _Row(self.tr("Mở ca")),
            "closed": _Row(self.tr("Đóng ca")),
            "logged": _Row(self.tr("Lượt ghi")),
            "counted": _Row(self.tr("Đã thu nhận (F1)")),
            "counter": _Row(self.tr("Bộ đếm thiết bị")),
            "difference": _Row(self.tr("Chênh lệch")),
            "paused": _Row(self.tr("Giờ dừng máy")),
            "lines": _Row(self.tr("Dòng sổ")),
        }
        self._shares = Label("", tokens.CAPTION, role="text2", wrap=True)
        self._reason = Label("", tokens.CAPTION, role="text2", wrap=True, align=strokes.RIGHT)
        self._head = self._centred(tokens.FIGURE, tokens.SEMIBOLD, code=True)
        self._not_yet = self._centred(tokens.CELL, tokens.REGULAR)
        self._not_yet.setText(self.tr("có sau khi niêm phong"))
        self._earlier = self._centred(tokens.CAPTION, tokens.REGULAR, code=True)
        self._operator = Label("", tokens.CELL, tokens.SEMIBOLD, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.MARGIN, 12, tokens.MARGIN, 12)
        column.setSpacing(1)
        for widget in (self._point, self._title, self._what, self._drill, _Dashes(), *self._rows.values(), _Dashes()):
            column.addWidget(widget)
        column.insertWidget(column.indexOf(self._rows["difference"]) + 1, self._reason)
        column.insertWidget(column.indexOf(self._rows["counted"]) + 1, self._shares)
        caption = self._centred(tokens.CAPTION, tokens.MEDIUM)
        caption.setText(self.tr("Dấu niêm phong"))
        for widget in (caption, self._head, self._not_yet, self._earlier, _Dashes()):
            column.addWidget(widget)
        people = QHBoxLayout()
        people.addWidget(Label(self.tr("Người giao"), tokens.CAPTION, role="text2"), 1)
        people.addWidget(Label(self.tr("Người nhận"), tokens.CAPTION, role="text2"), 1)
        column.addLayout(people)
        column.addSpacing(theme.scaled(24))
        column.addWidget(self._operator)
        column.addStretch(1)

    def show_slip(self, shown: SlipShown) -> None:
        self._point.setText(f"{shown.station} · {shown.unit}")
        self._what.setText(f"{shown.device} · {shown.window} · {formats.date(shown.day)}")
        self._drill.setVisible(shown.drill)
        minutes = self.tr("{0} phút").format(formats.integer(shown.paused_minutes))
        values = {
            "opened": self._moment(shown.opened_at, shown),
            "closed": self._moment(shown.closed_at, shown) if shown.head else "–",
            "logged": formats.integer(shown.logged),
            "counted": formats.integer(shown.counted),
            "counter": "–" if shown.counter is None else formats.integer(shown.counter),
            "difference": "–" if shown.difference is None else self._difference(shown.difference),
            "paused": minutes,
            "lines": formats.span(shown.first, shown.last),
        }
        for name, value in values.items():
            self._rows[name].value.setText(value)
        self._shares.setText(
            "\n".join(
                self.tr("{name}: {logged} lượt, {counted} thu nhận").format(
                    name=share.full_name, logged=formats.integer(share.logged), counted=formats.integer(share.counted)
                )
                for share in shown.shares
            )
        )
        self._shares.setVisible(bool(shown.shares))
        self._reason.setText(shown.reason)
        self._reason.setVisible(bool(shown.reason))
        self._head.setText(read_aloud(shown.head))
        self._head.setVisible(bool(shown.head))
        self._not_yet.setVisible(not shown.head)
        self._earlier.setText(
            self.tr("nối tiếp {0}: {1}").format(
                shown.earlier_window[:1].lower() + shown.earlier_window[1:], read_aloud(shown.earlier_head)
            )
        )
        self._earlier.setVisible(bool(shown.earlier_head))
        self._operator.setText(shown.operator)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        strokes.box(painter, QRectF(self.rect()), 2, theme.colour("surface"), theme.colour("border"))

    @staticmethod
    def _difference(difference: int) -> str:
        """As on paper, in shapes that need no colour: the counter's surplus is what the log lacks."""
        shape = "▼" if difference > 0 else "■"
        return f"{shape} {formats.signed(-difference)}"

    @staticmethod
    def _moment(moment: datetime, shown: SlipShown) -> str:
        same_day = moment.date() == shown.day
        return formats.clock(moment) if same_day else f"{formats.clock(moment)} {formats.short_date(moment.date())}"

    @staticmethod
    def _centred(pixels: int, weight: int, *, code: bool = False) -> Label:
        label = Label("", pixels, weight, code=code, align=strokes.CENTRE)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label


def read_aloud(head: str) -> str:
    """`7F3A 91C0 2B`: the beginning of a head."""
    return formats.code(head[:HEAD_LETTERS].upper())
