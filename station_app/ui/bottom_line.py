"""The status bar in words: point, person, shift and device; what waits for a receipt, the chain, date and time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from station_app.ui import worded
from station_app.ui.role_words import role_word
from ui_kit import formats, strokes, theme, tokens
from ui_kit.marks import Mark
from ui_kit.status_bar import StatusBar, StatusPart
from ui_kit.status_label import mark_room

if TYPE_CHECKING:
    from station_app.hardware.serial_scanner import State
    from station_app.services.show_standing import DeviceStanding, Waiting


_BETWEEN = " · "
_GAP = 32
"""Between two parts."""
_ANY_DAY = date(2021, 4, 8)
"""A day whose name is as long as any."""


class BottomLine(StatusBar):
    """Until somebody signs in it tells the point and the time, and no figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = ""
        self._person = self.tr("Chưa đăng nhập")
        self._shift = ""
        self._waiting: tuple[StatusPart, StatusPart] | None = None
        """In full, and shortened."""
        self._chain: StatusPart | None = None
        self._chain_whole = False
        self._scanner: StatusPart | None = None
        self._scanner_matters = False
        """It is lost, or was."""

    def show_point(self, station: str, unit: str) -> None:
        self._point = _BETWEEN.join((station, unit)) if unit else station
        self._compose()

    def show_nobody(self) -> None:
        """Nobody is signed in: the figures go."""
        self._person, self._shift = self.tr("Chưa đăng nhập"), ""
        self._waiting = self._chain = self._scanner = None
        self._compose()

    def show_person(self, full_name: str, role: str) -> None:
        self._person = _BETWEEN.join((full_name, role_word(role)))
        self._compose()

    def show_device(self, standing: DeviceStanding | None) -> None:
        """The current device and its shift."""
        self._shift = ""
        if standing is not None:
            device = standing.label or standing.device
            self._shift = " · ".join([*self._shift_words(standing), device])
        self._compose()

    def show_waiting(self, waiting: Waiting, now: datetime) -> None:
        """How long the oldest entry waits for its receipt: amber from 12 h, orange from 24 h, as the plan says."""
        self._waiting = self._waiting_parts(waiting, now)
        self._compose()

    def show_chain(self, *, intact: bool) -> None:
        mark, words = (Mark.DONE, self.tr("Chuỗi ghi liền mạch")) if intact else (Mark.FAILED, self.tr("Chuỗi ghi đứt"))
        self._chain, self._chain_whole = StatusPart(words, mark), intact
        self._compose()

    def show_scanner(self, state: State) -> None:
        """The scanner on a serial port; one that plays keyboard tells nothing of itself."""
        told = {
            "listening": (self.tr("Máy quét"), Mark.DONE),
            "absent": (self.tr("Mất máy quét"), Mark.BEHIND),
            "unopened": (self.tr("Máy quét bận"), Mark.BEHIND),
            "several": (self.tr("Chưa chọn máy quét"), Mark.WAITING),
        }.get(state)
        self._scanner = StatusPart(*told) if told else None
        self._scanner_matters = told is not None and (self._scanner_matters or state != "listening")
        self._compose()

    def show_moment(self, now: datetime) -> None:
        self.set_clock(f"{worded.weekday(now)} {formats.date(now)}", formats.clock(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._compose()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._compose()

    def _shift_words(self, standing: DeviceStanding) -> list[str]:
        if standing.state == "none":
            return [self.tr("Chưa mở ca")]
        words = [standing.window]
        if standing.starts and standing.ends:
            words.append(formats.clock_span(standing.starts, standing.ends))
        if standing.state == "paused":
            words.append(self.tr("tạm dừng"))
        if standing.state == "overdue":
            words.append(self.tr("quá giờ"))
        return words

    def _waiting_parts(self, waiting: Waiting, now: datetime) -> tuple[StatusPart, StatusPart]:
        if waiting.since is None:
            return (StatusPart(self.tr("Chỉ huy đã nhận đủ"), Mark.RECEIVED),) * 2
        hours = waiting.hours(now)
        mark = Mark.OPEN
        if hours >= waiting.orange_hours:
            mark = Mark.BEHIND
        elif hours >= waiting.amber_hours:
            mark = Mark.WAITING
        age = self.tr("{hours} giờ").format(hours=hours) if hours else self.tr("dưới 1 giờ")
        if waiting.bundle is None:
            lines = formats.integer(waiting.unsent)
            full = self.tr("Chưa xuất {lines} dòng, {age}").format(lines=lines, age=age)
            short = self.tr("Chưa xuất {age}").format(age=age)
        else:
            seq = f"{waiting.bundle:04d}"
            full = self.tr("Gói {seq} chờ biên nhận {age}").format(seq=seq, age=age)
            short = self.tr("Gói {seq} chờ {age}").format(seq=seq, age=age)
        return StatusPart(full, mark), StatusPart(short, mark)

    def _compose(self) -> None:
        """Where large text leaves no room for all, words give way that others stand for; the work's own stay."""
        matters = self._scanner_matters
        ways = (
            (False, True, True),
            (False, matters, True),
            (True, matters, True),
            (True, matters, not self._chain_whole),
        )
        for shortened, with_scanner, with_chain in ways:
            waiting = self._waiting[shortened] if self._waiting else None
            found = (self._scanner if with_scanner else None, waiting, self._chain if with_chain else None)
            right = [part for part in found if part is not None]
            point, person = (words.split(_BETWEEN)[0] if shortened else words for words in (self._point, self._person))
            left = [part for part in (point, person, self._shift) if part]
            if self._room(left, right) <= self.width():
                break
        self.set_left(left)
        self.set_right(right)

    def _room(self, left: list[str], right: list[StatusPart]) -> float:
        bold, medium = theme.font(tokens.CELL, tokens.SEMIBOLD), theme.font(tokens.CAPTION, tokens.MEDIUM)
        words = [*left, *(part.text for part in right), worded.weekday(_ANY_DAY), formats.date(_ANY_DAY)]
        width = sum(strokes.text_width(medium, text) for text in words) + strokes.text_width(bold, "00:00")
        return width + len(right) * mark_room(tokens.CAPTION) + (len(words) + 1) * _GAP
