"""What the campaign comes to at this pace, and what pace each device needs."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.progress.shown import OutlookShown, ProgressShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.bullet_graph import Bullet, BulletGraph
from ui_kit.card import Card
from ui_kit.delta_label import DeltaLabel
from ui_kit.divider import Divider
from ui_kit.figure import Figure
from ui_kit.label import Label

_BULLET = 26
PADDING = 12


class OutlookCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=PADDING, parent=parent)
        self.set_title(self.tr("Nếu giữ nhịp này"))
        self._short_caption = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._short, self._unknown = DeltaLabel(tokens.BIG_FIGURE), Figure("–", pixels=tokens.BIG_FIGURE)
        self._finished = Figure(pixels=tokens.BIG_FIGURE)
        self._told = Label("", tokens.CELL, role="text2")
        self._remaining, self._left, self._per_day = (Label("", tokens.SECTION, tokens.SEMIBOLD) for _ in range(3))
        self.body.setSpacing(theme.scaled(6))
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._short_caption, 0, 0)
        grid.addWidget(Label(self.tr("Xong vào"), tokens.CAPTION, tokens.MEDIUM, "text2"), 0, 1)
        grid.addWidget(self._short, 1, 0)
        grid.addWidget(self._unknown, 1, 0)
        grid.addWidget(self._finished, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._told)
        self.body.addWidget(Divider())
        three = QHBoxLayout()
        words = (self.tr("Còn lại"), self.tr("Thời gian"), self.tr("Cần mỗi ngày"))
        for caption, figure in zip(words, (self._remaining, self._left, self._per_day), strict=True):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(Label(caption, tokens.CAPTION, tokens.MEDIUM, "text2"))
            column.addWidget(figure)
            three.addLayout(column, 1)
        self.body.addLayout(three)

    def show_outlook(self, shown: ProgressShown) -> None:
        outlook, last = shown.outlook, formats.short_date(shown.last_day)
        over = outlook.short is not None and outlook.short > 0
        caption = self.tr("Vượt đến {0}") if over else self.tr("Hụt ở ngày {0}")
        self._short_caption.setText(caption.format(last))
        self._short.setVisible(outlook.short is not None)
        self._unknown.setVisible(outlook.short is None)
        self._short.set_value(outlook.short)
        self._finished.set_number(formats.short_date(outlook.finished) if outlook.finished else "–")
        self._told.setText(self._late(outlook, shown))
        self._remaining.setText(formats.integer(outlook.remaining))
        self._left.setText(self.tr("{0} ngày").format(outlook.left))
        self._per_day.setText("–" if outlook.per_day is None else formats.integer(outlook.per_day))

    def _late(self, outlook: OutlookShown, shown: ProgressShown) -> str:
        if shown.standing == "early":
            return self.tr("cần thêm số liệu: ít nhất 3 ngày đã chốt")
        if not outlook.remaining:
            return self.tr("đã đủ chỉ tiêu")
        if outlook.late_days is None:
            return self.tr("giữ nhịp này thì không xong trong một năm")
        last, deadline = formats.short_date(shown.last_day), formats.short_date(shown.deadline)
        if outlook.late_days > 0:
            return self.tr("muộn {0} ngày so với {1}, quá hạn {2}").format(outlook.late_days, last, deadline)
        if outlook.late_days == 0:
            return self.tr("kịp đúng ngày cuối {0}").format(last)
        return self.tr("sớm {0} ngày so với {1}").format(-outlook.late_days, last)


class PaceCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=PADDING, parent=parent)
        self.set_title(self.tr("Nhịp cần cho mỗi thiết bị mỗi ngày"))
        self._needed = Figure(pixels=tokens.BIG_FIGURE)
        self._of = Label("", tokens.CELL, role="text2")
        self._against = DeltaLabel(right=True)
        self._bullet = BulletGraph()
        self._bullet.setFixedHeight(_BULLET)
        self._pace = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._floor = Label("", tokens.CAPTION, role="text2", align=strokes.RIGHT)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._needed)
        row.addWidget(self._of, 1)
        row.addWidget(self._against)
        below = QHBoxLayout()
        below.addWidget(self._pace)
        below.addWidget(self._floor, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._bullet)
        self.body.addLayout(below)
        self.body.setSpacing(tokens.TIGHT)

    def show_pace(self, shown: ProgressShown) -> None:
        needed, pace = shown.needed, shown.pace
        self._needed.set_number("–" if needed is None else formats.integer(needed))
        self._of.setText(self.tr("cần, với {0} thiết bị").format(shown.devices))
        known = needed is not None and pace > 0
        self._against.set_value(pace - (needed or 0) if known else None)
        behind = known and pace < (needed or 0)
        self._pace.setText(self.tr("đang đạt {0}").format(formats.integer(pace)))
        self._pace.set_role("orange_text" if behind else "blue_text")
        floor, need = formats.integer(shown.floor), "–" if needed is None else formats.integer(needed)
        self._floor.setText(self.tr("cần {0} · sàn {1}").format(need, floor))
        bullet = Bullet(pace, needed or 0, shown.floor, full=max(pace, needed or 0, shown.floor, 1) * 1.12)
        self._bullet.set_bullet(bullet, f"{self._pace.text()}, {self._floor.text()}")
