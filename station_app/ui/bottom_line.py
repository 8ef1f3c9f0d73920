"""The status bar in words: point, person, shift and device; what waits for a receipt, the chain, date and time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from station_app.ui.role_words import role_word
from ui_kit import formats
from ui_kit.marks import Mark
from ui_kit.status_bar import StatusBar, StatusPart

if TYPE_CHECKING:
    from station_app.services.show_standing import DeviceStanding, Waiting


class BottomLine(StatusBar):
    """Until somebody signs in it tells the point and the time, and no figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = ""
        self._person = self.tr("Chưa đăng nhập")
        self._shift = ""
        self._waiting: StatusPart | None = None
        self._chain: StatusPart | None = None

    def show_point(self, station: str, unit: str) -> None:
        self._point = f"{station} · {unit}"
        self._compose()

    def show_nobody(self) -> None:
        """Nobody is signed in: the figures go."""
        self._person, self._shift = self.tr("Chưa đăng nhập"), ""
        self._waiting = self._chain = None
        self._compose()

    def show_person(self, full_name: str, role: str) -> None:
        self._person = f"{full_name} · {role_word(role)}"
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
        self._waiting = self._waiting_part(waiting, now)
        self._compose()

    def show_chain(self, *, intact: bool) -> None:
        mark, words = (Mark.DONE, self.tr("Chuỗi ghi liền mạch")) if intact else (Mark.FAILED, self.tr("Chuỗi ghi đứt"))
        self._chain = StatusPart(words, mark)
        self._compose()

    def show_moment(self, now: datetime) -> None:
        self.set_clock(f"{formats.weekday(now)} {formats.date(now)}", formats.clock(now))

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

    def _waiting_part(self, waiting: Waiting, now: datetime) -> StatusPart:
        if waiting.since is None:
            return StatusPart(self.tr("Chỉ huy đã nhận đủ"), Mark.RECEIVED)
        hours = waiting.hours(now)
        mark = Mark.OPEN
        if hours >= waiting.orange_hours:
            mark = Mark.BEHIND
        elif hours >= waiting.amber_hours:
            mark = Mark.WAITING
        age = self.tr("{hours} giờ").format(hours=hours) if hours else self.tr("dưới 1 giờ")
        if waiting.bundle is None:
            lines = formats.integer(waiting.unsent)
            return StatusPart(self.tr("Chưa xuất {lines} dòng, {age}").format(lines=lines, age=age), mark)
        return StatusPart(self.tr("Gói {seq} chờ biên nhận {age}").format(seq=f"{waiting.bundle:04d}", age=age), mark)

    def _compose(self) -> None:
        self.set_left([part for part in (self._point, self._person, self._shift) if part])
        self.set_right([part for part in (self._waiting, self._chain) if part is not None])
